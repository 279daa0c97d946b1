"""How a carried commitment differs from what it was."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from policydiff.classify.words import word_runs
from policydiff.lexicon.actions import STAGES
from policydiff.lexicon.clauses import PUNCTUATION
from policydiff.lexicon.lists import LIST_MARK
from policydiff.model import (
    Alignment,
    Change,
    Direction,
    Document,
    Item,
    Link,
    LinkType,
    Section,
    TargetChange,
)

OWN_SHARE = 2
"""So many characters a part of a split shares with the whole and the other parts do not."""


class LinkChanges:
    """What is known of a whole alignment, to say of each link how its item changed."""

    def __init__(
        self,
        old: Document,
        new: Document,
        alignment: Alignment,
        target_changes: Iterable[TargetChange],
    ) -> None:
        self._old = old
        self._new = new
        self._counterparts = {
            pair.old: pair.new for pair in alignment.section_pairs if pair.new is not None
        }
        self._directions = _directions_by_items(old, new, target_changes)
        carried = [link for link in alignment.links if link.type is LinkType.CARRY]
        self._split = _shared_out(carried, old, new, by_old=True)
        self._merged = _shared_out(carried, old, new, by_old=False)

    def of(self, link: Link) -> tuple[Change, ...]:
        """The changes of one link, in the order of ``Change``."""
        if link.type is LinkType.REPORT:
            return (Change.PROGRESSED,) if self._has_progressed(link) else ()
        found = set(self._found(link))
        return tuple(change for change in Change if change in found)

    def _found(self, link: Link) -> Iterator[Change]:
        old, new = self._old.items[link.old], self._new.items[link.new]
        if _letters(old.plain) == _letters(new.plain):
            yield Change.VERBATIM
        else:
            yield Change.REWORDED
            yield from _breadth(old.plain, new.plain)
        yield from self._directions.get((link.old, link.new), ())
        if self._has_progressed(link):
            yield Change.PROGRESSED
        if self._has_moved(old, new):
            yield Change.MOVED
        if (link.old, link.new) in self._split:
            yield Change.SPLIT
        if (link.old, link.new) in self._merged:
            yield Change.MERGED

    def _has_progressed(self, link: Link) -> bool:
        old, new = _stage(self._old.items[link.old]), _stage(self._new.items[link.new])
        return old is not None and new is not None and new > old

    def _has_moved(self, old: Item, new: Item) -> bool:
        """Whether an item left its section, where that section has a counterpart to be left."""
        above = _ancestors(self._old.sections, old.section)
        known = [index for index in above if index in self._counterparts]
        if not known or self._old.sections[known[0]].parent is None:
            return False
        counterpart = self._counterparts[known[0]]
        return counterpart not in _ancestors(
            self._new.sections, new.section
        ) and new.section not in _ancestors(self._new.sections, counterpart)


def _ancestors(sections: tuple[Section, ...], index: int) -> list[int]:
    """A section and those it stands in, innermost first."""
    above: list[int] = []
    place: int | None = index
    while place is not None:
        above.append(place)
        place = sections[place].parent
    return above


def _letters(plain: str) -> str:
    return PUNCTUATION.sub("", plain)


def _stage(item: Item) -> int | None:
    """How far along a project's life the item's words put it; None if they say nothing."""
    found = [rank for rank, words in enumerate(STAGES) if any(word in item.plain for word in words)]
    return max(found, default=None)


def _breadth(old: str, new: str) -> Iterator[Change]:
    """Whether a list of objects only grew, or only shrank."""
    added = removed = False
    for run in word_runs(old, new):
        if not run.is_same:
            added = added or bool(LIST_MARK.search(new[run.new.start : run.new.end]))
            removed = removed or bool(LIST_MARK.search(old[run.old.start : run.old.end]))
    if added and not removed:
        yield Change.BROADENED
    if removed and not added:
        yield Change.NARROWED


def _directions_by_items(
    old: Document, new: Document, target_changes: Iterable[TargetChange]
) -> dict[tuple[int, int], set[Change]]:
    directions: defaultdict[tuple[int, int], set[Change]] = defaultdict(set)
    for change in target_changes:
        if change.direction is not Direction.SAME:
            items = old.targets[change.old].item, new.targets[change.new].item
            directions[items].add(Change(change.direction))
    return directions


def _shared_out(
    links: list[Link], old: Document, new: Document, *, by_old: bool
) -> set[tuple[int, int]]:
    """The links over which one item is shared out, each part taking words the others leave."""
    groups: defaultdict[int, list[Link]] = defaultdict(list)
    for link in links:
        groups[link.old if by_old else link.new].append(link)
    shared: set[tuple[int, int]] = set()
    for group in groups.values():
        parts = [_common(old.items[link.old], new.items[link.new]) for link in group]
        if len(group) > 1 and all(_own(parts, index) >= OWN_SHARE for index in range(len(parts))):
            shared.update((link.old, link.new) for link in group)
    return shared


def _common(old: Item, new: Item) -> Counter[str]:
    return Counter(_letters(old.plain)) & Counter(_letters(new.plain))


def _own(parts: list[Counter[str]], index: int) -> int:
    others: Counter[str] = Counter()
    for other, part in enumerate(parts):
        if other != index:
            others |= part
    return (parts[index] - others).total()
