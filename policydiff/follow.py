"""The line from the documents of a series to its commitments: compare, track, keep."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from policydiff.classify.changes import LinkChanges
from policydiff.commitments import (
    Commitment,
    Lineup,
    Note,
    PairLinks,
    Place,
    Rulings,
    Step,
    Tracking,
)
from policydiff.decisions import Decision, decided_in
from policydiff.model import Alignment, Change, Document, Link, LinkType, Ruling
from policydiff.pipeline import compare
from policydiff.store import Library
from policydiff.store.series import StoredSeries
from policydiff.targets import compare_targets
from policydiff.track import is_continued, line_up, neighbours, track

StepChanges = dict[Step, tuple[Change, ...]]


def track_series(library: Library, series: str, *, with_others: bool | None = None) -> Tracking:
    """The commitments of a series, tracked anew only if something has changed since.

    ``with_others`` follows the documents of other issuers too; None leaves it
    as it was. Neighbouring documents are compared and the comparisons kept.
    """
    stored = library.series(series)
    decisions = _decisions(library)
    if with_others is None:
        with_others = stored.follows_others()
    if stored.is_tracked(with_others=with_others):
        return _marked(stored.tracking(), decisions)
    lineup = line_up(series, stored.documents, with_others=with_others)
    known = stored.former_tracking()
    if known is not None and not is_continued(known.lineup, lineup):
        known = None
    links = _links(stored, lineup, decisions)
    tracking = describe_steps(track(lineup, links, _rulings(lineup, decisions), known))
    stored.save_tracking(tracking, with_others=with_others, former=known)
    return _marked(tracking, decisions)


def track_documents(
    series: str, documents: Iterable[Document], *, with_others: bool = False
) -> Tracking:
    """The commitments of documents that need not be in a library."""
    lineup = line_up(series, documents, with_others=with_others)
    links = {
        (old, new): PairLinks.of(compare(lineup.documents[old], lineup.documents[new]))
        for old, new in neighbours(lineup)
    }
    return describe_steps(track(lineup, links))


def tracked_series(library: Library) -> tuple[str, ...]:
    """The names of all series of a library; documents that belong to none are left out."""
    return tuple(sorted({each.series for each in library.documents() if each.series}))


def compare_series(library: Library, series: str, other: str) -> None:
    """Keeps comparisons of both series' documents of the same year, the other one's as the old."""
    olds, news = library.series(other).documents, library.series(series).documents
    pairs = [(old, new) for old in olds for new in news if old.year == new.year is not None]
    for old, new in pairs:
        if not library.is_compared(old, new):
            library.save_comparison(compare(old, new, _decisions(library)))


def _links(
    stored: StoredSeries, lineup: Lineup, decisions: Sequence[Decision]
) -> dict[tuple[int, int], PairLinks]:
    """The links of all neighbours; those not compared yet are compared now."""
    labels = [document.label for document in lineup.documents]
    pairs = neighbours(lineup)
    known = stored.links((labels[old], labels[new]) for old, new in pairs)
    found: dict[tuple[int, int], PairLinks] = {}
    for old, new in pairs:
        links = known.get((labels[old], labels[new]))
        if links is None:
            comparison = compare(lineup.documents[old], lineup.documents[new], decisions)
            stored.save_comparison(comparison)
            links = PairLinks.of(comparison)
        found[old, new] = links
    return found


def _decisions(library: Library) -> list[Decision]:
    return [each.decision for each in library.decisions()]


def _rulings(lineup: Lineup, decisions: Sequence[Decision]) -> Rulings:
    """What people decided of the items of a line-up; an older document's stand first."""
    found: dict[Ruling, set[tuple[Place, Place]]] = {ruling: set() for ruling in Ruling}
    notes: set[Note] = set()
    positions = {(each.series, each.label): place for place, each in enumerate(lineup.documents)}
    pairs = {(positions.get(each.old[:2]), positions.get(each.new[:2])) for each in decisions}
    for old, new in pairs:
        if old is not None and new is not None and old < new:
            decided, _ = decided_in(lineup.documents[old], lineup.documents[new], decisions)
            for each in decided:
                if each.type is LinkType.CARRY:
                    pair = Place(old, each.old), Place(new, each.new)
                    found[each.ruling].add(pair)
                    if each.note:
                        notes.add(Note(*pair, each.note))
    joined, parted = found[Ruling.ACCEPTED], found[Ruling.REJECTED]
    return Rulings(frozenset(joined), frozenset(parted), frozenset(notes))


def _marked(tracking: Tracking, decisions: Sequence[Decision]) -> Tracking:
    """The same tracking, marked where it rests on what people decided."""
    rulings = _rulings(tracking.lineup, decisions)
    if rulings == Rulings():
        return tracking
    marked = (_marked_commitment(commitment, rulings) for commitment in tracking.commitments)
    return replace(tracking, commitments=tuple(marked))


def _marked_commitment(commitment: Commitment, rulings: Rulings) -> Commitment:
    places = set(commitment.places)
    parted = sorted(pair for pair in rulings.parted if places.intersection(pair))
    steps = tuple(
        replace(step, is_decided=(step.old, step.new) in rulings.joined)
        for step in commitment.steps
    )
    notes = sorted(note for note in rulings.notes if places.intersection(note[:2]))
    return replace(commitment, steps=steps, parted=tuple(parted), notes=tuple(notes))


def describe_steps(tracking: Tracking) -> Tracking:
    """The same tracking, every step with its changes; comparisons have described their links."""
    documents = tracking.lineup.documents
    pairs: defaultdict[tuple[int, int], list[Step]] = defaultdict(list)
    for commitment in tracking.commitments:
        for step in commitment.steps:
            if not step.changes:
                pairs[step.old.document, step.new.document].append(step)
    changes: StepChanges = {}
    for (old, new), steps in sorted(pairs.items()):
        changes |= _changes(documents[old], documents[new], steps)
    described = (_described(commitment, changes) for commitment in tracking.commitments)
    return replace(tracking, commitments=tuple(described))


def _changes(old: Document, new: Document, steps: list[Step]) -> StepChanges:
    links = {step: _link(old, new, step) for step in steps}
    alignment = Alignment((), tuple(links.values()))
    found = LinkChanges(old, new, alignment, compare_targets(old, new, alignment.links))
    return {step: found.of(link) for step, link in links.items()}


def _link(old: Document, new: Document, step: Step) -> Link:
    return Link(
        type=LinkType.CARRY,
        old=step.old.item,
        new=step.new.item,
        old_span=old.items[step.old.item].span,
        new_span=new.items[step.new.item].span,
        score=step.score,
    )


def _described(commitment: Commitment, changes: StepChanges) -> Commitment:
    steps = tuple(
        replace(step, changes=changes[step]) if step in changes else step
        for step in commitment.steps
    )
    return replace(commitment, steps=steps)
