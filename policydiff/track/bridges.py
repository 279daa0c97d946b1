"""Bridges: items that go on from a commitment though no comparison links the two.

Only wordings that are much alike bridge years of absence; the longer it lasted,
the more alike they must be.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from policydiff.commitments import Place
from policydiff.track.threads import Candidate, Thread
from policydiff.track.wording import DECIMALS, Weights, Wording, openings_held

NEXT, NEAR, FAR = 0.7, 0.5, 0.65
"""So alike must two wordings be: a year apart, two years apart, and across more.

A year apart their documents were compared, and the comparison did not link them.
"""

OPENED_OTHERWISE = 0.75
"""So alike if the objects open with different things: 农村|综合改革, 教育|综合改革."""

LEAST_SHARED = 14_000
"""Wordings that share less weight are alike in what many commitments say."""


_NONE: frozenset[int] = frozenset()


class Memory:
    """The wordings of all threads, to be found by their grams."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._threads: list[Thread] = []
        self._holders: defaultdict[str, set[int]] = defaultdict(set)
        self._seen: list[int] = []

    def learn(self, threads: Iterable[Thread]) -> None:
        """Takes in what the threads have added since they were last seen."""
        for number, thread in enumerate(threads):
            if number == len(self._seen):
                self._threads.append(thread)
                self._seen.append(0)
            if self._seen[number] < len(thread.places):
                self._seen[number] = len(thread.places)
                for gram in frozenset[str]().union(*(each.grams for each in thread.wordings)):
                    self._holders[gram].add(number)

    def bridges(self, items: Iterable[tuple[Place, Wording]], slot: int) -> Iterator[Candidate]:
        """The threads without an item in that year that each item may go on from."""
        open_threads = [number for number, each in enumerate(self._threads) if each.slot < slot]
        recent = {number for number in open_threads if slot - self._threads[number].slot <= 2}
        far = set(open_threads) - recent
        for place, wording in items:
            for number in sorted(self._near(wording, recent, NEAR) | self._near(wording, far, FAR)):
                thread = self._threads[number]
                likeness = self._likeness(thread, wording, slot - thread.slot)
                if likeness:
                    yield Candidate(likeness, thread.places[-1], place, is_bridge=True)

    def _near(self, wording: Wording, threads: set[int], likeness: float) -> set[int]:
        """Those of the threads that hold one of the grams that any so much alike must hold.

        Two wordings so much alike share at least ``likeness / (2 - likeness)``
        of the weight of each; the rarest grams that weigh more than the rest
        of it cannot all be missing.
        """
        spare = self._weights.mass(wording) * (1 - likeness / (2 - likeness))
        found: set[int] = set()
        for weight, gram in self._rarest_first(wording):
            if spare < 0:
                break
            found |= self._holders.get(gram, _NONE) & threads
            spare -= weight
        return found

    def _rarest_first(self, wording: Wording) -> list[tuple[int, str]]:
        return sorted(((self._weights.of(gram), gram) for gram in wording.grams), reverse=True)

    def _likeness(self, thread: Thread, wording: Wording, slots: int) -> float:
        """How alike the wording is to one of the thread's, 0 if too little."""
        return max(self._likeness_to(each, wording, slots) for each in thread.wordings)

    def _likeness_to(self, former: Wording, wording: Wording, slots: int) -> float:
        shared = self._weights.shared(former, wording)
        if shared < LEAST_SHARED:
            return 0.0
        both = self._weights.mass(former) + self._weights.mass(wording)
        likeness = round(2 * shared / both, DECIMALS)
        return likeness if likeness >= _needed(former, wording, slots) else 0.0


def _needed(former: Wording, wording: Wording, slots: int) -> float:
    held = openings_held(former, wording)
    if held == 0 or (held == 1 and slots > 2):
        return OPENED_OTHERWISE
    return NEXT if slots == 1 else NEAR if slots == 2 else FAR
