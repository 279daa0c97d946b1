"""Measures links and kinds against the hand-made truth: ``make accuracy``.

A link counts as right if on both sides its span and a sure hand-made one share
at least half of the shorter. Hand-made links that are not sure neither reward
nor punish, nor do links that touch a heading. Kinds are judged sentence by
sentence: forward-looking or not, by the greater part of its characters.
"""

from collections.abc import Iterable
from typing import NamedTuple

from policydiff.model import Comparison, Document, Link, LinkType, Span
from policydiff.pipeline import compare
from tests.accuracy.example import example_document, example_pairs
from tests.accuracy.pairs import Gold, GoldSide, document, gold_pairs, meets


class Score(NamedTuple):
    """Right answers among those given, and among those there are."""

    right: int
    given: int
    found: int
    true: int

    @property
    def precision(self) -> float:
        """The share of given answers that are right, 0 to 1."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """The share of true answers that are found, 0 to 1."""
        return self.found / self.true if self.true else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        """Precision, recall and F1 to two places."""
        return f"{self.precision:.2f} {self.recall:.2f} {self.f1:.2f}"


class Measured(NamedTuple):
    """What one labelled pair gives."""

    pair: str
    carry: Score
    report: Score
    forward: Score


def score_links(gold: Gold, comparison: Comparison, link_type: LinkType) -> Score:
    """How well the links of one type meet the hand-made ones."""
    truth = [link for link in gold["links"] if link["type"] == link_type]
    said = [
        link
        for link in comparison.links
        if link.type is link_type
        and not _in_heading(gold["old"], link.old_span)
        and not _in_heading(gold["new"], link.new_span)
    ]
    right = given = 0
    for link in said:
        met = [true["sure"] for true in truth if _hits(link, true["old"], true["new"])]
        right += any(met)
        given += any(met) or not met
    sure = [true for true in truth if true["sure"]]
    found = sum(any(_hits(link, true["old"], true["new"]) for link in said) for true in sure)
    return Score(right, given, found, len(sure))


def _hits(link: Link, old: tuple[int, int], new: tuple[int, int]) -> bool:
    return meets(link.old_span, old) and meets(link.new_span, new)


def _in_heading(side: GoldSide, span: Span) -> bool:
    return any(
        kind == "H" and span.overlap(Span(start, end)) for start, end, kind in side["sentences"]
    )


def score_kinds(gold: Gold, old: Document, new: Document) -> Score:
    """How well forward-looking sentences are told from all others, headings aside."""
    right = given = true = 0
    for side, read_document in ((gold["old"], old), (gold["new"], new)):
        forward = [item.span for item in read_document.items if item.kind.is_forward]
        for start, end, kind in side["sentences"]:
            if kind == "H":
                continue
            covered = sum(span.overlap(Span(start, end)) for span in forward)
            is_said, is_true = 2 * covered >= end - start, kind in ("C", "T")
            right, given, true = right + (is_said and is_true), given + is_said, true + is_true
    return Score(right, given, right, true)


def measure_pair(gold: Gold, old: Document, new: Document) -> Measured:
    """The scores of one labelled pair."""
    comparison = compare(old, new)
    return Measured(
        gold["pair"],
        score_links(gold, comparison, LinkType.CARRY),
        score_links(gold, comparison, LinkType.REPORT),
        score_kinds(gold, old, new),
    )


def measure_examples() -> list[Measured]:
    """The scores on the bundled example."""
    return [
        measure_pair(gold, *(example_document(label) for label in gold["pair"].split("-")))
        for gold in example_pairs()
    ]


def measure_corpus() -> list[Measured]:
    """The scores on the labelled pairs whose documents are at hand."""
    return [
        measure_pair(gold, document(gold["old"]["file"]), document(gold["new"]["file"]))
        for gold in gold_pairs()
    ]


def _print(title: str, rows: Iterable[Measured]) -> None:
    print(f"{title:16} {'carry P R F1':16} {'report P R F1':16} forward P R F1")
    for row in rows:
        print(f"{row.pair:16} {row.carry!s:16} {row.report!s:16} {row.forward}")


def main() -> None:
    """Prints the scores of every labelled pair."""
    _print("example", measure_examples())
    _print("corpus", measure_corpus())


if __name__ == "__main__":
    main()
