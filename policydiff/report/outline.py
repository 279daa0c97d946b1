"""One document's outline, and a library's list of documents, on a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from policydiff.model import Document, Kind
from policydiff.report import summary
from policydiff.report.blocks import Column, named_for
from policydiff.report.grid import grid, hanging
from policydiff.report.place import position
from policydiff.report.printable import printable
from policydiff.report.understood import (
    UNKNOWN,
    SectionCount,
    facts,
    indented,
    section_counts,
    sorted_notices,
)

_OUTLINE_COLUMNS = (
    Column("section", flexible=True),
    Column("role"),
    *(Column(f"{kind}s" if kind is not Kind.CONTEXT else kind, right=True) for kind in Kind),
    Column("line"),
)
_NARROW_OUTLINE_COLUMNS = (
    Column("section", flexible=True),
    Column("role"),
    Column("forward-looking", right=True),
    Column("items", right=True),
    Column("line"),
)
_LIST_COLUMNS = (
    Column("label"),
    Column("title", flexible=True),
    Column("issuer", flexible=True),
    Column("date"),
    Column("items", right=True),
    Column("forward-looking", right=True),
    Column("figures", right=True),
    Column("notices", right=True),
)
_NARROW_LIST: tuple[int, ...] = (0, 1, 3, 5, 7)
"""The columns of the list that stay where there is no room for all."""

_ROOMY = 36
"""Cells in which a title or heading reads well."""


class ListedDocument(NamedTuple):
    """A document as a library's list shows it: what it is, and four counts."""

    series: str
    label: str
    title: str
    issuer: str
    date: str
    items: int
    forward_looking: int
    targets: int
    notices: int


@dataclass(frozen=True, slots=True)
class DocumentOutline:
    """A rich renderable: print it to a console of any width."""

    document: Document
    depth: int = 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines of the outline, none wider than the console."""
        for line in _outline(self.document, self.depth, options.max_width):
            yield from line.render(console, end="\n")


@dataclass(frozen=True, slots=True)
class DocumentsTable:
    """A rich renderable: print it to a console of any width."""

    rows: tuple[ListedDocument, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines of the table, none wider than the console."""
        cells = [_listed(row) for row in self.rows]
        kept = tuple(range(len(_LIST_COLUMNS)))
        if not _has_room(_LIST_COLUMNS, cells, options.max_width):
            kept = _NARROW_LIST
        columns = [_LIST_COLUMNS[index] for index in kept]
        rows = [[row[index] for index in kept] for row in cells]
        for line in grid(columns, rows, options.max_width):
            yield from line.render(console, end="\n")


def document_outline(document: Document, depth: int = 0) -> DocumentOutline:
    """What the document is, its notices and sections for ``Console.print``.

    Sections deeper than ``depth`` are counted in those above them; 0 shows all.
    """
    return DocumentOutline(document, depth)


def documents_table(rows: Sequence[ListedDocument]) -> DocumentsTable:
    """The documents of a library, in the order given, for ``Console.print``."""
    return DocumentsTable(tuple(rows))


def _outline(document: Document, depth: int, width: int) -> Iterator[Text]:
    yield from hanging(Text(), Text(summary.title(document), style="bold"), width)
    for fact in facts(document):
        style = "yellow" if fact.value.startswith(UNKNOWN) else ""
        yield from hanging(Text(f"{fact.name:8}", style="dim"), Text(fact.value, style), width)
    for notice in sorted_notices(document):
        style = "yellow" if summary.is_grave(notice) else "dim"
        body = Text(summary.placed(document, notice), style=style)
        yield from hanging(Text("notice  ", style="yellow"), body, width)
    yield Text()
    counts = tuple(section_counts(document, depth))
    rows = [*(_wide_row(document, counted) for counted in counts), _wide_totals(counts)]
    columns = _placed(_OUTLINE_COLUMNS, rows)
    if not _has_room(columns, rows, width):
        rows = [*(_narrow_row(document, counted) for counted in counts), _narrow_totals(counts)]
        columns = _placed(_NARROW_OUTLINE_COLUMNS, rows)
    yield from grid(columns, rows, width)
    folded = len(document.sections) - len(counts)
    if folded:
        yield Text(f"{folded} deeper sections are counted in these (use --depth 0)", style="dim")


def _placed(columns: Sequence[Column], rows: Sequence[Sequence[Text]]) -> Sequence[Column]:
    """The columns, the last one named after the places in it."""
    *others, last = columns
    return (*others, named_for(last, [row[-1].plain for row in rows]))


def _has_room(columns: Sequence[Column], rows: Sequence[Sequence[Text]], width: int) -> bool:
    """Whether titles and headings read well beside the other columns."""
    everything = ([Text(column.title) for column in columns], *rows)
    needs = [max(row[i].cell_len for row in everything) for i in range(len(columns))]
    least = [
        min(cells, _ROOMY) if column.flexible else cells
        for column, cells in zip(columns, needs, strict=True)
    ]
    return sum(least) + 2 * (len(columns) - 1) <= width


def _wide_row(document: Document, counted: SectionCount) -> list[Text]:
    numbers = [counted.kinds[kind] for kind in Kind]
    return _section_row(document, counted, numbers)


def _narrow_row(document: Document, counted: SectionCount) -> list[Text]:
    """A section with two counts instead of one for each kind."""
    return _section_row(document, counted, [_forward(counted), counted.kinds.total()])


def _section_row(document: Document, counted: SectionCount, numbers: Sequence[int]) -> list[Text]:
    return [
        Text(indented(counted)),
        Text(counted.section.role.replace("_", " "), style="dim"),
        *(Text(str(number or "")) for number in numbers),
        Text(position(document, counted.section.span), style="dim"),
    ]


def _wide_totals(counts: Sequence[SectionCount]) -> list[Text]:
    return _totals(sum(counted.kinds[kind] for counted in counts) for kind in Kind)


def _narrow_totals(counts: Sequence[SectionCount]) -> list[Text]:
    items = sum(counted.kinds.total() for counted in counts)
    return _totals((sum(map(_forward, counts)), items))


def _totals(numbers: Iterable[int]) -> list[Text]:
    cells = (Text(str(number), style="bold") for number in numbers)
    return [Text("all", style="bold"), Text(), *cells, Text()]


def _forward(counted: SectionCount) -> int:
    return sum(count for kind, count in counted.kinds.items() if kind.is_forward)


def _listed(row: ListedDocument) -> list[Text]:
    label = "/".join(part for part in (row.series, row.label) if part)
    return [
        Text(printable(label), style="bold"),
        Text(printable(row.title)),
        Text(printable(row.issuer)),
        Text(printable(row.date)),
        Text(str(row.items)),
        Text(str(row.forward_looking)),
        Text(str(row.targets)),
        Text(str(row.notices) if row.notices else "", style="yellow"),
    ]
