"""Headings: which paragraphs of a text head a section, and with which words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policydiff.lexicon.furniture import GLOSSARY
from policydiff.lexicon.headings import (
    ALONE_LIMIT,
    BARE_DATE,
    BULLET_FAMILIES,
    LIST_FAMILIES,
    MARKERS,
    NOTE_FAMILIES,
    PART_TITLE,
    POINT_START,
    RUN_IN_LIMIT,
    SALUTATION,
    SENTENCE_END,
    STANDING_LIMIT,
    UNDERLINE,
    UNDERLINE_DEPTHS,
    UNMARKED_LIMIT,
    Marker,
    ordinal_value,
)
from policydiff.lexicon.lines import has_ended
from policydiff.model import CleanText, Span

CLOSED_SHARE = 0.9
"""The share of long paragraphs that end with a stop in a text whose open lines are headings."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found, in clean coordinates, before its place in the tree is known."""

    family: str
    number: int
    ordinal: str
    text: str
    span: Span
    rank: int | None


def find_headings(clean_text: CleanText) -> Iterator[Heading]:
    """The headings of a text in order."""
    text = clean_text.text
    paragraphs = tuple(clean_text.paragraphs())
    marked = [_marked_heading(clean_text, paragraph) for paragraph in paragraphs]
    is_law = any(heading and heading.family == "article" for heading in marked)
    points = frozenset() if is_law else _list_points(text, paragraphs)
    continued = _drop_stray_numbers(
        None if number in points else heading for number, heading in enumerate(marked)
    )
    unmarked = _Unmarked(clean_text, paragraphs, is_numbered=any(continued))
    is_glossary = False
    for number, heading in enumerate(continued):
        if heading is not None:
            if not (is_glossary and heading.family.rstrip("0123456789") in NOTE_FAMILIES):
                yield heading
        elif marked[number] is None and number not in points and unmarked.may_head(number):
            found = unmarked.heading(number)
            if found is not None:
                is_glossary = is_glossary or GLOSSARY.fullmatch(found.text) is not None
                yield found


def _list_points(text: str, paragraphs: Sequence[Span]) -> frozenset[int]:
    """The paragraphs that number the points of one long sentence, closed by semicolons."""
    points: set[int] = set()
    for marker in MARKERS:
        if marker.family in LIST_FAMILIES:
            for run in _runs(marker, text, paragraphs):
                if any(text[paragraphs[number].end - 1] in "；;" for number in run):
                    points.update(run)
    return frozenset(points)


def _runs(marker: Marker, text: str, paragraphs: Sequence[Span]) -> Iterator[list[int]]:
    """The paragraphs next to each other whose ordinals count on."""
    run: list[int] = []
    last = 0
    for number, paragraph in enumerate(paragraphs):
        match = marker.pattern.match(text, paragraph.start, paragraph.end)
        value = (ordinal_value(match["n"]) or 0) if match else 0
        if run and value != last + 1:
            yield run
            run = []
        if value:
            run.append(number)
        last = value
    yield run


def _marked_heading(clean_text: CleanText, paragraph: Span) -> Heading | None:
    text = clean_text.text
    underline = UNDERLINE.match(clean_text.source, clean_text.offsets[paragraph.end - 1] + 1)
    if underline is not None and paragraph.length <= ALONE_LIMIT:
        depth = UNDERLINE_DEPTHS[underline["line"][0]]
        heading = text[paragraph.start : paragraph.end].strip()
        return Heading(f"hash{depth}", 0, "", heading, paragraph, depth)
    for marker in MARKERS:
        match = marker.pattern.match(text, paragraph.start, paragraph.end)
        if match is not None:
            return _read_heading(text, paragraph, marker, match)
    return None


def _read_heading(
    text: str, paragraph: Span, marker: Marker, match: re.Match[str]
) -> Heading | None:
    end = _heading_end(text, match.end(), paragraph.end, marker)
    if end is None or _counts_on(text, paragraph, marker, match):
        return None
    ordinal = match.group().strip()
    written = match.groupdict().get("n") or ""
    depth = _depth(marker.family, written)
    number = ordinal_value(written.rpartition(".")[2]) or 0
    heading = text[match.end() : end].strip().rstrip("。：:；;")
    if marker.family == "hash" and BARE_DATE.fullmatch(heading):
        return None
    rank = depth if marker.family == "hash" else marker.rank
    family = f"{marker.family}{depth or ''}"
    return Heading(family, number, ordinal, heading, Span(paragraph.start, end), rank)


def _counts_on(text: str, paragraph: Span, marker: Marker, match: re.Match[str]) -> bool:
    """Whether the next point follows in the same paragraph, so that none of them heads it."""
    if marker.family not in BULLET_FAMILIES or not match.groupdict().get("n"):
        return False
    number = ordinal_value(match["n"])
    return any(
        ordinal_value(point["n"]) == (number or 0) + 1
        for stop in POINT_START.finditer(text, match.end(), paragraph.end)
        if (point := marker.pattern.match(text, stop.end(), paragraph.end))
    )


def _depth(family: str, written: str) -> int:
    """How deep an ordinal that shows its own depth stands (### is 3, 1.2 is 2), otherwise 0."""
    return {"hash": len(written), "dotted": written.count(".") + 1}.get(family, 0)


