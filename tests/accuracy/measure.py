"""Measures links and kinds against the hand-made truth.

A link counts as right if on both sides its span and a sure hand-made one share
at least half of the shorter. Hand-made links that are not sure neither reward
nor punish, nor do links that touch a heading. Kinds are judged sentence by
sentence: forward-looking or not, by the greater part of its characters.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from policydiff.model import Comparison, Kind, Link, LinkType, Span
from policydiff.pipeline import compare
from tests.accuracy.example import example_document, example_pairs
from tests.accuracy.pairs import Gold, GoldLink, GoldSide, document, gold_pairs, meets

_KINDS = {"C": Kind.COMMITMENT, "T": Kind.TARGET, "R": Kind.RESULT, "X": Kind.CONTEXT}
FORWARD = (Kind.COMMITMENT, Kind.TARGET)


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


def score_links(gold: Gold, links: Iterable[Link], link_type: LinkType) -> Score:
    """How well the links of one type meet the hand-made ones."""
    said = [link for link in links if link.type is link_type]
    judged = [is_right(gold, link) for link in said]
    sure = [true for true in gold["links"] if true["type"] == link_type and true["sure"]]
    right = [link for link, verdict in zip(said, judged, strict=True) if verdict]
    found = sum(any(hits(link, true) for link in right) for true in sure)
    return Score(len(right), len(judged) - judged.count(None), found, len(sure))


def is_right(gold: Gold, link: Link) -> bool | None:
    """Whether a sure hand-made link says the same; None where that is not sure or in a heading."""
    if _in_heading(gold["old"], link.old_span) or _in_heading(gold["new"], link.new_span):
        return None
    met = [true["sure"] for true in gold["links"] if hits(link, true)]
    return any(met) if any(met) or not met else None


def hits(link: Link, true: GoldLink) -> bool:
    """Whether a link and a hand-made one of its type join the same clauses."""
    is_of_type = link.type == true["type"]
    return is_of_type and meets(link.old_span, true["old"]) and meets(link.new_span, true["new"])


def _in_heading(side: GoldSide, span: Span) -> bool:
    return any(
        kind == "H" and span.overlap(Span(start, end)) for start, end, kind in side["sentences"]
    )


def score_kind(gold: Gold, comparison: Comparison, kinds: Collection[Kind]) -> Score:
    """How well sentences of these kinds are told from all others, headings aside."""
    right = given = true = 0
    letters = {letter for letter, kind in _KINDS.items() if kind in kinds}
    for side, compared in ((gold["old"], comparison.old), (gold["new"], comparison.new)):
        spans = [item.span for item in compared.items if item.kind in kinds]
        for start, end, letter in side["sentences"]:
            if letter == "H":
                continue
            covered = sum(span.overlap(Span(start, end)) for span in spans)
            is_said, is_true = 2 * covered >= end - start, letter in letters
            right, given, true = right + (is_said and is_true), given + is_said, true + is_true
    return Score(right, given, right, true)


def measure_pair(gold: Gold, comparison: Comparison) -> Measured:
    """The scores of one labelled pair."""
    return Measured(
        gold["pair"],
        score_links(gold, comparison.links, LinkType.CARRY),
        score_links(gold, comparison.links, LinkType.REPORT),
        score_kind(gold, comparison, FORWARD),
    )


def compared_examples() -> Iterator[tuple[Gold, Comparison]]:
    """The labelled pairs of the bundled example, compared."""
    for gold in example_pairs():
        old, new = (example_document(label) for label in gold["pair"].split("-"))
        yield gold, compare(old, new)


def compared_corpus() -> Iterator[tuple[Gold, Comparison]]:
    """The labelled pairs whose documents are at hand, compared."""
    for gold in gold_pairs():
        yield gold, compare(document(gold["old"]["file"]), document(gold["new"]["file"]))


def measure_examples() -> list[Measured]:
    """The scores on the bundled example."""
    return [measure_pair(*pair) for pair in compared_examples()]


def measure_corpus() -> list[Measured]:
    """The scores on the labelled pairs whose documents are at hand."""
    return [measure_pair(*pair) for pair in compared_corpus()]
