"""Vectors learned from links: what is linked comes near, what is not stays away."""

import numpy as np

from policydiff.align.meaning import DIMENSIONS, Vectors, alike, vectors_from, vectors_of
from tests.accuracy.kindred import Labelled, learn_kindred

OLD = ("修缮老桥", "种植柳树", "资助老人用餐")
NEW = ("加固危桥", "绿化河岸", "开办长者食堂", "修缮老屋")
LINKED = {(0, 0), (1, 1), (2, 2)}
OTHERS: dict[int, tuple[int, ...]] = {0: (3,), 1: (0,), 2: (1,)}


def random_vectors() -> Vectors:
    """A vector for every 汉字 of the texts, all of them unrelated."""
    letters = sorted({ord(letter) for text in OLD + NEW for letter in text})
    draw = np.random.default_rng(3)
    points = draw.integers(-100, 100, (len(letters), DIMENSIONS)).astype(np.int16)
    return Vectors(np.array(letters, dtype=np.uint32), points)


def likeness(vectors: Vectors) -> np.ndarray:
    sides = vectors_of(OLD, vectors), vectors_of(NEW, vectors)
    return alike(*sides, np.zeros((len(OLD), len(NEW)), dtype=np.float32))


def learned(unsure: frozenset[tuple[int, int]] = frozenset()) -> Vectors:
    example = Labelled(OLD, NEW, frozenset(LINKED) - unsure, unsure, OTHERS)
    return vectors_from(learn_kindred(random_vectors(), [example]))


def test_ends_of_a_link_become_the_nearest() -> None:
    start, end = likeness(random_vectors()), likeness(learned())
    assert start.argmax(axis=1).tolist() != [0, 1, 2]
    assert end.argmax(axis=1).tolist() == [0, 1, 2]


def test_what_shares_letters_without_a_link_is_pushed_away() -> None:
    start, end = likeness(random_vectors()), likeness(learned())
    assert end[0, 3] < start[0, 3]


def test_a_pair_that_is_not_sure_is_not_pushed_away_as_others_are() -> None:
    unsure = likeness(learned(frozenset({(1, 1)})))
    assert unsure[1, 1] > unsure[1, 0]


def test_learning_twice_gives_the_same() -> None:
    assert (learned().points == learned().points).all()
