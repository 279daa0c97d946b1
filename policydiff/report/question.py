"""A question of the review as it is shown: the old clause in its sentence, and the candidates.

The questions themselves are values of the review, of which this knows only the
documents and the positions of items.
"""

from typing import NamedTuple

from policydiff.model import Document, Item
from policydiff.report.place import place, short_path
from policydiff.report.printable import printable

_JOINT = {"zh": ""}


class Clause(NamedTuple):
    """An item between the words of its sentence, and where it stands; all fit to print."""

    before: str
    words: str
    after: str
    where: str


def clause(document: Document, position: int) -> Clause:
    """An item in its sentence."""
    item = document.items[position]
    mates = [each.span for each in document.items if each.sentence == item.sentence]
    start, end = min(span.start for span in mates), max(span.end for span in mates)
    return Clause(
        before=_bare(document, start, item.span.start),
        words=printable(item.text),
        after=_bare(document, item.span.end, max(end, item.span.end)),
        where=_where(document, item),
    )


def signs(points: tuple[tuple[str, float], ...]) -> str:
    """What speaks for and against a candidate: ``shared letters +2.10, verb -0.30``."""
    named = ((name.replace("_", " "), value) for name, value in points)
    return ", ".join(f"{name} {value:+.2f}" if value else name for name, value in named)


def _bare(document: Document, start: int, end: int) -> str:
    """The source between two places without furniture, on one line."""
    asides = [span for span in document.furniture if span.start < end and span.end > start]
    text = "".join(
        char
        for position, char in enumerate(document.text[start:end], start)
        if not any(span.start <= position < span.end for span in asides)
    )
    joint = _JOINT.get(document.language, " ")
    return printable(joint.join(line.strip(" \t\u3000") for line in text.split("\n")))


def _where(document: Document, item: Item) -> str:
    path = " › ".join(short_path(document, item.section))
    return f"{path}, {place(document, item.span)}" if path else place(document, item.span)
