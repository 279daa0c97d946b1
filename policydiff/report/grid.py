"""Blocks of lines for a terminal: hanging paragraphs, and columns that stay in line."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.text import Text

from policydiff.report.blocks import Column
from policydiff.report.wrap import wrap

_GAP = "  "
_MIN_WIDTH = 4
_MOST = 0.85
_LEAST = 8
"""Flexible columns with fewer cells each than this break words."""

_LONG = 14
"""A column that needs more cells than this wraps too before the flexible ones break words."""


def hanging(prefix: Text, body: Text, width: int) -> Iterator[Text]:
    """The body wrapped beside its prefix."""
    indent = prefix.cell_len
    for number, line in enumerate(wrap(body, max(_MIN_WIDTH, width - indent))):
        yield Text.assemble(prefix if number == 0 else " " * indent, line)


def grid(columns: Sequence[Column], rows: Sequence[Sequence[Text]], width: int) -> Iterator[Text]:
    """The rows under their titles, cells wrapped so that the columns stay in line."""
    titles = [Text(column.title, style="dim") for column in columns]
    everything = (titles, *rows) if any(column.title for column in columns) else rows
    widths = _widths(columns, everything, width)
    for row in everything:
        cells = [_cell_lines(cell, width) for cell, width in zip(row, widths, strict=True)]
        for lines in zip_longest(*cells):
            yield _line(columns, widths, lines)


def _widths(
    columns: Sequence[Column], rows: Sequence[Sequence[Text]], width: int
) -> tuple[int, ...]:
    """Each column's cells: what it needs, but the flexible ones share what is left.

    What most of a column's cells need goes before what its few longest need.
    """
    needs = [sorted(row[i].cell_len for row in rows) for i in range(len(columns))]
    widths = [cells[-1] for cells in needs]
    flexible = [i for i, column in enumerate(columns) if column.flexible]
    room = _room(flexible, widths, width)
    if room < _LEAST * len(flexible):
        flexible = [i for i in range(len(columns)) if i in flexible or widths[i] > _LONG]
        room = _room(flexible, widths, width)
    least = [min(widths[i], _MIN_WIDTH) for i in flexible]
    usual = (needs[i][int(_MOST * (len(rows) - 1))] for i in flexible)
    most = [max(cells) for cells in zip(least, usual, strict=True)]
    dealt = _deal(most, room)
    longest = [widths[i] - cells for i, cells in zip(flexible, dealt, strict=True)]
    for i, cells, more in zip(flexible, dealt, _deal(longest, room - sum(dealt)), strict=True):
        widths[i] = max(_MIN_WIDTH, cells + more)
    return tuple(widths)


def _room(flexible: Sequence[int], widths: Sequence[int], width: int) -> int:
    """The cells that the other columns and the gaps leave."""
    fixed = sum(cells for i, cells in enumerate(widths) if i not in flexible)
    return width - fixed - len(_GAP) * (len(widths) - 1)


def _deal(wanted: Sequence[int], room: int) -> list[int]:
    """The room dealt out evenly, nobody getting more than wanted."""
    dealt = [0] * len(wanted)
    for done, i in enumerate(sorted(range(len(wanted)), key=lambda i: wanted[i])):
        dealt[i] = max(0, min(wanted[i], room // (len(wanted) - done)))
        room -= dealt[i]
    return dealt


def _cell_lines(cell: Text, width: int) -> list[Text]:
    """The cell wrapped, all its lines indented as its first is."""
    indent = len(cell.plain) - len(cell.plain.lstrip(" "))
    return list(hanging(cell[:indent], cell[indent:], width)) if indent else wrap(cell, width)


def _line(columns: Sequence[Column], widths: Sequence[int], cells: Sequence[Text | None]) -> Text:
    line = Text()
    for column, width, cell in zip(columns, widths, cells, strict=True):
        text = cell or Text()
        padding = " " * max(0, width - text.cell_len)
        line.append_text(Text.assemble(padding, text) if column.right else text)
        line.append(_GAP if column.right else padding + _GAP)
    line.rstrip()
    return line
