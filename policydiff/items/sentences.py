"""Sentences: a text cut at its stops, each with what its place says about it."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from policydiff.lexicon.clauses import ENCLOSED, POINT_NUMBER, SENTENCE, TRIM
from policydiff.lexicon.cues import FORWARD_ROLES, LOOKING_BACK, LOOKING_FORWARD, PARAGRAPH_CUES
from policydiff.lexicon.headings import TURN
from policydiff.model import CleanText, Role, Section, Span

_MASK = "〇"
"""Stands for every character inside quotes or brackets, so that no rule looks into them."""


class Sentence(NamedTuple):
    """A sentence in clean coordinates, with what its place says about it."""

    span: Span
    section: int
    paragraph: int
    number: int
    role: Role


def read_sentences(
    clean_text: CleanText, sections: tuple[Section, ...], rules: set[int]
) -> Iterator[Sentence]:
    """The sentences of a text in order."""
    starts = [section.span.start for section in sections]
    number = 0
    turned = -1
    for count, paragraph in enumerate(clean_text.paragraphs()):
        section = bisect_right(starts, clean_text.offsets[paragraph.start]) - 1
        if TURN.match(clean_text.text, paragraph.start, paragraph.end):
            turned = section
        own = sections[section].role
        if turned == section and own in (Role.REVIEW, Role.OTHER):
            own = Role.PLAN
        role = _paragraph_role(clean_text.text, paragraph, own)
        looks_back = False
        skip = _ordinal_length(clean_text, paragraph, sections[section], is_rule=section in rules)
        for span in _sentence_spans(clean_text.text, paragraph, skip):
            looks_back = _looks_back(clean_text.text[span.start : span.end], before=looks_back)
            own_role = Role.REVIEW if looks_back and role in FORWARD_ROLES else role
            yield Sentence(span, section, count, number, own_role)
            number += 1


def _looks_back(words: str, *, before: bool) -> bool:
    """Whether a sentence still speaks of the past, given whether the one before it did."""
    if LOOKING_FORWARD.search(words):
        return False
    return before or LOOKING_BACK.match(words) is not None


def _paragraph_role(text: str, paragraph: Span, role: Role) -> Role:
    words = text[paragraph.start : paragraph.end]
    for cue in PARAGRAPH_CUES:
        if role in cue.within and cue.pattern.match(words):
            return Role(cue.role)
    return role


def _ordinal_length(
    clean_text: CleanText, paragraph: Span, section: Section, *, is_rule: bool
) -> int:
    """The length of the ordinal of the heading, or of the point of an article, that opens here."""
    if clean_text.offsets[paragraph.start] == section.heading_span.start and section.ordinal:
        return len(section.ordinal)
    point = POINT_NUMBER.match(clean_text.text, paragraph.start) if is_rule else None
    return point.end() - paragraph.start if point is not None else 0


def _sentence_spans(text: str, paragraph: Span, skip: int) -> Iterator[Span]:
    """The sentences of a paragraph, without its first characters."""
    words = masked(text[paragraph.start : paragraph.end])
    for match in SENTENCE.finditer(words, skip):
        if match.group().strip(TRIM + "\n"):
            yield Span(paragraph.start + match.start(), paragraph.start + match.end())


def masked(text: str) -> str:
    """The text with one and the same character for all that stands in quotes or brackets."""
    return ENCLOSED.sub(lambda match: _MASK * len(match.group()), text)
