"""Explanations: the same evidence and the same decision, told for one item."""

from dataclasses import dataclass

from policydiff.align.by_article import align_by_article
from policydiff.align.candidates import Pair
from policydiff.align.decide import Judgement, judge
from policydiff.align.evidence import Column, Evidence, Setting
from policydiff.align.gather import Gathered, gather, set_up
from policydiff.align.scorecard import Scorecard, load_cards
from policydiff.articles import articles_of
from policydiff.ladder import Candidate, Ladder, Look, Refusal, Sign
from policydiff.model import Document, Item, Kind, LinkType, Side


@dataclass(frozen=True, slots=True)
class _Question:
    """The item to be told of, and the item of the other document it is held against, if any."""

    side: Side
    item: int
    against: int | None

    def pair(self, other: int) -> Pair:
        return (self.item, other) if self.side is Side.OLD else (other, self.item)

    def other(self, pair: Pair) -> int:
        return pair[self.side is Side.OLD]

    def asks_for(self, pair: Pair) -> bool:
        return pair[self.side is Side.NEW] == self.item


def explain(
    old: Document, new: Document, side: Side, item: int, against: int | None = None
) -> tuple[Ladder, ...]:
    """The ladders of one item, one for each type of link that may join it to the other document.

    ``against`` is the position of an item of the other document that is told
    of even if it was never a candidate.
    """
    question = _Question(side, item, against)
    if articles_of(old) and articles_of(new):
        return (_ladder_by_article(old, new, question),)
    document = old if side is Side.OLD else new
    types = [link_type for link_type in LinkType if _joins(link_type, side, document.items[item])]
    if not types:
        return ()
    setting = set_up(old, new)
    return tuple(_ladder(setting, link_type, question) for link_type in types)


def _ladder_by_article(old: Document, new: Document, question: _Question) -> Ladder:
    """The links alone: what articles decide has no points to tell."""
    links = align_by_article(old, new).links
    candidates = [
        Candidate(
            question.other((link.old, link.new)),
            link.score,
            (),
            None,
            reason=", ".join(link.evidence),
        )
        for link in links
        if question.asks_for((link.old, link.new))
    ]
    candidates.sort(key=lambda candidate: (-candidate.score, candidate.item))
    if question.against is not None and all(each.item != question.against for each in candidates):
        candidates.append(Candidate(question.against, 0.0, (), Refusal.OTHER_ARTICLE))
    return Ladder(LinkType.CARRY, question.side, question.item, None, tuple(candidates))


def _joins(link_type: LinkType, side: Side, item: Item) -> bool:
    """Whether such a link may have the item at that end."""
    if link_type is LinkType.REPORT and side is Side.NEW:
        return item.kind is Kind.RESULT
    return item.kind.is_forward


def _ladder(setting: Setting, link_type: LinkType, question: _Question) -> Ladder:
    candidates = _candidates(setting, link_type, gather(setting, link_type), question)
    if question.against is not None and all(each.item != question.against for each in candidates):
        candidates.append(_stranger(setting, link_type, question, question.against))
    threshold = load_cards(link_type).threshold
    return Ladder(link_type, question.side, question.item, threshold, tuple(candidates))


def _candidates(
    setting: Setting, link_type: LinkType, gathered: Gathered, question: _Question
) -> list[Candidate]:
    """The pairs of the item, best first."""
    if not gathered.evidence.pairs:
        return []
    judgement = judge(gathered.evidence, setting, gathered.repeats, load_cards(link_type))
    looks = [_Points(card, judgement.seen) for card in _cards(judgement)]
    found = [
        _candidate(judgement, pair, question, pair in gathered.repeats, _looks(looks, index))
        for index, pair in enumerate(judgement.seen.pairs)
        if question.asks_for(pair)
    ]
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.item))


def _cards(judgement: Judgement) -> tuple[Scorecard, Scorecard]:
    return judgement.cards.first, judgement.cards.second


class _Points:
    """What one card gives all pairs, to be told pair by pair."""

    def __init__(self, card: Scorecard, seen: Evidence) -> None:
        self._base = card.base
        self._values = seen.signs
        self._points: dict[str, Column] = card.points(seen)

    def look(self, index: int) -> Look:
        signs = (
            Sign(name, float(self._values[name][index]), float(points[index]))
            for name, points in self._points.items()
        )
        return Look(self._base, tuple(signs))


def _looks(cards: list[_Points], index: int) -> tuple[Look, ...]:
    return tuple(points.look(index) for points in cards)


def _candidate(
    judgement: Judgement,
    pair: Pair,
    question: _Question,
    is_repeat: bool,  # noqa: FBT001  (told by the caller's own name for it)
    looks: tuple[Look, ...],
) -> Candidate:
    score = judgement.scores[pair]
    better = _better(judgement, pair, question)
    refusal = None
    if score < judgement.cards.threshold:
        refusal = Refusal.BELOW_THRESHOLD if better is None else Refusal.NOT_MUTUAL
    return Candidate(question.other(pair), score, looks, refusal, better, is_repeat)


def _better(judgement: Judgement, pair: Pair, question: _Question) -> int | None:
    """The item that the candidate is linked to with a higher score than the one asked for has."""
    own, end = judgement.scores[pair], question.side is Side.OLD
    rivals = [
        (-score, rival[not end])
        for rival, score in judgement.scores.items()
        if rival[end] == pair[end] and score > own and score >= judgement.cards.threshold
    ]
    return min(rivals)[1] if rivals else None


def _stranger(setting: Setting, link_type: LinkType, question: _Question, other: int) -> Candidate:
    """An item that was never a candidate, and why."""
    side = Side.NEW if question.side is Side.OLD else Side.OLD
    document = setting.new if side is Side.NEW else setting.old
    refusal = Refusal.NOTHING_SHARED
    if not _joins(link_type, side, document.items[other]):
        refusal = Refusal.OTHER_KIND
    elif setting.weights.shared[question.pair(other)] > 0:
        refusal = Refusal.NOT_NEAR
    return Candidate(other, 0.0, (), refusal)
