"""``policydiff decisions``: what people decided, listed, taken along and taken back."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from policydiff.cli.console import output_console, remark, talk_console, waiting
from policydiff.cli.options import DEFAULT_DATABASE, DatabaseOption, SeriesOption
from policydiff.cli.output import write_whole
from policydiff.decisions import Decision
from policydiff.errors import DecisionError, OutputError
from policydiff.library import Library
from policydiff.report.answer import answer_csv, answer_table
from policydiff.report.printable import printable
from policydiff.review import decisions_text, parse_decisions
from policydiff.reviewing import decide
from policydiff.store import Answer

MOST_BYTES = 50_000_000
"""A file larger than this is none of decisions."""

decisions = typer.Typer(
    help="List the decisions that people made, export, import or remove them.",
)

FileArgument = Annotated[Path, typer.Argument(help="A file of decisions, such as decisions.jsonl.")]


@decisions.callback(invoke_without_command=True)
def list_decisions(
    context: typer.Context,
    series: SeriesOption = None,
    as_csv: Annotated[
        bool, typer.Option("--csv", help="Print them as CSV for a spreadsheet.")
    ] = False,
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """List the decisions that people made, export, import or remove them."""
    if context.invoked_subcommand is not None:
        return
    with Library(database) as library:
        answer = library.ask("decisions", {"series": series})
    if as_csv:
        typer.echo(answer_csv(*answer), nl=False)
    else:
        output_console().print(answer_table(*answer))
    _warn(answer)


@decisions.command(name="export")
def export_decisions(file: FileArgument, database: DatabaseOption = DEFAULT_DATABASE) -> None:
    """Write all decisions to a text file, one a line, the same each time."""
    if not file.parent.is_dir():
        raise OutputError(f'there is no folder "{file.parent}" for "{file.name}"; make it first')
    with Library(database) as library:
        library.documents()
        found = [each.decision for each in library.decisions()]
    write_whole(file, decisions_text(found).encode())
    talk_console().print(f"wrote {_counted(found)} to {file}", markup=False)


@decisions.command(name="import")
def import_decisions(file: FileArgument, database: DatabaseOption = DEFAULT_DATABASE) -> None:
    """Take over the decisions of a file, all of them or none; they win over those here."""
    found = parse_decisions(_content(file), str(file))
    with Library(database) as library:
        here = {each.decision.decision_id: each.decision for each in library.decisions()}
        changed = [each for each in found if here.get(each.decision_id) != each]
        with waiting("Comparing again …"):
            decide(library, changed)
        states = {each.decision.decision_id: each.state for each in library.decisions()}
    same = len(found) - len(changed)
    talk_console().print(f"took over {_counted(changed)}, {same} were here already", markup=False)
    for decision in found:
        if states[decision.decision_id] != "applies":
            _remark_on(decision.decision_id, states[decision.decision_id], decision.old.text)


@decisions.command(name="remove")
def remove_decision(
    decision_id: Annotated[str, typer.Argument(help="The decision's id, or how it starts.")],
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Take a decision back, so that the scores decide again."""
    with Library(database) as library, waiting("Comparing again …"):
        found = library.find_decision(decision_id)
        decide(library, (), [found])
    said = f"removed {found.decision_id}: {found.ruling}, {printable(found.old.text)}"
    output_console().print(said, markup=False, soft_wrap=True)


def _content(file: Path) -> str:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise DecisionError(f'"{file}" is too large for decisions; name another file')
        return file.read_text("utf-8")
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise DecisionError(f'cannot read "{file}" ({reason}); name another file') from error
    except UnicodeDecodeError as error:
        raise DecisionError(
            f'"{file}" is not UTF-8 text; export it anew with: policydiff decisions export FILE'
        ) from error


def _warn(answer: Answer) -> None:
    """Says of each decision without effect why it has none."""
    place = {name: position for position, name in enumerate(answer.columns)}
    for row in answer.rows:
        if row[place["state"]] != "applies":
            _remark_on(*(str(row[place[name]]) for name in ("decision_id", "state", "old_text")))


def _remark_on(decision_id: str, state: str, text: str) -> None:
    remark(f"decision {decision_id} has no effect here ({state}): {printable(text)}")


def _counted(found: Sequence[Decision]) -> str:
    return "1 decision" if len(found) == 1 else f"{len(found)} decisions"
