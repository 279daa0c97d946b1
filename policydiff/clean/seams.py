"""Where two lines meet: whether the text goes on there or a paragraph starts."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from policydiff.clean.lines import (
    HEADING_MAX,
    Layout,
    Line,
    han_width,
    is_set_apart,
    may_be_link,
)
from policydiff.clean.siblings import Siblings, read_siblings
from policydiff.lexicon.furniture import OCCASION, PREFACE
from policydiff.lexicon.lines import (
    BROKEN_NAMES,
    LATIN_LIST_START,
    SENTENCE_MARKS,
    STRONG_START,
    WEAK_START,
    goes_on,
    has_ended,
    is_open,
)

HEADING_LIMIT = 40
"""An unfinished paragraph up to this long may be a heading; a longer one was cut.

One with an ordinal may be longer where what follows is set apart, or no line is broken.
"""


class Seam(NamedTuple):
    """The paragraph so far, the lines on both sides, the one thereafter.

    Of the paragraph: its first line, its length, whether a sentence has ended in it,
    and what its siblings show if it is a heading.
    """

    head: Line
    length: int
    has_stop: bool
    siblings: Siblings
    before: Line
    after: Line
    later: Line | None


Rule = Callable[[Seam, Layout], bool | None]
"""Whether to join at a seam; None has no opinion."""


def find_joins(lines: Sequence[Line], layout: Layout, *, chinese: bool) -> list[bool]:
    """For each seam, whether the two lines belong to one paragraph."""
    rules = _CHINESE_RULES if chinese else _LATIN_RULES
    siblings = read_siblings(lines) if chinese else Siblings(frozenset(), frozenset())
    joins = []
    head, length, has_stop = lines[0], len(lines[0].text), "。" in lines[0].text
    for index, (before, after) in enumerate(pairwise(lines)):
        later = lines[index + 2] if index + 2 < len(lines) else None
        seam = Seam(head, length, has_stop, siblings, before, after, later)
        join = next(verdict for rule in rules if (verdict := rule(seam, layout)) is not None)
        joins.append(join)
        head, length, has_stop = (head, length, has_stop) if join else (after, 0, False)
        length, has_stop = length + len(after.text), has_stop or "。" in after.text
    return joins


def _broken_name(seam: Seam, _: Layout) -> bool | None:
    pair = seam.before.text, seam.after.text
    if max(map(len, pair)) > HEADING_LIMIT:
        return None
    return any(end.search(pair[0]) and start.search(pair[1]) for end, start in BROKEN_NAMES) or None


def _preface(seam: Seam, _: Layout) -> bool | None:
    """The word over a preface heads what follows, however short the line before it is."""
    names_preface = PREFACE.fullmatch(seam.after.text) or PREFACE.fullmatch(seam.before.text)
    return False if names_preface else None


def _broken_at_mark(seam: Seam, _: Layout) -> bool | None:
    if goes_on(seam.after.text):
        return True
    if STRONG_START.match(seam.after.text):
        return None
    is_lone_ordinal = STRONG_START.fullmatch(seam.before.text)
    return bool(is_lone_ordinal or is_open(seam.before.text)) or None


def _marked_column(seam: Seam, layout: Layout) -> bool | None:
    """Where paragraphs are set apart, a full line goes on unless the next is; a page may end."""
    if not (layout.is_wrapped and layout.has_marks):
        return None
    if seam.after.indent:
        return False
    is_full = seam.before.indent or han_width(seam.before.text) >= layout.full
    return True if is_full and seam.after.gap == 1 else None


def _wrapped_column(seam: Seam, layout: Layout) -> bool | None:
    if not layout.is_wrapped:
        return None
    if _is_heading(seam, layout):
        return seam.after.gap == 1 and _wraps_heading(seam, layout)
    is_full = han_width(seam.before.text) >= layout.full
    if has_ended(seam.before.text):
        return is_full and seam.after.gap == 1 and not _starts_paragraph(seam.after)
    is_sentence = seam.after.gap == 1 and not SENTENCE_MARKS.isdisjoint(seam.before.text)
    return bool(is_full or is_sentence) or None


def _wraps_heading(seam: Seam, layout: Layout) -> bool:
    """A heading goes on if it fills its line or the next holds only its short rest."""
    is_last = seam.later is None or seam.later.gap > 1
    is_rest = 2 * len(seam.after.text) < layout.full and not has_ended(seam.after.text)
    return (is_last and is_rest) or han_width(seam.before.text) >= layout.full


def _ended(seam: Seam, _: Layout) -> bool | None:
    return False if has_ended(seam.before.text) else None


def _new_start(seam: Seam, _: Layout) -> bool | None:
    return False if STRONG_START.match(seam.after.text) else None


def _unfinished_heading(seam: Seam, _: Layout) -> bool | None:
    is_unfinished = seam.head.start in seam.siblings.unfinished and not seam.has_stop
    return True if is_unfinished else None


def _after_heading(seam: Seam, layout: Layout) -> bool | None:
    if not _is_heading(seam, layout):
        return None
    if seam.before.start in seam.siblings.whole and seam.later and "。" in seam.later.text:
        return False
    if _follows_link(seam, layout):
        return True
    is_link = seam.after.text in layout.links or (seam.later and goes_on(seam.later.text))
    return bool(is_link) and _holds_link(seam, layout)


def _line_is_sentence(_: Seam, layout: Layout) -> bool | None:
    return None if layout.has_full_stops or layout.is_wrapped else False


def _single_line_end(seam: Seam, layout: Layout) -> bool | None:
    return True if layout.has_blank_lines and seam.after.gap == 1 else None


def _weak_start(seam: Seam, _: Layout) -> bool | None:
    return False if WEAK_START.match(seam.after.text) else None


def _short_or_cut(seam: Seam, layout: Layout) -> bool:
    if OCCASION.fullmatch(seam.before.text):
        return False
    is_joined_link = len(seam.before.text) < seam.length and may_be_link(seam.before.text)
    if seam.length > HEADING_LIMIT or is_joined_link or seam.has_stop:
        return True
    return _follows_link(seam, layout) or _holds_link(seam, layout)


_CHINESE_RULES: tuple[Rule, ...] = (
    _preface,
    _marked_column,
    _broken_name,
    _broken_at_mark,
    _wrapped_column,
    _ended,
    _new_start,
    _unfinished_heading,
    _after_heading,
    _line_is_sentence,
    _single_line_end,
    _weak_start,
    _short_or_cut,
)
"""The first rule with an opinion decides; the last always has one."""


def _follows_link(seam: Seam, layout: Layout) -> bool:
    return layout.has_broken_links and seam.before.text in layout.links


def _holds_link(seam: Seam, layout: Layout) -> bool:
    """Whether the next line is the words of a link that broke an unfinished line."""
    if not layout.has_broken_links or seam.after.gap > 2 or not may_be_link(seam.after.text):
        return False
    return seam.later is not None and not STRONG_START.match(seam.later.text)


def _is_heading(seam: Seam, layout: Layout) -> bool:
    is_sure = is_set_apart(seam.after) or not (layout.is_wrapped or layout.has_broken_links)
    limit = HEADING_MAX if is_sure else HEADING_LIMIT
    if seam.length > limit or seam.has_stop or not STRONG_START.match(seam.head.text):
        return False
    return not has_ended(seam.before.text)


def _starts_paragraph(line: Line) -> bool:
    return bool(STRONG_START.match(line.text) or WEAK_START.match(line.text))


def _list_item(seam: Seam, _: Layout) -> bool | None:
    starts = LATIN_LIST_START.match(seam.after.text) or seam.before.text.startswith(("#", "|"))
    return False if starts else None


def _wrapped_latin(seam: Seam, layout: Layout) -> bool | None:
    if not layout.is_wrapped or seam.after.gap > 1:
        return None
    if seam.before.text.isupper() and not seam.after.text.isupper():
        return False
    return not (len(seam.before.text) < layout.full and has_ended(seam.before.text))


def _unfinished_latin(seam: Seam, _: Layout) -> bool:
    return not has_ended(seam.before.text) and seam.after.text[0].islower()


_LATIN_RULES: tuple[Rule, ...] = (_list_item, _wrapped_latin, _unfinished_latin)
