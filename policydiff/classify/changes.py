"""How a carried commitment differs from what it was."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from policydiff.classify.degrees import has_progressed, reach_change, strength_change
from policydiff.classify.lists import list_change
from policydiff.classify.places import Places
from policydiff.classify.wording import is_reworded
from policydiff.lexicon.clauses import PUNCTUATION
from policydiff.model import (
    Alignment,
    Change,
    Direction,
    Document,
    Item,
    Link,
    LinkType,
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
        self._places = Places(old, new, alignment)
        self._directions = _directions_by_items(old, new, target_changes)
        carried = [link for link in alignment.links if link.type is LinkType.CARRY]
        self._split = _shared_out(carried, old, new, by_old=True)
        self._merged = _shared_out(carried, old, new, by_old=False)

    def of(self, link: Link) -> tuple[Change, ...]:
        """The changes of one link, in the order of ``Change``."""
        if link.type is LinkType.REPORT:
            old, new = self._old.items[link.old], self._new.items[link.new]
            return (Change.PROGRESSED,) if has_progressed(old.plain, new.plain) else ()
        found = set(self._found(link))
        return tuple(change for change in Change if change in found)

    def _found(self, link: Link) -> Iterator[Change]:
        yield from self._wording(link)
        if self._places.has_moved(link):
            yield Change.MOVED
        if (link.old, link.new) in self._split:
            yield Change.SPLIT
        if (link.old, link.new) in self._merged:
            yield Change.MERGED

    def _wording(self, link: Link) -> Iterator[Change]:
        """What the words of the two items say, their figures apart."""
        old, new = self._old.items[link.old].plain, self._new.items[link.new].plain
        if _letters(old) == _letters(new):
            yield Change.VERBATIM
            return
        named = {*self._named(link, old, new), *self._directions.get((link.old, link.new), ())}
        yield from named
        if not named or is_reworded(old, new, named):
            yield Change.REWORDED

    def _named(self, link: Link, old: str, new: str) -> Iterator[Change]:
        positions = link.old, link.new
        is_part = positions in self._split | self._merged
        breadth = (None if is_part else list_change(old, new)) or reach_change(old, new)
        if breadth is not None:
            yield breadth
        strength = strength_change(old, new)
        if has_progressed(old, new):
            yield Change.PROGRESSED
        elif strength is not None and positions not in self._directions:
            yield strength


def _letters(plain: str) -> str:
    return PUNCTUATION.sub("", plain)


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
