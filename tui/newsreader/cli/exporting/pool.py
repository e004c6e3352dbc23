"""Several processes that analyse, with their results in the order of the articles."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from threading import Thread
from typing import TYPE_CHECKING

from newsreader.cli.exporting.journal import journal_row
from newsreader.cli.exporting.work import Order, Result, ToDo, Worker
from newsreader.errors import AnalysisError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsreader.article.model import Article

AHEAD = 16
"""groups that are begun for each process: while one is busy with a long article, the others go on with what follows"""

DEATHS = 5
"""articles one after the other with which a process dies until it is the machine that is taken for the cause"""


@dataclass
class _Task:
    """A group of articles that is begun; one that was done before has nothing to be done."""

    todo: ToDo
    future: Future[list[Result]] | None = None
    results: list[Result] | None = None

    @property
    def is_ready(self) -> bool:
        return self.future is None or self.future.done()


class Processes:
    """Processes that analyse.

    A process that dies takes all with it that was begun. The articles whose turn it is are begun again one by one: that
    shows which of them it was, and only that one is left out.

    Args:
        order: what is to be done.
        jobs: how many processes.
    """

    def __init__(self, order: Order, jobs: int) -> None:
        self._order = order
        self._jobs = jobs
        self._others = set(multiprocessing.active_children())
        self._waiting: deque[_Task] = deque()
        self._deaths = 0
        self._pool = self._begun(jobs)

    def work(self, groups: Iterable[ToDo | list[Result]]) -> Iterator[Result]:
        """What becomes of articles, in their order.

        Args:
            groups: the articles, in groups that go to one process each; what is done already is passed on.

        Raises:
            AnalysisError: if process after process dies, as when there is not enough memory.
        """
        waiting = self._waiting
        try:
            for group in groups:
                waiting.append(self._task(group))
                while waiting and (len(waiting) >= AHEAD * self._jobs or waiting[0].is_ready):
                    yield from self._results(waiting.popleft())
            while waiting:
                yield from self._results(waiting.popleft())
        except BaseException:
            # What they are doing is wanted no more, and the program should not wait for it before it ends.
            for child in set(multiprocessing.active_children()) - self._others:
                child.terminate()
            raise
        finally:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def _begun(self, jobs: int) -> ProcessPoolExecutor:
        # A fresh process each, for one that is forked shares locks and threads that it knows nothing of.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(self._order,))

    def _task(self, group: ToDo | list[Result]) -> _Task:
        if not isinstance(group, ToDo):
            return _Task(ToDo(), results=group)
        task = _Task(group)
        self._submit(task)
        return task

    def _submit(self, task: _Task) -> None:
        try:
            task.future = self._pool.submit(_work, task.todo)
        except BrokenProcessPool as error:
            # It shows when its turn comes.
            task.future = Future()
            task.future.set_exception(error)

    def _results(self, task: _Task) -> Iterator[Result]:
        if task.results is not None:
            yield from task.results
            return
        assert task.future is not None
        try:
            results = task.future.result()
        except BrokenProcessPool:
            yield from self._again(task)
            return
        self._deaths = 0
        yield from results

    def _again(self, task: _Task) -> Iterator[Result]:
        """Results of articles that a process has died with, perhaps because of others that were begun then."""
        self._pool.shutdown(wait=False)
        self._pool = self._begun(1)
        for one in task.todo:
            yield self._alone(one)
        self._pool.shutdown(wait=False)
        self._pool = self._begun(self._jobs)
        for other in self._waiting:
            if other.future is not None and (not other.future.done() or other.future.exception() is not None):
                self._submit(other)

    def _alone(self, one: str | Article) -> Result:
        try:
            [result] = self._pool.submit(_work, ToDo([one])).result()
        except BrokenProcessPool:
            self._deaths += 1
            if self._deaths >= DEATHS:
                raise AnalysisError("cli.process_died", jobs=self._jobs) from None
            self._pool = self._begun(1)
            source = one if isinstance(one, str) else one.source
            return Result(source, error=AnalysisError("cli.process_died_with"))
        self._deaths = 0
        return result


_worker: list[Worker] = []
"""the worker of this process, once it has begun"""


def _begin(order: Order) -> None:
    # An interrupt from the keyboard reaches every process; one that only works ends at once and says nothing.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()
    _worker[:] = [Worker(order)]


def _end_with_parent() -> None:
    """End this process when the program's own has died without a word to it, as it does when it is killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(group: ToDo) -> list[Result]:
    worker = _worker[0]
    results = list(worker.work(group))
    if not worker.order.journaled:
        return results
    return [replace(one, row=journal_row(one)) if one.article and one.analysis else one for one in results]
