"""The gate for laws: articles stay paired as well as they have been."""

from pathlib import Path

import pytest

from policydiff.pipeline import compare, read
from tests.accuracy.law_floors import below_floor, load_floors, set_floors
from tests.accuracy.laws import FOLDER, LawGold, measure_laws, score_articles
from tests.accuracy.measure import Score


@pytest.mark.skipif(not FOLDER.exists(), reason="the labelled laws are not beside the checkout")
def test_articles_of_real_laws_are_paired_as_well_as_before() -> None:
    scores = measure_laws()
    assert len(scores) == 3
    assert below_floor(scores, load_floors()) == []


def test_missing_and_wrong_pairs_lower_the_score(tmp_path: Path) -> None:
    path = tmp_path / "法.txt"
    path.write_text(
        "桥梁法\n第一条 桥梁应当牢固，每年至少检查一次。\n第二条 行人靠右通行，不得在桥上停留。",
        encoding="utf-8",
    )
    gold = LawGold("桥梁法", path, path, frozenset({(1, 1), (2, 1)}))
    score = score_articles(gold, compare(read(path), read(path)))
    assert (score.precision, score.recall) == (0.5, 0.5)


def test_score_below_its_floor_is_told() -> None:
    lines = below_floor({"桥梁法": Score(1, 2, 1, 2)}, {"桥梁法": 0.98})
    assert lines == ["桥梁法: 0.50 is below 0.98"]


@pytest.mark.parametrize(("may_lower", "kept"), [(False, 0.9), (True, 0.5)])
def test_floor_goes_down_only_with_leave(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, may_lower: bool, kept: float
) -> None:
    monkeypatch.setattr("tests.accuracy.law_floors.FLOORS_FILE", tmp_path / "law_floors.toml")
    set_floors({"桥梁法": Score(9, 10, 9, 10)}, may_lower=False)
    set_floors({"桥梁法": Score(1, 2, 1, 2)}, may_lower=may_lower)
    assert load_floors() == {"桥梁法": kept}
