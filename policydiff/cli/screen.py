"""The review on a full screen: the old clause on the left, the candidates on the right."""

from collections.abc import Iterator
from typing import ClassVar

from rich.console import Group
from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Footer, Input, Static

from policydiff.cli.prompts import choice_lines, in_sentence
from policydiff.errors import PolicydiffError
from policydiff.report.question import clause
from policydiff.review import KEYS, Session
from policydiff.reviewing import Keeper

_NUMBERS = "123456789"
_END = "All questions have been walked. b goes back, q quits."


def _bindings() -> Iterator[BindingType]:
    for key, meaning in KEYS.items():
        if key == "1-9":
            yield Binding("1", "press('1')", meaning, key_display=key)
            yield from (Binding(each, f"press('{each}')", show=False) for each in _NUMBERS[1:])
        elif key in ("n", "q"):
            yield Binding(key, meaning, meaning)
        else:
            yield Binding(key, f"press('{key}')", meaning)


class ReviewScreen(App[Session]):
    """Walks a session; what it returns is the session where the person quit."""

    TITLE = "policydiff review"
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = "#new"
    BINDINGS: ClassVar[list[BindingType]] = [*_bindings(), Binding("escape", "leave", show=False)]
    CSS = """
    #doubt { height: auto; padding: 0 1; text-style: bold; background: $panel; }
    #old { width: 2fr; padding: 0 1; }
    #new { width: 3fr; padding: 0 1; border-left: solid $panel; }
    #note { display: none; }
    """

    def __init__(self, session: Session, keeper: Keeper) -> None:
        super().__init__()
        self.session = session
        self.failure: PolicydiffError | None = None
        self._keeper = keeper

    def compose(self) -> ComposeResult:
        """The line that says why is asked, the two panes, the note and the keys."""
        yield Static(id="doubt")
        with Horizontal():
            with VerticalScroll(id="old"):
                yield Static(id="clause")
            with VerticalScroll(id="new"):
                yield Static(id="choices")
        yield Input(id="note", placeholder="note; Enter keeps it, Escape leaves it", disabled=True)
        yield Footer()

    def on_mount(self) -> None:
        """Shows the first question."""
        self._show()

    def action_press(self, key: str) -> None:
        """Answers, skips or goes back."""
        after = self.session.pressed(key)
        if after is not None:
            self._take(after)

    def action_note(self) -> None:
        """Asks for a note."""
        if self.session.question:
            field = self.query_one(Input)
            field.value = self.session.note
            field.display = True
            field.disabled = False
            field.focus()

    def action_leave(self) -> None:
        """Leaves the note as it was."""
        field = self.query_one(Input)
        field.display = False
        field.disabled = True
        self.query_one("#new").focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keeps the note that was typed."""
        self.action_leave()
        self._take(self.session.noted(event.value.strip()))

    async def action_quit(self) -> None:
        """Ends the session; what was decided is kept already."""
        self.exit(self.session)

    def _take(self, session: Session) -> None:
        try:
            self._keeper.keep(session)
        except PolicydiffError as error:
            self.failure = error
            self.exit(self.session)
            return
        self.session = session
        self._show()

    def _show(self) -> None:
        session, question = self.session, self.session.question
        if question is None:
            doubt, shown, choices = _END, Group(), Group()
        else:
            number = f"{session.position + 1} of {len(session.questions)}"
            note = f" (note: {session.note})" if session.note else ""
            doubt = f"{number}: {question.doubt}{note}"
            old = clause(session.old, question.old)
            shown = Group(Text(old.where, style="dim"), Text(), in_sentence(old))
            lines = (
                line
                for position, choice in enumerate(question.choices)
                for line in (*choice_lines(session, position, choice), Text())
            )
            choices = Group(*lines)
        for widget, content in (("#doubt", Text(doubt)), ("#clause", shown), ("#choices", choices)):
            self.query_one(widget, Static).update(content)


def review_on_screen(session: Session, keeper: Keeper) -> Session:
    """The session after the screen was left; an error that ended it is raised."""
    screen = ReviewScreen(session, keeper)
    screen.run()
    if screen.failure:
        raise screen.failure
    return screen.session
