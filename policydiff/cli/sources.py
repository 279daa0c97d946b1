"""From what the user typed, a file or a label, to documents."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from policydiff.cli.console import remark
from policydiff.decisions import Decision
from policydiff.errors import LabelError, LibraryError, SourceError
from policydiff.model import Columns, Document, Download
from policydiff.overrides import Overrides
from policydiff.pipeline import (
    fetch_document,
    is_address,
    is_file,
    read,
    read_download,
    read_table,
)
from policydiff.report.understood_table import row_number
from policydiff.store import Library

_SOME = 12
"""So many rows an error names."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A document, and whether it came from the library."""

    document: Document
    is_stored: bool


def choose(
    argument: str, library: Library, series: str | None, overrides: Overrides | None = None
) -> Chosen:
    """The document in a file of that name, or the stored one with that label.

    An address of the web is what was fetched from it; nothing is fetched anew.
    A stored document is as it was read, so that overrides for it are a LabelError.
    """
    path = Path(argument)
    if is_address(argument):
        return Chosen(read_download(library.kept(argument), overrides), is_stored=False)
    if is_file(argument):
        return Chosen(read(path, overrides), is_stored=False)
    try:
        stored = library.load(argument, series=series)
    except (LabelError, LibraryError):
        if not path.exists():
            raise
        return Chosen(read(path, overrides), is_stored=False)
    _require_nothing_said(argument, overrides)
    return Chosen(stored, is_stored=True)


def _require_nothing_said(argument: str, overrides: Overrides | None) -> None:
    said = {} if overrides is None else overrides.values
    named = next((name for name in said if name != "series"), None)
    if named is not None:
        raise LabelError(
            f'"{argument}" is in the library as it was read, so --{named} "{said[named]}" says '
            "nothing of it; give its file instead"
        )


def table_columns(
    text_column: str | None, *, label_column: str | None, row: int | None = None
) -> Columns | None:
    """The columns that options name, None without any; a SourceError if only the texts' is not."""
    if text_column is not None:
        return Columns(text_column, label_column)
    if label_column is not None:
        raise SourceError(f'--label-column "{label_column}" needs --text-column NAME beside it')
    if row is not None:
        raise SourceError(f'--row "{row}" needs --text-column NAME beside it')
    return None


def choose_rows(
    argument: str, columns: Columns, row: int | None, overrides: Overrides
) -> list[Chosen]:
    """The documents of a table, or only the one in a row of it, as spreadsheets count."""
    numbers: list[str] = []
    found: list[Chosen] = []
    for document in read_table(argument, columns, overrides):
        number = row_number(document)
        if number is None:
            raise SourceError(f'"{argument}" is no table; give it without --text-column')
        if row == number:
            return [Chosen(document, is_stored=False)]
        numbers.append(str(number))
        if row is None:
            found.append(Chosen(document, is_stored=False))
    if row is not None:
        known = ", ".join((*numbers[:_SOME], *(["…"] if numbers[_SOME:] else [])))
        raise SourceError(f'"{argument}" has no document in row {row}; it has them in {known}')
    return found


def known_decisions(library: Library) -> list[Decision]:
    """What people decided; nothing, and a remark, where the library cannot be read."""
    try:
        return [each.decision for each in library.decisions()]
    except LibraryError as error:
        remark(f"decisions are left out: {error}")
        return []


@dataclass(frozen=True, slots=True)
class Reading:
    """The documents that an argument names, read in their turn, and what was fetched for them."""

    documents: Iterable[Document]
    download: Download | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """How the arguments of one command are read."""

    library: Library
    overrides: Overrides
    columns: Columns | None
    offline: bool
    allow_private: bool

    def read(self, argument: str) -> Reading:
        """The documents in a file, in a table, or at an address."""
        if not is_address(argument):
            return Reading(self._read_file(argument))
        if self.offline:
            return Reading((read_download(self.library.kept(argument), self.overrides),))
        download, document = fetch_document(
            argument, self.overrides, allow_private=self.allow_private
        )
        return Reading((document,), download)

    def _read_file(self, name: str) -> Iterable[Document]:
        if self.columns is not None:
            return read_table(name, self.columns, self.overrides)
        return (read(name, self.overrides),)
