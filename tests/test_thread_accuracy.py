"""The gate: commitments are followed over the example's four years as well as before."""

from tests.accuracy.measure_threads import example_tracking, measure_threads

LEAST = 0.9


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
