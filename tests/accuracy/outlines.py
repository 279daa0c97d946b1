"""Outlines measured against headings listed by hand: where each stands, and its level.

``outlines.toml`` lists, for documents drawn over the corpus, where the headings
of levels 1 and 2 start: what bears an ordinal or a mark, or stands on a line of
its own without a closing stop. Points of a text (一是, 第一, ——, （1）, (a)) count
neither way, as lists and headings differ in nothing there but the reader's eye;
a table of contents is left out with its title.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from policydiff.clean import clean
from policydiff.outline import outline
from policydiff.read import read_source
from tests.accuracy.pairs import CORPUS

LISTED = Path(__file__).with_name("outlines.toml")

LEVELS = (1, 2)

_POINT = re.compile(
    r"[—―─-]{2}|[一二三四五六七八九十]{1,3}[是要]|第[一二三四五六七八九十]+[，、：]|[（(](?:\d|[a-z][）)])|[①-⑳]"
)


class Place(NamedTuple):
    """Where a heading starts, and how deep it stands."""

    start: int
    level: int


class OutlineScore(NamedTuple):
    """The headings of a document found at their level, those found in all, those listed."""

    name: str
    right: int
    found: int
    listed: int

    @property
    def precision(self) -> float:
        """The share of the headings found that are listed."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of the headings listed that are found."""
        return self.right / self.listed if self.listed else 1.0


def measure_outlines() -> Iterator[OutlineScore]:
    """The score of each document that is at hand."""
    for name, levels in tomllib.loads(LISTED.read_text(encoding="utf-8")).items():
        path = CORPUS / name
        if path.exists():
            listed = {
                Place(start, int(level)) for level, starts in levels.items() for start in starts
            }
            found = found_headings(path)
            yield OutlineScore(name, len(listed & found), len(found), len(listed))


def found_headings(path: Path) -> set[Place]:
    """The headings of levels 1 and 2 that reading finds, points left out."""
    source = read_source(path)
    return {
        Place(section.heading_span.start, section.level)
        for section in outline(clean(source))
        if section.heading_span.length
        and section.level in LEVELS
        and not _POINT.match(source.text, section.heading_span.start)
    }


def together(scores: list[OutlineScore]) -> OutlineScore:
    """All documents as one."""
    counts = [(score.right, score.found, score.listed) for score in scores]
    right, found, listed = map(sum, zip(*counts, strict=True))
    return OutlineScore(f"{len(scores)} documents", right, found, listed)


def outline_lines() -> Iterator[str]:
    """A line for each document whose outline has faults, and one for all."""
    scores = list(measure_outlines())
    yield f"{'outlines':44} {'P':5} {'R':5} listed"
    for score in [*(each for each in scores if each.right < max(each[2:])), *_all(scores)]:
        yield f"{score.name:44} {score.precision:.3f} {score.recall:.3f} {score.listed:6}"


def _all(scores: list[OutlineScore]) -> Iterator[OutlineScore]:
    if scores:
        yield together(scores)
