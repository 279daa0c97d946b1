"""The words that differ inside a carried commitment, as spans of both texts."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz.distance import Indel

from policydiff.lexicon.clauses import PUNCTUATION
from policydiff.lexicon.units import QUANTITY
from policydiff.model import Document, Item, Link, Span, WordChange

_LATIN = re.compile(r"[A-Za-z0-9]+(?:[.\-'’][A-Za-z0-9]+)*")
_SHORT_STAY = 1
"""An unchanged run of this many characters between two changes is read as changed too."""


class _Run(NamedTuple):
    """Words of the old item against words of the new one, as ranges of their plain texts."""

    is_same: bool
    old: Span
    new: Span


def changed_words(old: Document, new: Document, link: Link) -> tuple[WordChange, ...]:
    """The stretches in which a link's two items differ, whole words and whole figures.

    Stretches that differ in punctuation alone are left out.
    """
    items = old.items[link.old], new.items[link.new]
    old_plain, new_plain = items[0].plain, items[1].plain
    if old_plain == new_plain:
        return ()
    places = source_positions(old, items[0]), source_positions(new, items[1])
    return tuple(
        WordChange(_source_span(places[0], run.old), _source_span(places[1], run.new))
        for run in word_runs(old_plain, new_plain)
        if not run.is_same and (_has_words(old_plain, run.old) or _has_words(new_plain, run.new))
    )


def _has_words(plain: str, span: Span) -> bool:
    return PUNCTUATION.sub("", plain[span.start : span.end]) != ""


def word_runs(old: str, new: str) -> list[_Run]:
    """Two texts cut into runs that are the same or differ, in order, covering both."""
    old_words, new_words = words(old), words(new)
    old_starts, new_starts = _starts(old_words), _starts(new_words)
    runs: list[_Run] = []
    for code in Indel.opcodes(old_words, new_words):
        run = _Run(
            code.tag == "equal",
            Span(old_starts[code.src_start], old_starts[code.src_end]),
            Span(new_starts[code.dest_start], new_starts[code.dest_end]),
        )
        _append(runs, run)
    return runs


def words(text: str) -> list[str]:
    """The words of a text; figures with their units, and Latin words, stay whole."""
    pieces: list[str] = []
    position = 0
    for match in _whole_pieces(text):
        pieces += _cut(text[position : match.start])
        pieces.append(text[match.start : match.end])
        position = match.end
    return pieces + _cut(text[position:])


def _cut(text: str) -> list[str]:
    import rjieba  # noqa: PLC0415  (loads its dictionary, 0.1 s that only comparing need pay)

    return rjieba.cut(text) if text else []


def _whole_pieces(text: str) -> Iterator[Span]:
    end = 0
    matches = [*QUANTITY.finditer(text), *_LATIN.finditer(text)]
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        if match.start() >= end:
            end = match.end()
            yield Span(match.start(), end)


def _starts(pieces: list[str]) -> list[int]:
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return starts


def _append(runs: list[_Run], run: _Run) -> None:
    """Adds a run, joining changes that stand next to each other or a single character apart."""
    if runs and run.is_same and run.old.length <= _SHORT_STAY:
        run = run._replace(is_same=False)
    if runs and not run.is_same and not runs[-1].is_same:
        last = runs.pop()
        run = _Run(
            is_same=False,
            old=Span(last.old.start, run.old.end),
            new=Span(last.new.start, run.new.end),
        )
    runs.append(run)


def source_positions(document: Document, item: Item) -> list[int]:
    """The source position of each character of an item's text, and the end behind the last."""
    if document.text[slice(*item.span)] == item.text:
        return list(range(item.span.start, item.span.end + 1))
    furniture = [span for span in document.furniture if span.overlap(item.span)]
    places: list[int] = []
    position = item.span.start
    for char in item.text:
        while document.text[position] != char or any(
            span.start <= position < span.end for span in furniture
        ):
            position += 1
        places.append(position)
        position += 1
    return [*places, item.span.end]


def _source_span(places: list[int], run: Span) -> Span:
    if not run.length:
        return Span(places[run.start], places[run.start])
    return Span(places[run.start], places[run.end - 1] + 1)
