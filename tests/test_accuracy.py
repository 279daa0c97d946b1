"""The gate: links and kinds stay as accurate as they have been."""

from pathlib import Path

import pytest

from tests.accuracy.floors import below_floor, load_floors, set_floors
from tests.accuracy.measure import Measured, Score, measure_corpus, measure_examples
from tests.accuracy.pairs import CORPUS


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
    set_floors([Measured("pair", *(Score(9, 10, 9, 10) for _ in range(3)))], may_lower=False)
    set_floors([Measured("pair", *(Score(1, 2, 1, 2) for _ in range(3)))], may_lower=may_lower)
    assert load_floors()["pair"]["carry"] == kept
