"""Hand-made links to learn from and to measure by, and the documents they speak of.

A gold file holds offsets into documents that lie in a corpus folder beside
the checkout; none of their text is in the project.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NotRequired, TypedDict

from policydiff.model import Document, Span
from policydiff.pipeline import read

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
CORPUS = SHARED / "corpus"
GOLD_FOLDERS = (SHARED / "gold", HERE / "gold")


class GoldSide(TypedDict):
    """One document of a pair: its file and the kind of each of its sentences."""

    file: str
    sha256: str
    sentences: list[tuple[int, int, str]]


class GoldLink(TypedDict):
    """A hand-made link; one that is not sure neither rewards nor punishes.

    How the commitment differs, or how it came out, stands in one word, or in
    the bundled example in all words that hold.
    """

    old: tuple[int, int]
    new: tuple[int, int]
    type: str
    sure: bool
    change: NotRequired[str]
    changes: NotRequired[list[str]]


class Gold(TypedDict):
    """A labelled pair."""

    pair: str
    old: GoldSide
    new: GoldSide
    links: list[GoldLink]


def gold_pairs() -> Iterator[Gold]:
    """The labelled pairs whose documents are at hand."""
    for folder in GOLD_FOLDERS:
        for path in sorted(folder.glob("*.json")):
            gold: Gold = json.loads(path.read_text(encoding="utf-8"))
            if all((CORPUS / side["file"]).exists() for side in (gold["old"], gold["new"])):
                yield gold


@cache
def document(file: str) -> Document:
    """A document of the corpus."""
    return read(CORPUS / file)


def meets(said: Span, gold: tuple[int, int]) -> bool:
    """Whether a span says what a gold span says: half the shorter one, and not much longer."""
    length = gold[1] - gold[0]
    shorter = min(said.length, length)
    shared = said.overlap(Span(*gold))
    return 2 * shared >= shorter > 0 and said.length <= 2.5 * length + 30
