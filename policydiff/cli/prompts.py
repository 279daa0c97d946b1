"""The review line by line: questions are printed, answers are typed."""

from collections.abc import Iterable, Iterator

import typer
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from policydiff.report.question import Clause, clause, signs
from policydiff.review import KEYS, Choice, Question, Session
from policydiff.reviewing import Keeper

_INDENT = 7


def review_by_prompts(session: Session, keeper: Keeper, console: Console) -> Session:
    """The session after the last question, or where the person quit."""
    while session.question:
        _print_all(console, question_lines(session, session.question))
        after = _asked(session, console)
        if after is None:
            break
        session = after
        keeper.keep(session)
    return session


def _asked(session: Session, console: Console) -> Session | None:
    """The session after one answer; None to quit."""
    while True:
        try:
            key = typer.prompt("answer", prompt_suffix="> ", default="", show_default=False)
            if key.strip() == "n":
                return session.noted(typer.prompt("note", default="", show_default=False).strip())
        except typer.Abort:
            return None
        if key.strip() == "q":
            return None
        after = session.pressed(key.strip())
        if after is not None:
            return after
        _print_all(console, [Text(f'no answer is called "{key.strip()}"; there are: {_keys()}')])


def question_lines(session: Session, question: Question) -> Iterator[RenderableType]:
    """What asks a question, line by line."""
    number = f"{session.position + 1} of {len(session.questions)}"
    yield Text()
    yield Text(f"Question {number}: {question.doubt}", style="bold")
    old = clause(session.old, question.old)
    yield Text.assemble("  old  ", (old.where, "dim"))
    yield _indented(in_sentence(old))
    for position, choice in enumerate(question.choices):
        yield from choice_lines(session, position, choice)
    if not question.choices:
        yield Text("  no item of the newer document is near")
    yield from _state_lines(session)
    yield Text(f"  {_keys()}", style="dim")


def choice_lines(session: Session, position: int, choice: Choice) -> Iterator[RenderableType]:
    """A candidate: its number, score and place, its sentence, its signs."""
    new = clause(session.new, choice.new)
    about = ", ".join(_about(session, position, choice))
    yield Text.assemble(
        f"  {position + 1}  ",
        (f"{choice.score:.2f} ", "bold" if choice.is_asked else ""),
        (f"{about} " if about else "", "green"),
        (new.where, "dim"),
    )
    yield _indented(in_sentence(new))
    if choice.signs:
        yield _indented(Text(signs(choice.signs), style="dim"))


def in_sentence(shown: Clause) -> Text:
    """A clause, set off from the rest of its sentence."""
    return Text.assemble(
        (shown.before, "dim"), ("[", "bold"), (shown.words, "bold"), ("]", "bold"),
        (shown.after, "dim"),
    )  # fmt: skip


def _indented(text: Text) -> Padding:
    return Padding(text, (0, 0, 0, _INDENT))


def _about(session: Session, position: int, choice: Choice) -> Iterator[str]:
    if choice.is_linked:
        yield "linked"
    if session.given and position == session.given.choice:
        yield f"answered: {session.given.ruling}"
    elif choice.decided:
        yield f"decided: {choice.decided.ruling}"


def _state_lines(session: Session) -> Iterator[Text]:
    if session.note:
        yield Text(f"  note: {session.note}", style="italic")


def _keys() -> str:
    return ", ".join(f"{key} {meaning}" for key, meaning in KEYS.items())


def _print_all(console: Console, lines: Iterable[RenderableType]) -> None:
    for line in lines:
        console.print(line, soft_wrap=False)
