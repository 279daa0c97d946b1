"""Promise and result: what the next year's document reports on each promise."""

from collections import defaultdict
from collections.abc import Iterator

from policydiff.commitments import Answer, Lineup, Place, PromiseReport
from policydiff.model import Document, Kind, Link, LinkType
from policydiff.track.threads import Comparisons

REVIEW_SHARE = 0.03
"""A text with fewer results among its items lacks its review, or hides it."""


class Reports:
    """What the documents of a series report on the promises of those before them."""

    def __init__(self, lineup: Lineup, comparisons: Comparisons) -> None:
        self._lineup = lineup
        self._links = _report_links(lineup, comparisons)
        self._has_review = [_has_review(document) for document in lineup.documents]

    def on(self, promise: Place) -> PromiseReport:
        """What the next year's documents report on a promise."""
        following = self._following(promise.document)
        if not following:
            return PromiseReport(promise, Answer.PENDING)
        told = [(new, link) for new, link in self._links[promise] if new in following]
        if told:
            new, link = max(told, key=lambda each: (each[1].score, -each[0], -each[1].new))
            answer = Answer(link.outcome) if link.outcome else Answer.REPORTED
            return PromiseReport(promise, answer, new, Place(new, link.new), link.score)
        is_covered = any(self._has_review[new] for new in following)
        if self._lineup.spans[promise.document] > 1:
            return PromiseReport(promise, Answer.PENDING)
        answer = Answer.NOT_MENTIONED if is_covered else Answer.NOT_COVERED
        if self._years_to(promise.document, following[0]) > 1:
            answer = Answer.NOT_COVERED
        return PromiseReport(promise, answer, following[0])

    def _following(self, position: int) -> list[int]:
        slots = self._lineup.slots
        return [new for new in range(len(slots)) if slots[new] == slots[position] + 1]

    def _years_to(self, old: int, new: int) -> int:
        documents = self._lineup.documents
        return (documents[new].year or 0) - (documents[old].year or 0)


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
