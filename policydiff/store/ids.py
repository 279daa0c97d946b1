"""Between the positions that values speak of and the ids of their rows."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlite_utils import Database


class DocumentIds(NamedTuple):
    """The row ids of one document and of its parts, by position."""

    document: int
    sections: Sequence[int]
    items: Sequence[int]
    targets: Sequence[int]
    results: Sequence[int]


class PairIds(NamedTuple):
    """The row ids of two compared documents."""

    old: DocumentIds
    new: DocumentIds


def next_ids(db: Database, table: str, count: int) -> range:
    """Ids for the next rows of a table, one after the other."""
    (row,) = db.table(table).rows_where(select="coalesce(max(id), 0) + 1 as first")
    first = int(row["first"])
    return range(first, first + count)


def document_ids(db: Database, document_id: int) -> DocumentIds:
    """The ids a stored document and its parts have."""
    return DocumentIds(
        document_id,
        _ids_of(db, "sections", document_id),
        _ids_of(db, "items", document_id),
        _ids_of(db, "targets", document_id),
        _ids_of(db, "results", document_id),
    )


def positions(ids: Sequence[int]) -> dict[int, int]:
    """The position each id stands for."""
    return {row_id: position for position, row_id in enumerate(ids)}


def _ids_of(db: Database, table: str, document_id: int) -> tuple[int, ...]:
    rows = db.table(table).rows_where(
        "document_id = ?", [document_id], order_by="position", select="id"
    )
    return tuple(row["id"] for row in rows)
