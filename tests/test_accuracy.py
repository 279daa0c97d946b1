"""The gate: links and kinds stay as accurate as they have been."""

from dataclasses import replace
from pathlib import Path

import pytest

from policydiff.model import Change, Link, LinkType, ReportOutcome, Span
from tests.accuracy.calibration import bands, expected_error
from tests.accuracy.floors import (
    EXAMPLE_CLASSES,
    below,
    below_floor,
    class_f1,
    load_floors,
    set_floors,
)
from tests.accuracy.heldout import HeldOut, held_out_lines, write
from tests.accuracy.measure import Measured, Score, is_right, measure_corpus, measure_examples
from tests.accuracy.measure_changes import Told, score_classes, told
from tests.accuracy.pairs import CORPUS, Gold


def test_example_is_read_as_accurately_as_before() -> None:
    measured = measure_examples()
    assert len(measured) == 4
    assert [line for row in measured for line in below_floor(row, load_floors())] == []


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not beside the checkout")
def test_corpus_is_read_as_accurately_as_before() -> None:
    measured = measure_corpus()
    assert len(measured) >= 8
    assert [line for row in measured for line in below_floor(row, load_floors())] == []


def test_score_below_its_floor_is_told() -> None:
    poor = Measured("2019-2020", *(Score(1, 2, 1, 2) for _ in range(3)))
    assert "2019-2020 carry: 0.50 is below" in below_floor(poor, load_floors())[0]


@pytest.mark.parametrize(("may_lower", "kept"), [(False, 0.9), (True, 0.5)])
def test_floor_goes_down_only_with_leave(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, may_lower: bool, kept: float
) -> None:
    monkeypatch.setattr("tests.accuracy.floors.FLOORS_FILE", tmp_path / "floors.toml")
    set_floors({"pair": {"carry": 0.9}}, may_lower=False)
    set_floors({"pair": {"carry": 0.5}}, may_lower=may_lower)
    assert load_floors()["pair"]["carry"] == kept


def test_changes_in_the_example_are_told_as_well_as_before() -> None:
    assert below(EXAMPLE_CLASSES, class_f1(), load_floors()) == []


def test_class_that_is_no_longer_told_is_below_its_floor() -> None:
    assert below("classes", {}, {"classes": {"carry_raised": 0.9}}) != []


def a_link(score: float = 0.9, *, at: int = 0, changes: tuple[Change, ...] = ()) -> Link:
    span = Span(at, at + 10)
    return Link(LinkType.CARRY, 0, 0, span, span, score, changes)


def a_gold(*, sure: bool = True, heading: bool = False) -> Gold:
    """A pair with one hand-made link of the first ten characters."""
    kinds = [(0, 10, "H" if heading else "C")]
    return {
        "pair": "1-2",
        "old": {"file": "1", "sha256": "", "sentences": [*kinds]},
        "new": {"file": "2", "sha256": "", "sentences": [*kinds]},
        "links": [
            {"old": (0, 10), "new": (0, 10), "type": "carry", "sure": sure, "change": "up"},
        ],
    }


@pytest.mark.parametrize(
    ("gold", "at", "verdict"),
    [
        (a_gold(), 0, True),
        (a_gold(), 40, False),
        (a_gold(sure=False), 0, None),
        (a_gold(heading=True), 0, None),
    ],
)
def test_link_is_right_wrong_or_neither(gold: Gold, at: int, *, verdict: bool | None) -> None:
    assert is_right(gold, a_link(at=at)) is verdict


@pytest.mark.parametrize(
    ("true", "said", "score"),
    [
        ({"raised"}, {"raised"}, "1.00 1.00 1.00"),
        ({"raised"}, {"reworded"}, "0.00 0.00 0.00"),
        ({"raised"}, {"raised", "moved"}, "1.00 1.00 1.00"),
    ],
)
def test_class_is_scored_by_those_who_name_it(true: set[str], said: set[str], score: str) -> None:
    scores = score_classes([Told(frozenset(true), frozenset(said))], LinkType.CARRY)
    assert {name: str(each) for name, each in scores.items()} == {"raised": score}


def test_firmer_words_count_as_a_higher_figure_where_hands_do_not_tell_them_apart() -> None:
    link = a_link(changes=(Change.REWORDED, Change.TIGHTENED, Change.MOVED))
    (answer,) = told(a_gold(), (link,), LinkType.CARRY)
    assert answer == Told(frozenset({"raised"}), frozenset({"raised"}))


def test_outcome_is_what_a_report_link_is_judged_by() -> None:
    gold = a_gold()
    gold["links"][0] |= {"type": "report", "change": "met"}
    link = replace(a_link(), type=LinkType.REPORT, outcome=ReportOutcome.MISSED)
    (answer,) = told(gold, (link,), LinkType.REPORT)
    assert answer == Told(frozenset({"met"}), frozenset({"missed"}))


def test_band_counts_what_is_right_in_it() -> None:
    (band,) = (each for each in bands([(0.85, True), (0.81, False), (0.05, True)]) if each.pairs)
    assert (band.low, band.pairs, band.right, band.share) == (0.8, 2, 1, 0.5)


@pytest.mark.parametrize(
    ("judged", "error"),
    [([(0.5, True), (0.5, False)], 0.0), ([(0.9, False)], 0.9), ([], 0.0)],
)
def test_calibration_is_the_distance_of_scores_from_shares(
    judged: list[tuple[float, bool]], error: float
) -> None:
    assert expected_error(bands(judged)) == pytest.approx(error)


def test_held_out_figures_are_shown_from_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.accuracy.heldout.HELDOUT_FILE", tmp_path / "heldout.toml")
    assert held_out_lines() == []
    row = HeldOut("1999-2000", Score(9, 10, 9, 10), ((0.85, True), (0.85, False)))
    write({link_type: [row] for link_type in LinkType}, folds=1)
    lines = held_out_lines()
    assert lines[0].startswith("held out, one pair left out")
    assert lines[1].split() == ["1999-2000", *["0.90"] * 6]
    assert "  0.80–        2   0.85        0.50" in lines
