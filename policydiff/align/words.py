"""Words: an item taken apart into adverbs, verb, object, names and figures."""

import re
from dataclasses import dataclass
from functools import lru_cache

from policydiff.align.grams import grams_of, without_stock
from policydiff.lexicon.actions import VERB_CLASS, find_verb
from policydiff.lexicon.distinctions import Marks, marks_in
from policydiff.lexicon.units import QUANTITY

_NOT_WORD = re.compile(r"[^\w一-鿿]+")
_NAME = re.compile(
    r"“([^”]{2,20})”|《([^》]{2,30})》|\b([A-Z][A-Za-z]*\d[\w-]*|[A-Z]{2,}|\d+[A-Z]+)\b"
)


@dataclass(frozen=True, slots=True)
class Words:
    """An item's parts.

    ``bare`` is its letters without adverbs and punctuation, ``verb`` the first
    verb and ``action`` its class, ``object`` what follows the verb, ``terms``
    its quoted and coded names, ``figures`` what it counts, figures left out, and
    ``marks`` what tells it from like-named things.
    """

    bare: str
    verb: str
    action: str
    object: str
    object_grams: frozenset[str]
    terms: frozenset[str]
    figures: frozenset[str]
    marks: Marks


@lru_cache(maxsize=16384)
def words_of(plain: str) -> Words:
    """The parts of an item's text."""
    start, end = find_verb(plain) or (0, 0)
    verb, rest = plain[start:end], plain[end:]
    return Words(
        bare=_NOT_WORD.sub("", without_stock(plain[start:])),
        verb=verb,
        action=VERB_CLASS.get(verb, ""),
        object=rest,
        object_grams=grams_of(QUANTITY.sub("，", rest)),
        terms=frozenset(next(filter(None, groups)) for groups in _NAME.findall(plain)),
        figures=frozenset(_counted(plain)),
        marks=marks_in(plain),
    )


def _counted(plain: str) -> list[str]:
    """The words just before each figure: what it measures."""
    return [
        plain[max(0, match.start() - 4) : match.start()]
        for match in QUANTITY.finditer(plain)
        if match.start() >= 2
    ]
