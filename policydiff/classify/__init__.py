"""Classification: what became of every forward-looking item, and how carried ones changed."""

from dataclasses import replace

from policydiff.classify.changes import LinkChanges
from policydiff.classify.coverage import outside_coverage
from policydiff.classify.pairing import pairing_notices
from policydiff.classify.reports import ReportOutcomes
from policydiff.classify.words import changed_words
from policydiff.model import (
    Alignment,
    Comparison,
    Document,
    Link,
    LinkType,
    Outcome,
    Side,
    Status,
    TargetChange,
)

__all__ = ["OUTSIDE_COVERAGE", "classify"]

OUTSIDE_COVERAGE = "outside_coverage"
"""The caveat of an item whose absence proves nothing."""


def classify(
    old: Document,
    new: Document,
    alignment: Alignment,
    target_changes: tuple[TargetChange, ...],
    outcomes: tuple[Outcome, ...] = (),
) -> Comparison:
    """Everything that can be said of two aligned documents.

    Every forward-looking item gets one status; every carry link its changes
    and the words that differ; every report link what became of the promise.
    """
    changes = LinkChanges(old, new, alignment, target_changes)
    reports = ReportOutcomes(old, new, outcomes)
    links = tuple(_described(old, new, link, changes, reports) for link in alignment.links)
    carried = [link for link in links if link.type is LinkType.CARRY]
    old_status = _statuses(old, {link.old for link in carried}, Status.DROPPED)
    new_status = _statuses(new, {link.new for link in carried}, Status.ADDED)
    return Comparison(
        old=old,
        new=new,
        section_pairs=alignment.section_pairs,
        links=links,
        target_changes=target_changes,
        old_status=old_status,
        new_status=new_status,
        old_caveats=_caveats(old_status, outside_coverage(old, new, alignment, Side.OLD)),
        new_caveats=_caveats(new_status, outside_coverage(new, old, alignment, Side.NEW)),
        notices=pairing_notices(old, new),
        outcomes=outcomes,
    )


def _described(
    old: Document, new: Document, link: Link, changes: LinkChanges, reports: ReportOutcomes
) -> Link:
    if link.type is LinkType.REPORT:
        return replace(link, changes=changes.of(link), outcome=reports.of(link))
    return replace(link, changes=changes.of(link), words=changed_words(old, new, link))


def _statuses(
    document: Document, carried: set[int], otherwise: Status
) -> tuple[Status | None, ...]:
    return tuple(
        None if not item.kind.is_forward else Status.CARRIED if index in carried else otherwise
        for index, item in enumerate(document.items)
    )


def _caveats(statuses: tuple[Status | None, ...], outside: frozenset[int]) -> tuple[str, ...]:
    return tuple(
        OUTSIDE_COVERAGE if index in outside and status in (Status.DROPPED, Status.ADDED) else ""
        for index, status in enumerate(statuses)
    )
