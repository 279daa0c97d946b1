"""The gate: commitments are followed over the example's four years as well as before."""

import json
from pathlib import Path

from tests.accuracy.measure_threads import example_tracking, measure_threads

LEAST = 0.9
ROOT = Path(__file__).parents[1]
SAMPLE = json.loads((ROOT / "tests/accuracy/thread_sample.json").read_text("utf-8"))


def test_example_is_followed_as_accurately_as_before() -> None:
    measured = measure_threads()
    assert measured.true > 700
    assert measured.precision >= LEAST
    assert measured.recall >= LEAST


def test_no_thread_joins_things_told_apart_by_a_mark() -> None:
    documents = example_tracking().lineup.documents
    phases = [
        {documents[place.document].items[place.item].plain for place in each.places}
        for each in example_tracking().commitments
    ]
    assert not any(
        any("数据中心一期" in plain for plain in thread)
        and any("数据中心二期" in plain for plain in thread)
        for thread in phases
    )


def test_sample_read_by_hand_is_whole() -> None:
    threads = SAMPLE["threads"]
    assert len({each["id"] for each in threads}) == 100
    assert all(len(each["items"]) > 1 for each in threads)


def test_readme_quotes_what_was_measured() -> None:
    readme = " ".join((ROOT / "README.md").read_text("utf-8").split())
    pure = sum(each["pure"] for each in SAMPLE["threads"])
    assert f"more than once, {pure} speak of the same thing" in readme
    assert f"a precision and a recall of at least {LEAST:.2f}" in readme
