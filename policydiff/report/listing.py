"""The lists of a report, in reading order: what is carried, dropped, added and reported on."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from policydiff.model import (
    Change,
    Comparison,
    Document,
    Item,
    Kind,
    Link,
    SectionPair,
    Side,
    Status,
)
from policydiff.report.place import heading, own_heading, place, places, short_path
from policydiff.report.printable import printable
from policydiff.report.quote import Line, Run, changed_lines, quoted
from policydiff.report.view import Part, View

_FIGURE_CHANGES = (Change.RAISED, Change.LOWERED, Change.TIGHTENED, Change.LOOSENED)
# A link below this is as likely wrong as right, and the reader is told so.
_SURE_SCORE = 0.5
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
# The marked words show the one, the note on an entry the other.
_UNSAID_AFTER_ANOTHER = (Change.REWORDED, Change.MOVED)


@dataclass(frozen=True, slots=True)
class Entry:
    """One item or link of a list.

    ``rank`` is lower for what matters more; ``note`` says what a reader
    would otherwise miss, such as the section it moved from.
    """

    section: int
    rank: int
    order: int
    tags: tuple[str, ...]
    lines: tuple[Line, ...]
    place: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of one section; ``folded`` counts verbatim ones left out."""

    path: tuple[str, ...]
    entries: tuple[Entry, ...]
    folded: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A list cut to the view: ``total`` entries, of which ``more`` fell to the limit."""

    total: int
    groups: tuple[Group, ...]
    more: int


def carried(comparison: Comparison, view: View) -> Listing:
    """The carried commitments by new section; verbatim ones are folded unless asked for."""
    entries = [
        _carried_entry(comparison, link)
        for link in comparison.carried
        if _covers_link(comparison, link, view)
    ]
    folds = view.only is not Part.CARRIED
    return _listing(comparison.new, entries, view, folds=folds)


def reported(comparison: Comparison, view: View) -> Listing:
    """The old commitments the new document reports on, by new section."""
    entries = [
        _reported_entry(comparison, link)
        for link in comparison.reported
        if _covers_link(comparison, link, view)
    ]
    return _listing(comparison.new, entries, view, folds=False)


def section_pairs(comparison: Comparison, view: View) -> Listing:
    """The sections that deal with the same matter, tagged with their scores."""
    entries = [
        _pair_entry(comparison, pair.old, pair.new, pair)
        for pair in comparison.section_pairs
        if pair.old is not None and pair.new is not None and _covers_pair(comparison, pair, view)
    ]
    kept = tuple(entries[: view.room(len(entries))])
    groups = (Group((), kept, 0),) if kept else ()
    return Listing(len(entries), groups, len(entries) - len(kept))


def lone_sections(comparison: Comparison, side: Side, view: View) -> tuple[str, ...]:
    """The headings of one document that have no counterpart in the other."""
    document = comparison.old if side is Side.OLD else comparison.new
    alone = [
        pair.old if side is Side.OLD else pair.new
        for pair in comparison.section_pairs
        if None in (pair.old, pair.new) and _covers_pair(comparison, pair, view)
    ]
    return tuple(heading(document.sections[position]) for position in alone if position is not None)


def unmatched(comparison: Comparison, side: Side, view: View, *, covered: bool) -> Listing:
    """The dropped or added items by section, where the other document has text or where not."""
    document = comparison.old if side is Side.OLD else comparison.new
    statuses = comparison.old_status if side is Side.OLD else comparison.new_status
    caveats = comparison.old_caveats if side is Side.OLD else comparison.new_caveats
    gone = Status.DROPPED if side is Side.OLD else Status.ADDED
    everything = zip(document.items, statuses, caveats, strict=True)
    entries = [
        _item_entry(document, item, position)
        for position, (item, status, caveat) in enumerate(everything)
        if status is gone and covered is not bool(caveat) and view.covers(document, item.section)
    ]
    return _listing(document, entries, view, folds=False)


def _covers_link(comparison: Comparison, link: Link, view: View) -> bool:
    return view.covers(comparison.old, comparison.old.items[link.old].section) or view.covers(
        comparison.new, comparison.new.items[link.new].section
    )


def _covers_pair(comparison: Comparison, pair: SectionPair, view: View) -> bool:
    return view.covers(comparison.old, pair.old) or view.covers(comparison.new, pair.new)


def _pair_entry(comparison: Comparison, old: int, new: int, pair: SectionPair) -> Entry:
    old_section, new_section = comparison.old.sections[old], comparison.new.sections[new]
    old_line = Line((Run(heading(old_section)),), "old")
    new_line = Line((Run(heading(new_section)),), "new")
    is_same = old_line.runs == new_line.runs
    return Entry(
        section=new,
        rank=0,
        order=new,
        tags=(f"{pair.score:.2f}",),
        lines=(Line(new_line.runs),) if is_same else (old_line, new_line),
        place=places(
            comparison.old, old_section.heading_span, comparison.new, new_section.heading_span
        ),
        note=printable(pair.reason),
    )


def _carried_entry(comparison: Comparison, link: Link) -> Entry:
    new = comparison.new.items[link.new]
    notes = (_origin(comparison, link), _doubt(link))
    return Entry(
        section=new.section,
        rank=_rank(link),
        order=link.new,
        tags=_tags(link.changes),
        lines=changed_lines(comparison, link),
        place=places(comparison.old, link.old_span, comparison.new, link.new_span),
        note=", ".join(note for note in notes if note),
    )


def _reported_entry(comparison: Comparison, link: Link) -> Entry:
    old, new = comparison.old.items[link.old], comparison.new.items[link.new]
    return Entry(
        section=new.section,
        rank=1,
        order=link.new,
        tags=(),
        lines=(Line(quoted(old).runs, "old"), Line(quoted(new).runs, "new")),
        place=places(comparison.old, link.old_span, comparison.new, link.new_span),
    )


def _item_entry(document: Document, item: Item, position: int) -> Entry:
    return Entry(
        section=item.section,
        rank=0 if item.kind is Kind.TARGET else 1,
        order=position,
        tags=(),
        lines=(quoted(item),),
        place=place(document, item.span),
    )


def _tags(changes: tuple[Change, ...]) -> tuple[str, ...]:
    """The changes, most telling first; rewording goes without saying after another change."""
    ordered = sorted(changes, key=_TELLING_ORDER.index)
    said = (change for change in ordered[1:] if change not in _UNSAID_AFTER_ANOTHER)
    return tuple(str(change) for change in (*ordered[:1], *said))


def _rank(link: Link) -> int:
    """Figures first, then other changes, the sure before the doubtful, then what stayed."""
    if any(change in _FIGURE_CHANGES for change in link.changes):
        return 0
    if Change.VERBATIM in link.changes:
        return 3
    return 2 if _doubt(link) else 1


def _origin(comparison: Comparison, link: Link) -> str:
    if Change.MOVED not in link.changes:
        return ""
    return f"moved from {own_heading(comparison.old, comparison.old.items[link.old].section)}"


def _doubt(link: Link) -> str:
    return f"uncertain {link.score:.2f}" if link.score < _SURE_SCORE else ""


def _listing(document: Document, entries: list[Entry], view: View, *, folds: bool) -> Listing:
    open_entries = [entry for entry in entries if not (folds and _is_verbatim(entry))]
    ranked = sorted(open_entries, key=lambda entry: (entry.rank, entry.order))
    kept = ranked[: view.room(len(ranked))]
    folded = [entry for entry in entries if folds and _is_verbatim(entry)]
    return Listing(len(entries), _groups(document, kept, folded), len(ranked) - len(kept))


def _is_verbatim(entry: Entry) -> bool:
    return entry.tags == (Change.VERBATIM,) and not entry.note


def _groups(document: Document, kept: list[Entry], folded: list[Entry]) -> tuple[Group, ...]:
    shown = _by_section(kept)
    hidden = _by_section(folded)
    return tuple(
        Group(
            path=short_path(document, section),
            entries=tuple(shown.get(section, ())),
            folded=len(hidden.get(section, ())),
        )
        for section in sorted(shown.keys() | hidden.keys())
    )


def _by_section(entries: Iterable[Entry]) -> dict[int, list[Entry]]:
    """Each section's entries, the order within a section unchanged."""
    ordered = sorted(entries, key=lambda entry: entry.section)
    return {section: list(group) for section, group in groupby(ordered, lambda e: e.section)}
