"""Vectors of items: what is alike in meaning, and that sums are exact."""

import numpy as np
import pytest

from policydiff.align.meaning import UNIT, Text, alike, grams_in, meanings_of, sums_of, vectors_of


def likeness(one: str, other: str) -> float:
    vectors = vectors_of([one]), vectors_of([other])
    return float(alike(*vectors, np.zeros((1, 1), dtype=np.float32))[0, 0])


@pytest.mark.parametrize(
    ("clause", "reworded", "other"),
    [
        ("扩大外商投资", "更好利用外资", "扩建污水管网"),
        ("帮助青年找到工作", "促进高校毕业生就业", "促进生猪生产"),
        ("稳定进出口", "做好外贸工作", "做好防汛工作"),
        ("清扫河道垃圾", "整治水环境", "整治电信诈骗"),
    ],
)
def test_other_words_for_the_same_are_nearer_than_the_same_verb_for_another_thing(
    clause: str, reworded: str, other: str
) -> None:
    assert likeness(clause, reworded) > likeness(clause, other)


def test_same_text_is_wholly_alike() -> None:
    assert likeness("修缮老桥", "修缮老桥") == pytest.approx(1, abs=0.01)


def test_vectors_are_whole_numbers_of_unit_length() -> None:
    vectors = vectors_of(["修缮老桥", "为独居老人送餐"])
    assert (vectors == np.round(vectors)).all()
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(UNIT, rel=0.01)


def test_text_without_known_letters_has_no_vector() -> None:
    assert not vectors_of(["plant trees", "", "2025"]).any()


def test_letters_stand_in_where_there_is_no_vector() -> None:
    dice = np.array([[0.0, 1.0]], dtype=np.float32)
    texts = [Text("plant trees", "trees")], [Text("build roads", "roads"), Text("plant", "")]
    found = meanings_of(*texts, dice).alike
    assert found[0, 0] < found[0, 1]


def test_grams_of_a_text_do_not_run_into_the_next() -> None:
    owners, keys = grams_in(["修桥", "铺路"])
    assert owners.tolist() == [0, 0, 0, 1, 1, 1]
    assert (ord("桥") << 16 | ord("铺")) not in keys.tolist()


def test_group_has_the_sum_of_its_items() -> None:
    items = vectors_of(["修缮老桥", "修缮老桥", "种树"])
    groups = sums_of(items, np.array([0, 0, 1]))
    assert groups.shape[0] == 2
    assert np.abs(groups[0] - items[0]).max() <= 1
