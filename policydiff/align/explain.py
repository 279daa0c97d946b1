"""Explanations: the same evidence and the same decision, told for one item."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.align.by_article import align_by_article
from policydiff.align.candidates import Pair, may_answer
from policydiff.align.decide import Judgement, cards_for, judge
from policydiff.align.evidence import Evidence, Setting
from policydiff.align.gather import Gathered, gather, set_up
from policydiff.align.rivals import Column
from policydiff.align.scorecard import Scorecard
from policydiff.articles import articles_of
from policydiff.ladder import Candidate, Ladder, Look, Refusal, Sign
from policydiff.model import Document, Item, Link, LinkType, Side


@dataclass(frozen=True, slots=True)
class _Question:
    """The item to be told of, and the item of the other document it is held against, if any."""

    side: Side
    item: int
    against: int | None

    @property
    def other_side(self) -> Side:
        return Side.NEW if self.side is Side.OLD else Side.OLD

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
        return (_ladder_by_article(align_by_article(old, new).links, question),)
    document = old if side is Side.OLD else new
    types = [link_type for link_type in LinkType if _joins(link_type, side, document.items[item])]
    if not types:
        return ()
    setting = set_up(old, new)
    return tuple(_ladder(setting, link_type, question) for link_type in types)


def explain_all(old: Document, new: Document, link_type: LinkType) -> tuple[Ladder, ...]:
    """The ladders of all old items that such a link may join, in the order of the document."""
    asked = [
        _Question(Side.OLD, position, None)
        for position, item in enumerate(old.items)
        if _joins(link_type, Side.OLD, item)
    ]
    if articles_of(old) and articles_of(new):
        links = align_by_article(old, new).links if link_type is LinkType.CARRY else ()
        return tuple(_ladder_by_article(links, question) for question in asked)
    setting = set_up(old, new)
    judged = _judge(setting, link_type, gather(setting, link_type))
    threshold = cards_for(setting, link_type).threshold
    return tuple(
        Ladder(link_type, Side.OLD, question.item, threshold, tuple(found))
        for question in asked
        for found in [judged.candidates(question) if judged else []]
    )


def _ladder_by_article(links: Sequence[Link], question: _Question) -> Ladder:
    """The links alone: what articles decide has no points to tell."""
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
    return may_answer(item, link_type) if side is Side.NEW else item.kind.is_forward


def _ladder(setting: Setting, link_type: LinkType, question: _Question) -> Ladder:
    candidates = _candidates(setting, link_type, gather(setting, link_type), question)
    if question.against is not None and all(each.item != question.against for each in candidates):
        candidates.append(_stranger(setting, link_type, question, question.against))
    threshold = cards_for(setting, link_type).threshold
    return Ladder(link_type, question.side, question.item, threshold, tuple(candidates))


def _candidates(
    setting: Setting, link_type: LinkType, gathered: Gathered, question: _Question
) -> list[Candidate]:
    """The pairs of the item, best first."""
    judged = _judge(setting, link_type, gathered)
    return judged.candidates(question) if judged else []


def _judge(setting: Setting, link_type: LinkType, gathered: Gathered) -> "_Judged | None":
    """All candidate pairs, judged; None if there are none."""
    if not gathered.evidence.pairs:
        return None
    judgement = judge(gathered.evidence, setting, gathered.repeats, cards_for(setting, link_type))
    return _Judged(judgement, gathered.repeats)


class _Judged:
    """The candidate pairs of two documents, to be told item by item."""

    def __init__(self, judgement: Judgement, repeats: frozenset[Pair]) -> None:
        self._judgement = judgement
        self._repeats = repeats
        cards = judgement.cards
        self._first = _Points(cards.first, judgement.evidence)
        self._second = _Points(cards.second, judgement.seen)
        self._seen = {pair: index for index, pair in enumerate(judgement.seen.pairs)}
        self._places: dict[Side, defaultdict[int, list[int]]] = {
            side: defaultdict(list) for side in Side
        }
        for index, (old, new) in enumerate(judgement.evidence.pairs):
            self._places[Side.OLD][old].append(index)
            self._places[Side.NEW][new].append(index)

    def candidates(self, question: _Question) -> list[Candidate]:
        """The pairs of the item, best first."""
        found = [self._candidate(index, question) for index in self._of(question)]
        return sorted(found, key=lambda candidate: (-candidate.score, candidate.item))

    def _of(self, question: _Question) -> list[int]:
        return self._places[question.side][question.item]

    def _candidate(self, index: int, question: _Question) -> Candidate:
        pair = self._judgement.evidence.pairs[index]
        looks = [self._first.look(index)]
        if pair in self._seen:
            looks.append(self._second.look(self._seen[pair]))
        better = self._better(pair, question)
        return Candidate(
            question.other(pair),
            self._judgement.scores[pair],
            tuple(looks),
            self._refusal(pair, better),
            better,
            pair in self._repeats,
        )

    def _refusal(self, pair: Pair, better: int | None) -> Refusal | None:
        if pair not in self._seen:
            return Refusal.DISMISSED
        if self._judgement.scores[pair] >= self._judgement.cards.threshold:
            return None
        return Refusal.BELOW_THRESHOLD if better is None else Refusal.NOT_MUTUAL

    def _better(self, pair: Pair, question: _Question) -> int | None:
        """The item the candidate is linked to with a higher score than the one asked for has."""
        least = self._judgement.cards.threshold
        other = _Question(question.other_side, question.other(pair), None)
        rivals = [
            (-self._judgement.scores[rival], other.other(rival))
            for rival in (self._judgement.evidence.pairs[index] for index in self._of(other))
            if self._judgement.scores[rival] >= least
        ]
        better = [each for each in rivals if -each[0] > self._judgement.scores[pair]]
        return min(better)[1] if better else None


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


def _stranger(setting: Setting, link_type: LinkType, question: _Question, other: int) -> Candidate:
    """An item that was never a candidate, and why."""
    side = question.other_side
    document = setting.new if side is Side.NEW else setting.old
    refusal = Refusal.NOTHING_SHARED
    if not _joins(link_type, side, document.items[other]):
        refusal = Refusal.OTHER_KIND
    elif setting.weights.shared[question.pair(other)] > 0:
        refusal = Refusal.NOT_NEAR
    return Candidate(other, 0.0, (), refusal)
