"""Lines to paragraphs: which line ends are only where the page or a link broke the text."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from policydiff.clean.draft import DROP, Cut, Draft
from policydiff.lexicon.furniture import OCCASION
from policydiff.lexicon.lines import (
    BROKEN_NAMES,
    CLOSING_START,
    HAN,
    OPEN_END,
    SENTENCE_MARK,
    STRONG_START,
    TERMINAL,
    WEAK_START,
    is_wide,
)

HEADING_LIMIT = 40
"""An unfinished paragraph up to this long may be a heading; a longer one was cut."""

LINK_LIMIT = 18
"""A line up to this long without a mark may be the words of a link."""

FULL_SHARE = 0.4
"""A text is hard-wrapped when this share of its lines is as long as the column."""

COLUMN_SLACK = 5.5
"""How far short of the column a full line may fall: by an indent or a number that did not fit."""

ONE_LINE_LIMIT = 2500
"""A Chinese line longer than this holds paragraphs that only spaces set apart."""

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_WIDE_GAP = re.compile(r"(?<=\S\S)(?: {4,}| *\u3000{2,} *)(?=\S\S)")
_TIGHT_GAP = re.compile(rf"(?<=[。！？：；”）{HAN}]) (?=[{HAN}“（《—])")

LIST_START = re.compile(r"[#|>•*·–-] ?|\d{1,3}[.)] |\([a-z\d]{1,3}\) |\d+\.\d")


SENTENCE_MIN = 15
"""A line shorter than this says nothing about whether sentences are closed."""

FULL_STOP_SHARE = 0.3
"""With fewer closed sentences than this, each line of Chinese text is a sentence on its own."""

LATIN_COLUMN_LIMIT = 110
SURE_REPEAT, PAGED_REPEAT = 2, 6
"""How long a repeated fragment may be, and where page breaks did cut other sentences."""

_FRAGMENT = re.compile(f"(?P<words>[{HAN}]{{1,6}})(?P<stop>[。！？；])")
_LAST_CLAUSE = re.compile("[^，。；、！？：]+$")


class Line(NamedTuple):
    """A line with something on it, stripped, and how many line ends stand before it."""

    start: int
    end: int
    text: str
    gap: int


class Layout(NamedTuple):
    """How a text's lines are set."""

    column: float
    is_wrapped: bool
    has_blank_lines: bool
    has_broken_links: bool
    links: frozenset[str]
    has_full_stops: bool


class Seam(NamedTuple):
    """Where two lines meet: the paragraph so far, the lines on both sides, the line thereafter."""

    head: str
    length: int
    before: Line
    after: Line
    later: Line | None


def split_long_lines(draft: Draft) -> Draft:
    """Line ends for the wide gaps that stand for them in Chinese text."""
    draft = draft.substituted(_WIDE_GAP, _as_line_end)
    if max(map(len, draft.text.split("\n"))) < ONE_LINE_LIMIT:
        return draft
    return draft.substituted(_TIGHT_GAP, _as_line_end)


def _as_line_end(gap: re.Match[str]) -> str:
    return "\n" + " " * (len(gap[0]) - 1)


def join_lines(draft: Draft, *, chinese: bool) -> Draft:
    """One paragraph a line, without the fragments that a page break printed twice."""
    lines = read_lines(draft.text)
    if not lines:
        return draft.rewritten(DROP * len(draft.text))
    layout = _layout(lines, chinese=chinese)
    joins = _joins(lines, layout, _CHINESE_RULES if chinese else _LATIN_RULES)
    repeats = tuple(_repeats(lines, joins)) if chinese else ()
    for index, _ in repeats:
        joins[index] = True
    sewn = replace(draft, text=_sewn(draft.text, lines, joins, chinese=chinese))
    count = sum(joins)
    if count:
        first = lines[joins.index(True)]
        sewn = sewn.with_act("lines_joined", count, sewn.span(first.end - 1, first.end))
    return sewn.without(cut for _, cut in repeats).compact()


def read_lines(text: str) -> list[Line]:
    """The lines with something on them."""
    lines: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        content = match[0].strip()
        start = match.start() + match[0].index(content)
        gap = text.count("\n", last, match.start()) if lines else 0
        lines.append(Line(start, start + len(content), content, gap))
        last = match.end()
    return lines


