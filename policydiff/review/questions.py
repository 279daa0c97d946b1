"""Questions: the old items of which the machine is not sure, each with its candidates."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from policydiff.decisions import letters
from policydiff.ladder import Candidate, Ladder
from policydiff.lexicon.stock import is_set_phrase
from policydiff.model import Decided, Document, LinkType, Ruling

NEAR = 0.12
"""A score so near to the threshold may fall on the wrong side of it."""

ARTICLE_THRESHOLD = 0.5
"""What stands for a threshold where articles decide."""

TELLING_SCORE = 0.85
"""A link with a set phrase is believed from here on, however little its words say."""

LEAST_SCORE = 0.03
"""What scores less is no choice, unless people made it one."""

MOST_CHOICES = 6
MOST_SIGNS = 4


class Doubt(StrEnum):
    """Why a question is asked, in the order in which they are."""

    ASKED = "asked for"
    UNCERTAIN = "linked, but the score is near the threshold"
    NEAR_CANDIDATE = "dropped, but a candidate is near the threshold"
    SET_PHRASE = "linked, but a set phrase may belong to many"


@dataclass(frozen=True, slots=True)
class Choice:
    """An item of the new document that may belong to the old one.

    ``signs`` are what speaks most for it, with the points it gives; ``is_asked``
    says that the question is of this one: whoever rejects, rejects it.
    """

    new: int
    score: float
    signs: tuple[tuple[str, float], ...] = ()
    is_linked: bool = False
    is_asked: bool = False
    decided: Decided | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """An old item, why it is doubtful, and its candidates, those in question first."""

    type: LinkType
    old: int
    doubt: Doubt
    choices: tuple[Choice, ...]
    distance: float = 0.0

    @property
    def asked(self) -> tuple[Choice, ...]:
        """The choices the question is of."""
        return tuple(choice for choice in self.choices if choice.is_asked)


def find_questions(
    old: Document, new: Document, ladders: Iterable[Ladder], *, again: bool = False
) -> tuple[Question, ...]:
    """All questions, the most doubtful first; ``ladders`` are those of the old items, settled.

    What people have decided is not asked, unless ``again``.
    """
    found = [
        question
        for ladder in ladders
        for question in _questions(old, new, ladder)
        if again or any(not _is_settled(choice) for choice in question.asked)
    ]
    return tuple(sorted(found, key=_most_doubtful_first))


def ask_of(ladder: Ladder, against: int | None = None) -> tuple[Question, ...]:
    """The questions of one old item, doubtful or not, one for each of its links.

    ``against`` is the new item to be asked of instead.
    """
    asked: list[tuple[Candidate, ...]] = [(each,) for each in ladder.linked]
    if not asked:
        asked = [ladder.candidates[:1]]
    if against is not None:
        asked = [(each,) for each in ladder.candidates if each.item == against]
    return tuple(_question(ladder, Doubt.ASKED, each) for each in asked if each)


def _questions(old: Document, new: Document, ladder: Ladder) -> Iterator[Question]:
    threshold = _threshold(ladder)
    plain = old.items[ladder.item].plain
    for candidate in ladder.linked:
        is_same = letters(plain) == letters(new.items[candidate.item].plain)
        if candidate.score < threshold + NEAR:
            yield _question(ladder, Doubt.UNCERTAIN, (candidate,))
        elif candidate.score < TELLING_SCORE and is_set_phrase(plain) and not is_same:
            yield _question(ladder, Doubt.SET_PHRASE, (candidate,))
    near = tuple(each for each in ladder.candidates if each.score >= threshold - NEAR)
    if near and not ladder.linked:
        yield _question(ladder, Doubt.NEAR_CANDIDATE, near[:MOST_CHOICES])


def _question(ladder: Ladder, doubt: Doubt, asked: Sequence[Candidate]) -> Question:
    others = [
        each
        for each in ladder.candidates
        if each not in asked and (each.score >= LEAST_SCORE or each.decided)
    ]
    shown = [*asked, *others][:MOST_CHOICES]
    choices = tuple(_choice(candidate, is_asked=candidate in asked) for candidate in shown)
    distance = abs(asked[0].score - _threshold(ladder))
    return Question(ladder.type, ladder.item, doubt, choices, distance)


def _choice(candidate: Candidate, *, is_asked: bool) -> Choice:
    return Choice(
        new=candidate.item,
        score=candidate.score,
        signs=_signs(candidate),
        is_linked=candidate.refusal is None,
        is_asked=is_asked,
        decided=candidate.decided,
    )


def _signs(candidate: Candidate) -> tuple[tuple[str, float], ...]:
    """The signs of the first look that give points, or cost them, the weightiest first."""
    if not candidate.looks:
        return ((candidate.reason, 0.0),) if candidate.reason else ()
    points = [(sign.name, round(sign.points, 2)) for sign in candidate.looks[0].signs]
    weighty = sorted(points, key=lambda each: (-abs(each[1]), each[0]))
    return tuple(each for each in weighty[:MOST_SIGNS] if each[1])


def _threshold(ladder: Ladder) -> float:
    return ARTICLE_THRESHOLD if ladder.threshold is None else ladder.threshold


def _is_settled(choice: Choice) -> bool:
    return choice.decided is not None and choice.decided.ruling is not Ruling.NOTED


def _most_doubtful_first(question: Question) -> tuple[int, float, int, int]:
    doubts = list(Doubt)
    return doubts.index(question.doubt), question.distance, question.old, question.choices[0].new
