"""A comparison on a terminal, or piped from one as plain text."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from policydiff.model import Comparison, Direction, Document, Side
from policydiff.report import figures, listing, summary
from policydiff.report.counts import count
from policydiff.report.grid import Column, hanging, table
from policydiff.report.listing import Entry, Group, Listing
from policydiff.report.place import heading
from policydiff.report.quote import Line, Mark
from policydiff.report.view import Part, View

_STYLES = {Mark.SAME: "", Mark.OLD: "red strike", Mark.NEW: "green"}
# Where colour cannot show, changed words stand between signs.
_SIGNS = {Mark.SAME: ("", ""), Mark.OLD: ("[-", "-]"), Mark.NEW: ("{+", "+}")}
_DIRECTION_STYLES = {
    Direction.RAISED: "bold green",
    Direction.LOWERED: "bold red",
    Direction.TIGHTENED: "bold green",
    Direction.LOOSENED: "bold red",
    Direction.SAME: "dim",
}


@dataclass(frozen=True, slots=True)
class ComparisonReport:
    """A rich renderable: print it to a console of any width."""

    comparison: Comparison
    view: View

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines of the report, none wider than the console."""
        page = _Page(options.max_width, has_signs=console.no_color or not console.color_system)
        for line in _report(self.comparison, self.view, page):
            yield from line.render(console, end="\n")


def comparison_renderable(comparison: Comparison, view: View) -> ComparisonReport:
    """The comparison for ``Console.print``."""
    return ComparisonReport(comparison, view)


@dataclass(frozen=True, slots=True)
class _Page:
    width: int
    has_signs: bool


def _report(comparison: Comparison, view: View, page: _Page) -> Iterator[Text]:
    yield from _header(comparison, page)
    yield from _notices(comparison, page)
    if view.only is None:
        yield from _counts(comparison, page)
    if view.shows(Part.FIGURES):
        yield from _figures(comparison, view, page)
    if view.only is None:
        yield from _section_pairs(comparison, view, page)
    if view.shows(Part.CARRIED):
        yield from _list("Carried", listing.carried(comparison, view), page)
    if view.shows(Part.DROPPED):
        yield from _unmatched("Dropped", comparison, Side.OLD, view, page)
    if view.shows(Part.ADDED):
        yield from _unmatched("Added", comparison, Side.NEW, view, page)
    if view.shows(Part.REPORTED):
        yield from _list("Reported on", listing.reported(comparison, view), page)


def _header(comparison: Comparison, page: _Page) -> Iterator[Text]:
    for side, document in ((Side.OLD, comparison.old), (Side.NEW, comparison.new)):
        label = Text(f"{side}  ", style="bold")
        title = Text.assemble(
            (summary.name(document), "bold"), "  ", (summary.title(document), "bold")
        )
        yield from hanging(label, title, page.width)
        yield from hanging(
            Text("     "), Text(summary.particulars(document), style="dim"), page.width
        )


def _heading(text: str) -> Iterator[Text]:
    yield Text()
    yield Text(text, style="bold")


def _notices(comparison: Comparison, page: _Page) -> Iterator[Text]:
    lines = summary.notice_lines(comparison)
    if lines:
        yield from _heading("Notices")
    for line in lines:
        prefix = Text(f"  {line.whose:<3}  " if line.whose else "  ", style="yellow")
        body = Text(line.message, style="yellow" if line.is_grave else "")
        if line.place:
            body.append(f" ({line.place})", style="dim")
        yield from hanging(prefix, body, page.width)


def _counts(comparison: Comparison, page: _Page) -> Iterator[Text]:
    counts = count(comparison)
    yield from _heading("Counts")
    columns = (Column(""), Column("old", right=True), Column("new", right=True))
    rows = [
        [Text(f"  {row.name}"), Text(row.old), Text(row.new)] for row in summary.count_rows(counts)
    ]
    yield from table(columns, rows, page.width)
    yield from hanging(Text("  "), Text(summary.change_counts(counts)), page.width)


