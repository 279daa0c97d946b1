"""Lines to paragraphs, undoing what pages and links did to the line ends."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from policydiff.clean.draft import DROP, Cut, Draft
from policydiff.clean.even import even_joins
from policydiff.clean.lines import Line, read_layout, read_lines
from policydiff.clean.seams import HEADING_LIMIT, find_joins
from policydiff.lexicon.lines import START_AFTER_GAP, WIDE, WORD, has_ended, is_wide

ONE_LINE_LIMIT = 2500
"""A Chinese line longer than this holds paragraphs that only spaces set apart."""

MANY_UNCLOSED = 20
"""So many long lines without a full stop are sentences, not headings."""

MANY_SPACES = 4
"""So many spaces, or two as wide as a 汉字, set paragraphs apart."""

SURE_REPEAT, PAGED_REPEAT = 2, 6
"""How long a repeated fragment may be, and where page breaks did cut other sentences."""

OVERLAP_MIN, OVERLAP_MAX = 3, 12
"""How many characters two unfinished lines share if a page break printed them twice."""

_WIDE_GAP = re.compile("[ \u3000]{2,}")
_TIGHT_GAP = re.compile(f"(?<={WIDE})[ \u3000]{{1,8}}(?={WIDE})")
_FRAGMENT = re.compile(f"(?P<words>{WORD}{{1,{PAGED_REPEAT}}})(?P<stop>[。！？；])(?=.)")
_LAST_CLAUSE = re.compile("[^，。；、！？：]+$")


def split_long_lines(draft: Draft) -> Draft:
    """Line ends for the wide gaps that stand for them in Chinese text."""
    draft = draft.substituted(_WIDE_GAP, _split_at_gap, "paragraphs_split")
    draft = draft.substituted(START_AFTER_GAP, _as_line_end, "paragraphs_split")
    if max(map(len, draft.text.split("\n"))) < ONE_LINE_LIMIT:
        return draft
    return draft.substituted(_TIGHT_GAP, _as_line_end, "paragraphs_split")


def _as_line_end(gap: re.Match[str]) -> str:
    return "\n" + gap[0][1:]


def _split_at_gap(gap: re.Match[str]) -> str:
    """A line end, but inside letter-spaced words (总　　则) and where nothing stands before."""
    text, (start, end) = gap.string, gap.span()
    around = text[max(0, start - 2) : start], text[end : end + 2]
    is_wide_gap = gap[0].count("\u3000") > 1 or len(gap[0]) >= MANY_SPACES
    is_between_words = all(len(side.strip()) == 2 for side in around)
    return _as_line_end(gap) if is_wide_gap and is_between_words else gap[0]


def join_lines(draft: Draft, *, chinese: bool) -> Draft:
    """One paragraph a line, without the fragments that a page break printed twice."""
    lines = read_lines(draft.text)
    if not lines:
        return draft.rewritten(DROP * len(draft.text))
    joins = even_joins(lines) if chinese else None
    if joins is None:
        layout = read_layout(lines, chinese=chinese)
        joins = find_joins(lines, layout, chinese=chinese)
        if chinese and not (layout.has_full_stops or layout.is_wrapped):
            draft = _with_unclosed(draft, lines)
    repeats = dict(_repeats(lines, joins)) if chinese else {}
    joins = [join or index in repeats for index, join in enumerate(joins)]
    sewn = replace(draft, text=_sewn(draft.text, lines, joins, chinese=chinese))
    if any(joins):
        first = lines[joins.index(True)]
        sewn = sewn.with_act("lines_joined", sum(joins), sewn.span(first.end - 1, first.end))
    return sewn.without(repeats.values()).compact()


def _with_unclosed(draft: Draft, lines: Sequence[Line]) -> Draft:
    """The draft with the lines on record that are sentences though no full stop says so."""
    unclosed = [
        line for line in lines if len(line.text) > HEADING_LIMIT and not has_ended(line.text)
    ]
    if len(unclosed) < MANY_UNCLOSED:
        return draft
    span = draft.span(unclosed[0].start, unclosed[0].end)
    return draft.with_act("sentences_by_line", len(unclosed), span)


def _repeats(lines: Sequence[Line], joins: Sequence[bool]) -> Iterator[tuple[int, Cut]]:
    """The seams at which the next line starts with what the last one ends with, and the repeat."""
    is_paged = any(join and line.gap > 1 for join, line in zip(joins, lines[1:], strict=True))
    for index, (before, after) in enumerate(pairwise(lines)):
        if after.gap < 2 or len(before.text) <= HEADING_LIMIT:
            continue
        length = _fragment(before.text, after.text, PAGED_REPEAT if is_paged else SURE_REPEAT)
        if joins[index]:
            length = length or _overlap(before.text, after.text)
        if length:
            yield index, Cut("repeated_fragment_removed", after.start, after.start + length)


def _fragment(before: str, after: str, limit: int) -> int:
    """The length of a sentence's last characters that the next line starts with again.

    A whole clause is no fragment: 抓好稳就业。 may well be followed by 稳就业。
    """
    match = _FRAGMENT.match(after)
    if not match or len(match["words"]) > limit:
        return 0
    tail = _LAST_CLAUSE.search(before.rstrip(match["stop"]))
    if not tail or tail[0] == match["words"] or not tail[0].endswith(match["words"]):
        return 0
    return match.end() if before.endswith(match["stop"]) else len(match["words"])


def _overlap(before: str, after: str) -> int:
    """The number of characters that an unfinished line ends with and the next begins with."""
    if has_ended(before):
        return 0
    lengths = range(min(OVERLAP_MAX, len(after) - 1), OVERLAP_MIN - 1, -1)
    return next((length for length in lengths if before.endswith(after[:length])), 0)


def _sewn(text: str, lines: Sequence[Line], joins: Sequence[bool], *, chinese: bool) -> str:
    """The text with one character for each seam: a line end, a space, or none."""
    parts = [DROP * lines[0].start, lines[0].text]
    for (before, after), join in zip(pairwise(lines), joins, strict=True):
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
