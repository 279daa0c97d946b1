"""The options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_DATABASE = Path("policydiff.db")

DatabaseOption = Annotated[
    Path,
    typer.Option(
        "--db", envvar="POLICYDIFF_DB", help="The library's SQLite file.", show_envvar=True
    ),
]
SeriesOption = Annotated[
    str | None,
    typer.Option("--series", help="The series the documents belong to, such as 全国 or 重庆."),
]
