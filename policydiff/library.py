"""The library that users hold: a store that knows what its documents report on each other."""

from collections.abc import Iterator

from policydiff import store
from policydiff.model import Document
from policydiff.store import Added, Outcome
from policydiff.targets import find_outcomes


class Library(store.Library):
    """The documents and comparisons in one SQLite file.

    >>> with Library("policydiff.db") as library:
    ...     library.add(document)
    ...     library.load("2019")

    What a document reports on the targets of the year before is kept when either
    is added, so that a series of targets needs no comparison.
    """

    def add(self, document: Document, *, replace: bool = False) -> Added:
        """Stores a document, and what it and its neighbours in time report on each other."""
        added = super().add(document, replace=replace)
        if added.outcome is not Outcome.UNCHANGED:
            for old, new in self._next_to(document):
                self.save_reports(old, new, find_outcomes(old, new))
        return added

    def _next_to(self, document: Document) -> Iterator[tuple[Document, Document]]:
        """The document with each of the year before and the year after, the older first."""
        if document.year is None:
            return
        for stored in self.documents():
            if stored.series != document.series:
                continue
            if stored.year == document.year - 1:
                yield self.load(stored.reference), document
            elif stored.year == document.year + 1:
                yield document, self.load(stored.reference)
