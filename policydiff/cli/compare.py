"""``policydiff compare``: two documents, one report or several."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from policydiff.cli.console import output_console, remark, show_report, talk_console, waiting
from policydiff.cli.options import DEFAULT_DATABASE, DatabaseOption, SeriesOption
from policydiff.cli.output import Format, check_outputs, write_report
from policydiff.comparison import Comparison
from policydiff.model import Change, Direction
from policydiff.pipeline import compare as compare_documents
from policydiff.pipeline import is_file, read
from policydiff.provisions import SAME_WORDS
from policydiff.report.terminal import comparison_renderable
from policydiff.report.view import Part, View

SCREEN_LIMIT = 15
"""Entries a list shows on a terminal when the user does not say how many."""


def compare(
    old: Annotated[str, typer.Argument(help="The older document: a label, 全国/2019, or a file.")],
    new: Annotated[str, typer.Argument(help="The newer document: a label or a file.")],
    outputs: Annotated[
        list[Path] | None,
        typer.Option("--output", "-o", help="Write a report; .md, .json or .txt says which."),
    ] = None,
    output_format: Annotated[
        Format | None, typer.Option("--format", help="What to print on standard output.")
    ] = None,
    only: Annotated[Part | None, typer.Option(help="Show one list only.")] = None,
    section: Annotated[
        str | None, typer.Option(help="Show only sections whose heading contains this.")
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            min=0, help="Show at most this many entries a list, 0 for all; on a terminal 15."
        ),
    ] = None,
    series: SeriesOption = None,
    database: DatabaseOption = DEFAULT_DATABASE,
    pager: Annotated[bool, typer.Option(help="Page a report that does not fit the screen.")] = True,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 if anything changed.")
    ] = False,
) -> None:
    """Say what was added, dropped or carried forward between two documents."""
    view = View(only, section, limit)
    check_outputs(outputs or (), [Path(old), Path(new)])
    with waiting("Comparing …"):
        comparison = _compared(old, new, database, series)
    for path in outputs or ():
        write_report(comparison, path, view)
        talk_console().print(f"wrote {path}", markup=False)
    if output_format is not None or not outputs:
        _print(comparison, output_format or Format.TERMINAL, view, paged=pager)
    if outputs or output_format not in (None, Format.TERMINAL):
        for notice in comparison.notices:
            remark(notice.message)
    if exit_code and _has_changed(comparison):
        raise typer.Exit(1)


def _compared(old: str, new: str, database: Path, series: str | None) -> Comparison:
    """The comparison; files where no library is need not wait until one could be opened."""
    if is_file(old) and is_file(new) and not database.exists():
        return compare_documents(read(old), read(new))
    from policydiff.cli.comparing import compare_with_library  # noqa: PLC0415  (as said above)

    return compare_with_library(old, new, database, series)


def _print(comparison: Comparison, output_format: Format, view: View, *, paged: bool) -> None:
    match output_format:
        case Format.TERMINAL:
            show_report(comparison_renderable(comparison, _on_screen(view)), paged=paged)
        case Format.MARKDOWN:
            typer.echo(comparison.to_markdown(view), nl=False)
        case Format.JSON:
            typer.echo(comparison.to_json(), nl=False)


def _on_screen(view: View) -> View:
    """The view, its lists cut to a length a terminal can show unless the user said which."""
    if view.limit is None and view.only is None and output_console().is_terminal:
        return replace(view, limit=SCREEN_LIMIT)
    return view


def _has_changed(comparison: Comparison) -> bool:
    return (
        bool(comparison.dropped or comparison.added)
        or any(link.changes != (Change.VERBATIM,) for link in comparison.carried)
        or any(direction is not Direction.SAME for _, _, direction in comparison.targets)
        or any(not SAME_WORDS.issuperset(article.changes) for article in comparison.articles)
        or bool(comparison.not_comparable)
    )
