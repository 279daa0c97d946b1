"""Phrases: a figure with the words that say what it measures and how it binds."""

import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from policydiff.lexicon.modifiers import (
    BASELINE,
    MODIFIER,
    STRENGTH,
    TAIL,
    WORD,
    Modifier,
    Move,
)
from policydiff.lexicon.phrases import (
    ACTION_START,
    CLAUSE_MARK,
    ENDING,
    LIST_MARK,
    OPENING,
    QUALIFIER,
    START_VALUE,
    VERB_END,
    VERB_START,
)
from policydiff.targets.figures import Figure, find_figures

_BASELINE = re.compile(BASELINE)

REACH = 500
"""Words further back belong to other figures, however long the sentence runs on."""

# A measure word that counts is followed by the noun it counts, be it a verb elsewhere.
COUNTED = frozenset({"things", "persons", "households"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A figure in its sentence.

    ``subject`` stands before the figure (城镇新增就业1100万人), ``object`` behind
    it with its ``verb`` before (新建30个公园). ``modifiers`` stand between subject
    and figure; ``left`` and ``right`` are all the text of its list member, and
    ``is_followed`` says that the right runs into another figure; ``lead`` is what
    its clause says before; ``clause`` is where that begins.
    """

    figure: Figure
    clause: int
    start: int
    end: int
    subject: str
    verb: str
    object: str
    modifiers: tuple[str, ...]
    baseline: str
    strength: str
    left: str
    right: str
    is_followed: bool
    lead: str

    @property
    def verb_words(self) -> str:
        """The verb without the modifiers that say nothing of what is done."""
        words = MODIFIER.findall(self.verb) if TAIL.fullmatch(self.verb) else [self.verb]
        moving = [
            word for word in words if word not in WORD or WORD[word].move not in (None, Move.LEVEL)
        ]
        return "".join(moving)

    @property
    def rows(self) -> tuple[Modifier, ...]:
        """The table rows of the modifiers."""
        return tuple(WORD[word] for word in self.modifiers)


class _Spot(NamedTuple):
    """A figure and the text that may belong to it: its clause, its left and right.

    ``is_joined`` says that no list mark parts it from the figure before.
    """

    figure: Figure
    clause: int
    left: int
    right: int
    is_joined: bool
    is_followed: bool


def read_phrases(sentence: str) -> list[Phrase]:
    """The phrases of a sentence in order; 从3万元提高到10万元 is one, of 10万元."""
    spots = _spots(sentence)
    phrases = []
    waiting: _Spot | None = None
    for spot, following in zip_longest(spots, spots[1:]):
        if following and _is_start_value(sentence, spot, following):
            waiting = spot
            continue
        phrases.append(_phrase(sentence, spot, waiting))
        waiting = None
    return phrases


def _spots(sentence: str) -> list[_Spot]:
    figures = find_figures(sentence)
    marks = [mark.start() for mark in CLAUSE_MARK.finditer(sentence)] if figures else []
    spots: list[_Spot] = []
    for figure, following in zip_longest(figures, figures[1:]):
        clause = max((mark + 1 for mark in marks if mark < figure.start), default=0)
        end = min((mark for mark in marks if mark >= figure.end), default=len(sentence))
        before = spots[-1].figure.end if spots else 0
        left, is_joined = _left(sentence, clause, before, figure.start)
        if is_joined and _is_described(sentence, spots[-1].figure, figure):
            left, is_joined = spots[-1].left, False
        stop = following.start if following and following.start < end else end
        right = _right(sentence, figure.end, stop, end)
        spots.append(_Spot(figure, clause, left, right, is_joined, right == stop < end))
    return spots


def _is_described(sentence: str, before: Figure, figure: Figure) -> bool:
    """收入10万元以上的村占50%: the first figure belongs to the words for the second."""
    between = sentence[before.end : figure.start]
    if between.startswith("的"):
        return True
    return before.bound in {"以上", "以下"} and not TAIL.fullmatch(between)


def _left(sentence: str, clause: int, before: int, start: int) -> tuple[int, bool]:
    """Where a figure's words begin, and whether they follow a figure without a list mark."""
    if before <= clause:
        return clause, False
    mark = LIST_MARK.search(sentence, before, start)
    return (mark.end(), False) if mark else (before, True)


def _right(sentence: str, start: int, stop: int, end: int) -> int:
    """Where the words behind a figure end: at the next list member, figure or clause."""
    mark = LIST_MARK.search(sentence, start, stop) if stop < end else None
    comma = sentence.find("、", start, stop)
    if mark:
        return mark.start()
    return comma if comma >= 0 else stop


def _is_start_value(sentence: str, spot: _Spot, following: _Spot) -> bool:
    """Whether a figure is only where a change starts from."""
    if not following.is_joined or not START_VALUE.search(sentence, spot.left, spot.figure.start):
        return False
    return bool(TAIL.search(sentence, spot.figure.end, following.figure.start))


def _phrase(sentence: str, spot: _Spot, waiting: _Spot | None) -> Phrase:
    left = sentence[spot.left : spot.figure.start]
    start = waiting.left if waiting else spot.left
    tail = TAIL.search(left)
    modifiers = tail.group() if tail else ""
    body = left.removesuffix(modifiers)
    if waiting:
        body = START_VALUE.sub("", sentence[waiting.left : waiting.figure.start]) + body
    start_of_action = _action_start(body)
    found = OPENING.match(body, start_of_action)
    opening = found.end() if found else start_of_action
    words = body[opening:]
    right = sentence[spot.figure.end : spot.right]
    subject, verb, noun = _roles(words, modifiers, right, spot.figure.family)
    baseline = _BASELINE.search(modifiers)
    nearby = max(spot.clause, spot.figure.start - REACH)
    strengths = STRENGTH.findall(sentence, nearby, spot.figure.start)
    return Phrase(
        figure=spot.figure,
        clause=spot.clause,
        start=start + (opening if words or waiting else 0),
        end=spot.right if noun else spot.figure.end,
        subject=subject,
        verb=verb,
        object=noun,
        modifiers=tuple(MODIFIER.findall(_BASELINE.sub("", modifiers))),
        baseline=baseline.group() if baseline else "",
        strength=strengths[-1] if strengths else "",
        left=left,
        right=right,
        is_followed=spot.is_followed,
        lead=body[:start_of_action].strip("、"),
    )


def _action_start(body: str) -> int:
    """Where the last action of a list begins; 新建、改造 are one action."""
    if body.endswith("、"):
        return len(body)
    starts = [
        mark.end()
        for mark in ACTION_START.finditer(body)
        if not VERB_END.search(body[: mark.start()])
    ]
    return starts[-1] if starts else 0


def _roles(words: str, modifiers: str, right: str, family: str) -> tuple[str, str, str]:
    """Subject, verb and object: what is measured stands before the figure or behind it."""
    noun = right.removeprefix("的").strip('“”"')
    if not noun or ENDING.fullmatch(right) or (family not in COUNTED and VERB_START.match(right)):
        return words, "", ""
    if family in COUNTED and not right.startswith("的") and _is_moved(modifiers):
        return "", modifiers, noun
    qualifier = QUALIFIER.search(words)
    shared = qualifier.group() if qualifier else ""
    verb = words.removesuffix(shared)
    if not verb:
        return "", modifiers, shared + noun
    if verb.endswith("等"):
        return "", "", verb.removesuffix("等") + shared + noun
    if VERB_END.search(verb) or verb.endswith("的"):
        return "", verb, shared + noun
    return words, "", ""


def _is_moved(modifiers: str) -> bool:
    """Whether what is done to the object stands right before the figure: 新增, 减少."""
    last = [*MODIFIER.findall(modifiers), ""][-1]
    return last in WORD and WORD[last].move in (Move.INCREASE, Move.DECREASE)
