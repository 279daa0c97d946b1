"""The line from a commitment to its life: every step with the words that changed."""

from collections.abc import Iterator
from dataclasses import replace

from policydiff.classify.words import changed_words, word_runs
from policydiff.commitments import (
    Commitment,
    DatedChange,
    Life,
    LifeLink,
    Lineup,
    Place,
    Step,
    Tracking,
)
from policydiff.errors import LabelError
from policydiff.model import Item, Link, LinkType


def life_of(
    tracking: Tracking, commitment: Commitment, between: tuple[str, str] | None = None
) -> Life:
    """A commitment with its steps; ``between`` two labels it is dated what changed."""
    return Life(
        lineup=tracking.lineup,
        commitment=commitment,
        links=tuple(_link(tracking.lineup, step) for step in commitment.steps),
        changes=dated_changes(tracking.lineup, commitment, *between) if between else (),
    )


def dated_changes(
    lineup: Lineup, commitment: Commitment, old_label: str, new_label: str
) -> tuple[DatedChange, ...]:
    """What differs between a commitment's words in two documents, and since which document.

    A change is dated by the first document from which on every wording up to
    the newer one has its words.
    """
    old, new = (_place_in(lineup, commitment, label) for label in (old_label, new_label))
    between = [place for place in commitment.places if old < place <= new]
    return tuple(_dated(lineup, between, old, new))


def _dated(lineup: Lineup, between: list[Place], old: Place, new: Place) -> Iterator[DatedChange]:
    before, after = _item(lineup, old).plain, _item(lineup, new).plain
    for run in word_runs(before, after):
        if run.is_same:
            continue
        lost, won = before[run.old.start : run.old.end], after[run.new.start : run.new.end]
        since = new
        for place in reversed(between):
            plain = _item(lineup, place).plain
            if (won not in plain) if won else (lost in plain):
                break
            since = place
        yield DatedChange(lost, won, lineup.documents[since.document].label)


def _place_in(lineup: Lineup, commitment: Commitment, label: str) -> Place:
    held = {lineup.documents[place.document].label: place for place in commitment.places}
    if label not in held:
        raise LabelError(
            f'"{commitment.name}" is not promised in "{label}", but in {", ".join(held)}; '
            "choose two of these"
        )
    return held[label]


def _item(lineup: Lineup, place: Place) -> Item:
    return lineup.documents[place.document].items[place.item]


def _link(lineup: Lineup, step: Step) -> LifeLink:
    old, new = lineup.documents[step.old.document], lineup.documents[step.new.document]
    bare = Link(
        type=LinkType.CARRY,
        old=step.old.item,
        new=step.new.item,
        old_span=old.items[step.old.item].span,
        new_span=new.items[step.new.item].span,
        score=step.score,
        changes=step.changes,
    )
    return LifeLink(step.old, step.new, replace(bare, words=changed_words(old, new, bare)))
