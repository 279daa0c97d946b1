"""Phrases: a figure with the words that say what it measures and how it binds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile, zip_longest
from typing import NamedTuple

from policydiff.lexicon.actions import VERB_CLASS
from policydiff.lexicon.modifiers import (
    ACTION_START,
    BASELINE,
    ENDING,
    MODIFIER,
    OPENING,
    QUALIFIER,
    SHARED_HEAD,
    STRENGTH,
    TAIL,
    WORD,
    Modifier,
    Move,
)
from policydiff.targets.figures import Figure, find_figures

CLAUSE_MARK = re.compile("[，。；：！？,;:\n]")
_LIST_MARK = re.compile("以及|同时|[、和及与并或]")
_START_VALUE = re.compile("(从|由|现行|原来?|目前的?)(?=[^、]{0,10}$)")
_BASELINE = re.compile(BASELINE)
_VERBS = "|".join(sorted((verb for verb in VERB_CLASS if len(verb) > 1), key=len, reverse=True))
VERB_END = re.compile(f"(?:{_VERBS}|用于|拿出|新开|扩建|[建修办种植引设派招育送])$")
VERB_START = re.compile(f"(?:{_VERBS}|用于|用来|应享)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A figure in its sentence.

    ``subject`` stands before the figure (城镇新增就业1100万人), ``object`` behind
    it with its ``verb`` before (新建30个公园). ``modifiers`` stand between subject
    and figure; ``left`` and ``right`` are all the text of its list member, and
    ``is_followed`` says that the right runs into another figure; ``clause`` is
    where its clause begins.
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


def read_phrases(sentence: str) -> tuple[Phrase, ...]:
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
    return tuple(_distributed(phrases))


def _spots(sentence: str) -> list[_Spot]:
    figures = find_figures(sentence)
    marks = [mark.start() for mark in CLAUSE_MARK.finditer(sentence)] if figures else []
    spots: list[_Spot] = []
    for figure, following in zip_longest(figures, figures[1:]):
        clause = max((mark + 1 for mark in marks if mark < figure.start), default=0)
        end = min((mark for mark in marks if mark >= figure.end), default=len(sentence))
        before = spots[-1].figure.end if spots else 0
        left, is_joined = _left(sentence, clause, before, figure.start)
        stop = following.start if following and following.start < end else end
        right = _right(sentence, figure.end, stop, end)
        spots.append(_Spot(figure, clause, left, right, is_joined, right == stop < end))
    return spots


def _left(sentence: str, clause: int, before: int, start: int) -> tuple[int, bool]:
    """Where a figure's words begin, and whether they follow a figure without a list mark."""
    if before <= clause:
        return clause, False
    mark = _LIST_MARK.search(sentence, before, start)
    return (mark.end(), False) if mark else (before, True)


def _right(sentence: str, start: int, stop: int, end: int) -> int:
    """Where the words behind a figure end: at the next list member, figure or clause."""
    mark = _LIST_MARK.search(sentence, start, stop) if stop < end else None
    comma = sentence.find("、", start, stop)
    if mark:
        return mark.start()
    return comma if comma >= 0 else stop


def _is_start_value(sentence: str, spot: _Spot, following: _Spot) -> bool:
    """Whether a figure is only where a change starts from."""
    if not following.is_joined or not _START_VALUE.search(sentence, spot.left, spot.figure.start):
        return False
    return bool(TAIL.search(sentence, spot.figure.end, following.figure.start))


def _phrase(sentence: str, spot: _Spot, waiting: _Spot | None) -> Phrase:
    left = sentence[spot.left : spot.figure.start]
    start = waiting.left if waiting else spot.left
    tail = TAIL.search(left)
    modifiers = tail.group() if tail else ""
    body = left.removesuffix(modifiers)
    if waiting:
        body = _START_VALUE.sub("", sentence[waiting.left : waiting.figure.start]) + body
    opening = _opening(body)
    words = body[opening:]
    right = sentence[spot.figure.end : spot.right]
    subject, verb, noun = _roles(words, modifiers, right)
    baseline = _BASELINE.search(modifiers)
    strengths = STRENGTH.findall(sentence, spot.clause, spot.figure.start)
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
    )


def _opening(body: str) -> int:
    """How much of the words before a figure is not yet about it."""
    starts = [mark.end() for mark in ACTION_START.finditer(body)]
    start = starts[-1] if starts else 0
    opening = OPENING.match(body, start)
    return opening.end() if opening else start


def _roles(words: str, modifiers: str, right: str) -> tuple[str, str, str]:
    """Subject, verb and object: what is measured stands before the figure or behind it."""
    noun = right.removeprefix("的").strip('“”"')
    if not noun or ENDING.fullmatch(right) or VERB_START.match(right):
        return words, "", ""
    qualifier = QUALIFIER.search(words)
    shared = qualifier.group() if qualifier else ""
    verb = words.removesuffix(shared)
    if not verb:
        return "", modifiers, shared + noun
    if VERB_END.search(verb) or verb.endswith("的"):
        return "", verb, shared + noun
    return words, "", ""


def _distributed(phrases: list[Phrase]) -> Iterator[Phrase]:
    """The phrases with 甲、乙分别增长8%、7%左右 made two, each with its subject."""
    place = 0
    while place < len(phrases):
        first, rest = phrases[place], phrases[place + 1 :]
        size = 1
        if "分别" in first.modifiers or first.subject.endswith("分别"):
            size += sum(1 for _ in takewhile(partial(_is_bare, first.clause), rest))
        if size > 1:
            yield from _shares(phrases[place : place + size])
        else:
            yield first
        place += size


def _is_bare(clause: int, phrase: Phrase) -> bool:
    """Whether a figure of that clause has no words of its own."""
    return phrase.clause == clause and not (phrase.subject or phrase.verb or phrase.modifiers)


def _shares(group: list[Phrase]) -> Iterator[Phrase]:
    """One phrase for each figure of a respectively-list; the last one's bound is for all."""
    first, last = group[0], group[-1]
    subjects = _subjects(first.subject.removesuffix("分别"), len(group))
    for subject, phrase in zip(subjects, group, strict=True):
        figure = phrase.figure
        if not figure.bound:
            figure = replace(figure, bound=last.figure.bound)
        yield replace(first, figure=figure, subject=subject, end=last.end, right=phrase.right)


def _subjects(words: str, count: int) -> list[str]:
    parts = [part for part in _LIST_MARK.split(words) if part]
    if len(parts) != count:
        return [words] * count
    head = SHARED_HEAD.search(parts[-1])
    if not head:
        return parts
    return [part if SHARED_HEAD.search(part) else part + head.group() for part in parts]
