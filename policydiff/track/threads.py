"""Threads: the items of one commitment, found by going through the documents in order.

Nothing that was decided of a document changes when a later one is added, so a
commitment known once stays what it is.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from policydiff.commitments import Lineup, PairLinks, Place, Rulings, Step
from policydiff.model import Change, LinkType
from policydiff.track.wording import Weights, Wording, clash, wording_of

LINK_SCORE = 0.45
"""A link of two documents below this is too weak to hang years on …"""

FIRM_SCORE, ALIKE = 0.6, 0.3
"""… and one below the former needs wordings alike to the latter."""

KIN = 0.12
"""Below this likeness the first wording and a later one no longer speak of the same."""

DIRECT_SCORE = 0.7
"""A link from the first item itself that is so sure says more than their grams."""

SURE_SCORE = 0.7
"""A link to one more part of a split, or into another commitment, must be so sure …"""

PART_HELD = 0.3
"""… and so much of the lighter wording be held by the other."""

Comparisons = Mapping[tuple[int, int], PairLinks]


@dataclass(slots=True)
class Thread:
    """One commitment while it grows; ``likeness`` is of its first and its last wording."""

    places: list[Place]
    wordings: list[Wording]
    slot: int
    steps: list[Step] = field(default_factory=list)
    likeness: float = 1.0
    merged_into: "Thread | None" = None
    cut_from: "Thread | None" = None

    @property
    def is_open(self) -> bool:
        """Whether a later item may go on from it."""
        return self.merged_into is None


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
            thread = self._home[candidate.old]
            if candidate.new not in self._home and self._may_go_on(thread, candidate):
                self._extend(thread, candidate)

    def merge(self, candidates: Iterable[Candidate]) -> None:
        """Ends the threads that went on in no item of their own but in another thread's."""
        for candidate in sorted(candidates, key=_surest_first):
            thread, other = self._home[candidate.old], self._home.get(candidate.new)
            is_left = thread.slot < self._slot(candidate.new) and thread.is_open
            is_parted = (candidate.old, candidate.new) in self._rulings.parted
            if is_parted or other is None or other is thread:
                continue
            if is_left and self._is_sure(thread, candidate):
                thread.merged_into = other
                thread.steps.append(candidate.step())

    def begin(self, position: int, refused: Iterable[Candidate]) -> None:
        """Starts a thread with each item that is left."""
        origins = {each.new: self._home[each.old] for each in sorted(refused, reverse=True)}
        for place, wording in list(self.unclaimed(position)):
            thread = Thread([place], [wording], self._lineup.slots[position])
            origin = origins.get(place)
            if origin is not None and not clash(origin.wordings[-1], wording):
                thread.cut_from = origin
            self._home[place] = thread
            self.threads.append(thread)

    def _may_go_on(self, thread: Thread, candidate: Candidate) -> bool:
        if (candidate.old, candidate.new) in self._rulings.joined:
            return True
        wording = self._wording(candidate.new)
        if any((place, candidate.new) in self._rulings.parted for place in thread.places):
            return False
        if not thread.is_open or any(clash(former, wording) for former in thread.wordings):
            return False
        if self._is_weak(candidate) or self._has_drifted(thread, candidate):
            return False
        is_taken = thread.places[-1].document == candidate.new.document
        return not is_taken or self._is_sure(thread, candidate)

    def _is_weak(self, candidate: Candidate) -> bool:
        wordings = self._wording(candidate.old), self._wording(candidate.new)
        return candidate.score < FIRM_SCORE and self.weights.likeness(*wordings) < ALIKE

    def _has_drifted(self, thread: Thread, candidate: Candidate) -> bool:
        """Whether the item no longer speaks of what the first one spoke of."""
        if candidate.old == thread.places[0] and candidate.score >= DIRECT_SCORE:
            return False
        return self.weights.likeness(thread.wordings[0], self._wording(candidate.new)) < KIN

    def _is_sure(self, thread: Thread, candidate: Candidate) -> bool:
        wording = self._wording(candidate.new)
        return (
            candidate.score >= SURE_SCORE
            and not any(clash(former, wording) for former in thread.wordings)
            and self.weights.holding(self._wording(candidate.old), wording) >= PART_HELD
        )

    def _extend(self, thread: Thread, candidate: Candidate) -> None:
        wording = self._wording(candidate.new)
        thread.places.append(candidate.new)
        thread.wordings.append(wording)
        thread.steps.append(candidate.step())
        thread.slot = self._slot(candidate.new)
        thread.likeness = self.weights.likeness(thread.wordings[0], wording)
        self._home[candidate.new] = thread

    def _slot(self, place: Place) -> int:
        return self._lineup.slots[place.document]

    def _wording(self, place: Place) -> Wording:
        return wording_of(self._lineup.documents[place.document].items[place.item].plain)


def _surest_first(candidate: Candidate) -> tuple[float, Place, Place]:
    return (-candidate.score, candidate.new, candidate.old)