def _heading_end(text: str, start: int, limit: int, marker: Marker) -> int | None:
    """Where the heading ends, or None when the paragraph is text that starts with a number."""
    if marker.family == "hash":
        return limit
    stop = SENTENCE_END.search(text, start, limit)
    first = stop.end() if stop is not None else limit
    is_alone = first == limit
    if marker.family == "article":
        return start if not is_alone or stop is not None else limit
    if is_alone and limit - start <= (ALONE_LIMIT if stop is None else RUN_IN_LIMIT):
        return limit
    if is_alone or marker.must_stand_alone:
        return None if marker.must_stand_alone or marker.rank is None else start
    return first if first - start <= RUN_IN_LIMIT else None


class _Unmarked:
    """The headings among the lines of a text that bear no ordinal."""

    def __init__(
        self, clean_text: CleanText, paragraphs: Sequence[Span], *, is_numbered: bool
    ) -> None:
        self._clean_text = clean_text
        self._text = clean_text.text
        self._paragraphs = paragraphs
        self._is_numbered = is_numbered
        self._is_latin = _is_latin(self._text)
        self._is_closed = not self._is_latin and _closes_paragraphs(self._text, paragraphs)

    def may_head(self, number: int) -> bool:
        """Whether there is text before a line and behind it."""
        return 0 < number < len(self._paragraphs) - 1

    def heading(self, number: int) -> Heading | None:
        """The heading that a line is, if it looks like one."""
        line = self._words(number)
        if GLOSSARY.fullmatch(line):
            return self._heading("unmarked", number)
        family = self._family(line, number) if _looks_like_heading(line) else ""
        return self._heading(family, number) if family else None

    def _heading(self, family: str, number: int) -> Heading:
        return Heading(family, 0, "", self._words(number), self._paragraphs[number], None)

    def _family(self, line: str, number: int) -> str:
        """``unmarked`` for what names a part, ``line`` for what sums up the next; or nothing."""
        if not self._is_numbered or self._is_latin or PART_TITLE.fullmatch(line):
            return self._family_by_length(line, number)
        if not self._is_closed or not self._stands_between(number):
            return ""
        is_part = len(line) <= UNMARKED_LIMIT and "，" not in line
        return "unmarked" if is_part else "line" if len(line) <= STANDING_LIMIT else ""

    def _family_by_length(self, line: str, number: int) -> str:
        """The family of a short line before a longer paragraph; bold type stands below plain."""
        paragraph, following = self._paragraphs[number : number + 2]
        is_longer = following.length > paragraph.length and self._text[following.start] != ":"
        if len(line) > _limit(line) or not is_longer or self._is_broken_line(paragraph):
            return ""
        return "line" if self._source(paragraph.start, -2) == "**" else "unmarked"

    def _is_broken_line(self, paragraph: Span) -> bool:
        """Whether Markdown breaks the line before or behind, as in an address."""
        return (
            self._source(paragraph.start, -3) == "  \n"
            or self._source(paragraph.end - 1, 4)[1:] == "  \n"
        )

    def _source(self, position: int, length: int) -> str:
        """So many characters of the source before a clean position, or from it on."""
        place = self._clean_text.offsets[position]
        bounds = (max(0, place + length), place) if length < 0 else (place, place + length)
        return self._clean_text.source[slice(*bounds)]

    def _stands_between(self, number: int) -> bool:
        """Whether sentences end before a line and behind it, or behind the heading under it."""
        behind = number + 1
        if self._is_open(behind) and self._is_open(behind + 1):
            return False
        return self._is_sentence(number - 1) and any(map(self._is_sentence, (behind, behind + 1)))

    def _is_open(self, number: int) -> bool:
        return number >= len(self._paragraphs) or not has_ended(self._words(number))

    def _is_sentence(self, number: int) -> bool:
        return number < len(self._paragraphs) and self._words(number)[-1] in "。！？”"

    def _words(self, number: int) -> str:
        span = self._paragraphs[number]
        return self._text[span.start : span.end].strip()


def _closes_paragraphs(text: str, paragraphs: Sequence[Span]) -> bool:
    """Whether nearly all paragraphs longer than a heading end with a stop."""
    long = [span for span in paragraphs if span.length > STANDING_LIMIT]
    ended = sum(has_ended(text[span.start : span.end]) for span in long)
    return ended >= CLOSED_SHARE * len(long)


def _looks_like_heading(line: str) -> bool:
    is_text = SENTENCE_END.search(line) or line[-1] in "，,；;、—-"
    if is_text or SALUTATION.match(line) or BARE_DATE.fullmatch(line):
        return False
    return _starts_like_heading(line)


def _limit(line: str) -> int:
    return ALONE_LIMIT if _is_latin(line) else UNMARKED_LIMIT


def _starts_like_heading(line: str) -> bool:
    first = line.lstrip("“")[:1]
    return len(line) > 1 and (first.isupper() or first.isdigit() or "一" <= first <= "鿿")


def _is_latin(text: str) -> bool:
    sample = text[:4000]
    return sum("一" <= char <= "鿿" for char in sample) * 4 < len(sample)


def _drop_stray_numbers(headings: Iterable[Heading | None]) -> list[Heading | None]:
    """Without the plain numbers that no heading before them leads up to: they are list text."""
    kept: list[Heading | None] = []
    last: dict[str, int] = {}
    for heading in headings:
        is_stray = (
            heading is not None
            and heading.family in ("digit", "upper")
            and heading.number not in (1, last.get(heading.family, 0) + 1)
        )
        kept.append(None if is_stray else heading)
        if heading is not None and not is_stray:
            last[heading.family] = heading.number
    return kept
