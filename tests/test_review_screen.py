"""The review on a full screen, pressed by Textual's pilot."""

import asyncio
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from policydiff.ladder import Candidate, Ladder, Refusal
from policydiff.library import Library
from policydiff.model import Document, LinkType, Ruling, Side
from policydiff.review import Session, find_questions
from policydiff.reviewing import Keeper

pytest.importorskip("textual")

from textual.widgets import Static

from policydiff.cli.screen import ReviewScreen

Screen = Callable[..., "tuple[Session, str]"]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "policydiff.db")


@pytest.fixture
def screen(old_document: Document, new_document: Document, library: Library) -> Screen:
    """The session after some keys, and all that the screen shows then."""
    below = Refusal.BELOW_THRESHOLD
    candidates = (Candidate(4, 0.42, (), None), Candidate(5, 0.2, (), below))
    ladders = [
        Ladder(LinkType.CARRY, Side.OLD, 4, 0.4, candidates),
        Ladder(LinkType.CARRY, Side.OLD, 7, 0.4, (Candidate(6, 0.35, (), below),)),
    ]
    session = Session(
        old_document, new_document, find_questions(old_document, new_document, ladders)
    )

    def press(*keys: str) -> tuple[Session, str]:
        app = ReviewScreen(session, Keeper(library))
        return asyncio.run(_pressed(app, keys))

    return press


async def _pressed(app: ReviewScreen, keys: tuple[str, ...]) -> tuple[Session, str]:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        return app.session, shown(app)


def shown(app: ReviewScreen) -> str:
    """What stands in each pane, at a width at which nothing wraps."""
    console = Console(file=StringIO(), width=200, color_system=None)
    with console.capture() as capture:
        for each in app.query(Static):
            console.print(each.content)
    return capture.get()


def rulings(library: Library) -> list[tuple[str, Ruling, str]]:
    kept = [each.decision for each in library.decisions()]
    return [(each.new.text, each.ruling, each.note) for each in kept]


def test_screen_shows_the_old_clause_its_place_and_the_candidates(screen: Screen) -> None:
    _, text = screen()
    assert "1 of 2: linked, but the score is near the threshold" in text
    assert "[加快建设滨江隧道]" in text
    assert "（二）改善出行" in text
    assert "1  0.42 linked" in text
    assert "2  0.20" in text
    assert "[完善停车收费办法]" in text


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("a",), [("建成滨江隧道", Ruling.ACCEPTED, "")]),
        (("r",), [("建成滨江隧道", Ruling.REJECTED, "")]),
        (
            ("2",),
            [("完善停车收费办法", Ruling.ACCEPTED, ""), ("建成滨江隧道", Ruling.REJECTED, "")],
        ),
        (("s",), []),
        (("r", "b", "u"), []),
        (("r", "b", "a"), [("建成滨江隧道", Ruling.ACCEPTED, "")]),
        (("n", "o", "k", "enter", "a"), [("建成滨江隧道", Ruling.ACCEPTED, "ok")]),
        (("n", "o", "k", "escape", "a"), [("建成滨江隧道", Ruling.ACCEPTED, "")]),
        (("9",), []),
    ],
)
def test_keys_decide(
    screen: Screen, library: Library, keys: tuple[str, ...], expected: list[object]
) -> None:
    screen(*keys)
    assert sorted(rulings(library)) == sorted(expected)  # type: ignore[type-var]


def test_letters_typed_into_a_note_decide_nothing(screen: Screen, library: Library) -> None:
    screen("n", "a", "r", "q")
    assert rulings(library) == []


def test_screen_goes_on_to_the_next_question_and_to_the_end(screen: Screen) -> None:
    session, text = screen("a")
    assert session.position == 1
    assert "[修复白鹭湖湿地200亩]" in text
    _, text = screen("a", "s", "s")
    assert "All questions have been walked" in text


def test_screen_shows_what_was_answered(screen: Screen) -> None:
    _, text = screen("r", "b")
    assert "answered: rejected" in text


def test_quitting_returns_the_session(screen: Screen) -> None:
    session, _ = screen("a", "q")
    assert len(session.answers) == 1


def test_library_that_cannot_be_written_ends_the_screen(screen: Screen, library: Library) -> None:
    library.path.mkdir()
    session, _ = screen("a")
    assert session.answers == {}


def keys_of(app: ReviewScreen) -> set[str]:
    return {binding.key for _, binding, _, _ in app.active_bindings.values()}


def test_every_key_is_bound(
    old_document: Document, new_document: Document, library: Library
) -> None:
    app = ReviewScreen(Session(old_document, new_document, ()), Keeper(library))

    async def bound() -> set[str]:
        async with app.run_test():
            return keys_of(app)

    assert {"a", "r", *"123456789", "n", "s", "b", "u", "q"} <= asyncio.run(bound())
