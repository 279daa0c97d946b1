"""Prints every measure of accuracy: ``make accuracy``.

Links and kinds pair by pair, changes and outcomes class by class, and how far
a score is the chance of being right. The bundled example was not learned
from, the corpus was; what links give on pairs not learned from is measured by
``make heldout`` and shown from its file.
"""

from collections.abc import Iterable, Sequence

from policydiff.model import Comparison, Kind, LinkType
from tests.accuracy.calibration import bands
from tests.accuracy.heldout import calibration_lines, held_out_lines
from tests.accuracy.laws import measure_laws
from tests.accuracy.measure import (
    FORWARD,
    compared_corpus,
    compared_examples,
    is_right,
    measure_pair,
    score_kind,
)
from tests.accuracy.measure_changes import score_classes, told
from tests.accuracy.outlines import outline_lines
from tests.accuracy.pairs import Gold

Compared = Sequence[tuple[Gold, Comparison]]


def link_lines(title: str, pairs: Compared) -> Iterable[str]:
    """The links of both types, pair by pair."""
    yield f"{title:24} {'carry P R F1':16} report P R F1"
    for row in (measure_pair(*pair) for pair in pairs):
        yield f"{row.pair:24} {row.carry!s:16} {row.report}"


def kind_lines(title: str, pairs: Compared) -> Iterable[str]:
    """The kinds of sentences, pair by pair."""
    yield f"{title + ', kinds':24} {'forward P R F1':16} {'result P R F1':16} context P R F1"
    for gold, comparison in pairs:
        kinds = (FORWARD, (Kind.RESULT,), (Kind.CONTEXT,))
        scores = [score_kind(gold, comparison, each) for each in kinds]
        yield f"{gold['pair']:24} {scores[0]!s:16} {scores[1]!s:16} {scores[2]}"


def class_lines(title: str, pairs: Compared) -> Iterable[str]:
    """The changes of carried commitments and the outcomes of reported ones, class by class."""
    for link_type, what in ((LinkType.CARRY, "changes"), (LinkType.REPORT, "outcomes")):
        yield f"{f'{title}, {what}':24} {'P R F1':16} hand-made"
        answers = [each for gold, it in pairs for each in told(gold, it.links, link_type)]
        for name, score in score_classes(answers, link_type).items():
            yield f"{name:24} {score!s:16} {score.true:6}"


def score_lines(title: str, pairs: Compared) -> Iterable[str]:
    """How many links of each score are right."""
    for link_type in LinkType:
        judged = [
            (link.score, right)
            for gold, comparison in pairs
            for link in comparison.links
            if link.type is link_type and (right := is_right(gold, link)) is not None
        ]
        yield from calibration_lines(f"{title}, {link_type} links", bands(judged))


def law_lines() -> Iterable[str]:
    """The articles of laws, pair by pair."""
    yield f"{'articles P R F1':16} laws"
    for name, score in measure_laws().items():
        yield f"{score!s:16} {name}"


def main() -> None:
    """Prints the tables."""
    for title, pairs in (("example", [*compared_examples()]), ("corpus", [*compared_corpus()])):
        for lines in (link_lines, kind_lines, class_lines, score_lines):
            if pairs:
                print("\n".join([*lines(title, pairs), ""]))
    print("\n".join([*law_lines(), "", *outline_lines(), "", *held_out_lines()]))


if __name__ == "__main__":
    main()