def _layout(lines: Sequence[Line], *, chinese: bool) -> Layout:
    widths = [_han_width(line.text) if chinese else len(line.text) for line in lines]
    column, slack = (_common(widths), COLUMN_SLACK) if chinese else _longest(widths)
    full = sum(column - slack <= width <= column + COLUMN_SLACK for width in widths)
    repeated = Counter(line.text for line in lines if _may_be_link(line.text))
    sentences = [line.text for line in lines if len(line.text) >= SENTENCE_MIN]
    ended = sum(bool(TERMINAL.search(text)) for text in sentences)
    return Layout(
        column=column - slack,
        is_wrapped=full >= FULL_SHARE * len(lines) > 2 and 2 * ended < len(sentences),
        has_blank_lines=2 * sum(line.gap > 1 for line in lines) >= len(lines) - 1,
        has_broken_links=max(repeated.values(), default=0) > 2
        or sum(bool(CLOSING_START.match(line.text)) for line in lines) > 2,
        links=frozenset(text for text, count in repeated.items() if count > 1),
        has_full_stops=ended >= FULL_STOP_SHARE * len(sentences),
    )


def _han_width(text: str) -> float:
    """The width in Chinese characters; what is not three bytes long is half as wide."""
    return len(text) / 4 + len(text.encode()) / 4


def _common(widths: Sequence[float]) -> float:
    """The column of Chinese text: where most lines end within a character or two."""
    counts = Counter(round(width) for width in widths if 10 < width < 60)
    near = {width: sum(counts[width - shift] for shift in range(3)) for width in counts}
    return float(max(near, key=lambda width: (near[width], width), default=0))


