"""Tables of contents: lines that only name the headings to come."""

import re
from collections.abc import Sequence

from policydiff.clean.draft import Cut, Draft
from policydiff.clean.lines import Line, read_lines
from policydiff.lexicon.furniture import (
    CONTENTS_ENTRY,
    CONTENTS_RUN_ON,
    CONTENTS_TITLE,
    PART_NUMBER,
    PREFACE,
)

MIN_ENTRIES = 3
"""Fewer lines are no table of contents."""

MIN_PARTS = 8
"""Fewer parts are no table whose entries run together."""

REACH = 500
"""A preface so many lines further down is not what a table begins with."""

PARTS_A_SENTENCE = 8
"""So many parts are named for each sentence, such as a footnote, that a table holds."""

_MARKS = re.compile(r"[\W_]+")


def remove_contents(draft: Draft) -> Draft:
    """The draft without its tables of contents, whose entries are no sections and promise nothing.

    An entry ends with the number of a page, or stands again further down as a
    heading; the first line that is neither ends the table.
    """
    lines = read_lines(draft.text)
    titles = [index for index, line in enumerate(lines) if CONTENTS_TITLE.fullmatch(line.text)]
    last = {_words(line.text): index for index, line in enumerate(lines)} if titles else {}
    listed = ((line.start, line.end) for title in titles for line in _table(lines, title, last))
    return draft.without(
        Cut("contents_removed", start, end) for start, end in (*listed, *_run_on(lines))
    )


def _run_on(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Where a table's lines start and end that entries share, up to the preface it names first."""
    titles = (n for n, line in enumerate(lines) if CONTENTS_RUN_ON.fullmatch(line.text))
    title = next(titles, len(lines))
    named = PREFACE.match("".join(_rest(line.text) for line in lines[title : title + 2]))
    name = named[0] if named else ""
    for index in range(title + 1, min(len(lines), title + REACH) if name else 0):
        text = lines[index].text
        if text == name or (len(name) > 1 and text.endswith(name) and PART_NUMBER.search(text)):
            table = [(line.start, line.end) for line in lines[title : index + 1]]
            table[-1] = (table[-1][0], table[-1][1] - len(name))
            return table if _names_parts(lines[title : index + 1]) else []
    return []


def _rest(text: str) -> str:
    """What stands behind the title of a table on its line, or the line if it bears none."""
    title = CONTENTS_RUN_ON.fullmatch(text)
    return title["rest"] if title else text


def _names_parts(lines: Sequence[Line]) -> bool:
    """Whether lines name so many parts, and say so little else, that they are a table."""
    parts = sum(len(PART_NUMBER.findall(line.text)) for line in lines)
    sentences = sum(line.text.count("。") for line in lines)
    return parts >= max(MIN_PARTS, PARTS_A_SENTENCE * sentences)


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
