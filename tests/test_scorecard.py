"""Scorecards: what rules give, and that points and scores agree."""

from math import exp

import numpy as np
import pytest

from policydiff.align.evidence import Evidence
from policydiff.align.scorecard import Rule, Scorecard, load_cards, read_card
from policydiff.model import LinkType

CARD = read_card(
    -1.0,
    [
        ["letters", 0.5, -0.5, 1.0, None, ["place", 0.2, -0.25, 0.75, ["letters", 0.9, 0.0, 2.0]]],
        ["place", 0.1, 0.0, 0.5],
    ],
)
"""Letters above 0.5 lead to the question of place, and a far place to more letters."""


def evidence(letters: list[float], place: list[float]) -> Evidence:
    pairs = tuple((number, number) for number in range(len(letters)))
    return Evidence(pairs, {"letters": np.array(letters), "place": np.array(place)})


@pytest.mark.parametrize(
    ("letters", "place", "odds"),
    [
        (0.5, 0.0, -1.5),
        (0.4, 0.9, -1.0),
        (0.8, 0.0, -0.25),
        (0.95, 0.0, 1.75),
        (0.95, 0.15, 2.25),
        (0.6, 0.3, 1.25),
    ],
)
def test_a_rule_asks_on_where_its_answer_leads(letters: float, place: float, odds: float) -> None:
    found = CARD.scores(evidence([letters], [place]))
    assert found.tolist() == [pytest.approx(1 / (1 + exp(-odds)), abs=1e-4)]


def test_points_go_to_the_sign_that_was_asked_about() -> None:
    points = CARD.points(evidence([0.95, 0.4], [0.15, 0.9]))
    assert points["letters"].tolist() == [3.0, -0.5]
    assert points["place"].tolist() == [0.25, 0.5]


@pytest.mark.parametrize("link_type", LinkType)
def test_points_of_the_learned_cards_add_up_to_the_scores(link_type: LinkType) -> None:
    draw = np.random.default_rng(5)
    for card in (load_cards(link_type).first, load_cards(link_type).second):
        signs = {sign: draw.uniform(-0.5, 1.5, 40) for sign in card.signs}
        seen = Evidence(tuple((number, 0) for number in range(40)), signs)
        odds = card.base + sum(card.points(seen).values())
        assert card.scores(seen) == pytest.approx(1 / (1 + np.exp(-odds)), abs=1e-4)


def test_signs_are_those_asked_about_anywhere() -> None:
    assert CARD.signs == ("letters", "place")
    assert Scorecard(0.0, (Rule("term", 0.5, 0.0, 1.0),)).signs == ("term",)
