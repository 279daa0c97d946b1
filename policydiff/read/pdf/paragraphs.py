"""Lines to paragraphs, by how they are set: distances, indents, sizes, short last lines."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from policydiff.lexicon.lines import STRONG_START, WEAK_START, has_ended, is_wide
from policydiff.read.pdf.flow import INDENT, Measure, Set, rounded, wide_length

LOOSE = 1.3
"""A distance between lines of so many times the usual one ends a paragraph."""

LOOSE_HEADING = 1.6
"""The same for lines larger than the body's, in their own heights: they are few to measure."""

ALIKE = 0.1
"""Heights that differ by this share are different sizes."""

SLACK = 0.5
"""How many ems a justified line may fall short of its column."""

FIRST_LINE = 2
"""How many 汉字 the first line of a Chinese paragraph is indented by."""

_BULLET = re.compile(r"[•●▪■◆◇○◦‣∙·*–—-]\s|[•●▪■◆◦‣\ue000-\uf8ff]")
_LIST_START = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s+[A-Z]|\([a-z\d]{1,3}\)\s|[a-z]\)\s")
_FIRST_WORD = re.compile(r"[\x21-\x7e’“”]+|.")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: tuple[Set, ...]

    @property
    def text_length(self) -> int:
        """The number of characters in all lines."""
        return sum(len(entry.line.text) for entry in self.lines)


Rule = Callable[[Sequence[Set], Set, Measure], bool | None]
"""Whether a line goes on with a paragraph's lines; None has no opinion."""


def paragraphs(lines: Iterable[Set], measure: Measure) -> list[Paragraph]:
    """The lines, in reading order, as paragraphs."""
    found: list[list[Set]] = []
    for entry in lines:
        if found and goes_on(found[-1], entry, measure):
            found[-1].append(entry)
        else:
            found.append([entry])
    return [Paragraph(tuple(group)) for group in found]


def goes_on(group: Sequence[Set], entry: Set, measure: Measure) -> bool:
    """Whether a line belongs to the paragraph before it: the first rule with an opinion decides."""
    rules = _ACROSS if _is_across(group[-1], entry) else _WITHIN
    return next(verdict for rule in rules if (verdict := rule(group, entry, measure)) is not None)


def _is_across(before: Set, after: Set) -> bool:
    """Whether a column or page ends between two lines."""
    return after.is_first or after.line.page != before.line.page


def _sizes(group: Sequence[Set], entry: Set, _: Measure) -> bool | None:
    before, after = group[-1].line, entry.line
    is_alike = abs(before.height - after.height) <= ALIKE * max(before.height, after.height)
    return None if is_alike and before.is_bold is after.is_bold else False


def _starts(group: Sequence[Set], entry: Set, measure: Measure) -> bool | None:
    text = entry.line.text
    if _is_mid_sentence(group[-1], entry, measure):
        return None
    if _BULLET.match(text) or STRONG_START.match(text) or _LIST_START.match(text):
        return False
    return False if WEAK_START.match(text) and has_ended(group[-1].line.text) else None


def _is_mid_sentence(before: Set, entry: Set, measure: Measure) -> bool:
    """Whether an ordinal only happens to begin a line: 依据宪法 on the line before, then 第十条."""
    is_full = before.right - before.line.box.right < (1 + SLACK) * measure.em
    is_open = is_full and is_wide(before.line.text[-1]) and not has_ended(before.line.text)
    return measure.is_indented and is_open and not _is_inside(entry, measure)


def _is_inside(entry: Set, measure: Measure) -> bool:
    """Whether a line begins further in than its column."""
    return entry.line.box.left > entry.left + INDENT * measure.em


def _distance(group: Sequence[Set], entry: Set, measure: Measure) -> bool | None:
    before, after = group[-1].line, entry.line
    distance = after.box.bottom - before.box.bottom
    if rounded(after.height) > measure.body * (1 + ALIKE):
        return distance <= LOOSE_HEADING * after.height
    usual = measure.pitch.get(rounded(before.height), 1.5 * before.height)
    return None if 0 < distance <= LOOSE * usual else False


def _indent(group: Sequence[Set], entry: Set, measure: Measure) -> bool | None:
    """An indented line starts a paragraph, but below a bullet that stands out to the left.

    So does one below a heading that is indented alike.
    """
    is_chinese = is_wide(group[-1].line.text[-1])
    if len(group) == 1 and is_chinese and measure.is_indented:
        both = (_is_inside(line, measure) for line in (group[0], entry))
        if all(both) and _is_first_line(entry, measure):
            return False
    step = entry.line.box.left - group[-1].line.box.left
    if step > INDENT * measure.em:
        is_hanging = len(group) == 1 and _BULLET.match(group[0].line.text)
        return None if is_hanging or _LIST_START.match(group[0].line.text) else False
    is_outdent = step < -INDENT * measure.em and len(group) > 1
    return False if is_outdent else None


def _is_first_line(entry: Set, measure: Measure) -> bool:
    """Whether a line is indented by two 汉字, as first lines are."""
    indent = (entry.line.box.left - entry.left) / measure.em
    return FIRST_LINE - SLACK < indent < FIRST_LINE + SLACK


def _short(group: Sequence[Set], entry: Set, measure: Measure) -> bool:
    """A line that left room for the next word was the last of its paragraph."""
    before = group[-1]
    text, following = before.line.text, entry.line.text
    word = _FIRST_WORD.match(following)
    needed = (wide_length(word[0]) if word else 1) * measure.em
    room = before.right - before.line.box.right
    is_chinese = is_wide(text[-1]) or is_wide(following[0])
    if is_chinese:
        return room <= needed + (SLACK + 1) * measure.em
    return room <= needed + SLACK * measure.em or not has_ended(text)


def _across(group: Sequence[Set], entry: Set, measure: Measure) -> bool:
    """Over the end of a column: what is not indented goes on, or what has not ended."""
    is_inside = _is_inside(entry, measure)
    if measure.is_indented:
        is_full = _short(group, entry, measure)
        return not is_inside and (is_full or not has_ended(group[-1].line.text))
    return not has_ended(group[-1].line.text) and not entry.line.text[0].isupper()


_WITHIN: tuple[Rule, ...] = (_sizes, _starts, _distance, _indent, _short)
_ACROSS: tuple[Rule, ...] = (_sizes, _starts, _across)
