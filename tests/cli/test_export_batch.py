"""`newsreader export` over many articles: files, processes, interruptions, what is chosen."""

from __future__ import annotations

import json
import os
import re
import signal
import struct
import subprocess
import sys
import time
from multiprocessing import Pipe
from pathlib import Path

import pytest
from tests.interrupts import heed

from newsreader import cli
from newsreader.analysis.info import pipeline_info
from newsreader.analysis.result import Analysis
from newsreader.analysis.words import Sentence, Token
from newsreader.article import read
from newsreader.article.model import Article, Span
from newsreader.cli.exporting.journal import Journal
from newsreader.cli.exporting.naming import Naming
from newsreader.cli.exporting.pool import Processes, _Process
from newsreader.cli.exporting.work import Order, Result, ToDo
from newsreader.errors import AnalysisError

PROGRAM = Path(sys.executable).parent / "newsreader"
TEXT = 'Titel {n}\n\n"Das ist Tag {n}", sagte Bundeskanzler Olaf Scholz in Berlin. Er sei dafür, hieß es.\n'


MANY = 600
"""articles that take long enough for a batch of them to be interrupted, on a quick machine too"""


def articles(folder: Path, number: int) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{n:03}.txt" for n in range(number)]
    for n, path in enumerate(paths):
        path.write_text(TEXT.format(n=n))
    return paths


def _runs(process: str) -> bool:
    """Whether a process is there, and no mere entry for one that has ended."""
    try:
        return bool(Path("/proc", process, "cmdline").read_bytes())
    except OSError:
        return False


def rows(path: Path) -> list[dict[str, dict[str, str]]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_several_processes_give_the_same_in_the_same_order(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    sources = articles(tmp_path / "texte", 7)
    (tmp_path / "texte" / "003.txt").write_bytes(bytes(range(256)) * 8)
    one, many = tmp_path / "eins.jsonl", tmp_path / "viele.jsonl"
    assert cli.main(["export", str(tmp_path / "texte"), "-f", "jsonl", "-o", str(one)]) == 1
    told = capfd.readouterr().err
    script = "import sys; from newsreader.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", script, "export", str(tmp_path / "texte"), "-f", "jsonl", "-o", str(many), "-j", "2"],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, told)
    assert many.read_bytes() == one.read_bytes()
    assert [row["article"]["source"] for row in rows(one)] == [str(path) for path in sources if path.name != "003.txt"]


