"""Phrases that fill every report: on their own they join nothing.

``set_phrases.tsv`` holds the clauses that stand word for word, adverbs and
punctuation aside, in the reports of several issuers, and how many those are:
``make background`` counts them.
"""

import re
from functools import cache, lru_cache
from pathlib import Path

from policydiff.lexicon.actions import find_verb

SET_PHRASES_FILE = Path(__file__).with_name("set_phrases.tsv")

STOCK_PHRASE = re.compile(
    "高质量发展|稳中求进(?:的?工作总基调)?|以人民为中心(?:的发展思想)?|新发展理念|新发展格局|人民群众(?:的)?获得感、幸福感、安全感"
)

_NOT_LETTER = re.compile(r"[^\w一-鿿]+")
_PART = re.compile(r"[，、；;,]")


def bare_clause(plain: str) -> str:
    """A clause without the adverbs it opens with and without punctuation: what a phrase is.

    >>> bare_clause("进一步优化营商环境，")
    '优化营商环境'
    """
    start, _ = find_verb(plain) or (0, 0)
    return _NOT_LETTER.sub("", plain[start:])


@cache
def set_phrases() -> dict[str, int]:
    """The set phrases of Chinese reports, and the reports of how many issuers hold each."""
    rows = (line.split("\t") for line in SET_PHRASES_FILE.read_text(encoding="utf-8").splitlines())
    return {phrase: int(issuers) for phrase, issuers in rows}


@lru_cache(maxsize=65536)
def is_set_phrase(plain: str) -> bool:
    """Whether an item is nothing but a set phrase, or several.

    >>> is_set_phrase("坚定不移推动高质量发展"), is_set_phrase("推动藤编业高质量发展")
    (True, False)
    """
    if bare_clause(plain) in set_phrases():
        return True
    parts = [part for part in _PART.split(plain) if part.strip()]
    return bool(parts) and all(_is_phrase(part) for part in parts)


def _is_phrase(part: str) -> bool:
    """Whether it is a phrase of the table, or a verb and stock."""
    _, end = find_verb(part) or (0, 0)
    rest = part[end:]
    is_stock = bool(STOCK_PHRASE.search(rest)) and not _NOT_LETTER.sub(
        "", STOCK_PHRASE.sub("", rest)
    )
    return is_stock or bare_clause(part) in set_phrases()
