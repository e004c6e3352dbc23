"""The user's annotations of the articles that a command works on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.annotations.model import Annotation
    from newsreader.annotations.store.store import Store
    from newsreader.article.model import Article
    from newsreader.cli.session import Session


class Annotated:
    """Gives the annotations of articles out of the user's store.

    Args:
        session: the run of the command.
        wanted: whether any are wanted; if not, the store is left alone.

    Raises:
        StoreError: if there is a store and it cannot be opened.
    """

    def __init__(self, session: Session, *, wanted: bool = True) -> None:
        self._session = session
        self._store: Store | None = None
        if wanted and session.store_file.exists():
            from newsreader.annotations.store.store import Store

            self._store = Store(session.store_file)
            for notice in self._store.notices:
                if notice.key != "store.read_only":
                    session.tell(session.phrases.say(notice))

    def __call__(self, article: Article) -> tuple[Annotation, ...]:
        """The annotations that have a place in an article, in order of the text; the user is told of the others.

        Raises:
            StoreError: if they cannot be read.
        """
        if self._store is None:
            return ()
        from newsreader.annotations.notebook import Notebook, load

        notebook = Notebook(article, self._store, load(self._store, article))
        if notebook.orphans:
            number = len(notebook.orphans)
            self._session.inform(self._session.phrases.count("cli.orphans", number, source=article.source))
        return notebook.annotations

    def close(self) -> None:
        """Close the store."""
        if self._store is not None:
            self._store.close()
