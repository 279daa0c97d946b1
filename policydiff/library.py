"""The library that users hold: a store that knows what its documents report on each other."""

from collections.abc import Iterator

from policydiff import store
from policydiff.errors import LabelError
from policydiff.model import Document
from policydiff.series import IndicatorSeries
from policydiff.store import Added, Outcome
from policydiff.targets import find_outcomes, target_series


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


def targets_over_years(
    library: store.Library,
    *,
    series: str | None = None,
    indicator: str | None = None,
    every: bool = False,
) -> tuple[IndicatorSeries, ...]:
    """What each indicator was set to, and came to, in the documents of a library.

    ``series`` keeps one series of documents, ``indicator`` what it names; a
    LabelError says what there is instead. ``every`` adds the indicators that
    only one year names.
    """
    listed = library.documents()
    wanted = [document for document in listed if series in (None, document.series)]
    if not wanted:
        known = ", ".join(sorted({f'"{document.series}"' for document in listed}))
        remedy = f"it has {known}" if known else "add documents with: policydiff add FILE"
        raise LabelError(f'no series "{series or ""}" in "{library.path}"; {remedy}')
    documents = [library.load(document.reference) for document in wanted]
    found = target_series(documents, indicator, every=every)
    if indicator is not None and not found:
        raise LabelError(
            f'no target is called "{indicator}" in "{library.path}"; '
            "see what there is with: policydiff targets --all"
        )
    return found
