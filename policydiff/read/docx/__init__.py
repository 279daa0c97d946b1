"""DOCX: paragraphs, tables and footnotes as they read with every tracked change accepted."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from policydiff.errors import SourceError
from policydiff.lexicon.notices import READING
from policydiff.model import Notice, PlaceKind, Source, Span
from policydiff.read.compose import Block, Piece, compose
from policydiff.read.docx.body import Paragraph, read_body
from policydiff.read.docx.package import Package, open_package

__all__ = ["read_docx"]


def read_docx(content: bytes, name: str) -> Source:
    """The document's text, one paragraph a line, each with its number."""
    package = open_package(content, name)
    composed = compose(_blocks(read_body(package)))
    if not composed.text.strip():
        raise SourceError(
            f'"{name}" is a Word document without text; if it holds pictures of pages, '
            "run them through text recognition and give the result"
        )
    return Source(
        name,
        hashlib.sha256(content).hexdigest(),
        "docx",
        composed.text,
        notices=tuple(_notices(package)),
        places=composed.places,
        asides=composed.asides,
    )


def _blocks(paragraphs: Iterable[Paragraph]) -> Iterator[Block]:
    """The paragraphs numbered from 1; what is set apart bears the number it hangs on."""
    number = 0
    for paragraph in paragraphs:
        number += not paragraph.aside
        piece = Piece(paragraph.text, PlaceKind.PARAGRAPH, str(max(number, 1)))
        yield Block((piece,), paragraph.aside)


def _notices(package: Package) -> Iterator[Notice]:
    counts = Counter(element.tag.rpartition("}")[2] for element in package.tracked_changes())
    if counts:
        wording = READING["tracked_changes_accepted"]
        yield Notice("tracked_changes_accepted", wording.sentence(counts.total()), Span(0, 0))