def _longest(widths: Sequence[float]) -> tuple[float, float]:
    """The column of text in letters and its ragged edge; none if lines run on."""
    longest = sorted(widths)[-1 - len(widths) // 50]
    return (longest, longest / 4) if 30 < longest <= LATIN_COLUMN_LIMIT else (0.0, 0.0)


def _joins(lines: Sequence[Line], layout: Layout, rules: Sequence["_Rule"]) -> list[bool]:
    joins = []
    head = lines[0].text
    length = len(head)
    for index, (before, after) in enumerate(pairwise(lines)):
        later = lines[index + 2] if index + 2 < len(lines) else None
        seam = Seam(head, length, before, after, later)
        join = next(verdict for rule in rules if (verdict := rule(seam, layout)) is not None)
        joins.append(join)
        head, length = (head, length + len(after.text)) if join else (after.text, len(after.text))
    return joins


_Rule = Callable[[Seam, Layout], bool | None]


def _broken_name(seam: Seam, _: Layout) -> bool | None:
    pair = seam.before.text, seam.after.text
    if max(map(len, pair)) > HEADING_LIMIT:
        return None
    return any(end.search(pair[0]) and start.search(pair[1]) for end, start in BROKEN_NAMES) or None


def _broken_at_mark(seam: Seam, _: Layout) -> bool | None:
    if CLOSING_START.match(seam.after.text):
        return True
    if STRONG_START.match(seam.after.text):
        return None
    if STRONG_START.fullmatch(seam.before.text):
        return True
    return True if OPEN_END.search(seam.before.text) else None


def _wrapped_column(seam: Seam, layout: Layout) -> bool | None:
    if not layout.is_wrapped:
        return None
    if _is_heading(seam):
        return seam.after.gap == 1 and _wraps_heading(seam, layout)
    is_full = _han_width(seam.before.text) >= layout.column
    if TERMINAL.search(seam.before.text):
        return is_full and seam.after.gap == 1 and not _starts_paragraph(seam.after)
    if is_full or (seam.after.gap == 1 and SENTENCE_MARK.search(seam.before.text)):
        return True
    return None


def _wraps_heading(seam: Seam, layout: Layout) -> bool:
    """A heading goes on if it fills its line or the next holds only its short rest."""
    is_last = seam.later is None or seam.later.gap > 1
    is_rest = 2 * len(seam.after.text) < layout.column and not TERMINAL.search(seam.after.text)
    return (is_last and is_rest) or _han_width(seam.before.text) >= layout.column


def _ended(seam: Seam, _: Layout) -> bool | None:
    return False if TERMINAL.search(seam.before.text) else None


def _new_start(seam: Seam, _: Layout) -> bool | None:
    return False if STRONG_START.match(seam.after.text) else None


def _after_heading(seam: Seam, layout: Layout) -> bool | None:
    if not _is_heading(seam):
        return None
    if _follows_link(seam, layout):
        return True
    is_link = seam.after.text in layout.links or (
        seam.later is not None and CLOSING_START.match(seam.later.text)
    )
    return bool(is_link) and _holds_link(seam, layout)


def _follows_link(seam: Seam, layout: Layout) -> bool:
    return layout.has_broken_links and seam.before.text in layout.links


def _line_is_sentence(_: Seam, layout: Layout) -> bool | None:
    return None if layout.has_full_stops or layout.is_wrapped else False


def _single_line_end(seam: Seam, layout: Layout) -> bool | None:
    return True if layout.has_blank_lines and seam.after.gap == 1 else None


def _weak_start(seam: Seam, _: Layout) -> bool | None:
    return False if WEAK_START.match(seam.after.text) else None


def _short_or_cut(seam: Seam, layout: Layout) -> bool:
    if OCCASION.fullmatch(seam.before.text):
        return False
    is_joined_link = len(seam.before.text) < seam.length and _may_be_link(seam.before.text)
    if seam.length > HEADING_LIMIT or is_joined_link or "。" in seam.before.text:
        return True
    return _follows_link(seam, layout) or _holds_link(seam, layout)


def _holds_link(seam: Seam, layout: Layout) -> bool:
    """Whether the next line is the words of a link that broke an unfinished line."""
    if not layout.has_broken_links or seam.after.gap > 2 or not _may_be_link(seam.after.text):
        return False
    return seam.later is not None and not STRONG_START.match(seam.later.text)


def _may_be_link(text: str) -> bool:
    if len(text) > LINK_LIMIT or SENTENCE_MARK.search(text):
        return False
    return not (TERMINAL.search(text) or OPEN_END.search(text) or STRONG_START.match(text))


def _is_heading(seam: Seam) -> bool:
    if seam.length > HEADING_LIMIT or not STRONG_START.match(seam.head):
        return False
    return "。" not in seam.before.text


def _starts_paragraph(line: Line) -> bool:
    return bool(STRONG_START.match(line.text) or WEAK_START.match(line.text))


_CHINESE_RULES: tuple[_Rule, ...] = (
    _broken_name,
    _broken_at_mark,
    _wrapped_column,
    _ended,
    _new_start,
    _after_heading,
    _line_is_sentence,
    _single_line_end,
    _weak_start,
    _short_or_cut,
)
"""The first rule with an opinion decides."""


def _list_item(seam: Seam, _: Layout) -> bool | None:
    starts = LIST_START.match(seam.after.text) or seam.before.text.startswith(("#", "|"))
    return False if starts else None


def _latin_gap(seam: Seam, _: Layout) -> bool | None:
    if seam.after.gap == 1:
        return None
    return not TERMINAL.search(seam.before.text) and seam.after.text[0].islower()


def _latin_column(seam: Seam, layout: Layout) -> bool | None:
    if not layout.is_wrapped:
        return None
    if seam.before.text.isupper() and not seam.after.text.isupper():
        return False
    is_last_line = len(seam.before.text) < layout.column
    return not (is_last_line and TERMINAL.search(seam.before.text))


def _latin_unfinished(seam: Seam, _: Layout) -> bool:
    return not TERMINAL.search(seam.before.text) and seam.after.text[0].islower()


_LATIN_RULES: tuple[_Rule, ...] = (_list_item, _latin_gap, _latin_column, _latin_unfinished)


def _repeats(lines: Sequence[Line], joins: Sequence[bool]) -> Iterator[tuple[int, Cut]]:
    """The seams at which the next line starts with what the last one ends with, and the repeat."""
    is_paged = any(join and line.gap > 1 for join, line in zip(joins, lines[1:], strict=True))
    limit = PAGED_REPEAT if is_paged else SURE_REPEAT
    for index, (before, after) in enumerate(pairwise(lines)):
        if after.gap < 2 or len(before.text) <= HEADING_LIMIT:
            continue
        fragment = _FRAGMENT.match(after.text)
        if fragment is None or len(fragment[0]) == len(after.text):
            continue
        words = fragment["words"]
        tail = _LAST_CLAUSE.search(before.text.rstrip(fragment["stop"]))
        if tail and len(words) <= limit and tail[0].endswith(words) and tail[0] != words:
            has_stop = before.text.endswith(fragment["stop"])
            yield (
                index,
                Cut(
                    "repeated_fragment_removed",
                    after.start,
                    after.start + len(fragment[0] if has_stop else words),
                ),
            )


def _sewn(text: str, lines: Sequence[Line], joins: Sequence[bool], *, chinese: bool) -> str:
    """The text with one character for each seam: a line end, a space, or none."""
    parts = [DROP * lines[0].start, lines[0].text]
    for before, after, join in zip(lines, lines[1:], joins, strict=False):
        seam = text[before.end : after.start]
        mark = "\n"
        if join:
            mark = " " if _needs_space(before.text[-1], after.text[0], chinese=chinese) else DROP
        position = seam.index("\n")
        parts += [DROP * position, mark, DROP * (len(seam) - position - 1), after.text]
    parts.append(DROP * (len(text) - lines[-1].end))
    return "".join(parts)


def _needs_space(before: str, after: str, *, chinese: bool) -> bool:
    if chinese:
        return before.isascii() and after.isascii() and before.isalpha() and after.isalpha()
    return not (is_wide(before) or is_wide(after))
