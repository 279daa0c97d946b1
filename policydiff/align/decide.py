"""The decision: evidence to scores, and scores to links."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from policydiff.align.candidates import Pair
from policydiff.align.evidence import Evidence, Setting
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
    signs: dict[str, float]

    def scores(self, evidence: Evidence) -> dict[Pair, float]:
        """The probability of each pair that it belongs together, 0 to 1."""
        odds = self.bias + sum(weight * evidence.signs[name] for name, weight in self.signs.items())
        chances = 1 / (1 + np.exp(-odds))
        return dict(zip(evidence.pairs, np.round(chances, 4).tolist(), strict=True))

    def reasons(self, evidence: Evidence, index: int) -> tuple[str, ...]:
        """The names of the signs that speak most for the pair at that position."""
        added = [
            (-weight * evidence.signs[name][index], name) for name, weight in self.signs.items()
        ]
        return tuple(name for value, name in sorted(added)[:STRONGEST] if value < 0)


@cache
def load_weights(link_type: LinkType) -> Weights:
    """The learned weights of one type of link."""
    table = tomllib.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))[link_type]
    return Weights(table["bias"], table["threshold"], table["signs"])


def decide(evidence: Evidence, setting: Setting, link_type: LinkType) -> list[Link]:
    """The links among the candidate pairs, each with its score, reasons and runners-up."""
    weights = load_weights(link_type)
    scores = weights.scores(evidence)
    positions = {pair: index for index, pair in enumerate(evidence.pairs)}
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
            evidence=weights.reasons(evidence, positions[pair]),
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
