"""Tables of contents: lines that only name the headings to come."""

import re
from collections.abc import Sequence

from policydiff.clean.draft import Cut, Draft
from policydiff.clean.lines import Line, read_lines
from policydiff.lexicon.furniture import CONTENTS_ENTRY, CONTENTS_TITLE

MIN_ENTRIES = 3
"""Fewer lines are no table of contents."""

_MARKS = re.compile(r"[\W_]+")


def remove_contents(draft: Draft) -> Draft:
    """The draft without its tables of contents, whose entries are no sections and promise nothing.

    An entry ends with the number of a page, or stands again further down as a
    heading; the first line that is neither ends the table.
    """
    lines = read_lines(draft.text)
    last = {_words(line.text): index for index, line in enumerate(lines)}
    return draft.without(
        Cut("contents_removed", line.start, line.end)
        for index, line in enumerate(lines)
        if CONTENTS_TITLE.fullmatch(line.text)
        for line in _table(lines, index, last)
    )


def _table(lines: Sequence[Line], title: int, last: dict[str, int]) -> Sequence[Line]:
    """The title of a table of contents and its entries; nothing if they are too few."""
    end = title + 1
    while end < len(lines) and _is_entry(lines[end].text, end, last):
        end += 1
    return lines[title:end] if end - title > MIN_ENTRIES else ()


def _is_entry(text: str, index: int, last: dict[str, int]) -> bool:
    return CONTENTS_ENTRY.fullmatch(text) is not None or last[_words(text)] > index


def _words(text: str) -> str:
    return _MARKS.sub("", text)
