"""The lists of links: commitments carried on, and commitments reported on."""

from policydiff.formats import format_differs
from policydiff.model import Change, Comparison, Link, ReportOutcome
from policydiff.points import item_places
from policydiff.report.counts import SET_PHRASE, is_mere_phrase, is_uncertain
from policydiff.report.decided import link_mark
from policydiff.report.listing import Entry, Listing, list_by_section
from policydiff.report.place import heading, own_heading, places
from policydiff.report.quote import Line, changed_lines, quoted
from policydiff.report.view import Part, View

_FIGURE_CHANGES = (Change.RAISED, Change.LOWERED, Change.TIGHTENED, Change.LOOSENED)
_TELLING_ORDER = (
    *_FIGURE_CHANGES,
    Change.PROGRESSED,
    Change.BROADENED,
    Change.NARROWED,
    Change.SPLIT,
    Change.MERGED,
    Change.REWORDED,
    Change.VERBATIM,
    Change.MOVED,
)
_FORMAT_ONLY = "format only"
# The marked words show the one, the note on an entry the other.
_UNSAID_AFTER_ANOTHER = (Change.REWORDED, Change.MOVED)


def carried(comparison: Comparison, view: View) -> Listing:
    """The carried commitments by new section; verbatim ones are folded unless asked for."""
    points = item_places(comparison.new)
    folds = view.only is not Part.CARRIED
    shown: list[Entry] = []
    folded: list[Entry] = []
    for link in comparison.carried:
        if _covers(comparison, link, view):
            entry = _carried_entry(comparison, link, points[link.new])
            is_folded = folds and _is_plain(link) and not link_mark(comparison, link)
            (folded if is_folded else shown).append(entry)
    return list_by_section(comparison.new, shown, view, folded=folded)


def reported(comparison: Comparison, view: View) -> Listing:
    """The old commitments the new document reports on, by new section."""
    entries = [
        _reported_entry(comparison, link)
        for link in comparison.reported
        if _covers(comparison, link, view)
    ]
    return list_by_section(comparison.new, entries, view)


def _covers(comparison: Comparison, link: Link, view: View) -> bool:
    return view.covers(comparison.old, comparison.old.items[link.old].section) or view.covers(
        comparison.new, comparison.new.items[link.new].section
    )


def _carried_entry(comparison: Comparison, link: Link, point: str) -> Entry:
    section = comparison.new.sections[comparison.new.items[link.new].section]
    notes = (
        "" if heading(section).startswith(point) else point,
        _origin(comparison, link),
        SET_PHRASE if is_mere_phrase(comparison.new.items[link.new]) else "",
        _doubt(link),
        link_mark(comparison, link),
    )
    is_format_only = bool(point) and format_differs(comparison, link)
    return Entry(
        section=comparison.new.items[link.new].section,
        rank=_rank(link),
        order=link.new,
        tags=(_FORMAT_ONLY,) if is_format_only else _tags(link.changes),
        lines=changed_lines(comparison, link),
        place=_place(comparison, link),
        note=", ".join(note for note in notes if note),
    )


def _reported_entry(comparison: Comparison, link: Link) -> Entry:
    old, new = comparison.old.items[link.old], comparison.new.items[link.new]
    return Entry(
        section=new.section,
        rank=_report_rank(link),
        order=link.new,
        tags=(str(link.outcome),) if link.outcome else (),
        lines=(Line(quoted(old).runs, "old"), Line(quoted(new).runs, "new")),
        place=_place(comparison, link),
        note=", ".join(filter(None, (_doubt(link), link_mark(comparison, link)))),
    )


def _place(comparison: Comparison, link: Link) -> str:
    return places(comparison.old, link.old_span, comparison.new, link.new_span)


def _origin(comparison: Comparison, link: Link) -> str:
    if Change.MOVED not in link.changes:
        return ""
    return f"moved from {own_heading(comparison.old, comparison.old.items[link.old].section)}"


def _doubt(link: Link) -> str:
    return f"uncertain {link.score:.2f}" if is_uncertain(link) else ""


def _tags(changes: tuple[Change, ...]) -> tuple[str, ...]:
    """The changes, most telling first; rewording goes without saying after another change."""
    ordered = sorted(changes, key=_TELLING_ORDER.index)
    said = (change for change in ordered[1:] if change not in _UNSAID_AFTER_ANOTHER)
    return tuple(str(change) for change in (*ordered[:1], *said))


def _rank(link: Link) -> int:
    """Figures first, then other changes, the sure before the uncertain, then what stayed."""
    if any(change in _FIGURE_CHANGES for change in link.changes):
        return 0
    if Change.VERBATIM in link.changes:
        return 3
    return 1 + is_uncertain(link)


def _report_rank(link: Link) -> int:
    """What was missed first, then what else a figure or a stage tells; the uncertain last."""
    if is_uncertain(link):
        return 3
    if link.outcome is ReportOutcome.MISSED:
        return 0
    return 1 + (link.outcome in (ReportOutcome.REPORTED, None))


def _is_plain(link: Link) -> bool:
    """Whether a link says no more than that the words stayed, in whatever format."""
    return link.changes == (Change.VERBATIM,) and not is_uncertain(link)
