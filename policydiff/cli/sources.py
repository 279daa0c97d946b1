"""From what the user typed, a file or a label, to documents."""

from dataclasses import dataclass
from pathlib import Path

from policydiff.errors import LabelError, LibraryError
from policydiff.model import Document
from policydiff.pipeline import read
from policydiff.store import Library


@dataclass(frozen=True, slots=True)
class Chosen:
    """A document, and whether it came from the library."""

    document: Document
    is_stored: bool


def choose(argument: str, library: Library, series: str | None) -> Chosen:
    """The document in a file of that name, or the stored one with that label."""
    path = Path(argument)
    if path.is_file() or path.suffix.lower() in _FILE_SUFFIXES:
        return Chosen(read(path), is_stored=False)
    try:
        return Chosen(library.load(argument, series=series), is_stored=True)
    except (LabelError, LibraryError):
        if not path.exists():
            raise
    return Chosen(read(path), is_stored=False)


_FILE_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".text"})
