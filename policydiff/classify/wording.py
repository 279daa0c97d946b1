"""Whether a commitment is put in other words, beyond what its other changes already say."""

import re

from policydiff.classify.degrees import DEGREE_WORDS
from policydiff.classify.words import word_runs
from policydiff.lexicon.changes import BOUND_WORDS
from policydiff.lexicon.lists import LIST_MARK
from policydiff.lexicon.units import QUANTITY
from policydiff.model import Change

_OF_DEGREE = frozenset({Change.PROGRESSED, Change.TIGHTENED, Change.LOOSENED})
_OF_BREADTH = frozenset({Change.BROADENED, Change.NARROWED})
_WORD = re.compile(r"\w")


def is_reworded(old: str, new: str, named: set[Change]) -> bool:
    """Whether words differ that are neither figures nor what a named change is about."""
    for run in word_runs(old, new):
        pieces = [old[run.old.start : run.old.end], new[run.new.start : run.new.end]]
        is_of_list = not all(pieces) and LIST_MARK.search("".join(pieces)) is not None
        if run.is_same or (is_of_list and named & _OF_BREADTH):
            continue
        if any(_WORD.search(_without_named(piece, named)) for piece in pieces):
            return True
    return False


def _without_named(piece: str, named: set[Change]) -> str:
    piece = BOUND_WORDS.sub("", QUANTITY.sub("", piece))
    return DEGREE_WORDS.sub("", piece) if named & _OF_DEGREE else piece
