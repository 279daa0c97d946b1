"""Measures the targets found against targets written down by hand.

``python -m tests.accuracy.measure_targets`` prints a row for each passage. A file
of ``targets/`` holds the targets of one passage as offsets and figures, read before
the program's were seen; none of the documents' text is in the project. A target
found is right when a written one overlaps it with the same figure and unit. With
``--show`` every figure wrongly found or missed is quoted.
"""

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import isclose
from pathlib import Path
from typing import TypedDict

from policydiff.model import Span, Target
from tests.accuracy.pairs import CORPUS, document

FOLDER = Path(__file__).parent / "targets"
COUNT_WORD = "个"
"""The unit of a plain count, written or not."""


class GoldTarget(TypedDict):
    """A target written down by hand."""

    span: tuple[int, int]
    comparator: str
    value: float
    value_hi: float | None
    unit: str


class Passage(TypedDict):
    """A stretch of a document, all of whose targets were written down."""

    file: str
    sha256: str
    passage: tuple[int, int]
    targets: list[GoldTarget]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many targets were found, written down, right, and of one comparator.

    ``right`` counts those found, ``met`` those written down; ``pairs`` are the
    matches of one with the other, ``agreeing`` those with the same comparator.
    """

    found: int = 0
    written: int = 0
    right: int = 0
    met: int = 0
    pairs: int = 0
    agreeing: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.found + other.found,
            self.written + other.written,
            self.right + other.right,
            self.met + other.met,
            self.pairs + other.pairs,
            self.agreeing + other.agreeing,
        )

    @property
    def precision(self) -> float:
        """The share of targets found that are targets; 1 where none was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of targets written down that were found; 1 where there is none."""
        return self.met / self.written if self.written else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def comparator_agreement(self) -> float:
        """The share of matches with the same comparator."""
        return self.agreeing / self.pairs if self.pairs else 1.0


@cache
def passages() -> dict[str, Passage]:
    """The passages whose documents are at hand, by name."""
    read = {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(FOLDER.glob("*.json"))
    }
    return {name: gold for name, gold in read.items() if (CORPUS / gold["file"]).exists()}


def language(passage: Passage) -> str:
    """The language of a passage's document."""
    return document(passage["file"]).language


def tally(passage: Passage) -> Tally:
    """The figures of one passage."""
    found, written = _found(passage), passage["targets"]
    pairs = list(_pairs(passage))
    return Tally(
        found=len(found),
        written=len(written),
        right=len({id(target) for target, _ in pairs}),
        met=len({id(gold) for _, gold in pairs}),
        pairs=len(pairs),
        agreeing=sum(target.comparator == gold["comparator"] for target, gold in pairs),
    )


def tallies_by_language() -> dict[str, Tally]:
    """All figures of each language whose documents are at hand."""
    languages = sorted({language(passage) for passage in passages().values()})
    return {
        wanted: total(
            tally(passage) for passage in passages().values() if language(passage) == wanted
        )
        for wanted in languages
    }


def total(tallies: Iterable[Tally]) -> Tally:
    """All figures together."""
    return sum(tallies, Tally())


def _found(passage: Passage) -> list[Target]:
    whole = Span(*passage["passage"])
    return [target for target in document(passage["file"]).targets if target.span.overlap(whole)]


def _pairs(passage: Passage) -> Iterator[tuple[Target, GoldTarget]]:
    for target, gold in product(_found(passage), passage["targets"]):
        if target.span.overlap(Span(*gold["span"])) and _is_same(target, gold):
            yield target, gold


def _is_same(target: Target, gold: GoldTarget) -> bool:
    """The rule of the evaluation: same figure; units that are the same as far as both go."""
    units = sorted((target.unit or COUNT_WORD, gold["unit"] or COUNT_WORD), key=len)
    return (
        isclose(target.value, gold["value"], rel_tol=1e-6, abs_tol=1e-6)
        and (target.value_hi is None) == (gold["value_hi"] is None)
        and isclose(target.value_hi or 0, gold["value_hi"] or 0, rel_tol=1e-6, abs_tol=1e-6)
        and units[1].startswith(units[0])
    )


def _print_row(name: str, figures: Tally) -> None:
    print(
        f"{name:12} {figures.found:5} {figures.written:7} {figures.precision:9.3f}"
        f" {figures.recall:6.3f} {figures.f1:6.3f} {figures.comparator_agreement:10.3f}"
    )


def _print_faults(passage: Passage) -> None:
    text, pairs = document(passage["file"]).text, list(_pairs(passage))
    right, met = ({id(pair[side]) for pair in pairs} for side in (0, 1))
    for target in _found(passage):
        if id(target) not in right:
            print(f"    wrong   {_quote(text, target.span)} = {target.value:g} {target.unit}")
    for gold in passage["targets"]:
        if id(gold) not in met:
            print(f"    missed  {_quote(text, Span(*gold['span']))}")
    for target, gold in pairs:
        if target.comparator != gold["comparator"]:
            said = f"{target.comparator} for {gold['comparator']}"
            print(f"    {said}  {_quote(text, target.span)}")


def _quote(text: str, span: Span) -> str:
    before = text[max(0, span.start - 20) : span.start]
    return f"{before}[{text[span.start : span.end]}]{text[span.end : span.end + 15]}".replace(
        "\n", " "
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--show", action="store_true", help="quote what is wrong or missed")
    show = parser.parse_args().show
    print(f"{'':12} found written precision recall     F1 comparator")
    for name, passage in passages().items():
        _print_row(name, tally(passage))
        if show:
            _print_faults(passage)
    for name, figures in tallies_by_language().items():
        _print_row(name, figures)
    _print_row("all", total(tallies_by_language().values()))


if __name__ == "__main__":
    main()
