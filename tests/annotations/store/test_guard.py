"""One program at a time, and none waits for one that has died."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from newsreader.annotations.store.guard import guarded

ROOT = Path(__file__).parent.parent.parent.parent
HOLDER = (
    "import sys, time; from pathlib import Path; from newsreader.annotations.store.guard import guarded\n"
    "with guarded(Path(sys.argv[1]), 1):\n"
    "    print('held', flush=True); time.sleep(60)"
)


def test_one_at_a_time(tmp_path: Path) -> None:
    path, inside, most = tmp_path / "guard", [0], [0]

    def work() -> None:
        for _ in range(20):
            with guarded(path, 20):
                inside[0] += 1
                most[0] = max(most[0], inside[0])
                time.sleep(0.001)
                inside[0] -= 1

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]
    assert not path.exists()


def test_whoever_waits_too_long_gives_up_and_nobody_waits_for_the_dead(tmp_path: Path) -> None:
    path = tmp_path / "guard"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "tui")}
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, text=True, env=environment
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(TimeoutError), guarded(path, 0.2):
            pass
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    assert path.exists()
    with guarded(path, 5):
        pass
    assert not path.exists()
