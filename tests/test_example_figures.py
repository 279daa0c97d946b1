"""The figures that both reports of the example name are held against each other."""

import json
from functools import cache
from pathlib import Path
from typing import TypedDict, cast

import pytest

from policydiff.model import Comparison, Direction
from policydiff.pipeline import compare
from tests.accuracy.example import example_document, find_quote

TRUTH = Path(__file__).parents[1] / "examples" / "truth"
PAIRS = ("2019-2020", "2020-2021", "2021-2022", "2019-2022")
FOUND_AT_LEAST = 0.96
"""The share of the figures written down by hand that is found in both reports."""


class Change(TypedDict):
    old: str
    new: str
    indicator: str
    direction: str


@cache
def comparison(pair: str) -> Comparison:
    old, new = pair.split("-")
    return compare(example_document(old), example_document(new))


def written(pair: str) -> list[Change]:
    truth = json.loads((TRUTH / f"{pair}.json").read_text(encoding="utf-8"))
    return cast("list[Change]", truth["target_changes"])


def told(pair: str, change: Change) -> set[Direction]:
    """What is said of figures that stand in the quotes of a change."""
    found = comparison(pair)
    old = find_quote(found.old.text, change["old"])
    new = find_quote(found.new.text, change["new"])
    return {
        direction
        for mine, other, direction in found.targets
        if mine.span.overlap(old) and other.span.overlap(new)
    }


def test_nearly_every_figure_of_both_reports_is_held_against_the_other() -> None:
    everything = [(pair, change) for pair in PAIRS for change in written(pair)]
    found = [one for one in everything if told(*one)]
    assert len(found) >= FOUND_AT_LEAST * len(everything)


@pytest.mark.parametrize("pair", PAIRS)
def test_no_figure_that_is_found_is_said_to_move_the_other_way(pair: str) -> None:
    opposite = {"raised": Direction.LOWERED, "lowered": Direction.RAISED}
    wrong = [
        change
        for change in written(pair)
        if told(pair, change) == {opposite.get(change["direction"])}
    ]
    assert wrong == []


@pytest.mark.parametrize("pair", PAIRS)
def test_figure_that_is_paired_is_neither_vanished_nor_new_nor_incomparable(pair: str) -> None:
    found = comparison(pair)
    olds = [one.old for one in found.target_changes] + [one.old for one in found.not_comparable]
    news = [one.new for one in found.target_changes] + [one.new for one in found.not_comparable]
    assert len(olds) == len(set(olds))
    assert len(news) == len(set(news))
