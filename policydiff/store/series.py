"""One series of a library: its documents, what they were compared to, and its tracking."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from functools import cached_property

from sqlite_utils import Database

from policydiff.commitments import PairLinks, Tracking
from policydiff.model import Comparison, Document
from policydiff.store.comparisons import save_comparison
from policydiff.store.documents import load_document
from policydiff.store.ids import DocumentIds, PairIds, document_ids
from policydiff.store.links import load_links
from policydiff.store.tracked import load_tracking
from policydiff.store.trackings import (
    Terms,
    follows_others,
    is_current,
    save_tracking,
    was_tracked,
)

Connect = Callable[[], AbstractContextManager[Database]]
Pair = tuple[str, str]
"""The labels of an older and a newer document."""

_COMPARED = "old_document_id = ? and new_document_id = ? and version = ?"


class StoredSeries:
    """A series of a library; its documents are loaded when they are first asked for."""

    def __init__(
        self, name: str, rows: Sequence[int], version: str, reading: Connect, writing: Connect
    ) -> None:
        self.name = name
        self.version = version
        self._rows = rows
        self._reading = reading
        self._writing = writing

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """All documents of the series."""
        with self._reading() as db:
            return tuple(load_document(db, row) for row in self._rows)

    @cached_property
    def ids(self) -> dict[str, DocumentIds]:
        """The ids of the documents' rows and of their parts', by label."""
        with self._reading() as db:
            found = [document_ids(db, row) for row in self._rows]
        return {document.label: each for document, each in zip(self.documents, found, strict=True)}

    def links(self, pairs: Iterable[Pair]) -> dict[Pair, PairLinks]:
        """The links of those pairs that this version has compared."""
        found: dict[Pair, PairLinks] = {}
        with self._reading() as db:
            for pair in pairs:
                ids = PairIds(*(self.ids[label] for label in pair))
                row = _compared(db, ids, self.version)
                if row is not None:
                    uncovered = _uncovered(db, row, ids.old)
                    found[pair] = PairLinks(load_links(db, row, ids, is_bare=True), uncovered)
        return found

    def save_comparison(self, comparison: Comparison) -> None:
        """Keeps a comparison of two documents of the series."""
        documents = (
            self.ids[comparison.old.label].document,
            self.ids[comparison.new.label].document,
        )
        with self._writing() as db:
            save_comparison(db, comparison, documents, self.version)

    def follows_others(self) -> bool:
        """Whether the tracking kept has the documents of other issuers too."""
        with self._reading() as db:
            return follows_others(db, self.name)

    def is_tracked(self, *, with_others: bool) -> bool:
        """Whether the tracking kept is of all these documents and by this version."""
        with self._reading() as db:
            terms = Terms(self.version, with_others=with_others)
            return is_current(db, self.name, self._rows, terms)

    def tracking(self) -> Tracking:
        """The tracking kept."""
        with self._reading() as db:
            return load_tracking(db, self.name, self.documents, self.ids)

    def former_tracking(self) -> Tracking | None:
        """The tracking kept, if this version made it, be there later documents or not."""
        with self._reading() as db:
            if not was_tracked(db, self.name, self.version):
                return None
            return load_tracking(db, self.name, self.documents, self.ids)

    def save_tracking(
        self, tracking: Tracking, *, with_others: bool, former: Tracking | None = None
    ) -> None:
        """Keeps a tracking in place of the former one, of which it leaves what has not changed."""
        kept = former.commitments if former else ()
        terms = Terms(self.version, with_others=with_others)
        with self._writing() as db:
            save_tracking(db, tracking, self.ids, terms, kept=kept)


def _compared(db: Database, pair: PairIds, version: str) -> int | None:
    wanted = (pair.old.document, pair.new.document, version)
    rows = list(db.table("comparisons").rows_where(_COMPARED, wanted))
    return rows[0]["id"] if rows else None


def _uncovered(db: Database, comparison_id: int, old: DocumentIds) -> frozenset[int]:
    rows = db.table("item_statuses").rows_where(
        "comparison_id = ? and side = 'old' and caveat <> ''", [comparison_id]
    )
    positions = {item_id: position for position, item_id in enumerate(old.items)}
    return frozenset(positions[row["item_id"]] for row in rows)
