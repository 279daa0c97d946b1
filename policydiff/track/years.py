"""Years: what a commitment is in each of its series' years, from its introduction to its end."""

from collections.abc import Iterator

from policydiff.commitments import CommitmentYear, Lineup, Place, PromiseReport, Standing
from policydiff.track.threads import Comparisons, Thread


class Calendar:
    """The years of a series, and whether each has room for a commitment."""

    def __init__(self, lineup: Lineup, comparisons: Comparisons) -> None:
        self._lineup = lineup
        self._comparisons = comparisons
        self._by_slot: list[list[int]] = [[] for _ in range(max(lineup.slots, default=-1) + 1)]
        for position, slot in enumerate(lineup.slots):
            self._by_slot[slot].append(position)
        self._looks_forward = [
            any(item.kind.is_forward for item in document.items) for document in lineup.documents
        ]

    def years(self, thread: Thread, last: PromiseReport) -> Iterator[CommitmentYear]:
        """A thread's years; ``last`` is what is reported on its last promise."""
        held = {self._lineup.slots[place.document]: place for place in reversed(thread.places)}
        absent = 0
        first, newest = min(held), max(held)
        for slot in range(first, newest + 1):
            if slot in held:
                standing = self._promised(slot, first, absent)
                yield CommitmentYear(held[slot].document, standing, absent)
                absent = 0
            elif not self._runs_on(thread.places, slot):
                absent += 1
                yield CommitmentYear(self._by_slot[slot][0], self._gap(thread, slot), absent - 1)
        yield from self._end(thread, newest, last)

    def _promised(self, slot: int, first: int, absent: int) -> Standing:
        if slot == first:
            return Standing.INTRODUCED
        return Standing.REVIVED if absent else Standing.CARRIED

    def _end(self, thread: Thread, newest: int, last: PromiseReport) -> Iterator[CommitmentYear]:
        absent = 0
        for slot in range(newest + 1, len(self._by_slot)):
            if self._runs_on(thread.places, slot) and thread.shares is None:
                continue
            standing = self._ending(thread, slot, last)
            yield CommitmentYear(self._by_slot[slot][0], standing, absent)
            if standing is not Standing.NOT_COVERED:
                return
            absent += 1

    def _ending(self, thread: Thread, slot: int, last: PromiseReport) -> Standing:
        if thread.shares is not None:
            return Standing.MERGED
        if last.answer.is_kept:
            return Standing.COMPLETED
        gap = self._gap(thread, slot)
        return Standing.DROPPED if gap is Standing.ABSENT else gap

    def _gap(self, thread: Thread, slot: int) -> Standing:
        """ABSENT, or NOT_COVERED where the year's texts leave no room for the commitment."""
        place = max(each for each in thread.places if self._lineup.slots[each.document] < slot)
        is_covered = any(self._covers(new, place) for new in self._by_slot[slot])
        return Standing.ABSENT if is_covered else Standing.NOT_COVERED

    def _covers(self, new: int, place: Place) -> bool:
        comparison = self._comparisons.get((place.document, new))
        has_caveat = comparison is not None and place.item in comparison.uncovered
        return self._looks_forward[new] and not has_caveat

    def _runs_on(self, places: list[Place], slot: int) -> bool:
        """Whether a document of several years that holds the commitment still speaks for a year.

        That the annual documents beside it are silent means nothing.
        """
        year = self._lineup.documents[self._by_slot[slot][0]].year or 0
        return any(self._speaks_for(place.document, year) for place in places)

    def _speaks_for(self, position: int, year: int) -> bool:
        span = self._lineup.spans[position]
        first = self._lineup.documents[position].year or 0
        return span > 1 and first <= year < first + span
