"""A comparison as Markdown, to read in a pull request or an issue."""

from collections.abc import Iterator, Sequence

from policydiff.model import Comparison, Document, Side
from policydiff.report import figures, listing, summary
from policydiff.report.counts import count
from policydiff.report.escape import escape
from policydiff.report.listing import Entry, Group, Listing
from policydiff.report.place import heading
from policydiff.report.quote import Line, Mark, Run
from policydiff.report.view import Part, View

# Spaces outside keep the signs working next to Chinese punctuation.
_SIGNS = {Mark.SAME: "{}", Mark.OLD: " ~~{}~~ ", Mark.NEW: " **{}** "}


def comparison_markdown(comparison: Comparison, view: View) -> str:
    """The same content as the terminal's, equal for equal comparisons."""
    return "\n".join(_report(comparison, view)) + "\n"


def _report(comparison: Comparison, view: View) -> Iterator[str]:
    yield from _header(comparison)
    yield from _notices(comparison)
    if view.only is None:
        yield from _counts(comparison)
    if view.shows(Part.FIGURES):
        yield from _figures(comparison, view)
    if view.only is None:
        yield from _section_pairs(comparison, view)
    if view.shows(Part.CARRIED):
        yield from _list("Carried", listing.carried(comparison, view))
    if view.shows(Part.DROPPED):
        yield from _unmatched("Dropped", comparison, Side.OLD, view)
    if view.shows(Part.ADDED):
        yield from _unmatched("Added", comparison, Side.NEW, view)
    if view.shows(Part.REPORTED):
        yield from _list("Reported on", listing.reported(comparison, view))


def _header(comparison: Comparison) -> Iterator[str]:
    yield f"# {escape(summary.name(comparison.old))} → {escape(summary.name(comparison.new))}"
    yield ""
    for side, document in ((Side.OLD, comparison.old), (Side.NEW, comparison.new)):
        about = escape(summary.particulars(document))
        yield f"- {side}: **{escape(summary.title(document))}** ({about})"


def _notices(comparison: Comparison) -> Iterator[str]:
    lines = summary.notice_lines(comparison)
    if lines:
        yield from ("", "## Notices", "")
    for line in lines:
        whose = f"{line.whose}: " if line.whose else ""
        where = f" ({line.place})" if line.place else ""
        message = escape(line.message)
        yield f"- {whose}**{message}**{where}" if line.is_grave else f"- {whose}{message}{where}"


def _counts(comparison: Comparison) -> Iterator[str]:
    counts = count(comparison)
    yield from ("", "## Counts", "")
    rows = [
        (row.name.replace("  ", "&emsp;"), row.old, row.new) for row in summary.count_rows(counts)
    ]
    yield from _table(("", "old", "new"), rows, right=(1, 2))
    yield from ("", summary.change_counts(counts))


def _figures(comparison: Comparison, view: View) -> Iterator[str]:
    changes = figures.figure_changes(comparison, view)
    shown = changes[: view.room(len(changes))]
    yield from ("", f"## Figures in both: {len(changes)}", "")
    rows = [[escape(cell) for cell in change] for change in shown]
    titles = ("indicator", "old", "new", "change", "direction", "place")
    yield from _table(titles, rows, right=(1, 2, 3))
    yield from _more(len(changes) - len(shown))
    yield from _lone_figures(
        "Figures only in old", figures.vanished_figures(comparison, view), view
    )
    yield from _lone_figures("Figures only in new", figures.new_figures(comparison, view), view)


def _lone_figures(title: str, lone: tuple[figures.LoneFigure, ...], view: View) -> Iterator[str]:
    shown = lone[: view.room(len(lone))]
    yield from ("", f"### {title}: {len(lone)}", "")
    rows = [[escape(cell) for cell in row] for row in shown]
    yield from _table(("indicator", "figure", "place", "section", "note"), rows, right=(1,))
    yield from _more(len(lone) - len(shown))


def _section_pairs(comparison: Comparison, view: View) -> Iterator[str]:
    pairs = listing.section_pairs(comparison, view)
    shown = pairs[: view.room(len(pairs))]
    yield from ("", f"## Sections: {len(pairs)}", "")
    rows = [
        (
            _section(comparison.old, pair.old),
            _section(comparison.new, pair.new),
            listing.pair_score(pair),
            escape(pair.reason),
        )
        for pair in shown
    ]
    yield from _table(("old", "new", "score", "why"), rows, right=(2,))
    yield from _more(len(pairs) - len(shown))


def _section(document: Document, position: int | None) -> str:
    return "–" if position is None else escape(heading(document.sections[position]))


def _unmatched(title: str, comparison: Comparison, side: Side, view: View) -> Iterator[str]:
    yield from _list(title, listing.unmatched(comparison, side, view, covered=True))
    uncovered = listing.unmatched(comparison, side, view, covered=False)
    if uncovered.total:
        note = summary.coverage_caveat(comparison, side)
        yield from _list(f"{title}, but not comparable", uncovered, note=note)


def _list(title: str, shown: Listing, note: str = "") -> Iterator[str]:
    yield from ("", f"## {title}: {shown.total}")
    if note:
        yield from ("", f"_{note}_")
    for group in shown.groups:
        yield from _group(group)
    yield from _more(shown.more)


def _group(group: Group) -> Iterator[str]:
    yield from ("", f"### {' › '.join(escape(part) for part in group.path)}", "")
    for entry in group.entries:
        yield from _entry(entry)
    if group.folded:
        yield f"- and {group.folded} verbatim"


def _entry(entry: Entry) -> Iterator[str]:
    about = ", ".join(part for part in (*entry.tags, entry.place, escape(entry.note)) if part)
    texts = [_quotation(line) for line in entry.lines]
    yield f"- {texts[0]} ({about})" if len(texts) == 1 else f"- {about}"
    if len(texts) > 1:
        yield from (f"  - {text}" for text in texts)


def _quotation(line: Line) -> str:
    text = " ".join("".join(_run(run) for run in line.runs).split())
    return f"{line.label}: {text}" if line.label else text


def _run(run: Run) -> str:
    text = escape(run.text)
    return _SIGNS[run.mark].format(text) if text else " "


def _table(
    titles: Sequence[str], rows: Sequence[Sequence[str]], *, right: Sequence[int] = ()
) -> Iterator[str]:
    if not rows:
        return
    rule = ("---:" if i in right else "---" for i in range(len(titles)))
    for row in (titles, tuple(rule), *rows):
        yield f"| {' | '.join(row)} |"


def _more(more: int) -> Iterator[str]:
    if more:
        yield from ("", f"… and {more} more (use --limit 0)")
