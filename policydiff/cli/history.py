"""``policydiff history`` and ``report``: the life of a commitment, and of a whole series."""

import re
from collections.abc import Iterable
from io import StringIO
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console, RenderableType

from policydiff.cli.console import PIPED_WIDTH, show_report, talk_console, waiting
from policydiff.cli.options import DEFAULT_DATABASE, DatabaseOption, SeriesOption
from policydiff.cli.output import check_outputs, write_whole
from policydiff.cli.track import LimitOption, wanted_series
from policydiff.commitments import Commitment, Tracking
from policydiff.errors import LabelError
from policydiff.follow import track_series
from policydiff.library import Library
from policydiff.life import life_of
from policydiff.report.blocks import Block
from policydiff.report.commitment_blocks import life_blocks, select, strip_blocks
from policydiff.report.series_report import series_report_blocks, series_report_markdown
from policydiff.report.terminal import blocks_renderable

LIVES = 3
"""Lives told in full when words are found in more commitments."""

REPORTED = 40
"""Commitments a list of a written report holds when the user does not say how many."""

_ID = re.compile("[0-9a-f]{4,10}")
_FORMATS = (".md", ".markdown", ".txt")


def history(
    words: Annotated[str, typer.Argument(help="Words of a commitment, or its id.")],
    between: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="OLD NEW", help="Say since when the words differ between two documents."
        ),
    ] = None,
    series: SeriesOption = None,
    limit: Annotated[
        int, typer.Option(min=0, help="Tell at most so many lives in full, 0 for all.")
    ] = LIVES,
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Tell a commitment's life, one line a year."""
    blocks: list[Block] = []
    with Library(database) as library:
        for name in [series] if series is not None else wanted_series(library):
            with waiting(f"Tracking {name} …"):
                tracking = track_series(library, name)
            found = _found(library, tracking, words)
            if len(found) > 1:
                title = f"{name}, commitments with {words}"
                blocks += strip_blocks(title, tracking.lineup, found, None)
            for commitment in found[: limit or None]:
                blocks += life_blocks(life_of(tracking, commitment, between))
    if not blocks:
        raise LabelError(
            f'no commitment holds "{words}"; look for it with: policydiff search {words}'
        )
    show_report(blocks_renderable(blocks), paged=True)


def _found(library: Library, tracking: Tracking, words: str) -> list[Commitment]:
    """The commitments that are meant, those that stood longest first."""
    if _ID.fullmatch(words):
        named = [each for each in tracking.commitments if each.commitment_id.startswith(words)]
        if named:
            return named
    answer = library.ask("find_items", {"words": words, "series": tracking.lineup.series})
    position = answer.columns.index("commitment_id")
    ids = [str(row[position]) for row in answer.rows if row[position] is not None]
    return sorted(select(tracking, ids), key=lambda each: -each.promised_years)


def report(
    series: SeriesOption = None,
    outputs: Annotated[
        list[Path] | None,
        typer.Option("--output", "-o", help="Write a file; .md or .txt says which."),
    ] = None,
    limit: LimitOption = REPORTED,
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Report on a whole series: what endures, what is new, what went, what was never reported."""
    check_outputs(outputs or (), (), _FORMATS)
    with Library(database) as library, waiting("Tracking …"):
        names = [series] if series is not None else wanted_series(library)
        trackings = [track_series(library, name) for name in names]
    for path in outputs or ():
        write_whole(path, _written(path, trackings, limit).encode())
        talk_console().print(f"wrote {path}", markup=False)
    if not outputs:
        show_report(_renderable(trackings, limit), paged=True)


def _renderable(trackings: Iterable[Tracking], limit: int) -> RenderableType:
    return blocks_renderable(
        block for tracking in trackings for block in series_report_blocks(tracking, limit)
    )


def _written(path: Path, trackings: Iterable[Tracking], limit: int) -> str:
    if path.suffix.lower() != ".txt":
        return "\n".join(series_report_markdown(tracking, limit) for tracking in trackings)
    console = Console(file=StringIO(), width=PIPED_WIDTH, color_system=None, highlight=False)
    with console.capture() as capture:
        console.print(_renderable(trackings, limit))
    return capture.get()
