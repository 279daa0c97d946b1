"""What stands above the lists of a report: the two documents, the notices, the counts."""

from itertools import groupby
from typing import NamedTuple

from policydiff.model import Comparison, Document, Kind, Notice, Side
from policydiff.report.counts import Counts
from policydiff.report.place import place
from policydiff.report.printable import printable

# What breaks the comparison itself, and how the caveat of a list says so.
_COVERAGE_GAPS = {
    "starts_mid_document": "starts in mid-document",
    "ends_mid_document": "breaks off before its end",
}
_SHOWN_PLACES = 3
_NO_COUNT = "–"


class NoticeLine(NamedTuple):
    """A notice as printed: ``whose`` is ``old``, ``new`` or empty for both."""

    whose: str
    message: str
    place: str
    is_grave: bool


class CountRow(NamedTuple):
    """One line of the table of counts."""

    name: str
    old: str
    new: str


def name(document: Document) -> str:
    """The series and label, as commands take them."""
    return printable("/".join(part for part in (document.series, document.label) if part))


def title(document: Document) -> str:
    """The title, or the source where there is none."""
    return printable(document.title or document.source)


def particulars(document: Document) -> str:
    """Issuer, date, sort of document and source, as far as known."""
    date = document.date or (str(document.year) if document.year else "")
    known = (document.issuer, date, document.genre.replace("_", " "), document.source)
    return printable(", ".join(part for part in known if part))


def notice_lines(comparison: Comparison) -> tuple[NoticeLine, ...]:
    """The notices on the comparison, then each document's, coverage gaps first."""
    on_both = [
        NoticeLine("", printable(notice.message), "", is_grave=True)
        for notice in comparison.notices
    ]
    on_each = [
        *document_notices(comparison.old, Side.OLD),
        *document_notices(comparison.new, Side.NEW),
    ]
    return (*on_both, *sorted(on_each, key=lambda line: not line.is_grave))


def document_notices(document: Document, whose: str = "") -> tuple[NoticeLine, ...]:
    """The document's notices, those of one message on one line."""
    ordered = sorted(document.notices, key=_notice_order)
    lines = []
    for (code, message), group in groupby(ordered, lambda notice: (notice.code, notice.message)):
        places = _places(document, list(group))
        grave = code in _COVERAGE_GAPS
        lines.append(NoticeLine(whose, printable(message), places, is_grave=grave))
    return tuple(lines)


def coverage_caveat(comparison: Comparison, side: Side) -> str:
    """Why that side's items outside the other document's coverage are not comparable."""
    other = comparison.new if side is Side.OLD else comparison.old
    other_side = Side.NEW if side is Side.OLD else Side.OLD
    gaps = [gap for code, gap in _COVERAGE_GAPS.items() if other.has_notice(code)]
    reason = " and ".join(gaps) or "has no text where these would stand"
    return f"the {other_side} document {reason}, so absence there proves nothing"


def count_rows(counts: Counts) -> tuple[CountRow, ...]:
    """The items of both documents; carried and dropped or added make up the forward-looking."""
    old, new = counts.old, counts.new
    return (
        CountRow("forward-looking items", str(old.forward), str(new.forward)),
        CountRow("  carried", str(old.carried), str(new.carried)),
        CountRow("  dropped", str(old.unmatched), _NO_COUNT),
        CountRow("    of these not comparable", str(old.uncovered), _NO_COUNT),
        CountRow("  added", _NO_COUNT, str(new.unmatched)),
        CountRow("    of these not comparable", _NO_COUNT, str(new.uncovered)),
        CountRow("results", str(old.kinds[Kind.RESULT]), str(new.kinds[Kind.RESULT])),
        CountRow("context", str(old.kinds[Kind.CONTEXT]), str(new.kinds[Kind.CONTEXT])),
        CountRow("all items", str(old.items), str(new.items)),
    )


def change_counts(counts: Counts) -> str:
    """How the carried links differ, in one line."""
    parts = [f"{number} {change}" for change, number in counts.changes.items() if number]
    return f"{counts.carry_links} links: {', '.join(parts)}" if parts else "no links"


def _notice_order(notice: Notice) -> tuple[bool, str, str, int]:
    return (notice.code not in _COVERAGE_GAPS, notice.code, notice.message, notice.span.start)


def _places(document: Document, notices: list[Notice]) -> str:
    shown = [place(document, notice.span) for notice in notices[:_SHOWN_PLACES]]
    more = len(notices) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
