"""A body that a file holds twice: the fuller copy stays."""

from collections.abc import Iterator, Sequence

from policydiff.clean.draft import Cut, Draft
from policydiff.clean.lines import Line, read_lines
from policydiff.lexicon.furniture import FRONT_MATTER, SALUTATION

LONG_LINE = 30
"""Shorter lines come twice for many reasons."""

MIN_REPEATS = 5
"""Fewer different lines that come twice are no copy of a body."""


def remove_copy(draft: Draft) -> Draft:
    """The draft with its body once, if it held it twice."""
    lines = read_lines(draft.text)
    found = _copies(lines)
    if found is None:
        return draft
    first, second = found
    if _size(lines[second.start : second.stop]) > 1.01 * _size(lines[first.start : first.stop]):
        second = range(_front(lines, second.start), second.stop)
        return draft.without(_cuts(lines, first, range(first.stop, second.start)))
    return draft.without(_cuts(lines, second, range(first.stop, second.start)))


def _copies(lines: Sequence[Line]) -> tuple[range, range] | None:
    first: dict[str, int] = {}
    pairs = []
    for index, line in enumerate(lines):
        if len(line.text) >= LONG_LINE:
            if line.text in first:
                pairs.append((first[line.text], index))
            first.setdefault(line.text, index)
    if len(dict(pairs)) < MIN_REPEATS or pairs[0][1] <= pairs[-1][0]:
        return None
    second = range(pairs[0][1], _text_end(lines, pairs[-1][1], len(lines)))
    repeated = sum(len(lines[index].text) for _, index in pairs)
    if 2 * repeated < _size(lines[second.start : second.stop]):
        return None
    return range(pairs[0][0], _text_end(lines, pairs[-1][0], second.start)), second


def _text_end(lines: Sequence[Line], last: int, limit: int) -> int:
    """One past the last line of text that follows without a break of more than a line."""
    end = last + 1
    for index in range(end, limit):
        if len(lines[index].text) >= LONG_LINE and "。" in lines[index].text:
            end = index + 1
        elif index > end + 1:
            break
    return end


def _front(lines: Sequence[Line], start: int) -> int:
    while start and (
        FRONT_MATTER.fullmatch(lines[start - 1].text) or SALUTATION.match(lines[start - 1].text)
    ):
        start -= 1
    return start


def _size(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _cuts(lines: Sequence[Line], copy: range, between: range) -> Iterator[Cut]:
    for code, chosen in (("duplicate_body_removed", copy), ("web_furniture_removed", between)):
        yield from (Cut(code, lines[index].start, lines[index].end) for index in chosen)
