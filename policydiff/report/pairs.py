"""The sections that deal with the same matter, and those without counterpart."""

from collections.abc import Iterator

from policydiff.articles import article_sections
from policydiff.model import Comparison, SectionPair, Side
from policydiff.provisions import provisions_of
from policydiff.report.listing import Entry, Group, Listing
from policydiff.report.place import heading, places
from policydiff.report.printable import printable
from policydiff.report.quote import Line, Run
from policydiff.report.view import View


def section_pairs(comparison: Comparison, view: View) -> Listing:
    """The pairs in the order given, tagged with their scores."""
    entries = [
        _entry(comparison, pair.old, pair.new, pair)
        for pair in _outside_articles(comparison)
        if pair.old is not None and pair.new is not None and _covers(comparison, pair, view)
    ]
    kept = tuple(entries[: view.room(len(entries))])
    groups = (Group((), kept),) if kept else ()
    return Listing(len(entries), groups, len(entries) - len(kept))


def lone_sections(comparison: Comparison, side: Side, view: View) -> tuple[str, ...]:
    """The headings of one document that have no counterpart in the other."""
    document = comparison.old if side is Side.OLD else comparison.new
    alone = [
        pair.old if side is Side.OLD else pair.new
        for pair in _outside_articles(comparison)
        if None in (pair.old, pair.new) and _covers(comparison, pair, view)
    ]
    return tuple(heading(document.sections[position]) for position in alone if position is not None)


def _outside_articles(comparison: Comparison) -> Iterator[SectionPair]:
    """The section pairs but for articles and their points, which have a table of their own."""
    if not provisions_of(comparison):
        yield from comparison.section_pairs
        return
    old, new = (
        article_sections(document.sections, document.genre)
        for document in (comparison.old, comparison.new)
    )
    for pair in comparison.section_pairs:
        old_article = None if pair.old is None else old[pair.old]
        new_article = None if pair.new is None else new[pair.new]
        if old_article is None and new_article is None:
            yield pair


def _covers(comparison: Comparison, pair: SectionPair, view: View) -> bool:
    return view.covers(comparison.old, pair.old) or view.covers(comparison.new, pair.new)


def _entry(comparison: Comparison, old: int, new: int, pair: SectionPair) -> Entry:
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
