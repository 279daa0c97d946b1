"""The decision: evidence to scores, and scores to links."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from policydiff.align.candidates import Pair
from policydiff.align.evidence import SIGNS, Evidence, Setting
from policydiff.model import Link, LinkType, RunnerUp

WEIGHTS_FILE = Path(__file__).with_name("weights.toml")
MOST_RUNNERS_UP = 3
STRONGEST = 4
"""How many signs a link names as its evidence."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each sign counts for one type of link, and from which score on a pair is linked."""

    bias: float
    threshold: float
    signs: tuple[float, ...]

    def contributions(self, row: tuple[float, ...]) -> tuple[float, ...]:
        """What each sign adds to a pair's log-odds."""
        return tuple(weight * value for weight, value in zip(self.signs, row, strict=True))

    def score(self, row: tuple[float, ...]) -> float:
        """The probability that a pair belongs together, 0 to 1."""
        return round(1 / (1 + exp(-(self.bias + sum(self.contributions(row))))), 4)


@cache
def load_weights(link_type: LinkType) -> Weights:
    """The learned weights of one type of link."""
    table = tomllib.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))[link_type]
    return Weights(table["bias"], table["threshold"], tuple(table["signs"][name] for name in SIGNS))


def decide(evidence: Evidence, setting: Setting, link_type: LinkType) -> list[Link]:
    """The links among the candidate pairs, each with its score, reasons and runners-up."""
    weights = load_weights(link_type)
    scores = {pair: weights.score(row) for pair, row in evidence.items()}
    runners_up = _runners_up(scores)
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
            evidence=_reasons(weights, evidence[pair]),
        )
        for pair in _chosen(scores, weights.threshold)
    ]


def _chosen(scores: dict[Pair, float], threshold: float) -> list[Pair]:
    return sorted(pair for pair, score in scores.items() if score >= threshold)


def _runners_up(scores: dict[Pair, float]) -> dict[int, list[RunnerUp]]:
    """Each old item's candidates, best first."""
    groups: defaultdict[int, list[RunnerUp]] = defaultdict(list)
    for pair in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        groups[pair[0]].append(RunnerUp(pair[1], scores[pair]))
    return groups


def _reasons(weights: Weights, row: tuple[float, ...]) -> tuple[str, ...]:
    added = zip(weights.contributions(row), SIGNS, strict=True)
    strongest = sorted(added, key=lambda entry: (-entry[0], entry[1]))[:STRONGEST]
    return tuple(name for value, name in strongest if value > 0)
