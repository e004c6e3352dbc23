"""Several processes that analyse, with their results in the order of the articles."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING

from newsreader.cli.exporting.journal import journal_row
from newsreader.cli.exporting.work import Order, Result, ToDo, Worker
from newsreader.errors import AnalysisError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

AHEAD = 16
"""groups that are begun for each process: while one is busy with a long article, the others go on with what follows"""


def work_in_processes(groups: Iterable[ToDo | list[Result]], order: Order, jobs: int) -> Iterator[Result]:
    """What becomes of articles, in their order.

    Args:
        groups: the articles, in groups that go to one process each; what is done already is passed on.
        order: what is to be done.
        jobs: how many processes.

    Raises:
        AnalysisError: if a process dies, as when there is not enough memory.
    """
    others = set(multiprocessing.active_children())
    # A fresh process each, for one that is forked shares locks and threads that it knows nothing of.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(order,))
    waiting: deque[Future[list[Result]] | list[Result]] = deque()
    try:
        for group in groups:
            waiting.append(pool.submit(_work, group) if isinstance(group, ToDo) else group)
            while waiting and (len(waiting) >= AHEAD * jobs or _is_ready(waiting[0])):
                yield from _results(waiting.popleft())
        while waiting:
            yield from _results(waiting.popleft())
    except BrokenProcessPool:
        raise AnalysisError("cli.process_died", jobs=jobs) from None
    except BaseException:
        # What they are doing is wanted no more, and the program should not wait for it before it ends.
        for child in set(multiprocessing.active_children()) - others:
            child.terminate()
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _is_ready(one: Future[list[Result]] | list[Result]) -> bool:
    return isinstance(one, list) or one.done()


def _results(one: Future[list[Result]] | list[Result]) -> list[Result]:
    return one if isinstance(one, list) else one.result()


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
