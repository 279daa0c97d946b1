"""How far a command is that reads many files."""

import sys
from collections.abc import Iterator, Sequence

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
)

from policydiff.cli.console import following, talk_console, waiting
from policydiff.report.printable import printable


def each_with_progress(names: Sequence[str]) -> Iterator[str]:
    """The names in order; on a terminal's standard error, which one it is and how many are left."""
    if len(names) == 1:
        with waiting(f"Reading {names[0]} …"):
            yield names[0]
        return
    columns = (
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    console = talk_console(soft_wrap=False)
    with Progress(
        *columns, console=console, transient=True, disable=not sys.stderr.isatty()
    ) as progress:
        task = progress.add_task("", total=len(names))

        def say(what: str) -> None:
            progress.update(task, description=printable(what))

        for name in names:
            say(name)
            with following(say):
                yield name
            progress.advance(task)
