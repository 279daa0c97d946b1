"""The counts of a comparison, which every format shows and which add up."""

from collections import Counter
from dataclasses import dataclass

from policydiff.lexicon.stock import is_set_phrase
from policydiff.model import (
    Change,
    Comparison,
    Direction,
    Item,
    Kind,
    Link,
    ReportOutcome,
    Status,
)

SET_PHRASE = "set phrase"
"""The mark of a promise that is nothing else."""

_SURE_SCORE = 0.5


@dataclass(frozen=True, slots=True)
class SideCounts:
    """One document's items. ``carried + unmatched == forward``.

    ``unmatched`` counts the dropped of the old document or the added of the
    new; ``uncovered`` those of them where the other document has no text.
    ``phrases`` counts the promises that are nothing but set phrases.
    """

    items: int
    kinds: dict[Kind, int]
    forward: int
    carried: int
    unmatched: int
    uncovered: int
    phrases: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Both documents' counts, the links by type, change and outcome, the figures by direction.

    ``uncertain_links`` counts the carry links whose score is too low to trust unseen.
    """

    old: SideCounts
    new: SideCounts
    carry_links: int
    uncertain_links: int
    report_links: int
    changes: dict[Change, int]
    outcomes: dict[ReportOutcome, int]
    directions: dict[Direction, int]
    figures_not_comparable: int
    figures_vanished: int
    figures_new: int


def count(comparison: Comparison) -> Counts:
    """The counts of everything a comparison says."""
    changes = Counter(change for link in comparison.carried for change in link.changes)
    outcomes = Counter(link.outcome for link in comparison.reported)
    directions = Counter(change.direction for change in comparison.target_changes)
    return Counts(
        old=_side(comparison.old.items, comparison.old_status, comparison.old_caveats),
        new=_side(comparison.new.items, comparison.new_status, comparison.new_caveats),
        carry_links=len(comparison.carried),
        uncertain_links=sum(map(is_uncertain, comparison.carried)),
        report_links=len(comparison.reported),
        changes={change: changes[change] for change in Change},
        outcomes={outcome: outcomes[outcome] for outcome in ReportOutcome},
        directions={direction: directions[direction] for direction in Direction},
        figures_not_comparable=len(comparison.not_comparable),
        figures_vanished=len(vanished_targets(comparison)),
        figures_new=len(new_targets(comparison)),
    )


def is_uncertain(link: Link) -> bool:
    """Whether the link is as likely wrong as right, which a reader should know."""
    return link.score < _SURE_SCORE


def is_mere_phrase(item: Item) -> bool:
    """Whether a promise is nothing but words that fill every report."""
    return item.kind.is_forward and is_set_phrase(item.plain)


def vanished_targets(comparison: Comparison) -> tuple[int, ...]:
    """The positions of the old targets that have no counterpart."""
    met = {change.old for change in comparison.target_changes}
    met |= {pair.old for pair in comparison.not_comparable}
    return tuple(i for i in range(len(comparison.old.targets)) if i not in met)


def new_targets(comparison: Comparison) -> tuple[int, ...]:
    """The positions of the new targets that have no counterpart."""
    met = {change.new for change in comparison.target_changes}
    met |= {pair.new for pair in comparison.not_comparable}
    return tuple(i for i in range(len(comparison.new.targets)) if i not in met)


def _side(
    items: tuple[Item, ...], statuses: tuple[Status | None, ...], caveats: tuple[str, ...]
) -> SideCounts:
    kinds = Counter(item.kind for item in items)
    unmatched = [
        caveat
        for status, caveat in zip(statuses, caveats, strict=True)
        if status in (Status.DROPPED, Status.ADDED)
    ]
    return SideCounts(
        items=len(items),
        kinds={kind: kinds[kind] for kind in Kind},
        forward=sum(item.kind.is_forward for item in items),
        carried=statuses.count(Status.CARRIED),
        unmatched=len(unmatched),
        uncovered=sum(map(bool, unmatched)),
        phrases=sum(map(is_mere_phrase, items)),
    )
