"""``policydiff review``: the doubtful links of two documents, decided one by one."""

import os
import sys
from importlib.util import find_spec
from typing import Annotated

import typer

from policydiff.cli.console import output_console, talk_console, waiting
from policydiff.cli.options import DEFAULT_DATABASE, DatabaseOption, SeriesOption
from policydiff.cli.prompts import review_by_prompts
from policydiff.cli.sources import choose, known_decisions
from policydiff.errors import ItemError
from policydiff.library import Library
from policydiff.model import LinkType
from policydiff.pipeline import compare
from policydiff.review import Session
from policydiff.reviewing import Keeper, open_session, open_session_on


def review(
    old: Annotated[str, typer.Argument(help="The older document: a label, 全国/2019, or a file.")],
    new: Annotated[str, typer.Argument(help="The newer document: a label or a file.")],
    item: Annotated[
        str | None,
        typer.Option(help="Ask of this item only, doubtful or not: its id, or words of it."),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option("--with", help="Ask whether --item belongs to this item of the newer one."),
    ] = None,
    link_type: Annotated[
        LinkType, typer.Option("--type", help="Which links: carried on, or reported on.")
    ] = LinkType.CARRY,
    again: Annotated[
        bool, typer.Option("--again", help="Ask also what has been decided already.")
    ] = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="Ask line by line, not on a full screen.")
    ] = False,
    series: SeriesOption = None,
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Decide doubtful links one by one; what is decided wins over the scores from then on."""
    if against is not None and item is None:
        raise ItemError(f'--with "{against}" needs the older item; name it with --item')
    with Library(database) as library:
        with waiting("Comparing …"):
            sides = choose(old, library, series), choose(new, library, series)
            documents = sides[0].document, sides[1].document
            decisions = known_decisions(library)
            if item is None:
                session = open_session(*documents, decisions, link_type=link_type, again=again)
            else:
                session = open_session_on(*documents, item, decisions, against=against)
        keeper = Keeper(library)
        try:
            session = _walk(session, keeper, is_plain=plain)
        finally:
            if keeper.count and all(side.is_stored for side in sides):
                library.save_comparison(compare(*documents, known_decisions(library)))
    _tell(session, keeper, library)


def _walk(session: Session, keeper: Keeper, *, is_plain: bool) -> Session:
    if not session.questions:
        return session
    if is_plain or not _has_screen():
        return review_by_prompts(session, keeper, output_console())
    from policydiff.cli.screen import review_on_screen  # noqa: PLC0415  (it needs the extra tui)

    return review_on_screen(session, keeper)


def _has_screen() -> bool:
    """Whether there is a terminal that can be drawn on, and what to draw with."""
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    return is_terminal and os.environ.get("TERM") != "dumb" and find_spec("textual") is not None


def _tell(session: Session, keeper: Keeper, library: Library) -> None:
    total, answered = len(session.questions), len(session.answers)
    if not total:
        said = "nothing to review: no link is doubtful, or all such are decided (--again asks anew)"
    else:
        questions = "1 question" if total == 1 else f"{total} questions"
        decisions = "1 decision" if keeper.count == 1 else f"{keeper.count} decisions"
        said = f"answered {answered} of {questions}, {decisions} kept in {library.path}"
    talk_console().print(said, markup=False)
