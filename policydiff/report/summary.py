"""What stands above the lists of a report: the two documents, the notices, the counts."""

from collections.abc import Mapping
from typing import NamedTuple

from policydiff.model import Change, Comparison, Document, Kind, Notice, ReportOutcome, Side
from policydiff.report.counts import Counts, SideCounts
from policydiff.report.place import place, shortened
from policydiff.report.printable import printable

# What breaks the comparison itself, and how the caveat of a list says so.
_COVERAGE_GAPS = {
    "starts_mid_document": "starts in mid-document",
    "ends_mid_document": "breaks off before its end",
}
_LONG_TITLE = 70
_NO_COUNT = "–"


class NoticeLine(NamedTuple):
    """A notice as printed: ``whose`` is ``old``, ``new`` or empty for both."""

    whose: str
    message: str
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
    return shortened(printable(document.title or document.source), _LONG_TITLE)


def particulars(document: Document) -> str:
    """Issuer, date, sort of document and source, as far as known."""
    date = document.date or (str(document.year) if document.year else "")
    known = (document.issuer, date, document.genre.replace("_", " "), document.source)
    return printable(", ".join(part for part in known if part))


def notice_lines(comparison: Comparison) -> tuple[NoticeLine, ...]:
    """The notices on the comparison, then each document's, coverage gaps first."""
    on_both = [
        NoticeLine("", printable(notice.message), is_grave=True) for notice in comparison.notices
    ]
    on_each = [
        *document_notices(comparison.old, Side.OLD),
        *document_notices(comparison.new, Side.NEW),
    ]
    return (*on_both, *sorted(on_each, key=lambda line: not line.is_grave))


def document_notices(document: Document, whose: str = "") -> tuple[NoticeLine, ...]:
    """A line for each coverage gap, and one for all the rest."""
    grave = [notice for notice in document.notices if is_grave(notice)]
    rest = [notice for notice in document.notices if not is_grave(notice)]
    lines = [NoticeLine(whose, placed(document, notice), is_grave=True) for notice in grave]
    if rest:
        text = " ".join(placed(document, notice) for notice in rest)
        lines.append(NoticeLine(whose, text, is_grave=False))
    return tuple(lines)


def is_grave(notice: Notice) -> bool:
    """Whether a notice says that a part of the document is missing."""
    return notice.code in _COVERAGE_GAPS


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
    rows = [
        CountRow("forward-looking items", str(old.forward), str(new.forward)),
        CountRow("  carried", str(old.carried), str(new.carried)),
        CountRow("  dropped", str(old.unmatched), _NO_COUNT),
        CountRow("    of these not comparable", str(old.uncovered or ""), _NO_COUNT),
        CountRow("  added", _NO_COUNT, str(new.unmatched)),
        CountRow("    of these not comparable", _NO_COUNT, str(new.uncovered or "")),
        CountRow("  nothing but set phrases", *_phrases(old, new)),
        CountRow("results", str(old.kinds[Kind.RESULT]), str(new.kinds[Kind.RESULT])),
        CountRow("context", str(old.kinds[Kind.CONTEXT]), str(new.kinds[Kind.CONTEXT])),
        CountRow("all items", str(old.items), str(new.items)),
    ]
    return tuple(row for row in rows if row.old and row.new)


def _phrases(old: SideCounts, new: SideCounts) -> tuple[str, str]:
    return (str(old.phrases), str(new.phrases)) if old.phrases or new.phrases else ("", "")


def link_counts(counts: Counts) -> str:
    """How many links carry commitments on, how they differ, and what is reported, in one line."""
    uncertain = [f"{counts.uncertain_links} uncertain"] if counts.uncertain_links else []
    carried = [*_numbers(counts.changes), *uncertain]
    sentences = [
        _sentence(f"Carried by {_links(counts.carry_links)}", carried),
        _sentence(f"Reported on by {_links(counts.report_links)}", _numbers(counts.outcomes)),
    ]
    return " ".join(sentences if counts.report_links else sentences[:1])


def _links(number: int) -> str:
    return "1 link" if number == 1 else f"{number} links"


def _numbers(counted: Mapping[Change, int] | Mapping[ReportOutcome, int]) -> list[str]:
    return [f"{number} {name}" for name, number in counted.items() if number]


def _sentence(opening: str, parts: list[str]) -> str:
    return f"{opening}: {', '.join(parts)}." if parts else f"{opening}."


def placed(document: Document, notice: Notice) -> str:
    """A notice as a sentence that says where it shows."""
    return f"{printable(notice.message).rstrip('.')} ({place(document, notice.span)})."
