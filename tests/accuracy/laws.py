"""Measures article pairs against those of three pairs of laws: ``make accuracy``.

The links were matched by a program and corrected by hand. Where reading both
articles shows them wrong they stand in ``DISPUTED``, and a pair that is in
dispute is neither right nor wrong.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from policydiff.articles import articles_of
from policydiff.lexicon.headings import ordinal_value
from policydiff.model import Comparison, Document
from policydiff.pipeline import compare, read
from tests.accuracy.measure import Score
from tests.accuracy.pairs import CORPUS

FOLDER = CORPUS / "zh_law_alignment_gold"

NumberPair = tuple[int, int]

DISPUTED: dict[str, frozenset[NumberPair]] = {
    "治安管理处罚法_2012VS2025": frozenset({(6, 2), (77, 90), (49, 59)}),
}
"""Pairs the labels lack although the texts agree.

Article 6 stands in article 2 all but word for word, and article 77 opens
article 90; the labels call both deleted. Article 49 was split into 58 and 59;
the labels have only 58.
"""


class LawGold(NamedTuple):
    """A labelled pair of laws: its name, its files, and the numbers of its linked articles."""

    name: str
    old: Path
    new: Path
    links: frozenset[NumberPair]

    @property
    def disputed(self) -> frozenset[NumberPair]:
        """The pairs that count neither way."""
        return next(
            (pairs for name, pairs in DISPUTED.items() if self.name.endswith(name)), frozenset()
        )


def law_pairs() -> Iterator[LawGold]:
    """The labelled pairs of laws whose documents are at hand."""
    for table in sorted((FOLDER / "derived").glob("*.tsv")):
        texts = sorted((FOLDER / table.stem).glob("*.txt"))
        (new,) = [path for path in texts if path.stem.endswith("2025")]
        (old,) = [path for path in texts if path != new]
        with table.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t"))
        links = {
            (int(row["old_article"]), int(row["new_article"]))
            for row in rows
            if row["category"] in ("identical", "modified")
        }
        yield LawGold(table.stem, old, new, frozenset(links))


def score_articles(gold: LawGold, comparison: Comparison) -> Score:
    """How well the paired articles meet the labelled ones."""
    said = set(_number_pairs(comparison)) - gold.disputed
    true = gold.links - gold.disputed
    right = len(said & true)
    return Score(right, len(said), right, len(true))


def _number_pairs(comparison: Comparison) -> Iterator[NumberPair]:
    old, new = _numbers(comparison.old), _numbers(comparison.new)
    for pair in comparison.section_pairs:
        if pair.old in old and pair.new in new:
            yield old[pair.old], new[pair.new]


def _numbers(document: Document) -> dict[int | None, int]:
    """The number of each article by its section."""
    numbers = (
        (article.section, ordinal_value(article.number.strip("第 条")))
        for article in articles_of(document)
    )
    return {section: number for section, number in numbers if number is not None}


def measure_laws() -> dict[str, Score]:
    """The scores of the labelled pairs of laws."""
    return {
        gold.name: score_articles(gold, compare(read(gold.old), read(gold.new)))
        for gold in law_pairs()
    }


def main() -> None:
    """Prints the scores of every labelled pair of laws."""
    print("articles P R F1")
    for name, score in measure_laws().items():
        print(f"{score!s:16} {name}")


if __name__ == "__main__":
    main()
