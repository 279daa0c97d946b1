"""Scorecards: how many points each sign gives, read from a file a person can read.

A card is a list of rules. A rule asks whether one sign is above a cut, gives
points to that sign for either answer, and may then ask on with another rule,
depending on the answer. The points of all rules and the base add up to the
log-odds that a pair belongs together.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from policydiff.align.evidence import Evidence
from policydiff.align.rivals import Column
from policydiff.model import LinkType

CARDS_FILE = Path(__file__).with_name("scorecards.json")
DECIMALS = 4
"""Scores are rounded to so many places before anything is decided by them."""

_Mask = npt.NDArray[np.bool_]
_Answers = dict[tuple[str, float], _Mask]


class Rule(NamedTuple):
    """Is the sign above the cut? ``no`` and ``yes`` are the points for either answer."""

    sign: str
    cut: float
    no: float
    yes: float
    after_no: "Rule | None" = None
    after_yes: "Rule | None" = None

    @property
    def about(self) -> tuple[str, float]:
        """The sign and the cut."""
        return self.sign, self.cut

    def all(self) -> Iterator["Rule"]:
        """The rule and all that may follow it."""
        yield self
        for after in (self.after_no, self.after_yes):
            if after:
                yield from after.all()


@dataclass(frozen=True)
class Scorecard:
    """The base points of any pair, and the rules that give points."""

    base: float
    rules: tuple[Rule, ...]

    @cached_property
    def asked(self) -> frozenset[tuple[str, float]]:
        """The signs and cuts that are asked about; many rules ask the same."""
        return frozenset(rule.about for first in self.rules for rule in first.all())

    @cached_property
    def signs(self) -> tuple[str, ...]:
        """The signs that are asked about, in alphabetical order."""
        return tuple(sorted({sign for sign, _ in self.asked}))

    def points(self, evidence: Evidence) -> dict[str, Column]:
        """The points each sign gives to each pair."""
        points = {name: np.zeros(len(evidence.pairs)) for name in self.signs}
        answers = self._answers(evidence)
        everyone = np.ones(len(evidence.pairs), dtype=np.bool_)
        for rule in self.rules:
            _give(rule, everyone, answers, points)
        return points

    def scores(self, evidence: Evidence) -> Column:
        """The chance of each pair that it belongs together, 0 to 1."""
        odds = np.full(len(evidence.pairs), self.base)
        answers = self._answers(evidence)
        for rule in self.rules:
            odds += _total(rule, 0.0, answers)
        scores: Column = np.round(1 / (1 + np.exp(-odds)), DECIMALS)
        return scores

    def _answers(self, evidence: Evidence) -> _Answers:
        """By sign and cut, which pairs are above."""
        return {(sign, cut): evidence.signs[sign] > cut for sign, cut in self.asked}


def _give(rule: Rule, asked: _Mask, answers: _Answers, points: dict[str, Column]) -> None:
    """Adds what a rule and those after it give to the pairs that are asked."""
    answer = answers[rule.about]
    points[rule.sign] += np.where(asked, np.where(answer, rule.yes, rule.no), 0.0)
    if rule.after_no:
        _give(rule.after_no, asked & ~answer, answers, points)
    if rule.after_yes:
        _give(rule.after_yes, asked & answer, answers, points)


def _total(rule: Rule, before: float, answers: _Answers) -> Column:
    """What a rule and those after it give each pair, and what was given on the way there."""
    no, yes = before + rule.no, before + rule.yes
    total: Column = np.where(
        answers[rule.about],
        _total(rule.after_yes, yes, answers) if rule.after_yes else yes,
        _total(rule.after_no, no, answers) if rule.after_no else no,
    )
    return total


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of one type of link.

    The first look scores a pair by itself, and dismisses those that have hardly
    a chance; the second scores the others by what the first says of the pairs
    around them. From ``threshold`` on a pair is linked.
    """

    threshold: float
    first: Scorecard
    second: Scorecard


@cache
def load_cards(link_type: LinkType) -> Cards:
    """The learned cards of one type of link."""
    table = json.loads(CARDS_FILE.read_text(encoding="utf-8"))[link_type]
    return Cards(table["threshold"], *(read_card(**table[look]) for look in ("first", "second")))


def read_card(base: float, rules: Sequence[Sequence[Any]]) -> Scorecard:
    """The card that a table of the file holds."""
    return Scorecard(base, tuple(_read_rule(row) for row in rules))


def _read_rule(row: Sequence[Any]) -> Rule:
    sign, cut, no, yes, *after = row
    return Rule(sign, cut, no, yes, *(_read_rule(each) if each else None for each in after))
