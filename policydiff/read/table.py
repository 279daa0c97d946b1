"""Tables: CSV and workbooks with one document a row."""

import csv
import hashlib
import io
from collections.abc import Sequence
from typing import NamedTuple

from policydiff.errors import SourceError
from policydiff.model import Place, PlaceKind, Source, Span
from policydiff.read.compose import writable
from policydiff.read.formats import XLSX, recognise
from policydiff.read.guarded import Script, run_guarded
from policydiff.read.limits import MAX_CHARACTERS, require_size
from policydiff.read.text import decode

_SHEETS = Script("policydiff.read.sheets")
_DELIMITERS = ",\t;|"

Rows = Sequence[Sequence[str]]


class Row(NamedTuple):
    """A document, the number of its row as spreadsheets count it, and its label if it has one."""

    source: Source
    number: int
    label: str | None


def read_rows(
    content: bytes, name: str, text_column: str, label_column: str | None = None
) -> list[Row]:
    """The documents of a table, one a row; rows without a text are left out."""
    table = _table_with(_tables(content, name), text_column, name)
    text_at = _position(table, text_column, name)
    label_at = None if label_column is None else _position(table, label_column, name)
    rows = [
        Row(_source(_cell(row, text_at), name, number), number, _label(row, label_at))
        for number, row in enumerate(table[1:], start=2)
        if _cell(row, text_at).strip()
    ]
    if not rows:
        raise SourceError(f'"{name}" has no text in its column "{text_column}"; name another one')
    return rows


def _tables(content: bytes, name: str) -> list[Rows]:
    if recognise(name, content) is XLSX:
        return [_texts(sheet) for sheet in run_guarded(_SHEETS, content, name, XLSX)]
    text, _ = decode(content, name)
    csv.field_size_limit(MAX_CHARACTERS)
    try:
        return [list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))]
    except csv.Error as error:
        raise SourceError(
            f'"{name}" is no table that can be read ({error}); save it anew as CSV or .xlsx'
        ) from error


def _texts(sheet: object) -> Rows:
    rows = sheet if isinstance(sheet, list) else []
    return [[str(cell) for cell in row] for row in rows]


def _delimiter(text: str) -> str:
    """The one of the usual marks that stands most often in the first line."""
    header = text.partition("\n")[0]
    return max(_DELIMITERS, key=header.count)


def _table_with(tables: Sequence[Rows], column: str, name: str) -> Rows:
    """The first sheet with a column of that name, or the first that has columns."""
    filled = [table for table in tables if table and table[0]]
    if not filled:
        raise SourceError(f'"{name}" is a table without rows; give one with a row of column names')
    return next((table for table in filled if column in _header(table)), filled[0])


def _header(table: Rows) -> list[str]:
    return [" ".join(title.split()) for title in table[0]]


def _position(table: Rows, column: str, name: str) -> int:
    header = _header(table)
    if column not in header:
        known = ", ".join(f'"{title[:30]}"' for title in header[:12] if title) or "none"
        raise SourceError(f'"{name}" has no column "{column}"; it has {known}')
    return header.index(column)


def _cell(row: Sequence[str], position: int) -> str:
    return row[position] if position < len(row) else ""


def _label(row: Sequence[str], position: int | None) -> str | None:
    return None if position is None else _cell(row, position).strip() or None


def _source(text: str, name: str, number: int) -> Source:
    """A row's text; its hash is that of the cell, so that rows are different documents."""
    text = writable(text)
    require_size(f"{name} row {number}", text)
    digest = hashlib.sha256(text.encode()).hexdigest()
    place = Place(Span(0, len(text)), PlaceKind.ROW, str(number))
    return Source(f"{name} row {number}", digest, "table", text, places=(place,))
