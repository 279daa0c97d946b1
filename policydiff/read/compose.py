"""From the paragraphs found in a file to a text and the place of each of its stretches."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from policydiff.model import Aside, Box, Place, PlaceKind, Span
from policydiff.read.text import LINE_ENDS

_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")


class Piece(NamedTuple):
    """Words of a paragraph that stand together in one place of the file; it may have no name."""

    text: str
    kind: PlaceKind
    name: str
    box: Box | None = None


class Block(NamedTuple):
    """A paragraph; one that is furniture bears the code of the notice that says so."""

    pieces: tuple[Piece, ...]
    aside: str = ""


class Composed(NamedTuple):
    """A text with its places and what in it is furniture."""

    text: str
    places: tuple[Place, ...]
    asides: tuple[Aside, ...]


def compose(blocks: Iterable[Block], gap: str = "\n\n") -> Composed:
    """The paragraphs one after the other, with a gap between; empty ones are left out."""
    parts: list[str] = []
    places: list[Place] = []
    asides: list[Aside] = []
    position = 0
    for block in blocks:
        written = [(writable(piece.text), piece) for piece in block.pieces]
        if not "".join(text for text, _ in written).strip():
            continue
        if parts:
            parts.append(gap)
            position += len(gap)
        start = position
        for text, piece in written:
            span = Span(position, position + len(text))
            if piece.name:
                places.append(Place(span, piece.kind, piece.name, piece.box))
            parts.append(text)
            position += len(text)
        if block.aside:
            asides.append(Aside(block.aside, Span(start, position)))
    return Composed("".join(parts), tuple(places), tuple(asides))


def writable(text: str) -> str:
    """The text without what no file can hold, its line ends as line feeds."""
    return LINE_ENDS.sub("\n", _UNWRITABLE.sub("\ufffd", text))
