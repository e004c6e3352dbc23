"""Several processes that analyse, with their results in the order of the articles.

Each has a pipe of its own, of which nobody else holds an end: whichever dies, in the middle of a word or not, the other
side learns it. (With `concurrent.futures` the results share a pipe, and what is cut off in it is waited for forever.)
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing.connection import wait
from threading import Thread, current_thread, main_thread
from typing import TYPE_CHECKING, Any

from newsreader.cli.exporting.journal import journal_row
from newsreader.cli.exporting.work import Order, Result, ToDo, Worker
from newsreader.errors import AnalysisError, NewsreaderError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from multiprocessing.connection import Connection

AHEAD = 16
"""groups that are begun for each process: while one is busy with a long article, the others go on with what follows"""

DEATHS = 5
"""processes that die one after the other until it is the machine that is taken for the cause, and no article"""


class _Task:
    """A group of articles.

    Attributes:
        results: what became of each, None as long as nobody knows.
    """

    def __init__(self, results: list[Result | None]) -> None:
        self.results = results
        self._open = results.count(None)

    @property
    def is_done(self) -> bool:
        return not self._open

    def put(self, start: int, results: list[Result]) -> None:
        """Some of the results are there."""
        self.results[start : start + len(results)] = results
        self._open -= len(results)


@dataclass
class _Part:
    """Articles of a group that go to a process together.

    Attributes:
        task: the group.
        start: which of its articles is the first.
        todo: the articles.
        suspect: whether a process has died with them already.
    """

    task: _Task
    start: int
    todo: ToDo
    suspect: bool = False


class _Process:
    """A process, and what it has to do at the moment."""

    def __init__(self, order: Order) -> None:
        # A fresh one, for one that is forked shares locks and threads that it knows nothing of.
        context = multiprocessing.get_context("spawn")
        self.end, other = context.Pipe()
        self._process = context.Process(target=_run, args=(order, other), daemon=True)
        with _no_interrupts():
            self._process.start()
        other.close()
        self.part: _Part | None = None

    def give(self, part: _Part) -> None:
        """Let it do something; it has nothing to do. If it has died, that shows when its answer is read."""
        self.part = part
        try:
            self.end.send(part.todo)
        except OSError:
            return

    def answer(self) -> list[Result] | Exception | None:
        """What it says of its part; None if it has died."""
        try:
            said: list[Result] | Exception = self.end.recv()
        except (EOFError, OSError):
            return None
        return said

    def stop(self) -> None:
        """End it, whatever it is doing."""
        self._process.terminate()
        self._process.join()
        self.end.close()


class Processes:
    """Processes that analyse.

    Where one dies, its articles are begun again one by one: that shows which of them it was, and only that one is left
    out.

    Args:
        order: what is to be done.
        jobs: how many processes.
    """

    def __init__(self, order: Order, jobs: int) -> None:
        self._order = order
        self._jobs = jobs
        self._processes: list[_Process] = []
        self._todo: deque[_Part] = deque()
        self._deaths = 0

    def work(self, groups: Iterable[ToDo | list[Result]]) -> Iterator[Result]:
        """What becomes of articles, in their order.

        Args:
            groups: the articles, in groups that go to one process each; what is done already is passed on.

        Raises:
            AnalysisError: if process after process dies, as when there is not enough memory.
        """
        waiting: deque[_Task] = deque()
        try:
            for group in groups:
                waiting.append(self._task(group))
                self._turn()
                while waiting and (len(waiting) >= AHEAD * self._jobs or waiting[0].is_done):
                    yield from self._finished(waiting.popleft())
            while waiting:
                yield from self._finished(waiting.popleft())
        finally:
            for process in self._processes:
                process.stop()

    def _task(self, group: ToDo | list[Result]) -> _Task:
        if not isinstance(group, ToDo):
            return _Task([*group])
        task = _Task([None] * len(group))
        self._todo.append(_Part(task, 0, group))
        return task

    def _finished(self, task: _Task) -> Iterator[Result]:
        while not task.is_done:
            self._turn(patient=True)
        for result in task.results:
            assert result is not None
            yield result
            # Whoever took it was busy, and a process may have finished meanwhile.
            self._turn()

    def _turn(self, *, patient: bool = False) -> None:
        """Take the answers that have come, and give what is to be done to who has nothing to do.

        Args:
            patient: whether to wait for an answer.
        """
        self._give()
        busy: dict[Any, _Process] = {process.end: process for process in self._processes if process.part}
        if not busy:
            return
        for end in wait(list(busy), None if patient else 0):
            self._take(busy[end])
        self._give()

    def _give(self) -> None:
        if not self._todo:
            return
        if len(self._processes) < self._jobs:
            self._processes.append(_Process(self._order))
        for process in self._processes:
            if process.part is None and self._todo:
                process.give(self._todo.popleft())

    def _take(self, process: _Process) -> None:
        part, said = process.part, process.answer()
        assert part is not None
        process.part = None
        if said is None:
            process.stop()
            self._processes.remove(process)
            self._again(part)
            return
        if isinstance(said, Exception):
            raise said
        self._deaths = 0
        part.task.put(part.start, said)

    def _again(self, part: _Part) -> None:
        """A process has died with some articles: do them one by one, or leave out the one that it was."""
        self._deaths += 1
        if self._deaths >= DEATHS:
            raise AnalysisError("cli.process_died", jobs=self._jobs)
        if part.suspect:
            [one] = part.todo
            source = one if isinstance(one, str) else one.source
            part.task.put(part.start, [Result(source, error=AnalysisError("cli.process_died_with"))])
            return
        single = [_Part(part.task, part.start + n, ToDo([one]), suspect=True) for n, one in enumerate(part.todo)]
        self._todo.extendleft(reversed(single))


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Within, processes are begun that an interrupt from the keyboard does not reach: this one ends them itself."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _run(order: Order, end: Connection) -> None:
    """What a further process does until nobody asks it any more."""
    Thread(target=_end_with_parent, daemon=True).start()
    worker = Worker(order)
    while True:
        try:
            todo = end.recv()
        except EOFError:
            return
        try:
            said: list[Result] | Exception = _done(worker, todo)
        except NewsreaderError as error:
            said = error
        except Exception as error:  # the program is wrong; the first process tells it
            said = RuntimeError(f"{type(error).__name__}: {error}")
        try:
            end.send(said)
        except OSError:
            return


def _end_with_parent() -> None:
    """End this process when the program's own has died without a word to it, as it does when it is killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _done(worker: Worker, todo: ToDo) -> list[Result]:
    results = list(worker.work(todo))
    if not worker.order.journaled:
        return results
    return [replace(one, row=journal_row(one)) if one.article and one.analysis else one for one in results]
