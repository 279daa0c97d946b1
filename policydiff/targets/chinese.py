"""The targets of a Chinese sentence."""

import re
from collections.abc import Callable, Iterator

from policydiff.lexicon.modifiers import DEADLINE, THIS_PERIOD
from policydiff.lexicon.phrases import CLAUSE_MARK, OPENING
from policydiff.targets.aims import is_aim
from policydiff.targets.indicator import comparator_of, name_of, topic_of
from policydiff.targets.lists import distributed, with_shared_verbs
from policydiff.targets.phrase import REACH, Phrase, read_phrases
from policydiff.targets.reading import Reading


def read_chinese(
    sentence: str, opening: str = "", *, is_wanted: Callable[[Phrase], bool] = is_aim
) -> Iterator[Reading]:
    """The figures of a sentence that are aims, or else wanted, in order.

    ``opening`` is how its paragraph opens, where a deadline for all of it may stand.
    """
    topic, before = "", None
    for phrase in with_shared_verbs(distributed(read_phrases(sentence))):
        topic = _topic(sentence, phrase, topic, before)
        indicator = name_of(phrase, topic)
        if indicator and is_wanted(phrase):
            yield _reading(sentence, phrase, indicator, opening)
        topic, before = topic_of(phrase, topic), phrase


def _topic(sentence: str, phrase: Phrase, topic: str, before: Phrase | None) -> str:
    """What a figure without words of its own is about: the figure before, or the clause before."""
    clauses = CLAUSE_MARK.split(sentence[: max(0, phrase.clause - 1)])
    if before and before.clause >= phrase.clause - 1 - len(clauses[-1]):
        return topic
    opening = OPENING.match(clauses[-1])
    return clauses[-1][opening.end() if opening else 0 :]


def _reading(sentence: str, phrase: Phrase, indicator: str, opening: str) -> Reading:
    figure = phrase.figure
    return Reading(
        place=figure.start,
        start=phrase.start,
        end=phrase.end,
        indicator=indicator,
        comparator=comparator_of(phrase),
        value=figure.value,
        value_hi=figure.value_hi,
        unit=figure.unit,
        strength=phrase.strength,
        baseline=phrase.baseline,
        deadline=_deadline(_before(opening, sentence, figure.start)),
    )


def _before(opening: str, sentence: str, start: int) -> str:
    """What stands before a figure, no further back than a sentence reaches."""
    if start > REACH:
        return sentence[start - REACH : start]
    return opening + sentence[:start]


def _deadline(before: str) -> str:
    """The last time named before a figure, unless that is the document's own period."""
    named = [*DEADLINE.finditer(before), *THIS_PERIOD.finditer(before)]
    last = max(named, key=re.Match.end, default=None)
    return "" if last is None or THIS_PERIOD.fullmatch(last.group()) else last.group()
