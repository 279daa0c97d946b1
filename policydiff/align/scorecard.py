"""Scorecards: how many points each sign gives, read from a file a person can read.

A card holds for every sign a flight of steps: up to the first edge a value
gives the first points, from there to the next edge the second, and so on. The
points of all signs and the base add up to the log-odds that a pair belongs
together.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from policydiff.align.evidence import Column, Evidence
from policydiff.model import LinkType

CARDS_FILE = Path(__file__).with_name("scorecards.toml")
DECIMALS = 4
"""Scores are rounded to so many places before anything is decided by them."""


@dataclass(frozen=True, slots=True)
class Steps:
    """The points one sign gives: one more value than there are edges."""

    edges: Column
    points: Column

    def points_of(self, values: Column) -> Column:
        """The points for each value."""
        found: Column = self.points[np.searchsorted(self.edges, values, side="right")]
        return found


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The base points of any pair, and the steps of each sign."""

    base: float
    signs: dict[str, Steps]

    def points(self, evidence: Evidence) -> dict[str, Column]:
        """The points each sign gives to each pair."""
        return {name: steps.points_of(evidence.signs[name]) for name, steps in self.signs.items()}

    def scores(self, evidence: Evidence) -> Column:
        """The chance of each pair that it belongs together, 0 to 1."""
        odds = np.full(len(evidence.pairs), self.base)
        for points in self.points(evidence).values():
            odds += points
        scores: Column = np.round(1 / (1 + np.exp(-odds)), DECIMALS)
        return scores


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
    tables = tomllib.loads(CARDS_FILE.read_text(encoding="utf-8"))[link_type]
    return Cards(tables["threshold"], read_card(tables["first"]), read_card(tables["second"]))


def read_card(table: dict[str, float | dict[str, list[float]]]) -> Scorecard:
    """The card that a table of the file holds."""
    signs: dict[str, Steps] = {}
    base = 0.0
    for name, value in table.items():
        if isinstance(value, dict):
            signs[name] = Steps(np.array(value["edges"]), np.array(value["points"]))
        else:
            base = value
    return Scorecard(base, signs)