def _figures(comparison: Comparison, view: View, page: _Page) -> Iterator[Text]:
    changes = figures.figure_changes(comparison, view)
    yield from _heading(f"Figures in both: {len(changes)}")
    columns = (
        Column("indicator", flexible=True),
        Column("old", flexible=True, right=True),
        Column("new", flexible=True, right=True),
        Column("change", right=True),
        Column("direction"),
        Column("place"),
    )
    rows = [
        [
            Text(change.indicator),
            Text(change.old),
            Text(change.new),
            Text(change.difference),
            Text(change.direction, style=_DIRECTION_STYLES[change.direction]),
            Text(change.place, style="dim"),
        ]
        for change in changes[: view.room(len(changes))]
    ]
    if rows:
        yield from table(columns, rows, page.width)
    yield from _more(len(changes) - len(rows))
    yield from _lone_figures(
        "Figures only in old", figures.vanished_figures(comparison, view), view, page
    )
    yield from _lone_figures(
        "Figures only in new", figures.new_figures(comparison, view), view, page
    )


def _lone_figures(
    title: str, lone: tuple[figures.LoneFigure, ...], view: View, page: _Page
) -> Iterator[Text]:
    yield from _heading(f"{title}: {len(lone)}")
    columns = (
        Column("indicator", flexible=True),
        Column("figure", right=True),
        Column("section", flexible=True),
        Column("place"),
    )
    rows = [
        [
            Text(row.indicator),
            Text(row.figure),
            Text(row.section),
            Text(f"{row.place} {row.note}".rstrip(), style="dim"),
        ]
        for row in lone[: view.room(len(lone))]
    ]
    if rows:
        yield from table(columns, rows, page.width)
    yield from _more(len(lone) - len(rows))


def _section_pairs(comparison: Comparison, view: View, page: _Page) -> Iterator[Text]:
    pairs = listing.section_pairs(comparison, view)
    yield from _heading(f"Sections: {len(pairs)}")
    columns = (
        Column("old", flexible=True),
        Column("new", flexible=True),
        Column("score", right=True),
        Column("why", flexible=True),
    )
    rows = [
        [
            _section(comparison.old, pair.old),
            _section(comparison.new, pair.new),
            Text(listing.pair_score(pair)),
            Text(pair.reason, style="dim"),
        ]
        for pair in pairs[: view.room(len(pairs))]
    ]
    if rows:
        yield from table(columns, rows, page.width)
    yield from _more(len(pairs) - len(rows))


def _section(document: Document, position: int | None) -> Text:
    return (
        Text("–", style="dim") if position is None else Text(heading(document.sections[position]))
    )


def _unmatched(
    title: str, comparison: Comparison, side: Side, view: View, page: _Page
) -> Iterator[Text]:
    yield from _list(title, listing.unmatched(comparison, side, view, covered=True), page)
    uncovered = listing.unmatched(comparison, side, view, covered=False)
    if uncovered.total:
        yield from _list(
            f"{title}, but not comparable",
            uncovered,
            page,
            note=summary.coverage_caveat(comparison, side),
        )


def _list(title: str, shown: Listing, page: _Page, note: str = "") -> Iterator[Text]:
    yield from _heading(f"{title}: {shown.total}")
    if note:
        yield from hanging(Text("  "), Text(note, style="yellow"), page.width)
    for group in shown.groups:
        yield from _group(group, page)
    yield from _more(shown.more)


def _group(group: Group, page: _Page) -> Iterator[Text]:
    yield from hanging(Text("  "), Text(" › ".join(group.path), style="cyan"), page.width)
    for entry in group.entries:
        yield from _entry(entry, page)
    if group.folded:
        yield Text(f"    and {group.folded} verbatim", style="dim")


def _entry(entry: Entry, page: _Page) -> Iterator[Text]:
    for line in entry.lines:
        label = Text(f"    {line.label:<5}" if line.label else "    ", style="dim")
        yield from hanging(label, _quotation(line, page), page.width)
    about = ", ".join(part for part in (*entry.tags, entry.place, entry.note) if part)
    yield from hanging(Text("      "), Text(about, style="dim"), page.width)


def _quotation(line: Line, page: _Page) -> Text:
    text = Text()
    for run in line.runs:
        opening, closing = _SIGNS[run.mark] if page.has_signs else ("", "")
        text.append(f"{opening}{run.text}{closing}", style=_STYLES[run.mark])
    return text


def _more(more: int) -> Iterator[Text]:
    if more:
        yield Text(f"    … and {more} more (use --limit 0)", style="dim")
