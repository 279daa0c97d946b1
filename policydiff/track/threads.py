"""Threads: the items of one commitment, found by going through the documents in order.

Nothing that was decided of a document changes when a later one is added, so a
commitment known once stays what it is.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from policydiff.commitments import (
    Commitment,
    Lineup,
    PairLinks,
    Place,
    Rulings,
    Step,
    Tracking,
)
from policydiff.model import Change, LinkType
from policydiff.track.kinship import has_left, is_doubtful, is_other_half
from policydiff.track.wording import Weights, Wording, clash, wording_of

LINK_SCORE = 0.4
"""A link of two documents below this is too weak to hang years on."""

DIRECT_SCORE = 0.7
"""A link from the first item itself that is so sure says more than their grams."""

RENAMED_SCORE = 0.95
"""A link from the first item that is so sure leads to the same in other words."""

SURE_SCORE = 0.85
"""A link to one more part of a split, or into another commitment, must be so sure …"""

PART_SCORE = 0.5
"""… unless the comparison calls it a split or a merger, then only so …"""

PART_HELD = 0.3
"""… and so much of the lighter wording be held by the other."""

Comparisons = Mapping[tuple[int, int], PairLinks]


@dataclass(slots=True)
class Thread:
    """One commitment while it grows; ``likeness`` is of its first and its last wording.

    ``shares`` is the thread whose item its last place is, where two commitments
    are made in one breath; ``wordings`` are of its own items only.
    """

    places: list[Place]
    wordings: list[Wording]
    slot: int
    steps: list[Step] = field(default_factory=list)
    likeness: float = 1.0
    shared: list[Place] = field(default_factory=list)
    shares: "Thread | None" = None
    split_from: "Thread | None" = None
    cut_from: "Thread | None" = None


class Candidate(NamedTuple):
    """An item that may go on from a place, with the score that speaks for it."""

    score: float
    old: Place
    new: Place
    is_bridge: bool = False
    changes: tuple[Change, ...] = ()

    def step(self) -> Step:
        """The step a thread takes with it."""
        return Step(self.old, self.new, self.score, self.is_bridge, self.changes)


class Loom:
    """All threads so far, in the order of their first items."""

    def __init__(self, lineup: Lineup, rulings: Rulings) -> None:
        self.threads: list[Thread] = []
        self.weights = Weights()
        self._lineup = lineup
        self._rulings = rulings
        self._home: dict[Place, Thread] = {}
        self._sharers: defaultdict[Place, list[Thread]] = defaultdict(list)

    def resume(self, known: Tracking) -> None:
        """Takes up the threads of documents gone through before."""
        threads = {each.commitment_id: self._restored(each) for each in known.commitments}
        for commitment, thread in zip(known.commitments, threads.values(), strict=True):
            thread.shares = threads.get(commitment.merged_into)
            thread.split_from = threads.get(commitment.split_from)
            thread.cut_from = threads.get(commitment.cut_from)
        self.threads = list(threads.values())

    def _restored(self, commitment: Commitment) -> Thread:
        own = [place for place in commitment.places if place not in commitment.shared]
        thread = Thread(
            places=list(commitment.places),
            wordings=[self._wording(place) for place in own],
            slot=self._slot(commitment.places[-1]),
            steps=list(commitment.steps),
            likeness=commitment.likeness,
            shared=list(commitment.shared),
        )
        self._home.update(dict.fromkeys(own, thread))
        for place in commitment.shared:
            self._sharers[place].append(thread)
        return thread

    def links_into(self, position: int, comparisons: Comparisons) -> list[Candidate]:
        """What the comparisons with earlier documents, and people, say of a document's items."""
        linked = [
            Candidate(
                link.score, Place(old, link.old), Place(position, link.new), changes=link.changes
            )
            for old in range(position)
            if (old, position) in comparisons
            for link in comparisons[old, position].links
            if link.type is LinkType.CARRY and link.score >= LINK_SCORE
        ]
        joined = [
            Candidate(1.0, *pair)
            for pair in self._rulings.joined
            if pair[1].document == position and pair[0] in self._home
        ]
        return linked + joined

    def unclaimed(self, position: int) -> Iterator[tuple[Place, Wording]]:
        """The forward-looking items of a document that no thread holds yet."""
        for index, item in enumerate(self._lineup.documents[position].items):
            place = Place(position, index)
            if item.kind.is_forward and place not in self._home:
                yield place, wording_of(item.plain)

    def weave(self, candidates: Iterable[Candidate]) -> None:
        """Lets threads go on with the candidates, the surest first."""
        for candidate in sorted(candidates, key=_surest_first):
            for thread in self._holders(candidate):
                if candidate.new not in self._home and self._may_go_on(thread, candidate):
                    self._extend(thread, candidate)

    def share(self, candidates: Iterable[Candidate]) -> None:
        """Lets threads that found no item of their own stand in one that holds two commitments."""
        for candidate in sorted(candidates, key=_surest_first):
            other = self._home.get(candidate.new)
            for thread in self._holders(candidate):
                is_left = thread.slot < self._slot(candidate.new)
                is_other = other is not None and other is not thread
                if not (is_other and is_left) or self._has_drifted(thread, candidate):
                    continue
                if not self._is_weak(thread, candidate) and self._is_part(thread, candidate):
                    thread.shares = other
                    thread.places.append(candidate.new)
                    thread.shared.append(candidate.new)
                    thread.steps.append(candidate.step())
                    thread.slot = self._slot(candidate.new)
                    self._sharers[candidate.new].append(thread)

    def begin(self, position: int, refused: Iterable[Candidate]) -> None:
        """Starts a thread with each item that is left."""
        origins = {each.new: each for each in sorted(refused, key=_surest_first, reverse=True)}
        for place, wording in list(self.unclaimed(position)):
            thread = Thread([place], [wording], self._lineup.slots[position])
            if place in origins:
                self._trace(thread, origins[place])
            self._home[place] = thread
            self.threads.append(thread)

    def _trace(self, thread: Thread, candidate: Candidate) -> None:
        """Notes of a new thread which other it comes from."""
        origin = self._home[candidate.old]
        if clash(origin.wordings[-1], thread.wordings[0]) or self._is_parted(origin, candidate):
            return
        if self._is_part(origin, candidate) and origin.slot == self._slot(candidate.new):
            thread.split_from = origin
            thread.steps.append(candidate.step())
        else:
            thread.cut_from = origin

    def _holders(self, candidate: Candidate) -> list[Thread]:
        """The threads that hold the candidate's older item, the one most like the newer first."""
        holders = [self._home[candidate.old], *self._sharers[candidate.old]]
        if len(holders) == 1:
            return holders
        wording = self._wording(candidate.new)
        return sorted(
            holders, key=lambda thread: -self.weights.likeness(thread.wordings[-1], wording)
        )

    def _is_parted(self, thread: Thread, candidate: Candidate) -> bool:
        return any((place, candidate.new) in self._rulings.parted for place in thread.places)

    def _may_go_on(self, thread: Thread, candidate: Candidate) -> bool:
        if (candidate.old, candidate.new) in self._rulings.joined:
            return True
        wording = self._wording(candidate.new)
        if self._is_parted(thread, candidate):
            return False
        if any(clash(former, wording) for former in thread.wordings):
            return False
        if self._is_weak(thread, candidate) or self._has_drifted(thread, candidate):
            return False
        if is_other_half(self.weights, thread.wordings, wording):
            return False
        is_taken = thread.places[-1].document == candidate.new.document
        return not is_taken or self._is_sure(thread, candidate)

    def _is_weak(self, thread: Thread, candidate: Candidate) -> bool:
        wordings = [self._wording(candidate.old), *thread.wordings]
        is_doubted = is_doubtful(
            self.weights, candidate.score, wordings, self._wording(candidate.new)
        )
        return is_doubted and not candidate.is_bridge

    def _has_drifted(self, thread: Thread, candidate: Candidate) -> bool:
        """Whether the item no longer speaks of what the first one spoke of."""
        if candidate.old == thread.places[0] and candidate.score >= DIRECT_SCORE:
            return False
        wording = self._wording(candidate.new)
        return has_left(self.weights, self._origins(thread), thread.wordings, wording)

    def _origins(self, thread: Thread) -> list[Wording]:
        """What the first item says, and what sure links say it said in the years after."""
        first = thread.places[0]
        renamed = [
            step.new
            for step in thread.steps
            if step.old == first and step.score >= RENAMED_SCORE and not step.is_bridge
        ]
        return [self._wording(place) for place in (first, *renamed)]

    def _is_sure(self, thread: Thread, candidate: Candidate) -> bool:
        wording = self._wording(candidate.new)
        return (
            candidate.score >= SURE_SCORE
            and not any(clash(former, wording) for former in thread.wordings)
            and self._is_held(candidate)
        )

    def _is_part(self, thread: Thread, candidate: Candidate) -> bool:
        """Whether one of the two items holds the other beside something else."""
        if self._is_parted(thread, candidate):
            return False
        is_told = bool({Change.SPLIT, Change.MERGED} & set(candidate.changes))
        is_told = is_told and candidate.score >= PART_SCORE and self._is_held(candidate)
        return is_told or self._is_sure(thread, candidate)

    def _is_held(self, candidate: Candidate) -> bool:
        wordings = self._wording(candidate.old), self._wording(candidate.new)
        return self.weights.holding(*wordings) >= PART_HELD

    def _extend(self, thread: Thread, candidate: Candidate) -> None:
        wording = self._wording(candidate.new)
        thread.places.append(candidate.new)
        thread.wordings.append(wording)
        thread.steps.append(candidate.step())
        thread.shares = None
        thread.slot = self._slot(candidate.new)
        self._home[candidate.new] = thread
        if thread.places != sorted(thread.places):
            thread.places.sort()
            own = [place for place in thread.places if place not in thread.shared]
            thread.wordings = [self._wording(place) for place in own]
        thread.likeness = self.weights.likeness(thread.wordings[0], thread.wordings[-1])

    def _slot(self, place: Place) -> int:
        return self._lineup.slots[place.document]

    def _wording(self, place: Place) -> Wording:
        return wording_of(self._lineup.documents[place.document].items[place.item].plain)


def _surest_first(candidate: Candidate) -> tuple[float, Place, Place]:
    return (-candidate.score, candidate.new, candidate.old)
