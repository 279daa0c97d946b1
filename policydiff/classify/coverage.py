"""Coverage: which items have no place in what the other text holds."""

from collections import Counter

from policydiff.model import Alignment, Document, LinkType, Role, Side

FORWARD_ROLES = (Role.PLAN, Role.SELF_GOVERNMENT)

SURE_SCORE = 0.75
"""One link in four below this joins two matters that only share their words."""

COVERED_SHARE = 0.12
"""Where fewer of a section's commitments are surely found again, its counterpart treats another
matter.

Between two reports of one issuer a section that both hold carries a fifth to a
half of its commitments, one that only shares a heading's words under a tenth.
"""


def outside_coverage(
    document: Document, other: Document, alignment: Alignment, side: Side
) -> frozenset[int]:
    """The positions of items whose absence from ``other`` proves nothing.

    Where ``other`` breaks off or starts late, a section counts as covered only
    if the break does not cut into its counterpart and enough of its
    commitments are found again.
    """
    cut = _cut_sections(other)
    if not cut:
        return frozenset()
    covered = _covered_sections(document, alignment, side, cut)
    return frozenset(
        index for index, item in enumerate(document.items) if item.section not in covered
    )


def _cut_sections(other: Document) -> frozenset[int]:
    """The sections of a text that a break cuts into, so far as they look forward."""
    first, last = 0, len(other.sections) - 1
    starts_late = other.has_notice("starts_mid_document")
    cut = {last} if other.has_notice("ends_mid_document") else set()
    if starts_late and other.sections[first].role in FORWARD_ROLES:
        cut.add(first)
    return frozenset(cut)


def _covered_sections(
    document: Document, alignment: Alignment, side: Side, cut: frozenset[int]
) -> frozenset[int]:
    counterparts = {
        (pair.old, pair.new)[side is Side.NEW]: (pair.new, pair.old)[side is Side.NEW]
        for pair in alignment.section_pairs
    }
    shares = _carried_shares(document, alignment, side)
    covered: set[int] = set()
    for index, section in enumerate(document.sections):
        counterpart = counterparts.get(index)
        is_held = counterpart is not None and counterpart not in cut
        is_part_of_held = section.parent in covered and section.level > 2
        if (is_held and shares[index] >= COVERED_SHARE) or is_part_of_held:
            covered.add(index)
    return frozenset(covered)


def _carried_shares(document: Document, alignment: Alignment, side: Side) -> list[float]:
    """The share of forward-looking items in and below each section that are surely found again."""
    linked = {
        link.old if side is Side.OLD else link.new
        for link in alignment.links
        if link.type is LinkType.CARRY and link.score >= SURE_SCORE
    }
    totals: Counter[int] = Counter()
    carried: Counter[int] = Counter()
    for index, item in enumerate(document.items):
        place: int | None = item.section if item.kind.is_forward else None
        while place is not None:
            totals[place] += 1
            carried[place] += index in linked
            place = document.sections[place].parent
    return [carried[index] / (totals[index] or 1) for index in range(len(document.sections))]
