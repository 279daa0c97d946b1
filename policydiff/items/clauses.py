"""Clauses: a sentence cut so that each part carries one action or one figure."""

import re
from collections.abc import Iterator

from policydiff.items.sentences import masked
from policydiff.lexicon.actions import MODIFIER_OPENING, RESULT_OPENING, find_verb
from policydiff.lexicon.clauses import (
    ENUMERATOR,
    LATIN_SENTENCE,
    LEAD_IN,
    LONGEST_CLAUSE,
    PIECE,
    SHORTEST_CLAUSE,
    TIME_ALONE,
    TRIM,
)
from policydiff.model import Span

_LEFT_TRIM = TRIM.replace("“", "") + "）)”’"
_RIGHT_TRIM = TRIM


def clauses(text: str, sentence: Span) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence as clean ranges, without the marks around them."""
    words = text[sentence.start : sentence.end]
    bare = masked(words)
    pieces = [_unnumbered(words, match) for match in PIECE.finditer(bare) if match.group()]
    if LATIN_SENTENCE.fullmatch(bare):
        pieces = [Span(pieces[0].start, len(bare))]
    for start, end in _join_pieces(bare, pieces):
        yield from _trimmed(text, sentence.start + start, sentence.start + end)


def split_pieces(words: str) -> list[str]:
    """The stretches of a sentence between its commas and colons, without ordinals and marks."""
    bare = masked(words)
    return [
        bare[piece.start : piece.end].strip(TRIM)
        for match in PIECE.finditer(bare)
        if match.group()
        for piece in (_unnumbered(words, match),)
    ] or [bare]


def _unnumbered(words: str, piece: re.Match[str]) -> Span:
    enumerator = ENUMERATOR.match(words, piece.start(), piece.end())
    return Span(enumerator.end() if enumerator is not None else piece.start(), piece.end())


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] in _LEFT_TRIM:
        start += 1
    while start < end and text[end - 1] in _RIGHT_TRIM:
        end -= 1
    if start < end:
        yield start, end


def _join_pieces(bare: str, pieces: list[Span]) -> Iterator[tuple[int, int]]:
    """Neighbouring pieces joined so that each group carries an action or a figure of its own."""
    groups: list[Span] = []
    is_waiting = False
    for piece in pieces:
        words = bare[piece.start : piece.end].rstrip("，,")
        if groups and (is_waiting or not _stands_alone(words)) and _fits(groups[-1], piece):
            groups[-1] = Span(groups[-1].start, piece.end)
        else:
            groups.append(piece)
        is_waiting = _needs_next(words) and not (is_waiting and acts(words))
    yield from groups


def _fits(group: Span, piece: Span) -> bool:
    return piece.end - group.start <= LONGEST_CLAUSE


def _stands_alone(words: str) -> bool:
    """Whether a piece is more than the purpose, manner or tail of the one before it."""
    return len(words) >= SHORTEST_CLAUSE and RESULT_OPENING.match(words) is None


def _needs_next(words: str) -> bool:
    """Whether a piece only prepares the action that follows."""
    if LEAD_IN.search(words):
        return False
    if len(words) < SHORTEST_CLAUSE or TIME_ALONE.fullmatch(words):
        return True
    return MODIFIER_OPENING.match(words) is not None and not acts(words[1:])


def acts(words: str) -> bool:
    """Whether an action stands at the start, behind any adverbs."""
    return find_verb(words) is not None
