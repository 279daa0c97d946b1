"""The words of a paragraph, sewn together over the ends of its lines."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from policydiff.lexicon.lines import is_wide
from policydiff.model import Box, PlaceKind
from policydiff.read.compose import Piece
from policydiff.read.pdf.flow import Set

HYPHEN_GOES = "\b"
"""Stands for a hyphen that only the end of a line made necessary."""

_OTHER_BULLET = re.compile(r"^[●▪■◆◇◦‣\ue000-\uf8ff]\s*(?=\S)")
"""Bullets of fonts that draw them in shapes of their own."""

_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_LAST_WORD = re.compile(r"[^\W\d_]+-$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def compounds(lines: Iterable[Set]) -> frozenset[str]:
    """The words that the document writes with a hyphen inside a line."""
    return frozenset(word.lower() for entry in lines for word in _COMPOUND.findall(entry.line.text))


def pieces(lines: Sequence[Set], hyphened: frozenset[str]) -> tuple[Piece, ...]:
    """The text of some lines, a piece for each column it stands in."""
    seams = [_seam(before, after, hyphened) for before, after in pairwise(lines)]
    found: list[Piece] = []
    start = 0
    for end in range(1, len(lines) + 1):
        if (
            end == len(lines)
            or lines[end].is_first
            or lines[end].line.page != lines[start].line.page
        ):
            found.append(_piece(lines[start:end], seams[start:end]))
            start = end
    return tuple(found)


def _seam(before: Set, after: Set, hyphened: frozenset[str]) -> str:
    """What joins two lines: a space, nothing, or HYPHEN_GOES."""
    ending, beginning = before.line.text, after.line.text
    if _is_hyphenation(ending, beginning, hyphened):
        return HYPHEN_GOES
    if ending.endswith("-") or is_wide(ending[-1]) or is_wide(beginning[0]):
        return ""
    return " "


def _is_hyphenation(ending: str, beginning: str, hyphened: frozenset[str]) -> bool:
    first, last = _FIRST_WORD.match(beginning), _LAST_WORD.search(ending)
    if not (first and last and first[0][0].islower()):
        return False
    return f"{last[0]}{first[0]}".lower() not in hyphened


def _piece(lines: Sequence[Set], seams: Sequence[str]) -> Piece:
    text = ""
    for entry, seam in zip(lines, [*seams, ""], strict=False):
        text += entry.line.text
        text = text[:-1] if seam == HYPHEN_GOES else text + seam
    text = _OTHER_BULLET.sub("• ", text)
    boxes = [entry.line.box for entry in lines]
    box = Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
    return Piece(text, PlaceKind.PAGE, str(lines[0].line.page), box)
