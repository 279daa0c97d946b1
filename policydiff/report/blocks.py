"""What a report of a comparison says, block by block, before it takes a format."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from policydiff.model import Comparison, Document, Side
from policydiff.provisions import provisions_of
from policydiff.report import articles, decided, figures, links, pairs, summary
from policydiff.report.counts import count
from policydiff.report.listing import Listing
from policydiff.report.printable import printable
from policydiff.report.summary import NoticeLine
from policydiff.report.unmatched import unmatched
from policydiff.report.view import Part, View


class Tone(StrEnum):
    """How loud a column speaks where a format has colours."""

    PLAIN = "plain"
    FAINT = "faint"
    VERDICT = "verdict"


class Column(NamedTuple):
    """A column of a table; ``flexible`` ones wrap where the line is short."""

    title: str
    flexible: bool = False
    right: bool = False
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Header:
    """The two documents of the report."""

    old: Document
    new: Document


@dataclass(frozen=True, slots=True)
class Notices:
    """What a reader must know first."""

    lines: tuple[NoticeLine, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under their columns; ``more`` rows fell to the limit, ``note`` stands below."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    more: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entries:
    """One list with its title; ``note`` stands above."""

    title: str
    listing: Listing
    note: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """Names in a row under a title."""

    title: str
    names: tuple[str, ...]
    more: int = 0


Block = Header | Notices | Table | Entries | Names

_LINES = re.compile("[0-9:→– ]*")
"""Places in documents that have nothing but lines: 8 → 12, 25:1327, – → 40."""

_COUNT_COLUMNS = (Column(""), Column("old", right=True), Column("new", right=True))
_FIGURE_COLUMNS = (
    Column("indicator", flexible=True),
    Column("old", flexible=True, right=True),
    Column("new", flexible=True, right=True),
    Column("change", right=True),
    Column("direction"),
    Column("ambition", tone=Tone.VERDICT),
    Column("line", tone=Tone.FAINT),
)
_UNLIKE_FIGURE_COLUMNS = (
    Column("indicator", flexible=True),
    Column("old", flexible=True, right=True),
    Column("new", flexible=True, right=True),
    Column("not comparable", flexible=True),
    Column("line", tone=Tone.FAINT),
)
_ARTICLE_COLUMNS = (
    Column("old", flexible=True),
    Column("new", flexible=True),
    Column("change", flexible=True),
    Column("line", tone=Tone.FAINT),
)
_OUTCOME_COLUMNS = (
    Column("indicator", flexible=True),
    Column("old target", flexible=True, right=True),
    Column("reported", flexible=True, right=True),
    Column("margin", right=True),
    Column("verdict", tone=Tone.VERDICT),
    Column("line", tone=Tone.FAINT),
)
_DECIDED_COLUMNS = (
    Column("ruling"),
    Column("link"),
    Column("old", flexible=True),
    Column("new", flexible=True),
    Column("note", flexible=True),
    Column("line", tone=Tone.FAINT),
)
_LONE_FIGURE_COLUMNS = (
    Column("indicator", flexible=True),
    Column("figure", flexible=True, right=True),
    Column("line", tone=Tone.FAINT),
    Column("commitment", tone=Tone.FAINT),
)


def blocks(comparison: Comparison, view: View) -> Iterator[Block]:
    """The blocks of the report in reading order; every format prints all of them."""
    yield Header(comparison.old, comparison.new)
    yield Notices((*_view_notices(comparison, view), *summary.notice_lines(comparison)))
    if view.only is None:
        yield _counts(comparison)
        yield from _decided(comparison, view)
    if view.shows(Part.FIGURES):
        yield from _figures(comparison, view)
    if view.only is None:
        yield from _articles(comparison, view)
        yield from _sections(comparison, view)
    if view.shows(Part.CARRIED):
        yield _entries("Carried", links.carried(comparison, view))
    if view.shows(Part.DROPPED):
        yield from _unmatched("Dropped", comparison, Side.OLD, view)
    if view.shows(Part.ADDED):
        yield from _unmatched("Added", comparison, Side.NEW, view)
    if view.shows(Part.REPORTED):
        yield _entries("Reported on", links.reported(comparison, view))


def _view_notices(comparison: Comparison, view: View) -> Iterator[NoticeLine]:
    documents = (comparison.old, comparison.new)
    sections = [(document, i) for document in documents for i in range(len(document.sections))]
    if not any(view.covers(document, section) for document, section in sections):
        message = f"No section heading contains “{printable(view.section or '')}”."
        yield NoticeLine("", message, is_grave=True)


def _counts(comparison: Comparison) -> Table:
    counts = count(comparison)
    rows = tuple((row.name, row.old, row.new) for row in summary.count_rows(counts))
    return Table("Counts", _COUNT_COLUMNS, rows, note=summary.link_counts(counts))


def _decided(comparison: Comparison, view: View) -> Iterator[Table]:
    rows = decided.decided_rows(comparison, view)
    if rows:
        yield _table("Decided by people", _DECIDED_COLUMNS, rows, view)


def _figures(comparison: Comparison, view: View) -> Iterator[Table]:
    both = figures.figure_changes(comparison, view)
    vanished = figures.vanished_figures(comparison, view)
    new = figures.new_figures(comparison, view)
    yield _table("Figures in both", _FIGURE_COLUMNS, both, view)
    unlike = figures.unlike_figures(comparison, view)
    if unlike:
        yield _table("Figures not comparable", _UNLIKE_FIGURE_COLUMNS, unlike, view)
    outcomes = figures.outcome_lines(comparison, view)
    if outcomes:
        yield _table("Targets and results", _OUTCOME_COLUMNS, outcomes, view)
    if vanished:
        yield _table("Figures only in old", _LONE_FIGURE_COLUMNS, vanished, view)
    if new:
        yield _table("Figures only in new", _LONE_FIGURE_COLUMNS, new, view)


def _articles(comparison: Comparison, view: View) -> Iterator[Table]:
    """The table of articles, where the documents are made of them."""
    provisions = provisions_of(comparison)
    if provisions:
        rows = articles.article_rows(comparison, view)
        changed = _table("Articles changed", _ARTICLE_COLUMNS, rows, view)
        yield replace(changed, note=articles.article_counts(provisions))


def _sections(comparison: Comparison, view: View) -> Iterator[Entries | Names]:
    both = pairs.section_pairs(comparison, view)
    if both.total or not provisions_of(comparison):
        yield _entries("Sections in both", both)
    for side in Side:
        names = pairs.lone_sections(comparison, side, view)
        if names:
            room = view.room(len(names))
            yield Names(f"Sections only in {side}: {len(names)}", names[:room], len(names) - room)


def _table(
    title: str, columns: tuple[Column, ...], rows: Sequence[tuple[str, ...]], view: View
) -> Table:
    """The rows of the view, without columns that hold nothing."""
    room = view.room(len(rows))
    shown = rows[:room]
    filled = [i for i in range(len(columns)) if any(row[i] for row in shown)]
    return Table(
        title=f"{title}: {len(rows)}",
        columns=tuple(named_for(columns[i], [row[i] for row in shown]) for i in filled),
        rows=tuple(tuple(row[i] for i in filled) for row in shown),
        more=len(rows) - room,
    )


def named_for(column: Column, cells: Iterable[str]) -> Column:
    """The column of lines, which is one of places where a document has pages or paragraphs."""
    is_placed = column.title == "line" and not all(map(_LINES.fullmatch, cells))
    return column._replace(title="place") if is_placed else column


def _unmatched(title: str, comparison: Comparison, side: Side, view: View) -> Iterator[Entries]:
    yield _entries(title, unmatched(comparison, side, view, covered=True))
    uncovered = unmatched(comparison, side, view, covered=False)
    if uncovered.total:
        note = summary.coverage_caveat(comparison, side)
        yield _entries(f"{title}, but not comparable", uncovered, note)


def _entries(title: str, shown: Listing, note: str = "") -> Entries:
    return Entries(f"{title}: {shown.total}", shown, note)
