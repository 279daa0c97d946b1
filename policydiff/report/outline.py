"""One document's outline, and a library's list of documents, on a terminal."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from policydiff.model import Document, Kind, Section
from policydiff.report import summary
from policydiff.report.blocks import Column
from policydiff.report.grid import grid, hanging
from policydiff.report.place import heading, position
from policydiff.report.printable import printable

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

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines of the outline, none wider than the console."""
        for line in _outline(self.document, options.max_width):
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


def document_outline(document: Document) -> DocumentOutline:
    """The document's particulars, notices and sections for ``Console.print``."""
    return DocumentOutline(document)


def documents_table(rows: Sequence[ListedDocument]) -> DocumentsTable:
    """The documents of a library, in the order given, for ``Console.print``."""
    return DocumentsTable(tuple(rows))


def _outline(document: Document, width: int) -> Iterator[Text]:
    yield from hanging(Text(), Text(summary.title(document), style="bold"), width)
    about = f"{summary.name(document)}, {summary.particulars(document)}"
    yield from hanging(Text(), Text(about, style="dim"), width)
    for notice in summary.document_notices(document):
        body = Text(notice.message, style="yellow" if notice.is_grave else "dim")
        yield from hanging(Text("notice  ", style="yellow"), body, width)
    yield Text()
    rows = list(_section_rows(document))
    if _has_room(_OUTLINE_COLUMNS, rows, width):
        yield from grid(_OUTLINE_COLUMNS, rows, width)
    else:
        yield from grid(_NARROW_OUTLINE_COLUMNS, list(_narrow_rows(document)), width)


def _has_room(columns: Sequence[Column], rows: Sequence[Sequence[Text]], width: int) -> bool:
    """Whether titles and headings read well beside the other columns."""
    everything = ([Text(column.title) for column in columns], *rows)
    needs = [max(row[i].cell_len for row in everything) for i in range(len(columns))]
    least = [
        min(cells, _ROOMY) if column.flexible else cells
        for column, cells in zip(columns, needs, strict=True)
    ]
    return sum(least) + 2 * (len(columns) - 1) <= width


def _narrow_rows(document: Document) -> Iterator[list[Text]]:
    """The sections with two counts instead of one for each kind."""
    items = Counter(item.section for item in document.items)
    forward = Counter(item.section for item in document.items if item.kind.is_forward)
    for index, section in enumerate(document.sections):
        yield [
            Text("  " * _depth(document, section) + heading(section)),
            Text(section.role.replace("_", " "), style="dim"),
            *(Text(str(counts[index] or "")) for counts in (forward, items)),
            Text(position(document, section.span), style="dim"),
        ]
    totals = (str(counts.total()) for counts in (forward, items))
    yield [Text("all", style="bold"), Text(), *(Text(n, style="bold") for n in totals), Text()]


def _section_rows(document: Document) -> Iterator[list[Text]]:
    counts = Counter((item.section, item.kind) for item in document.items)
    for index, section in enumerate(document.sections):
        yield [
            Text("  " * _depth(document, section) + heading(section)),
            Text(section.role.replace("_", " "), style="dim"),
            *(Text(str(counts[index, kind] or "")) for kind in Kind),
            Text(position(document, section.span), style="dim"),
        ]
    yield [Text("all", style="bold"), Text(), *(_total(document, kind) for kind in Kind), Text()]


def _depth(document: Document, section: Section) -> int:
    depth = 0
    while section.parent is not None:
        section = document.sections[section.parent]
        depth += 1
    return depth


def _total(document: Document, kind: Kind) -> Text:
    return Text(str(sum(item.kind is kind for item in document.items)), style="bold")


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
