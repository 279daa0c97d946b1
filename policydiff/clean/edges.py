"""Whether a text starts or ends in the middle of its document."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from policydiff.clean.draft import Draft
from policydiff.clean.lines import Line, read_lines
from policydiff.lexicon.furniture import CLOSING_WORDS, FRONT_MATTER, GLOSSARY, SALUTATION
from policydiff.lexicon.lines import (
    RESUMERS,
    STRONG_START,
    UNFINISHED_LATIN,
    has_ended,
    is_open,
    is_wide,
)
from policydiff.model import Notice, Span

CELL_LIMITS = frozenset({32_766, 32_767})
"""Spreadsheets cut a cell's text at these lengths."""

NEAR = 60
"""A continuation mark this close to an end of the text belongs to that end."""

CLOSED_MIN = 40
"""A paragraph this long ends with a full stop, if the text has any."""

SENTENCE_MIN = 15
"""A last line shorter than this is a date, a name or a heading."""

SIGNATURE_LIMIT = 40

LAST_WORDS = 20
"""How many characters a notice about the end quotes."""

REPORT_MIN = 2000
"""A greeting and less text than this is an example of a report, not one."""

CLOSING_PARAGRAPHS, CLOSING_REACH = 3, 160
"""Where a report's closing words stand: in its last paragraphs, so far from the end."""

FIRST_LOOK = 12
"""How many paragraphs may stand before the first ordinal that counts."""

_LATER = "(?:[二三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?)"
_LATER_ORDINAL = re.compile(
    rf"{_LATER}[是要、]|其[二三四五]|[（(]{_LATER}[）)]|第(?:{_LATER}|\d{{2,}}|[2-9])[编篇章节条]"
)
_FIRST_PART = re.compile("^一、", re.MULTILINE)
_SECOND_PART = re.compile("^二、", re.MULTILINE)
_CONTINUED_FROM = re.compile("[（(]上[接转][^）)\n]{1,10}[）)]")
_CONTINUED_ON = re.compile("[（(]下[接转][^）)\n]{1,10}[）)]")
_SIGNATURE = re.compile(r"\d{4}年|\d{1,2}月\d{1,2}日|^[—（(]|完$")


class _Edge(NamedTuple):
    """A place where the document breaks, and how that shows."""

    span: Span
    sign: str


def edge_notices(draft: Draft, source: str, *, chinese: bool) -> tuple[Notice, ...]:
    """The notices that say at which ends a part of the document is missing."""
    paragraphs = [line for line in read_lines(draft.text) if line.text]
    if not paragraphs:
        return ()
    start = _continued_from(draft, source) or _broken_start(draft, paragraphs, chinese=chinese)
    end = (
        _continued_on(draft, source)
        or _cell_end(draft, source)
        or _broken_end(draft, paragraphs, chinese=chinese)
    )
    notices = []
    if start:
        message = f"The text starts in the middle of the document: {start.sign}."
        notices.append(Notice("starts_mid_document", message, start.span))
    if end:
        message = f"The text breaks off before the end of the document: {end.sign}."
        notices.append(Notice("ends_mid_document", message, end.span))
    return tuple(notices)


def _continued_from(draft: Draft, source: str) -> _Edge | None:
    return _marked(_CONTINUED_FROM, source, draft.offsets[0])


def _continued_on(draft: Draft, source: str) -> _Edge | None:
    return _marked(_CONTINUED_ON, source, draft.offsets[-1])


def _marked(pattern: re.Pattern[str], source: str, place: int) -> _Edge | None:
    mark = pattern.search(source, max(0, place - NEAR), place + NEAR)
    return _Edge(Span(*mark.span()), f"it is marked {mark[0]}") if mark else None


def _cell_end(draft: Draft, source: str) -> _Edge | None:
    last_line = source[source.rfind("\n", 0, len(source.rstrip())) + 1 :]
    if not {len(source), len(last_line)} & CELL_LIMITS:
        return None
    return _Edge(_last(draft), "it is as long as a spreadsheet cell can be")


def _broken_start(draft: Draft, paragraphs: Sequence[Line], *, chinese: bool) -> _Edge | None:
    head = paragraphs[:FIRST_LOOK]
    if any(SALUTATION.match(line.text) for line in head):
        return None
    first = next((line for line in head if not FRONT_MATTER.fullmatch(line.text)), head[0])
    if not chinese:
        is_broken = head[0].text[0].islower()
    else:
        is_resumed = head[0].text[0] in RESUMERS
        is_broken = is_resumed or _LATER_ORDINAL.match(first.text) is not None
    return _Edge(_span(draft, first), f"it opens with “{first.text[:12]}”") if is_broken else None


def _broken_end(draft: Draft, paragraphs: Sequence[Line], *, chinese: bool) -> _Edge | None:
    last = paragraphs[-1]
    if chinese and _is_first_part_only(draft.text, paragraphs):
        return _Edge(_last(draft), "it has a part 一 and no part 二")
    if chinese and _lacks_closing(paragraphs):
        return _Edge(_last(draft), "it lacks the closing words of a report")
    if not _closes_sentences(paragraphs) or has_ended(last.text):
        return None
    if _is_cut_han(last.text) if chinese else _is_cut_latin(last.text):
        return _Edge(_span(draft, last), f"its last words are “{last.text[-12:]}”")
    return None


def _is_cut_han(text: str) -> bool:
    """Whether an unfinished last paragraph is more than a signature or a date."""
    if is_open(text):
        return True
    if len(text) > SIGNATURE_LIMIT or not is_wide(text[-1]):
        return is_wide(text[-1])
    if _SIGNATURE.search(text) or FRONT_MATTER.fullmatch(text):
        return False
    return len(text) >= SENTENCE_MIN or STRONG_START.match(text) is not None


def _is_cut_latin(text: str) -> bool:
    """Whether the last words ask for more; addresses and links end without a full stop too."""
    return UNFINISHED_LATIN.search(text) is not None


def _lacks_closing(paragraphs: Sequence[Line]) -> bool:
    body = [line.text for line in paragraphs]
    glossary = next((index for index, text in enumerate(body) if GLOSSARY.fullmatch(text)), None)
    body = body[:glossary]
    is_report = any(SALUTATION.match(text) for text in body[:FIRST_LOOK])
    if not is_report or sum(map(len, body)) < REPORT_MIN:
        return False
    return not CLOSING_WORDS.search("".join(body[-CLOSING_PARAGRAPHS:])[-CLOSING_REACH:])


def _is_first_part_only(text: str, paragraphs: Sequence[Line]) -> bool:
    is_report = any(SALUTATION.match(line.text) for line in paragraphs[:FIRST_LOOK])
    return is_report and bool(_FIRST_PART.search(text)) and not _SECOND_PART.search(text)


def _closes_sentences(paragraphs: Sequence[Line]) -> bool:
    long = [line for line in paragraphs[:-1] if len(line.text) >= CLOSED_MIN]
    return 4 * sum(has_ended(line.text) for line in long) >= 3 * len(long) > 0


def _span(draft: Draft, line: Line) -> Span:
    return draft.span(line.start, line.end)


def _last(draft: Draft) -> Span:
    """The last words of the last paragraph."""
    end = len(draft.text)
    start = max(end - LAST_WORDS, draft.text.rfind("\n") + 1)
    return draft.span(start, end)
