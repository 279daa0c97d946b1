"""Answers: what a person says to a question, and the decisions it amounts to."""

from collections.abc import Iterator
from dataclasses import dataclass

from policydiff.decisions import Decision, passage_of
from policydiff.model import Document, Ruling
from policydiff.review.questions import Question


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person says to a question, with a note if there is one.

    ``choice`` is the position, among the question's choices, of the item that
    is accepted; the first if the link that is asked of is right.
    """

    ruling: Ruling
    choice: int = 0
    note: str = ""


def decisions_of(
    question: Question, answer: Answer, old: Document, new: Document
) -> tuple[Decision, ...]:
    """The decisions that an answer amounts to.

    To accept another choice than a linked one that is asked of is to reject that.
    """
    return tuple(
        Decision(
            type=question.type,
            ruling=ruling,
            old=passage_of(old, question.old),
            new=passage_of(new, item),
            note=answer.note,
        )
        for item, ruling in _rulings(question, answer)
    )


def _rulings(question: Question, answer: Answer) -> Iterator[tuple[int, Ruling]]:
    match answer.ruling:
        case Ruling.NOTED:
            yield question.choices[0].new, Ruling.NOTED
        case Ruling.REJECTED:
            yield from ((choice.new, Ruling.REJECTED) for choice in question.asked)
        case Ruling.ACCEPTED:
            chosen = question.choices[answer.choice]
            yield chosen.new, Ruling.ACCEPTED
            for choice in question.asked:
                if choice.is_linked and choice.new != chosen.new:
                    yield choice.new, Ruling.REJECTED
