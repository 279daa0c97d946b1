"""The decision: evidence to scores, and scores to links."""

from collections import defaultdict
from dataclasses import dataclass, replace

from policydiff.align.candidates import Pair
from policydiff.align.evidence import Evidence, Setting
from policydiff.align.rivals import Column
from policydiff.align.scorecard import Cards, load_cards
from policydiff.align.surroundings import FIRST_LOOK, look_again
from policydiff.model import Link, LinkType, RunnerUp

MOST_RUNNERS_UP = 3
REPEAT_SCORE = 0.9
"""The same words are the same promise nearly always; in a short text signs of it are few."""

LETTERS_ALONE = 0.5
"""The least score of a report link between items whose meaning letters stand in for.

The cards were learned from Chinese, where what a result says is known without its
letters. In English a lower score tells of the same words about another matter.
"""

LEAST_CHANCE = 0.03
"""Pairs whose first score is lower are dismissed: five of six, and four of a hundred links.

Hardly one of these would be found in the end, and the rest is told apart better without them.
"""

HALF = 0.5
"""Where vectors are known for no more of the items, letters stand in for meaning."""

STRONGEST = 4
"""How many signs a link names as its evidence."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The candidate pairs, those that got a second look, what gives points, and the scores.

    What the first look dismissed keeps the score of that.
    """

    cards: Cards
    evidence: Evidence
    seen: Evidence
    scores: dict[Pair, float]


def decide(
    evidence: Evidence,
    setting: Setting,
    link_type: LinkType,
    repeats: frozenset[Pair],
    cards: Cards | None = None,
) -> list[Link]:
    """The links among the candidate pairs, each with its score, reasons and runners-up.

    Repeats are linked in any case, with no less than ``REPEAT_SCORE``. Other
    cards than the learned ones may be given, to measure them.
    """
    if not evidence.pairs:
        return []
    judgement = judge(evidence, setting, repeats, cards or cards_for(setting, link_type))
    cards, seen, scores = judgement.cards, judgement.seen, judgement.scores
    linked = [index for index, pair in enumerate(seen.pairs) if scores[pair] >= cards.threshold]
    told = seen.only(linked)
    points = _told_points(cards, told)
    runners_up = _runners_up(scores, {pair[0] for pair in told.pairs})
    return [
        Link(
            type=link_type,
            old=pair[0],
            new=pair[1],
            old_span=setting.old.items[pair[0]].span,
            new_span=setting.new.items[pair[1]].span,
            score=scores[pair],
            runners_up=tuple(rival for rival in runners_up[pair[0]] if rival.new != pair[1])[
                :MOST_RUNNERS_UP
            ],
            evidence=_reasons(points, index),
        )
        for index, pair in enumerate(told.pairs)
    ]


def cards_for(setting: Setting, link_type: LinkType) -> Cards:
    """The learned cards, stricter with reports where letters alone tell what items mean."""
    cards = load_cards(link_type)
    meanings = setting.senses.meanings
    # An English speech may quote a Chinese saying.
    has_vectors = max(side.any(axis=1).mean() for side in (meanings.old, meanings.new)) > HALF
    if link_type is LinkType.CARRY or has_vectors:
        return cards
    return replace(cards, threshold=max(cards.threshold, LETTERS_ALONE))


def judge(
    evidence: Evidence, setting: Setting, repeats: frozenset[Pair], cards: Cards
) -> Judgement:
    """The scores of candidate pairs, of which there must be one."""
    first = cards.first.scores(evidence)
    seen = look_twice(evidence, setting, repeats, first)
    scores = dict(zip(evidence.pairs, first.tolist(), strict=True))
    for pair, score in zip(seen.pairs, cards.second.scores(seen).tolist(), strict=True):
        scores[pair] = max(score, REPEAT_SCORE) if pair in repeats else score
    return Judgement(cards, evidence, seen, scores)


def look_twice(
    evidence: Evidence, setting: Setting, repeats: frozenset[Pair], scores: Column
) -> Evidence:
    """The evidence of the second look for the pairs that first scores do not dismiss."""
    again = look_again(setting, evidence, scores)
    is_left = scores >= LEAST_CHANCE
    return again.only(
        [place for place, pair in enumerate(evidence.pairs) if is_left[place] or pair in repeats]
    )


def _told_points(cards: Cards, seen: Evidence) -> dict[str, Column]:
    """The points of each sign a reader can check: the pair's own, and those of its surroundings."""
    own = cards.first.points(seen)
    around = cards.second.points(seen)
    told = {name: points for name, points in around.items() if name not in (*own, FIRST_LOOK)}
    return own | told


def _reasons(points: dict[str, Column], index: int) -> tuple[str, ...]:
    """The names of the signs that speak most for the pair at that position."""
    given = sorted((-float(column[index]), name) for name, column in points.items())
    return tuple(name for value, name in given[:STRONGEST] if value < 0)


def _runners_up(scores: dict[Pair, float], items: set[int]) -> dict[int, list[RunnerUp]]:
    """The candidates of these old items, best first."""
    groups: defaultdict[int, list[RunnerUp]] = defaultdict(list)
    asked = [pair for pair in scores if pair[0] in items]
    for pair in sorted(asked, key=lambda pair: (-scores[pair], pair)):
        groups[pair[0]].append(RunnerUp(pair[1], scores[pair]))
    return groups
