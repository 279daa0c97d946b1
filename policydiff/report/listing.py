"""A list of a report: entries, grouped by section, cut to what the reader asked for."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from policydiff.articles import article_sections
from policydiff.model import Document
from policydiff.report.place import short_path
from policydiff.report.quote import Line
from policydiff.report.view import View


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
    folded: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """A list cut to the view: ``total`` entries, of which ``more`` fell to the limit."""

    total: int
    groups: tuple[Group, ...]
    more: int


def list_by_section(
    document: Document, entries: Iterable[Entry], view: View, *, folded: Iterable[Entry] = ()
) -> Listing:
    """The entries that matter most, as many as the view has room for, in document order.

    Entries with tags stand in order of rank inside their section.
    """
    entries, folded = _by_article(document, entries), _by_article(document, folded)
    ranked = sorted(entries, key=lambda entry: (entry.rank, entry.order))
    kept = ranked[: view.room(len(ranked))]
    hidden = _by_section(folded)
    groups = _groups(document, _by_section(kept), hidden)
    return Listing(len(ranked) + sum(map(len, hidden.values())), groups, len(ranked) - len(kept))


def _by_article(document: Document, entries: Iterable[Entry]) -> list[Entry]:
    """The entries, those in the points of an article under the article."""
    articles = article_sections(document.sections, document.genre)
    places = ((entry, articles[entry.section]) for entry in entries)
    return [entry if place is None else replace(entry, section=place) for entry, place in places]


def _groups(
    document: Document, shown: dict[int, tuple[Entry, ...]], hidden: dict[int, tuple[Entry, ...]]
) -> tuple[Group, ...]:
    return tuple(
        Group(short_path(document, section), shown.get(section, ()), len(hidden.get(section, ())))
        for section in sorted(shown.keys() | hidden.keys())
    )


def _by_section(entries: Iterable[Entry]) -> dict[int, tuple[Entry, ...]]:
    ordered = sorted(entries, key=_place_in_list)
    groups = groupby(ordered, key=lambda entry: entry.section)
    return {section: tuple(group) for section, group in groups}


def _place_in_list(entry: Entry) -> tuple[int, int, int]:
    return (entry.section, entry.rank if entry.tags else 0, entry.order)
