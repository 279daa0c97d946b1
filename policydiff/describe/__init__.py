"""Describing: what a document is, from its own words first and its file name second."""

from policydiff.describe.dates import find_date, find_year, iso_date, years_in
from policydiff.describe.issuer import find_issuer, short_name
from policydiff.describe.parts import Parts, read_parts
from policydiff.describe.titles import REPORTS, find_genre, find_title
from policydiff.lexicon.lines import is_chinese
from policydiff.lexicon.places import NATIONAL_ISSUER, NATIONAL_SERIES
from policydiff.lexicon.titles import PEOPLES_REPUBLIC, VERSION
from policydiff.model import CleanText, Description, Genre, Source

__all__ = ["describe"]


def describe(source: Source, clean_text: CleanText) -> Description:
    """The label, title, series, issuer, year, date, genre and language the text shows."""
    text = read_parts(source, clean_text)
    genre = find_genre(text)
    issuer = find_issuer(text, genre)
    date = find_date(text, genre)
    year = find_year(text, genre, date)
    title = find_title(text, genre, issuer, year)
    return Description(
        label=_label(text, genre, year, date),
        title=title,
        series=_series(text, genre, issuer, title),
        issuer=issuer,
        year=year,
        date=date,
        genre=genre,
        language="zh" if is_chinese(clean_text.text) else "en",
    )


def _label(text: Parts, genre: Genre, year: int | None, date: str) -> str:
    """A report's year; of other documents the date or year of the file name, else of the text."""
    if genre in REPORTS:
        return str(year) if year else text.stem
    named = iso_date(text.stem) or next(map(str, years_in(text.stem)), "")
    return named or date or (str(year) if year else text.stem)


def _series(text: Parts, genre: Genre, issuer: str, title: str) -> str:
    """What the versions of one document share: the issuer's short name, or the title's."""
    if genre in REPORTS:
        return NATIONAL_SERIES if issuer == NATIONAL_ISSUER else short_name(issuer)
    if title == text.stem and not is_chinese(title):
        return ""
    return VERSION.sub("", title).removeprefix(PEOPLES_REPUBLIC).strip()
