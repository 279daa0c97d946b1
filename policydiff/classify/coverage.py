"""Coverage: which items have no place in what the other text holds."""

from policydiff.model import Alignment, Document, Role, Section, Side

FORWARD_ROLES = (Role.PLAN, Role.SELF_GOVERNMENT)


def outside_coverage(
    document: Document, other: Document, alignment: Alignment, side: Side
) -> frozenset[int]:
    """The positions of items whose absence from ``other`` proves nothing.

    Where ``other`` breaks off or starts late, an item counts as covered only
    if its section, or a section it stands in below the top level, has a
    counterpart that the break does not cut into.
    """
    cut = _cut_sections(other)
    if not cut:
        return frozenset()
    counterparts = {
        (pair.old, pair.new)[side is Side.NEW]: (pair.new, pair.old)[side is Side.NEW]
        for pair in alignment.section_pairs
    }
    covered = [
        _is_covered(document.sections, index, counterparts, cut)
        for index in range(len(document.sections))
    ]
    return frozenset(
        index for index, item in enumerate(document.items) if not covered[item.section]
    )


def _cut_sections(other: Document) -> frozenset[int]:
    """The sections of a text that a break cuts into, so far as they look forward."""
    first, last = 0, len(other.sections) - 1
    starts_late = other.has_notice("starts_mid_document")
    cut = {last} if other.has_notice("ends_mid_document") else set()
    if starts_late and other.sections[first].role in FORWARD_ROLES:
        cut.add(first)
    return frozenset(cut)


def _is_covered(
    sections: tuple[Section, ...],
    index: int,
    counterparts: dict[int | None, int | None],
    cut: frozenset[int],
) -> bool:
    place: int | None = index
    while place is not None:
        section = sections[place]
        counterpart = counterparts.get(place)
        is_part = section.parent is not None or place == index
        if counterpart is not None and is_part:
            return counterpart not in cut
        place = section.parent
    return False
