"""Where in its source a span stands, in words a reader can follow."""

from bisect import bisect_right
from functools import lru_cache

from policydiff.lexicon.articles import HEADING_MARK
from policydiff.model import Document, PlaceKind, Section, Span
from policydiff.report.printable import printable

# Of a longer line the number alone does not help to find the words.
_LONG_LINE = 1000
_SHORT_HEADING = 14
_UNTITLED = "before the first heading"
_LONG_NAME = 24

_PLACES = {
    PlaceKind.PAGE: "p. {}",
    PlaceKind.PARAGRAPH: "para. {}",
    PlaceKind.ANCHOR: "#{}",
}
_CHINESE_PLACES = {**_PLACES, PlaceKind.PARAGRAPH: "第{}段"}


def line_number(document: Document, span: Span) -> int:
    """The number of the source line the span starts on, from 1."""
    return bisect_right(_line_starts(document.text), span.start)


def position(document: Document, span: Span) -> str:
    """Where the span starts: ``p. 7``, or its line's number where the file has only lines.

    Where the line is too long, the number of the character stands behind it.
    """
    found = document.place_of(span)
    if found is None:
        return _line_position(document, span)
    if found.kind is PlaceKind.ROW:
        return f"row {found.name}, line {_line_position(document, span)}"
    name = shortened(printable(found.name), _LONG_NAME)
    words = _CHINESE_PLACES if document.language == "zh" else _PLACES
    return words[found.kind].format(name)


def _line_position(document: Document, span: Span) -> str:
    starts = _line_starts(document.text)
    number = bisect_right(starts, span.start)
    start = starts[number - 1]
    end = starts[number] if number < len(starts) else len(document.text)
    return str(number) if end - start <= _LONG_LINE else f"{number}:{span.start - start + 1}"


def place(document: Document, span: Span) -> str:
    """``line 73``, ``line 1:5120`` where the line is too long, ``p. 7``, ``第3段``, ``#part2``."""
    where = position(document, span)
    return f"line {where}" if where[0].isdigit() else where


def places(old: Document, old_span: Span, new: Document, new_span: Span) -> str:
    """Where both spans stand: ``line 73 → 102``, ``p. 7 → 第3段``."""
    before, after = position(old, old_span), position(new, new_span)
    if before[0].isdigit() and after[0].isdigit():
        return f"line {before} → {after}"
    return f"{place(old, old_span)} → {place(new, new_span)}"


def heading(section: Section) -> str:
    """The section's heading with its ordinal, fit to print."""
    text = printable(section.heading).strip()
    ordinal = "" if HEADING_MARK.fullmatch(section.ordinal) else printable(section.ordinal).strip()
    if not text and not ordinal:
        return _UNTITLED
    return text if text.startswith(ordinal) else f"{ordinal}{text}"


def own_heading(document: Document, section: int) -> str:
    """The section's heading, shortened where it is long."""
    return shortened(heading(document.sections[section]), _SHORT_HEADING)


def short_path(document: Document, section: int) -> tuple[str, ...]:
    """The section's path, of which only its own heading is whole."""
    *outer, own = section_path(document, section)
    return (*(shortened(outer_heading, _SHORT_HEADING) for outer_heading in outer), own)


def shortened(text: str, length: int) -> str:
    """The text, its end cut off for an ellipsis where it is longer."""
    return text if len(text) <= length else f"{text[: length - 1]}…"


def section_path(document: Document, section: int) -> tuple[str, ...]:
    """The headings that lead to a section, outermost first, its own last."""
    path: list[str] = []
    position: int | None = section
    while position is not None:
        current = document.sections[position]
        path.append(heading(current))
        position = current.parent
    return tuple(reversed(path))


@lru_cache(maxsize=8)
def _line_starts(text: str) -> tuple[int, ...]:
    starts = [0]
    position = text.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return tuple(starts)
