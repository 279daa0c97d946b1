"""What stands around a document without belonging to it, found line by line."""

import re
from collections.abc import Iterator, Sequence

from policydiff.clean.draft import Cut, Draft
from policydiff.clean.lines import Line, read_lines
from policydiff.lexicon.articles import ARTICLE
from policydiff.lexicon.furniture import (
    FRONT_MATTER,
    FURNITURE,
    METADATA,
    SALUTATION,
    WORDS,
    Place,
)
from policydiff.lexicon.lines import STRONG_START

LINE_LIMIT = 120
"""A longer line is text, whatever it matches."""

BODY_MIN = 40
"""A line of this length with a full stop in it is text."""

HEAD_LINES = 60
HEAD_SHARE = 0.3
"""The greeting that ends a web page's header stands in so many lines, or this share of all."""

TAIL_SENTENCES = 30
"""What follows a document names links and owners; a hard-wrapped text holds sentences."""

TAIL_SHARE = 0.4
"""A line that starts the tail is believed after this share of the text."""

_PATTERNS = {
    place: [
        (row.code, re.compile(row.pattern, re.MULTILINE)) for row in FURNITURE if row.place is place
    ]
    for place in Place
}


def remove_furniture(draft: Draft, *, chinese: bool) -> Draft:
    """The draft without what its pages, its web page or its archive put around it."""
    lines = read_lines(draft.text)
    places = (Place.LINE,) if chinese else (Place.LINE, Place.LATIN_LINE)
    return draft.without(
        [
            *_head_cuts(lines),
            *_tail_cuts(lines),
            *_line_cuts(lines, places),
            *_pattern_cuts(draft.text),
        ]
    )


def _pattern_cuts(text: str) -> Iterator[Cut]:
    for code, pattern in _PATTERNS[Place.INLINE]:
        yield from (Cut(code, *match.span()) for match in pattern.finditer(text))
    for code, pattern in _PATTERNS[Place.HEAD]:
        if match := pattern.match(text):
            yield Cut(code, *match.span())


def _line_cuts(lines: Sequence[Line], places: Sequence[Place]) -> Iterator[Cut]:
    rows = [row for place in places for row in _PATTERNS[place]]
    for line in lines:
        if len(line.text) <= LINE_LIMIT:
            for code, pattern in rows:
                if pattern.fullmatch(line.text):
                    yield Cut(code, line.start, line.end)


def _head_cuts(lines: Sequence[Line]) -> Iterator[Cut]:
    """A web page's header: all of it but the document's own title, occasion, speaker and date."""
    head = _head(lines)
    evidence = [index for index, line in enumerate(head) if _is_header(line.text)]
    if not evidence:
        return
    is_greeted = len(head) < len(lines) and SALUTATION.match(lines[len(head)].text)
    zone = head if is_greeted else head[: evidence[-1] + 1]
    own = {line.text: line for line in zone if _is_front_matter(line.text)}
    for line in zone:
        if own.get(line.text) is not line:
            yield Cut("web_furniture_removed", line.start, line.end)


def _head(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines before the greeting, or before the first that reads as text."""
    for index, line in enumerate(lines[: max(HEAD_LINES, int(HEAD_SHARE * len(lines)))]):
        if SALUTATION.match(line.text) and not METADATA.match(line.text):
            return lines[:index]
    for index, line in enumerate(lines):
        is_text = len(line.text) >= BODY_MIN and "。" in line.text
        if not METADATA.match(line.text) and (is_text or STRONG_START.match(line.text)):
            return lines[:index]
    return ()


def _is_header(text: str) -> bool:
    return text in WORDS or METADATA.match(text) is not None


def _is_front_matter(text: str) -> bool:
    return not _is_header(text) and FRONT_MATTER.fullmatch(text) is not None


def _is_text(text: str) -> bool:
    """Whether a line is too long for furniture, or an article of a law that wraps its lines."""
    return len(text) > LINE_LIMIT or ARTICLE.match(text) is not None


def _tail_cuts(lines: Sequence[Line]) -> Iterator[Cut]:
    """All lines from the first that starts the tail, if no text follows it."""
    last_text = max((index for index, line in enumerate(lines) if _is_text(line.text)), default=-1)
    total = lines[-1].end if lines else 0
    for index, line in enumerate(lines):
        if index <= last_text or line.start < TAIL_SHARE * total or len(line.text) > LINE_LIMIT:
            continue
        for code, pattern in _PATTERNS[Place.TAIL]:
            if pattern.fullmatch(line.text) and not _holds_text(lines[index:]):
                yield from (Cut(code, rest.start, rest.end) for rest in lines[index:])
                return


def _holds_text(lines: Sequence[Line]) -> bool:
    """Whether lines hold so many sentences that they are text, however short each line is."""
    return sum(line.text.count("。") for line in lines) > TAIL_SENTENCES
