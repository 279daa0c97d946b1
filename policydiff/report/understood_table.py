"""What was understood of the documents of a table: all in a list, then each by itself."""

from collections.abc import Iterator, Sequence

from policydiff.model import Document, PlaceKind
from policydiff.report import summary
from policydiff.report.blocks import Block, Column, Table

_COLUMNS = (
    Column("row", right=True),
    Column("label"),
    Column("title", flexible=True),
    Column("year"),
    Column("items", right=True),
    Column("notices", right=True),
)


def row_number(document: Document) -> int | None:
    """The row a document stands in, as spreadsheets count; None for one of no table."""
    rows = (place.name for place in document.places if place.kind is PlaceKind.ROW)
    return next(map(int, rows), None)


def table_blocks(documents: Sequence[Document]) -> Iterator[Block]:
    """The documents with their rows, as they stand."""
    rows = tuple(map(_row, documents))
    yield Table(f"Documents: {len(rows)}", _COLUMNS, rows)


def title_blocks(document: Document) -> Iterator[Block]:
    """What stands above the items or the text of one of several documents."""
    yield Table(f"{summary.name(document)}  {summary.title(document)}", (), ())


def _row(document: Document) -> tuple[str, ...]:
    return (
        str(row_number(document) or ""),
        summary.name(document),
        summary.title(document),
        str(document.year or ""),
        str(len(document.items)),
        str(len(document.notices) or ""),
    )
