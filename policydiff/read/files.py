"""From a file, or from bytes and a name, to the documents in it."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from policydiff.errors import SourceError
from policydiff.model import Columns, Source
from policydiff.read.formats import (
    CSV,
    DOCX,
    HTML,
    MARKDOWN,
    MHTML,
    PDF,
    TEXT,
    XLSX,
    Format,
    recognise,
)
from policydiff.read.limits import MAX_MEGABYTES, require_document

Reader = Callable[[bytes, str], Source]

_READERS = {
    TEXT: ("text", "read_text"),
    MARKDOWN: ("markdown", "read_markdown"),
    HTML: ("html", "read_html"),
    MHTML: ("html", "read_mhtml"),
    DOCX: ("docx", "read_docx"),
    PDF: ("pdf", "read_pdf"),
}
"""The module and function for each format; a module is loaded when a file asks for it."""

_TABLES = (CSV, XLSX)


class LabelledSource(NamedTuple):
    """A document's source, and the label its table gives it."""

    source: Source
    label: str | None = None


def read_source(path: Path) -> Source:
    """The text of the one document in a file; SourceError says what is wrong with it."""
    return read_content(load(path), path.name)


def read_sources(path: Path, columns: Columns | None = None) -> tuple[LabelledSource, ...]:
    """The documents in a file: one, or of a table one a row."""
    content = load(path)
    if recognise(path.name, content) not in _TABLES:
        return (LabelledSource(read_content(content, path.name)),)
    from policydiff.read.table import read_rows  # noqa: PLC0415  (tables are rare)

    if columns is None:
        raise SourceError(_asks_for_columns(path.name))
    rows = read_rows(content, path.name, columns.text, columns.label)
    return tuple(LabelledSource(row.source, row.label) for row in rows)


def read_content(content: bytes, name: str) -> Source:
    """The text of one document given as bytes."""
    kind = recognise(name, content)
    if kind in _TABLES:
        raise SourceError(_asks_for_columns(name))
    source = _read(kind, content, name)
    require_document(name, source.text)
    return source


def load(path: Path) -> bytes:
    """The bytes of a file, unless there is none, or one too large."""
    try:
        if path.is_dir():
            raise SourceError(
                f'"{path}" is a directory; name the files in it, such as {path}/*.txt'
            )
        if path.stat().st_size > MAX_MEGABYTES * 1_000_000:
            raise SourceError(
                f'"{path.name}" is larger than {MAX_MEGABYTES} MB; give the text of one document'
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(f'there is no file "{path}"; check the name and the folder') from error
    except PermissionError as error:
        raise SourceError(f'"{path}" cannot be opened; check who may read it') from error
    except OSError as error:
        raise SourceError(
            f'"{path}" cannot be read ({error.strerror}); try a copy of it'
        ) from error


def _read(kind: Format, content: bytes, name: str) -> Source:
    module, function = _READERS[kind]
    reader: Reader = getattr(import_module(f"policydiff.read.{module}"), function)
    try:
        return reader(content, name)
    except SourceError:
        raise
    except Exception as error:  # a damaged file makes a library raise anything
        raise SourceError(
            f'"{name}" is {kind.name} that cannot be read ({type(error).__name__}); '
            "open it, save it anew, and give that"
        ) from error


def _asks_for_columns(name: str) -> str:
    is_address = "://" in name
    file, first = ("FILE", "save it, then ") if is_address else (name, "")
    return (
        f'"{name}" is a table; {first}add the documents in it, one a row, with: '
        f"policydiff add {file} --text-column NAME --label-column NAME"
    )
