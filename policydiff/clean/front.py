"""The lines before a report's greeting: its title, the occasion, the speaker, the date."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from policydiff.clean.draft import Cut, Draft
from policydiff.clean.lines import Line, read_lines
from policydiff.lexicon.furniture import SALUTATION
from policydiff.lexicon.lines import STRONG_START, has_ended

FRONT_LINES = 8
"""A greeting further down opens no report."""

FRONT_LIMIT = 60
"""A longer line is text: who spoke where and when is said in fewer characters."""


class Front(NamedTuple):
    """A draft that begins with its greeting, and the lines that stood before it."""

    draft: Draft
    lines: tuple[str, ...]


def set_front_apart(draft: Draft) -> Front:
    """The draft from its greeting on, if nothing but titles stands before that.

    What stands before a greeting was not said to those greeted, so it is no text of
    the report; yet it says what the report is, and is handed on for that.
    """
    lines = read_lines(draft.text)
    place = next((n for n, line in enumerate(lines) if SALUTATION.match(line.text)), 0)
    front = lines[:place]
    if not 0 < place <= FRONT_LINES or not all(map(_is_title_line, front)):
        return Front(draft, ())
    cuts = _whole_lines(lines[: place + 1])
    return Front(draft.without(cuts), tuple(line.text for line in front))


def _is_title_line(line: Line) -> bool:
    is_occasion = line.text.startswith("—")
    is_heading = STRONG_START.match(line.text) is not None and not is_occasion
    return len(line.text) <= FRONT_LIMIT and not has_ended(line.text) and not is_heading


def _whole_lines(lines: Sequence[Line]) -> list[Cut]:
    """Each line but the last, with the line end behind it."""
    return [
        Cut("title_lines_set_apart", line.start, following.start)
        for line, following in pairwise(lines)
    ]
