"""Scorecards: how many points each sign gives, read from a file a person can read.

A card is a list of rules. A rule asks whether one sign is above a cut, and
then, depending on the answer, whether another is; either answer gives points
to the sign that was asked about. The points of all rules and the base add up
to the log-odds that a pair belongs together.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from policydiff.align.evidence import Evidence
from policydiff.align.rivals import Column
from policydiff.model import LinkType

CARDS_FILE = Path(__file__).with_name("scorecards.json")
DECIMALS = 4
"""Scores are rounded to so many places before anything is decided by them."""

_Mask = npt.NDArray[np.bool_]


class Question(NamedTuple):
    """Is the sign above the cut? ``no`` and ``yes`` are the points for either answer."""

    sign: str
    cut: float
    no: float
    yes: float

    @property
    def about(self) -> tuple[str, float]:
        """The sign and the cut."""
        return self.sign, self.cut


class Rule(NamedTuple):
    """A question, and the one that follows either answer."""

    first: Question
    after_no: Question
    after_yes: Question


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The base points of any pair, and the rules that give points."""

    base: float
    rules: tuple[Rule, ...]

    @property
    def signs(self) -> tuple[str, ...]:
        """The signs that are asked about, in alphabetical order."""
        return tuple(sorted({question.sign for rule in self.rules for question in rule}))

    def points(self, evidence: Evidence) -> dict[str, Column]:
        """The points each sign gives to each pair."""
        points = {name: np.zeros(len(evidence.pairs)) for name in self.signs}
        answers = _answers(self.rules, evidence)
        for rule in self.rules:
            first, *after = (answers[question.about] for question in rule)
            points[rule.first.sign] += np.where(first, rule.first.yes, rule.first.no)
            for question, answer, asked in zip(rule[1:], after, (~first, first), strict=True):
                points[question.sign] += np.where(asked, _given(question, answer), 0.0)
        return points

    def scores(self, evidence: Evidence) -> Column:
        """The chance of each pair that it belongs together, 0 to 1."""
        odds = np.full(len(evidence.pairs), self.base)
        answers = _answers(self.rules, evidence)
        for rule in self.rules:
            first, after_no, after_yes = (answers[question.about] for question in rule)
            second = (first & after_yes) | (~first & after_no)
            odds += _sums(rule).take(2 * first.view(np.uint8) + second.view(np.uint8))
        scores: Column = np.round(1 / (1 + np.exp(-odds)), DECIMALS)
        return scores


def _given(question: Question, answer: _Mask) -> Column:
    given: Column = np.where(answer, question.yes, question.no)
    return given


def _sums(rule: Rule) -> Column:
    """The points of a rule for no and no, no and yes, yes and no, yes and yes."""
    first, after_no, after_yes = rule
    no, yes = first.no, first.yes
    return np.array([no + after_no.no, no + after_no.yes, yes + after_yes.no, yes + after_yes.yes])


def _answers(rules: Sequence[Rule], evidence: Evidence) -> dict[tuple[str, float], _Mask]:
    """By sign and cut, which pairs are above; many questions of a card are the same."""
    asked = {question.about for rule in rules for question in rule}
    return {(sign, cut): evidence.signs[sign] > cut for sign, cut in asked}


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of one type of link.

    The first look scores a pair by itself, the second by what the first says
    of the pairs around it. From ``threshold`` on a pair is linked.
    """

    threshold: float
    first: Scorecard
    second: Scorecard


@cache
def load_cards(link_type: LinkType) -> Cards:
    """The learned cards of one type of link."""
    table = json.loads(CARDS_FILE.read_text(encoding="utf-8"))[link_type]
    return Cards(table["threshold"], *(read_card(**table[look]) for look in ("first", "second")))


def read_card(base: float, rules: Sequence[Sequence[Sequence[str | float]]]) -> Scorecard:
    """The card that a table of the file holds."""
    return Scorecard(base, tuple(Rule(*_questions(row)) for row in rules))


def _questions(row: Sequence[Sequence[str | float]]) -> Iterator[Question]:
    for sign, *numbers in row:
        yield Question(str(sign), *map(float, numbers))
