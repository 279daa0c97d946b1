"""Blocks of lines for a terminal: hanging paragraphs and columns that stay in line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.cells import cell_len
from rich.text import Text

from policydiff.report.wrap import wrap

_GAP = 2
_MIN_WIDTH = 4


@dataclass(frozen=True, slots=True)
class Column:
    """A column's title; ``flexible`` ones share the width the others leave."""

    title: str
    flexible: bool = False
    right: bool = False


def hanging(prefix: Text, body: Text, width: int) -> Iterator[Text]:
    """The body wrapped beside its prefix."""
    indent = prefix.cell_len
    for number, line in enumerate(wrap(body, max(_MIN_WIDTH, width - indent))):
        yield Text.assemble(prefix if number == 0 else " " * indent, line)


def table(columns: Sequence[Column], rows: Sequence[Sequence[Text]], width: int) -> Iterator[Text]:
    """The rows under their titles, cells wrapped so that columns stay in line."""
    titles = [Text(column.title, style="dim") for column in columns]
    widths = _widths(columns, [titles, *rows], width)
    for row in (titles, *rows):
        yield from _row(columns, widths, row)


def _widths(
    columns: Sequence[Column], rows: Sequence[Sequence[Text]], width: int
) -> tuple[int, ...]:
    natural = [max(row[i].cell_len for row in rows) for i in range(len(columns))]
    room = width - _GAP * (len(columns) - 1)
    fixed = sum(
        cells for cells, column in zip(natural, columns, strict=True) if not column.flexible
    )
    flexible = [cells for cells, column in zip(natural, columns, strict=True) if column.flexible]
    shares = iter(_shares(flexible, room - fixed))
    return tuple(
        next(shares) if column.flexible else cells
        for cells, column in zip(natural, columns, strict=True)
    )


def _shares(natural: Sequence[int], room: int) -> tuple[int, ...]:
    """The room dealt out evenly, no column getting more than it needs."""
    shares = [0] * len(natural)
    order = sorted(range(len(natural)), key=lambda i: natural[i])
    for done, i in enumerate(order):
        even = (room - sum(shares)) // (len(natural) - done)
        shares[i] = max(_MIN_WIDTH, min(natural[i], even))
    return tuple(shares)


def _row(columns: Sequence[Column], widths: Sequence[int], row: Sequence[Text]) -> Iterator[Text]:
    cells = [wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
    for lines in zip_longest(*cells):
        yield _line(columns, widths, lines)


def _line(columns: Sequence[Column], widths: Sequence[int], cells: Sequence[Text | None]) -> Text:
    line = Text()
    for column, width, cell in zip(columns, widths, cells, strict=True):
        text = cell or Text()
        padding = " " * max(0, width - cell_len(text.plain))
        line = Text.assemble(
            line, padding if column.right else "", text, "" if column.right else padding, " " * _GAP
        )
    line.rstrip()
    return line
