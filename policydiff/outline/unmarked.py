"""Headings that bear no ordinal: lines that stand on their own, as their words and places show."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from policydiff.lexicon.furniture import GLOSSARY
from policydiff.lexicon.headings import (
    ALONE_LIMIT,
    BARE_DATE,
    CAPITAL_WORD,
    PART_TITLE,
    SALUTATION,
    SENTENCE_END,
    STANDING_LIMIT,
    UNMARKED_LIMIT,
)
from policydiff.lexicon.lines import has_ended
from policydiff.model import CleanText, Span
from policydiff.outline.heading import Heading

MANY_CAPITALS = 4
"""So many lines in capitals head the parts of a text in letters."""

RUNNING = 3
"""A line in capitals that stands in so many places runs at the head of pages."""

CLOSED_SHARE = 0.9
"""The share of long paragraphs that end with a stop in a text whose open lines are headings."""


class Unmarked:
    """The headings among the lines of a text that bear no ordinal."""

    def __init__(
        self,
        clean_text: CleanText,
        paragraphs: Sequence[Span],
        marked: Sequence[Heading | None],
    ) -> None:
        self._clean_text = clean_text
        self._text = clean_text.text
        self._paragraphs = paragraphs
        self._is_numbered = any(marked)
        self._is_latin = _is_latin(self._text)
        has_ranks = any(heading and heading.rank for heading in marked)
        self._capitals = {} if has_ranks else _capitals(self._text, paragraphs)
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
        words = _printed_once(self._words(number))
        return Heading(family, 0, "", words, self._paragraphs[number], self._capitals.get(number))

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
        if number in self._capitals:
            return f"capitals{self._capitals[number]}"
        paragraph, following = self._paragraphs[number : number + 2]
        is_longer = following.length > paragraph.length and self._text[following.start] != ":"
        if len(line) > _limit(line) or not is_longer or self._is_broken_line(paragraph):
            return ""
        is_below = self._capitals or self._source(paragraph.start, -2) == "**"
        return "line" if is_below else "unmarked"

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


def _capitals(text: str, paragraphs: Sequence[Span]) -> dict[int, int]:
    """The rank of each line in capitals, where so many name parts that other lines stand below.

    One that only lines in capitals part from the next names the part they stand in.
    """
    lines = [text[span.start : span.end].strip() for span in paragraphs]
    counts = Counter(lines)
    named = [
        number
        for number, line in enumerate(lines)
        if counts[line] < RUNNING and _names_part(_printed_once(line))
    ]
    if len(named) < MANY_CAPITALS:
        return {}
    parts = {
        number
        for number, following in pairwise(named)
        if all(line == line.upper() for line in lines[number:following])
    }
    return {number: 1 if number in parts else 1 + bool(parts) for number in named}


def _names_part(line: str) -> bool:
    is_short = len(line) <= ALONE_LIMIT and line[-1] != "!"
    is_said = line.isupper() and CAPITAL_WORD.search(line) is not None
    return is_said and is_short and _looks_like_heading(line)


def _printed_once(line: str) -> str:
    """The words of a line that says the same twice, as where a page casts a shadow."""
    half = len(line) // 2
    return line[:half] if line[:half] == line[half + 1 :] and line[half : half + 1] == " " else line


def _closes_paragraphs(text: str, paragraphs: Sequence[Span]) -> bool:
    """Whether nearly all paragraphs longer than a heading end with a stop."""
    long = [span for span in paragraphs if span.length > STANDING_LIMIT]
    ended = sum(has_ended(text[span.start : span.end]) for span in long)
    return ended >= CLOSED_SHARE * len(long)


def _looks_like_heading(line: str) -> bool:
    is_text = SENTENCE_END.search(line) or line[-1] in "，,；;、—-."
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
