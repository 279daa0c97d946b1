"""Lists of figures: what their members share, subjects, verbs and bounds."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import takewhile

from policydiff.lexicon.phrases import (
    LIST_MARK,
    SHARED_HEAD,
    SHARED_VERB,
    VERB_START,
    WHOLE_NOUN,
)
from policydiff.targets.phrase import Phrase

_TOWN_AND_COUNTRY = "城乡"


def distributed(phrases: list[Phrase]) -> Iterator[Phrase]:
    """The phrases with 甲、乙分别增长8%、7%左右 made two, each with its subject."""
    place = 0
    while place < len(phrases):
        first = phrases[place]
        size = 1
        if "分别" in first.modifiers or first.subject.endswith("分别"):
            rest = phrases[place + 1 :]
            size += sum(1 for _ in takewhile(partial(_is_bare, first.clause), rest))
        if size > 1:
            yield from _shares(phrases[place : place + size])
        else:
            yield first
        place += size


def with_shared_verbs(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """改造3万户农房、5万户厕所; 新增企业8家、平台9个: the verb is for both.

    不低于60%、55%: so is what binds two bare figures.
    """
    before: Phrase | None = None
    for phrase in phrases:
        shared = phrase
        if before and before.clause == phrase.clause and not phrase.modifiers:
            shared = _with_verb_of(before, phrase)
            if _is_bare(before.clause, phrase) and phrase.figure.family == before.figure.family:
                shared = replace(shared, modifiers=before.modifiers)
        yield shared
        before = shared


def _with_verb_of(before: Phrase, phrase: Phrase) -> Phrase:
    if phrase.object and not phrase.verb:
        return replace(phrase, verb=before.verb)
    shared = SHARED_VERB.match(before.subject)
    if shared and phrase.subject and not VERB_START.match(phrase.subject):
        return replace(phrase, subject=shared.group() + phrase.subject)
    return phrase


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
    parts = [part for part in LIST_MARK.split(words) if part]
    if len(parts) != count:
        town, country = (words.replace(_TOWN_AND_COUNTRY, name) for name in ("城镇", "农村"))
        return [town, country] if count == 2 and town != words else [words] * count
    head = SHARED_HEAD.search(parts[-1])
    if not head:
        return parts
    return [part if WHOLE_NOUN.search(part) else part + head.group() for part in parts]
