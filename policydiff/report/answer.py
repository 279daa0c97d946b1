"""What a library answers to a question: columns and rows, as a table or as CSV."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from policydiff.report.blocks import Column
from policydiff.report.grid import grid, hanging
from policydiff.report.printable import printable

Cell = str | int | float | None

_READABLE = 22
"""Columns no wider than this keep to one line a row, and wider ones get at least as much."""
_GAP = 2


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A rich renderable: print it to a console of any width."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines of the table, none wider than the console."""
        for line in _lines(self, options.max_width):
            yield from line.render(console, end="\n")


def answer_table(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> AnswerTable:
    """The rows under the names of their columns for ``Console.print``.

    Where they are too many for the width, each row is a paragraph, one column a line.
    """
    return AnswerTable(tuple(columns), tuple(tuple(row) for row in rows))


def answer_csv(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """The rows as CSV under a line of column names; what is null stays empty."""
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows([columns, *rows])
    return text.getvalue()


def _lines(table: AnswerTable, width: int) -> Iterator[Text]:
    rows = [[Text(_shown(cell)) for cell in row] for row in table.rows]
    longest = [_longest(table, position) for position in range(len(table.columns))]
    least = sum(min(_READABLE, cells) + _GAP for cells in longest) - _GAP
    if rows and least > width:
        yield from _paragraphs(table.columns, rows, width)
    else:
        columns = [_column(table, position, cells) for position, cells in enumerate(longest)]
        yield from grid(columns, rows, width)


def _longest(table: AnswerTable, position: int) -> int:
    values = [_shown(row[position]) for row in table.rows]
    return max(cell_len(text) for text in (table.columns[position], *values))


def _column(table: AnswerTable, position: int, longest: int) -> Column:
    values = [row[position] for row in table.rows]
    is_number = bool(values) and all(isinstance(value, int | float) for value in values)
    return Column(table.columns[position], flexible=longest > _READABLE, right=is_number)


def _paragraphs(names: Sequence[str], rows: Sequence[list[Text]], width: int) -> Iterator[Text]:
    indent = max(map(len, names)) + _GAP
    for number, row in enumerate(rows):
        if number:
            yield Text()
        for name, cell in zip(names, row, strict=True):
            if cell:
                yield from hanging(Text(name.ljust(indent), style="dim"), cell, width)


def _shown(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case float():
            return f"{cell:g}"
        case _:
            return printable(str(cell))
