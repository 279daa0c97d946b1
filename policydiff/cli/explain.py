"""``policydiff explain``: why an item is linked to this one, and to no other."""

from typing import Annotated

import typer

from policydiff.cli.console import show_report, waiting
from policydiff.cli.options import DEFAULT_DATABASE, DatabaseOption, SeriesOption
from policydiff.cli.output import Format
from policydiff.cli.sources import choose, known_decisions
from policydiff.explanation import RUNNERS_UP
from policydiff.pipeline import explain as explain_item
from policydiff.report.ladder_blocks import ladder_blocks
from policydiff.report.terminal import blocks_renderable
from policydiff.store import Library


def explain(
    old: Annotated[str, typer.Argument(help="The older document: a label, 全国/2019, or a file.")],
    new: Annotated[str, typer.Argument(help="The newer document: a label or a file.")],
    item: Annotated[
        str, typer.Argument(help="An item: its id, such as old:i17, or words that it holds.")
    ],
    against: Annotated[
        str | None,
        typer.Option(
            "--with", help="Hold it against this item of the other document, candidate or not."
        ),
    ] = None,
    output_format: Annotated[
        Format, typer.Option("--format", help="What to print on standard output.")
    ] = Format.TERMINAL,
    limit: Annotated[
        int, typer.Option(min=0, help="Show at most so many refused candidates, 0 for all.")
    ] = RUNNERS_UP,
    series: SeriesOption = None,
    database: DatabaseOption = DEFAULT_DATABASE,
    pager: Annotated[bool, typer.Option(help="Page a report that does not fit the screen.")] = True,
) -> None:
    """Say why an item is linked to this one, and to no other."""
    with Library(database) as library, waiting("Comparing …"):
        sides = choose(old, library, series), choose(new, library, series)
        explanation = explain_item(
            sides[0].document,
            sides[1].document,
            item,
            against=against,
            decisions=known_decisions(library),
        )
    match output_format:
        case Format.TERMINAL:
            show_report(blocks_renderable(ladder_blocks(explanation, limit)), paged=pager)
        case Format.MARKDOWN:
            typer.echo(explanation.to_markdown(limit), nl=False)
        case Format.JSON:
            typer.echo(explanation.to_json(), nl=False)