def test_a_folder_gets_a_file_an_article(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    articles(tmp_path / "texte", 2)
    articles(tmp_path / "texte" / "tief", 1)
    (tmp_path / "texte" / "000.md").write_text("# Auch null\n\nText.\n")
    target = tmp_path / "aus"
    call = ["export", str(tmp_path / "texte"), "-f", "tei", "-o", f"{target}/"]
    assert cli.main(call) == 0
    made = sorted(path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file())
    assert made == ["000-2.xml", "000.xml", "001.xml", "tief/000.xml"]
    (target / "001.xml").write_text("mine")
    assert cli.main(call) == 1
    assert capfd.readouterr().err.count("--force") == 4
    (target / "000.xml").unlink()
    assert cli.main([*call, "--resume"]) == 0
    assert (target / "000.xml").read_text().startswith("<?xml")
    assert (target / "001.xml").read_text() == "mine"
    assert cli.main([*call, "--force"]) == 0
    assert (target / "001.xml").read_text().startswith("<?xml")


def test_a_file_that_cannot_be_written_does_not_stop_the_others(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    articles(tmp_path / "texte", 3)
    target = tmp_path / "aus"
    (target / "001.html").mkdir(parents=True)
    assert cli.main(["export", str(tmp_path / "texte"), "-f", "html", "-o", str(target), "--force"]) == 1
    assert "001.html" in capfd.readouterr().err
    assert (target / "000.html").is_file()
    assert (target / "002.html").is_file()


def test_a_format_with_a_file_an_article_wants_a_folder(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    articles(tmp_path / "texte", 2)
    assert cli.main(["export", str(tmp_path / "texte"), "-f", "html", "-o", str(tmp_path / "a.html")]) == 2
    assert "FOLDER/" in capfd.readouterr().err


def test_no_article_is_replaced_by_its_own_export(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    [path] = articles(tmp_path, 1)
    before = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(before)
    for name, output in (("brat", tmp_path / "000.ann"), ("brat", tmp_path), ("markdown", path)):
        assert cli.main(["export", str(path), "-f", name, "-o", str(output), "--force"]) == 1
        assert "one of the articles themselves" in capfd.readouterr().err
        assert path.read_bytes() == before
        assert not (tmp_path / "000.ann").exists()


def test_brat_s_annotations_lie_beside_an_article_that_is_the_text_already(tmp_path: Path) -> None:
    [path] = articles(tmp_path, 1)
    assert cli.main(["export", str(path), "-f", "brat", "-o", str(tmp_path / "000.ann")]) == 0
    assert (tmp_path / "000.ann").read_text().startswith("T1\t")


def without_progress(told: str) -> list[str]:
    """What a batch told but for how far it is, which it says where it takes long, as on a busy machine."""
    return [line for line in told.splitlines() if not re.fullmatch(rf"newsreader: \d+/{MANY} · .*/s", line)]


@pytest.mark.parametrize(("number", "jobs"), [(signal.SIGINT, 1), (signal.SIGTERM, 2)])
def test_an_interrupted_batch_leaves_no_half_file_and_goes_on(
    number: signal.Signals, jobs: int, tmp_path: Path
) -> None:
    articles(tmp_path / "texte", MANY)
    output = tmp_path / "aus.jsonl"
    journal = tmp_path / ".aus.jsonl.unfinished"
    call: list[str | Path] = [PROGRAM, "export", tmp_path / "texte", "-f", "jsonl", "-o", output, "-j", str(jobs)]
    with subprocess.Popen(call, stderr=subprocess.PIPE, text=True, preexec_fn=heed) as running:
        end = time.monotonic() + 120
        while not (journal.exists() and journal.read_bytes().count(b"\n") > 5) and time.monotonic() < end:
            time.sleep(0.02)
        running.send_signal(number)
        _, told = running.communicate(timeout=120)
    assert running.returncode == 130
    assert "--resume" in told
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [journal.name]
    kept = journal.read_bytes().splitlines()[1:-1]
    # As if the last line had been cut off by a crash.
    journal.write_bytes(journal.read_bytes()[:-10])
    done = subprocess.run([*call, "--resume"], capture_output=True, text=True, timeout=300, check=False)
    assert (done.returncode, without_progress(done.stderr)) == (0, [])
    assert not journal.exists()
    found = rows(output)
    assert [row["article"]["source"][-7:] for row in found] == [f"{n:03}.txt" for n in range(MANY)]
    assert all(len(row["statements"]) == len(found[0]["statements"]) for row in found)
    assert kept


class Deadly(Article):
    """An article that ends the process that receives it."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (1,)


def test_only_the_article_that_a_process_dies_with_is_left_out() -> None:
    one, two, three, four, done = (Article(f"Olaf Scholz sprach in Halle {n}.", f"{n}.txt") for n in range(5))
    info = pipeline_info()
    finished = Result(done.source, done, Analysis(info))
    groups: list[ToDo | list[Result]] = [
        ToDo([one]),
        ToDo([two, Deadly("Ende.", "x.txt"), three]),
        [finished],
        ToDo([four]),
    ]
    order = Order("embedded", info, words=False, keep=False)
    results = list(Processes(order, 2).work(groups))
    assert [result.source for result in results] == ["0.txt", "1.txt", "x.txt", "2.txt", "4.txt", "3.txt"]
    [failed] = [result for result in results if result.error is not None]
    assert failed.error is not None
    assert (failed.source, failed.error.key) == ("x.txt", "cli.process_died_with")
    assert all(result.analysis for result in results if result is not failed)


def test_an_answer_that_is_cut_off_is_that_of_a_dead_process() -> None:
    process = _Process.__new__(_Process)
    process.end, other = Pipe()
    # The length of a message (POSIX: four bytes), and less than that of it.
    os.write(other.fileno(), struct.pack("!i", 1000) + b"x" * 10)
    other.close()
    assert process.answer() is None


def test_where_every_process_dies_the_batch_ends() -> None:
    order = Order("embedded", pipeline_info(), words=False, keep=False)
    groups = [ToDo([Deadly("Ende.", f"{n}.txt") for n in range(9)])]
    with pytest.raises(AnalysisError) as told:
        list(Processes(order, 2).work(groups))
    assert told.value.key == "cli.process_died"


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the system does not tell which processes there are")
def test_a_batch_that_is_killed_leaves_no_process_and_goes_on(tmp_path: Path) -> None:
    articles(tmp_path / "texte", MANY)
    output = tmp_path / "aus.jsonl"
    journal = tmp_path / ".aus.jsonl.unfinished"
    call: list[str | Path] = [PROGRAM, "export", tmp_path / "texte", "-f", "jsonl", "-o", output]
    with subprocess.Popen([*call, "--jobs", "2"], stderr=subprocess.DEVNULL) as running:
        end = time.monotonic() + 120
        while not (journal.exists() and journal.read_bytes().count(b"\n") > 5) and time.monotonic() < end:
            time.sleep(0.02)
        children = Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text().split()
        assert children
        running.kill()
    while any(map(_runs, children)) and time.monotonic() < end:
        time.sleep(0.05)
    assert not [child for child in children if _runs(child)]
    assert not output.exists()
    assert len([path for path in tmp_path.iterdir() if path.name.startswith(".aus")]) == 2
    done = subprocess.run([*call, "--resume"], capture_output=True, text=True, timeout=300, check=False)
    assert (done.returncode, without_progress(done.stderr)) == (0, [])
    assert [row["article"]["source"][-7:] for row in rows(output)] == [f"{n:03}.txt" for n in range(MANY)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["aus.jsonl", "texte"]


def test_a_journal_knows_its_articles_and_its_pipeline(tmp_path: Path) -> None:
    info = pipeline_info()
    article = Article("Ein Text.", "a.txt")
    words = (Sentence((Token(Span(0, 3), "ein", "DET", "ART", "Case=Nom"),)),)
    result = Result("a.txt", article, Analysis(info), words)
    journal = Journal(tmp_path / "aus.conllu", info, words=True)
    assert journal.begin(resume=True) == 0
    journal.note(result)
    journal.close(finished=False)
    again = Journal(tmp_path / "aus.conllu", info, words=True)
    assert again.begin(resume=True) == 1
    kept = again.get(article)
    assert kept is not None
    assert kept == result
    size = journal.path.stat().st_size
    again.note(kept)
    assert journal.path.stat().st_size == size
    assert again.get(Article("Ein anderer.", "a.txt")) is None
    assert again.get(Article("Ein Text.", "b.txt")) is None
    again.close(finished=False)
    other = Journal(tmp_path / "aus.conllu", info, words=False)
    assert other.begin(resume=True) == 0
    other.close(finished=True)
    assert not list(tmp_path.iterdir())


def test_what_is_left_out_is_told_at_the_end_and_written_down(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    articles(tmp_path / "texte", 2)
    for number in range(25):
        (tmp_path / "texte" / f"kaputt{number:02}.txt").write_bytes(bytes(range(256)))
    (tmp_path / "texte" / "leer.txt").write_text("")
    output, errors = tmp_path / "aus.jsonl", tmp_path / "fehler.jsonl"
    call = ["export", str(tmp_path / "texte"), str(tmp_path / "fehlt.txt"), "-f", "jsonl", "-o", str(output)]
    assert cli.main(call) == 1
    told = capfd.readouterr().err.splitlines()
    assert len(rows(output)) == 2
    assert len(told) == 21
    assert "fehlt.txt" in told[0]
    assert "kaputt00.txt" in told[1]
    assert told[-1].endswith("and 7 more articles; --errors FILE writes all of them down.")
    assert cli.main([*call, "--force", "--errors", str(errors)]) == 1
    assert str(errors) in capfd.readouterr().err.splitlines()[-1]
    written = [json.loads(line) for line in errors.read_text().splitlines()]
    names = ["fehlt.txt", *(f"kaputt{n:02}.txt" for n in range(25)), "leer.txt"]
    assert [Path(row["source"]).name for row in written] == names
    assert all(row["error"].startswith("article.") and row["message"] for row in written)


def test_the_list_of_what_is_left_out_replaces_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    [path] = articles(tmp_path / "texte", 1)
    before = path.read_bytes()
    call = ["export", str(tmp_path / "texte"), "-o", str(tmp_path / "aus.json"), "--errors"]
    assert cli.main([*call, str(path), "--force"]) == 1
    assert path.read_bytes() == before
    assert cli.main([*call, str(tmp_path / "aus.json")]) == 2
    (tmp_path / "notizen.txt").write_text("meine")
    assert cli.main([*call, str(tmp_path / "notizen.txt")]) == 1
    assert (tmp_path / "notizen.txt").read_text() == "meine"
    assert cli.main([*call, str(tmp_path / "gibt" / "es" / "nicht")]) == 1
    assert capfd.readouterr().err.count("\n") == 4
    assert not (tmp_path / "aus.json").exists()


def test_what_is_chosen(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    [path] = articles(tmp_path, 1)
    assert cli.main(["export", str(path), "--kinds", "direct,loc", "--stdout"]) == 0
    data = json.loads(capfd.readouterr().out)
    assert {one["kind"] for one in data["statements"]} == {"direct"}
    assert {one["label"] for one in data["entities"]} == {"LOC"}
    assert cli.main(["export", str(path), "--min-confidence", "1"]) == 0
    assert all(one["confidence"] == 1 for one in json.loads(capfd.readouterr().out)["statements"])
    assert cli.main(["export", str(path), "--layer", "human"]) == 0
    assert json.loads(capfd.readouterr().out)["statements"] == []


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--stdout", "-o", "x.json"], "exclude each other"),
        (["--min-confidence", "1.5"], "from 0 to 1"),
        (["--jobs", "-1"], "--jobs"),
        (["--layer", "all"], "machine, human, both"),
        (["--kinds", "loud"], "free_indirect"),
        (["--resume"], "--output"),
    ],
)
def test_what_cannot_be_meant_is_one_line(
    options: list[str], told: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    [path] = articles(tmp_path, 1)
    assert cli.main(["export", str(path), *options]) == 2
    error = capfd.readouterr().err
    assert told in error
    assert error.count("\n") == 1


def test_conllu_says_what_the_pipeline_says(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    [path] = articles(tmp_path, 1)
    assert cli.main(["export", str(path), "-f", "conllu"]) == 0
    lines = [line.split("\t") for line in capfd.readouterr().out.splitlines() if line[:1].isdigit()]
    scholz = next(line for line in lines if line[1] == "Scholz")
    assert scholz[2:5] == ["Scholz", "PROPN", "NE"]
    assert "NER=I-PER" in scholz[9]


def test_names_are_plain_and_none_comes_twice() -> None:
    sources = [
        ("texte/a.txt", "texte"),
        ("texte/tief/a.txt", "texte"),
        ("texte/A.md", "texte"),
        ("-", "-"),
        ("https://example.org/politik/ein%2Fartikel.html?x=1", "https://example.org/politik/ein%2Fartikel.html?x=1"),
        ("https://example.org/", "https://example.org/"),
        ("/anderswo/c.txt", "/anderswo/c.txt"),
        ("../b?.txt", "../b?.txt"),
    ]
    naming = Naming(".json")
    assert [naming.path(*source).as_posix() for source in sources] == [
        *("a.json", "tief/a.json", "A-2.json", "newsreader.json", "ein-artikel.json", "example.org.json"),
        *("c.json", "b-.json"),
    ]


def test_two_calls_never_share_a_target(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    sources, target = articles(tmp_path / "texte", 3), tmp_path / "aus.jsonl"
    first = Journal(target, pipeline_info("embedded"), words=False)
    first.begin(resume=False)
    first.note(Result(str(sources[0]), read(str(sources[0])), Analysis(pipeline_info("embedded"))))
    held = first.path.read_bytes()
    for more in ([], ["--resume"]):
        assert cli.main(["export", str(tmp_path / "texte"), "-f", "jsonl", "-o", str(target), *more]) == 1
        assert "another call is exporting there already" in capfd.readouterr().err
        assert first.path.read_bytes() == held
        assert not target.exists()
    first.close(finished=False)
    assert cli.main(["export", str(tmp_path / "texte"), "-f", "jsonl", "-o", str(target), "--resume"]) == 0
    assert len(rows(target)) == 3
    assert not first.path.exists()
