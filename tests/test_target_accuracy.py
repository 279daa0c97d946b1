"""The gate: the targets of passages read by hand are found as well as before."""

from hashlib import sha256
from pathlib import Path

import pytest

from tests.accuracy.measure_targets import Tally, passages, tallies_by_language
from tests.accuracy.pairs import CORPUS
from tests.accuracy.target_floors import below_floor, load_floors, set_floors

needs_corpus = pytest.mark.skipif(
    not CORPUS.exists(), reason="the corpus is not beside the checkout"
)


@needs_corpus
def test_targets_are_found_as_accurately_as_before() -> None:
    tallies = tallies_by_language()
    assert set(tallies) == {"en", "zh"}
    floors = load_floors()
    assert [line for name in tallies for line in below_floor(name, tallies[name], floors)] == []


@needs_corpus
def test_passages_are_of_the_documents_that_were_read() -> None:
    assert len(passages()) >= 20
    for passage in passages().values():
        read = sha256((CORPUS / passage["file"]).read_bytes()).hexdigest()
        assert read == passage["sha256"], passage["file"]


def test_figure_below_its_floor_is_told() -> None:
    poor = Tally(found=4, written=4, right=1, met=1, pairs=1, agreeing=1)
    floors = {"zh": {"precision": 0.9, "recall": 0.2}}
    assert below_floor("zh", poor, floors) == ["zh precision: 0.25 is below 0.90"]


@pytest.mark.parametrize(("may_lower", "kept"), [(False, 0.9), (True, 0.5)])
def test_floor_under_targets_goes_down_only_with_leave(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, may_lower: bool, kept: float
) -> None:
    monkeypatch.setattr("tests.accuracy.target_floors.FLOORS_FILE", tmp_path / "floors.toml")
    set_floors({"zh": Tally(10, 10, 9, 9, 9, 9)}, may_lower=False)
    set_floors({"zh": Tally(10, 10, 5, 5, 5, 5)}, may_lower=may_lower)
    assert load_floors()["zh"]["recall"] == kept
