"""Settlement: decisions put in the place of what the scores say."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from policydiff.decisions import Stray
from policydiff.ladder import Candidate, Ladder, Refusal
from policydiff.model import (
    Alignment,
    Decided,
    Document,
    Link,
    LinkType,
    Notice,
    Ruling,
    Side,
    Span,
)

DECIDED = "decided by people"
"""What an accepted link rests on."""

DECIDED_SCORE = 1.0


def settle(
    old: Document, new: Document, alignment: Alignment, decided: Iterable[Decided]
) -> Alignment:
    """The alignment with the accepted links, all of them sure, and without the rejected ones."""
    links = {(link.old, link.new, link.type): link for link in alignment.links}
    for each in decided:
        key = each.old, each.new, each.type
        if each.ruling is Ruling.REJECTED:
            links.pop(key, None)
        elif each.ruling is Ruling.ACCEPTED:
            links[key] = _accepted(links.get(key) or _bare_link(old, new, each))
    return replace(alignment, links=tuple(links[key] for key in sorted(links, key=_in_order)))


def _in_order(key: tuple[int, int, LinkType]) -> tuple[int, int, int]:
    old, new, link_type = key
    return old, new, list(LinkType).index(link_type)


def _accepted(link: Link) -> Link:
    return replace(link, score=DECIDED_SCORE, evidence=(DECIDED, *link.evidence))


def _bare_link(old: Document, new: Document, decided: Decided) -> Link:
    return Link(
        type=decided.type,
        old=decided.old,
        new=decided.new,
        old_span=old.items[decided.old].span,
        new_span=new.items[decided.new].span,
        score=DECIDED_SCORE,
    )


def settle_ladders(ladders: Iterable[Ladder], decided: Sequence[Decided]) -> tuple[Ladder, ...]:
    """The ladders, each candidate with what people decided of it; unseen ones are added."""
    return tuple(_settled(ladder, decided) for ladder in ladders)


def _settled(ladder: Ladder, decided: Sequence[Decided]) -> Ladder:
    rulings = {
        _other(ladder, each): each
        for each in decided
        if each.type is ladder.type and _own(ladder, each) == ladder.item
    }
    seen = {candidate.item for candidate in ladder.candidates}
    unseen = [Candidate(item, 0.0, (), None) for item in sorted(rulings.keys() - seen)]
    candidates = (
        _ruled(candidate, rulings.get(candidate.item))
        for candidate in (*ladder.candidates, *unseen)
    )
    return replace(ladder, candidates=tuple(sorted(candidates, key=_accepted_first)))


def _ruled(candidate: Candidate, decided: Decided | None) -> Candidate:
    if decided is None:
        return candidate
    refusal = candidate.refusal
    if decided.ruling is Ruling.ACCEPTED:
        refusal = None
    elif decided.ruling is Ruling.REJECTED:
        refusal = Refusal.REJECTED
    return replace(candidate, refusal=refusal, decided=decided)


def _accepted_first(candidate: Candidate) -> bool:
    return candidate.decided is None or candidate.decided.ruling is not Ruling.ACCEPTED


def _own(ladder: Ladder, decided: Decided) -> int:
    return decided.old if ladder.side is Side.OLD else decided.new


def _other(ladder: Ladder, decided: Decided) -> int:
    return decided.new if ladder.side is Side.OLD else decided.old


def stray_notices(strays: Iterable[Stray]) -> Iterator[Notice]:
    """A notice for each decision that names these documents, but no pair of their items."""
    for decision, obstacle in strays:
        message = (
            f"Decision {decision.decision_id} ({decision.ruling}: “{decision.old.text}” and "
            f"“{decision.new.text}”) is not applied: {obstacle}."
        )
        yield Notice("decision_not_applied", message, Span(0, 0))
