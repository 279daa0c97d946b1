"""The options that several commands share."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from policydiff.model import Genre
from policydiff.overrides import Language

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


def _iso_date(given: str | None) -> str | None:
    try:
        return given and dt.date.fromisoformat(given).isoformat()
    except ValueError as error:
        raise typer.BadParameter(f'"{given}" is no date; write it as 2019-01-27') from error


LabelOption = Annotated[str | None, typer.Option(help="The label, for a single file.")]
TitleOption = Annotated[str | None, typer.Option(help="The title, for a single file.")]
IssuerOption = Annotated[str | None, typer.Option(help="Who issued the documents.")]
YearOption = Annotated[int | None, typer.Option(help="The year, for a single file.")]
DateOption = Annotated[str | None, typer.Option(help="The date as 2019-01-27.", callback=_iso_date)]
GenreOption = Annotated[Genre | None, typer.Option(help="What sort of document it is.")]
LanguageOption = Annotated[
    Language | None, typer.Option(help="Chinese, or a language written in letters.")
]
StartOption = Annotated[
    str | None, typer.Option(help="The words the body begins with, for a single file.")
]
EndOption = Annotated[
    str | None, typer.Option(help="The words the body ends with, for a single file.")
]
TextColumnOption = Annotated[
    str | None, typer.Option(help="The column of a table that holds the documents' texts.")
]
LabelColumnOption = Annotated[
    str | None, typer.Option(help="The column of a table that holds their labels.")
]
