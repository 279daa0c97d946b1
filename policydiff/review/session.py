"""A session: questions in a row, and the answers so far."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from policydiff.decisions import Decision
from policydiff.model import Document, Ruling
from policydiff.review.answers import Answer, decisions_of
from policydiff.review.questions import Question

KEYS = {
    "a": "accept",
    "r": "reject",
    "1-9": "choose",
    "n": "note",
    "s": "skip",
    "b": "back",
    "u": "undo",
    "q": "quit",
}
"""What each key does, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Session:
    """Where a person stands in the questions on two documents.

    ``position`` is that of the question to be answered, and their number when
    all have been walked; ``answers`` are by the positions of their questions.
    """

    old: Document
    new: Document
    questions: tuple[Question, ...]
    position: int = 0
    answers: Mapping[int, Answer] = field(default_factory=dict)

    @property
    def question(self) -> Question | None:
        """The question to be answered; None after the last."""
        return None if self.is_finished else self.questions[self.position]

    @property
    def is_finished(self) -> bool:
        """Whether all questions have been walked."""
        return self.position >= len(self.questions)

    @property
    def given(self) -> Answer | None:
        """The answer that the present question has already."""
        return self.answers.get(self.position)

    def answered(self, ruling: Ruling, choice: int = 0) -> "Session":
        """The session with an answer to the present question, at the next one.

        A note that was made of the question goes with the answer.
        """
        if self.is_finished:
            return self
        answer = Answer(ruling, choice, self.note)
        answers = {**self.answers, self.position: answer}
        return replace(self, answers=answers, position=self.position + 1)

    def noted(self, note: str) -> "Session":
        """The session with a note on the present question, which stays to be answered."""
        given = self.given or Answer(Ruling.NOTED)
        if self.is_finished or (given.ruling is Ruling.NOTED and not note):
            return self.taken_back()
        return replace(self, answers={**self.answers, self.position: replace(given, note=note)})

    @property
    def note(self) -> str:
        """The note on the present question, made now or before."""
        if self.given:
            return self.given.note
        asked = self.question.asked if self.question else ()
        return next((each.decided.note for each in asked if each.decided), "")

    def skipped(self) -> "Session":
        """The session at the next question; an answer that was there stays."""
        return self if self.is_finished else replace(self, position=self.position + 1)

    def back(self) -> "Session":
        """The session at the question before."""
        return replace(self, position=max(0, self.position - 1))

    def taken_back(self) -> "Session":
        """The session without an answer to the present question."""
        answers = {each: given for each, given in self.answers.items() if each != self.position}
        return replace(self, answers=answers)

    def pressed(self, key: str) -> "Session | None":
        """The session after a key of ``KEYS`` or the number of a choice; None for any other.

        The keys that need the screen, to note and to quit, are not known here.
        """
        if key.isdecimal() and self.question and 1 <= int(key) <= len(self.question.choices):
            return self.answered(Ruling.ACCEPTED, int(key) - 1)
        steps: dict[str, Callable[[], Session]] = {
            "a": lambda: self.answered(Ruling.ACCEPTED),
            "r": lambda: self.answered(Ruling.REJECTED),
            "s": self.skipped,
            "b": self.back,
            "u": self.taken_back,
        }
        return steps[key]() if key in steps else None

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What all answers amount to; of two on the same items the later one holds."""
        found: dict[str, Decision] = {}
        for position, answer in self.answers.items():
            for decision in decisions_of(self.questions[position], answer, self.old, self.new):
                found[decision.decision_id] = decision
        return tuple(found.values())
