"""Pages without a text layer: recognised where that is installed, else named."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from policydiff.lexicon.notices import READING
from policydiff.model import Notice, Place, Span
from policydiff.read.formats import PDF
from policydiff.read.guarded import Script, run_guarded
from policydiff.read.pdf.legible import (
    has_text_layer,
    is_broken,
    require_recognised,
    unread_pages,
)
from policydiff.read.pdf.pages import Page
from policydiff.read.pdf.recogniser import Recogniser
from policydiff.read.pdf.scans import body_of, recognised_pages


class Completed(NamedTuple):
    """The pages to be read, and the numbers of those recognised and of those that are not read."""

    pages: list[Page]
    recognised: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()


def completed(
    pages: list[Page], content: bytes, name: str, recogniser: Recogniser | None
) -> Completed:
    """The pages, those without a text layer as they are recognised; SourceError for no text."""
    doubtful = unread_pages(pages)
    numbers = _inked(doubtful, content, name)
    legible = [
        page._replace(runs=()) if page.number in doubtful and is_broken([page]) else page
        for page in pages
    ]
    if recogniser is None:
        bare = tuple(number for number in numbers if not legible[number - 1].runs)
        return Completed(legible, unread=bare)
    if not numbers:
        require_recognised(pages, name)
        return Completed(pages)
    kept = [page for page in pages if page.number not in numbers]
    body = body_of(run for page in kept for run in page.runs)
    found = recognised_pages(recogniser(content, name, numbers), body)
    if has_text_layer(kept):
        # A page with less is a photograph with a word on it.
        found = [page for page in found if has_text_layer([page])]
    else:
        require_recognised(found, name)
    taken = {page.number: page for page in found if page.runs}
    whole = [taken.get(page.number, page) for page in legible]
    return Completed(whole, recognised=tuple(sorted(taken)))


def notices(done: Completed, places: Sequence[Place]) -> Iterator[Notice]:
    """What the reader of a report must know of pages without a text layer."""
    for code, numbers in (("text_recognised", done.recognised), ("pages_not_read", done.unread)):
        if numbers:
            sentence = READING[code].sentence(len(numbers), _listed(numbers))
            yield Notice(code, sentence, _first(places, numbers))


def _inked(numbers: Sequence[int], content: bytes, name: str) -> list[int]:
    """Those pages that are not blank."""
    if not numbers:
        return []
    script = Script("policydiff.read.pdf.inked", [str(number) for number in numbers])
    answer = run_guarded(script, content, name, PDF)
    return [number for number in numbers if number in answer]


def _listed(numbers: Sequence[int]) -> str:
    """The numbers as people write them: 1–3, 5, 8–9."""
    starts = [after for before, after in pairwise((-1, *numbers)) if after != before + 1]
    ends = [before for before, after in pairwise((*numbers, -1)) if after != before + 1]
    ranges = zip(starts, ends, strict=True)
    return ", ".join(str(start) if start == end else f"{start}–{end}" for start, end in ranges)


def _first(places: Sequence[Place], numbers: Sequence[int]) -> Span:
    """The first words on one of the pages, or else of the text."""
    names = {str(number) for number in numbers}
    return next((place.span for place in places if place.name in names), Span(0, 0))
