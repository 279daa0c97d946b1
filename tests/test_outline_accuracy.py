"""How well the headings of real documents are found, against those listed by hand."""

import pytest

from tests.accuracy.outlines import OutlineScore, measure_outlines, outline_lines, together
from tests.accuracy.pairs import CORPUS

FLOOR = 0.98

needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not at hand")


@needs_corpus
def test_headings_of_two_levels_are_found_and_little_else() -> None:
    score = together(list(measure_outlines()))
    assert score.precision >= FLOOR
    assert score.recall >= FLOOR


@needs_corpus
def test_outlines_with_faults_and_all_together_are_printed() -> None:
    assert [line.split()[0] for line in outline_lines()][-1] == "55"


def test_documents_together_count_every_heading() -> None:
    scores = [OutlineScore("a", 3, 4, 3), OutlineScore("b", 1, 1, 5)]
    assert together(scores) == OutlineScore("2 documents", 4, 5, 8)
