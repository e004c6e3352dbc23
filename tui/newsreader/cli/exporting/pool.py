"""Several processes that analyse, with their results in the order of the articles."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TYPE_CHECKING

from newsreader.cli.exporting.work import Order, Result, ToDo, Worker
from newsreader.errors import AnalysisError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

AHEAD = 2
"""groups that wait for each process, so that none is idle and the results that wait for their turn stay few"""


def work_in_processes(groups: Iterable[ToDo | list[Result]], order: Order, jobs: int) -> Iterator[Result]:
    """What becomes of articles, in their order.

    Args:
        groups: the articles, in groups that go to one process each; what is done already is passed on.
        order: what is to be done.
        jobs: how many processes.

    Raises:
        AnalysisError: if a process dies, as when there is not enough memory.
    """
    waiting: deque[Future[list[Result]] | list[Result]] = deque()
    rest = iter(groups)

    def begin(number: int) -> None:
        for group in islice(rest, number):
            waiting.append(pool.submit(_work, group) if isinstance(group, ToDo) else group)

    # Threads of the matrix products would take the cores from the other processes; it is read when NumPy is loaded.
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    # A fresh process each, for one that is forked shares locks and threads that it knows nothing of.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(order,))
    try:
        begin(AHEAD * jobs)
        while waiting:
            first = waiting.popleft()
            results = first if isinstance(first, list) else first.result()
            begin(1)
            yield from results
    except BrokenProcessPool:
        raise AnalysisError("cli.process_died", jobs=jobs) from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


_worker: list[Worker] = []
"""the worker of this process, once it has begun"""


def _begin(order: Order) -> None:
    # An interrupt from the keyboard reaches every process; one that only works ends at once and says nothing.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _worker[:] = [Worker(order)]


def _work(group: ToDo) -> list[Result]:
    return list(_worker[0].work(group))
