"""Promise and result: what the next year's document reports on each promise."""

from collections import defaultdict
from collections.abc import Iterator

from policydiff.commitments import Answer, Lineup, Place, PromiseReport
from policydiff.model import Document, Kind, Link, LinkType, ReportOutcome
from policydiff.track.threads import Comparisons

REVIEW_SHARE = 0.03
"""A text with fewer results among its items lacks its review, or hides it."""


class Reports:
    """What the documents of a series report on the promises of those before them."""

    def __init__(self, lineup: Lineup, comparisons: Comparisons) -> None:
        self._lineup = lineup
        self._links = _report_links(lineup, comparisons)
        self._following = [_following(lineup, each) for each in range(len(lineup.documents))]
        self._has_review = [_has_review(document) for document in lineup.documents]

    def on(self, promise: Place) -> PromiseReport:
        """What the next year's documents report on a promise."""
        following = self._following[promise.document]
        if not following:
            return PromiseReport(promise, Answer.PENDING)
        told = [(new, link) for new, link in self._links[promise] if new in following]
        if self._is_of_another_year(promise, following[0]):
            return PromiseReport(promise, Answer.NOT_COVERED, following[0])
        if told:
            new, link = max(told, key=_most_telling)
            answer = Answer(link.outcome) if link.outcome else Answer.REPORTED
            return PromiseReport(promise, answer, new, Place(new, link.new), link.score)
        is_covered = any(self._has_review[new] for new in following)
        if self._lineup.spans[promise.document] > 1:
            return PromiseReport(promise, Answer.PENDING)
        is_next = self._years_to(promise.document, following[0]) == 1
        answer = Answer.NOT_MENTIONED if is_covered and is_next else Answer.NOT_COVERED
        return PromiseReport(promise, answer, following[0])

    def _is_of_another_year(self, promise: Place, following: int) -> bool:
        """Whether a yearly target's figure would be held against that of a later year."""
        item = self._lineup.documents[promise.document].items[promise.item]
        is_yearly = item.kind is Kind.TARGET and self._lineup.spans[promise.document] == 1
        return is_yearly and self._years_to(promise.document, following) > 1

    def _years_to(self, old: int, new: int) -> int:
        documents = self._lineup.documents
        return (documents[new].year or 0) - (documents[old].year or 0)


def _most_telling(told: tuple[int, Link]) -> tuple[bool, float, int, int]:
    new, link = told
    is_decisive = link.outcome not in (None, ReportOutcome.REPORTED)
    return is_decisive, link.score, -new, -link.new


def _following(lineup: Lineup, position: int) -> list[int]:
    slots = lineup.slots
    return [new for new in range(len(slots)) if slots[new] == slots[position] + 1]


def _report_links(
    lineup: Lineup, comparisons: Comparisons
) -> defaultdict[Place, list[tuple[int, Link]]]:
    links: defaultdict[Place, list[tuple[int, Link]]] = defaultdict(list)
    for (old, new), link in _links(lineup, comparisons):
        links[Place(old, link.old)].append((new, link))
    return links


def _links(lineup: Lineup, comparisons: Comparisons) -> Iterator[tuple[tuple[int, int], Link]]:
    for pair, comparison in comparisons.items():
        if lineup.slots[pair[0]] < lineup.slots[pair[1]]:
            for link in comparison.links:
                if link.type is LinkType.REPORT:
                    yield pair, link


def _has_review(document: Document) -> bool:
    results = sum(item.kind is Kind.RESULT for item in document.items)
    is_whole = not document.has_notice("starts_mid_document")
    return is_whole and results >= REVIEW_SHARE * len(document.items)
