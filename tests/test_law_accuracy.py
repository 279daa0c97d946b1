"""The gate for laws: articles stay paired as well as they have been."""

from pathlib import Path

import pytest

from policydiff.pipeline import compare, read
from tests.accuracy.floors import SLACK, load_floors
from tests.accuracy.laws import FOLDER, MEASURE, LawGold, measure_laws, score_articles


@pytest.mark.skipif(not FOLDER.exists(), reason="the labelled laws are not beside the checkout")
def test_articles_of_real_laws_are_paired_as_well_as_before() -> None:
    scores, floors = measure_laws(), load_floors()
    assert len(scores) == 3
    below = {
        name: score.f1 for name, score in scores.items() if score.f1 < floors[name][MEASURE] - SLACK
    }
    assert below == {}


def test_missing_and_wrong_pairs_lower_the_score(tmp_path: Path) -> None:
    path = tmp_path / "法.txt"
    path.write_text(
        "桥梁法\n第一条 桥梁应当牢固，每年至少检查一次。\n第二条 行人靠右通行，不得在桥上停留。",
        encoding="utf-8",
    )
    gold = LawGold("桥梁法", path, path, frozenset({(1, 1), (2, 1)}))
    score = score_articles(gold, compare(read(path), read(path)))
    assert (score.precision, score.recall) == (0.5, 0.5)
