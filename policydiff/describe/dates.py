"""When: the date of a document and the year it stands for."""

from collections.abc import Iterator

from policydiff.describe.parts import HEADING_LIMIT, Parts
from policydiff.describe.titles import REPORTS, title_lines
from policydiff.lexicon.headings import ordinal_value
from policydiff.lexicon.lines import has_ended
from policydiff.lexicon.titles import (
    COMPACT_DATE,
    DATE,
    ENACTED,
    ENGLISH_DATE,
    FILE_YEAR,
    HAN_DIGITS,
    MONTHS,
    OCCASION,
    PLAN_YEAR,
    REVIEW_YEAR,
)
from policydiff.model import Genre


def find_date(text: Parts, genre: Genre) -> str:
    """The ISO date of the occasion or of the latest enactment, else of the header or file name."""
    if genre is Genre.LAW:
        dates = [iso_date(line) for line in text.head if ENACTED.search(line)]
        found = max((date for date in dates if date), default="")
    else:
        found = _dated_line(text)
    signs = (found, *text.head[:4], text.header.get("date", ""), text.stem)
    return next(
        (date for sign in signs if len(sign) <= HEADING_LIMIT and (date := iso_date(sign))), ""
    )


def find_year(text: Parts, genre: Genre, date: str) -> int | None:
    """The year a report was given in, or the year of a document's date."""
    stem = years_in(text.stem)
    if genre in REPORTS:
        dated, shown = years_in(_dated_line(text)), [*_heading_years(text), *_title_years(text)]
    else:
        dated, shown = years_in(date), _title_years(text)
    agreed = [year for year in stem if year in shown]
    return next(iter((*dated, *agreed, *shown, *years_in(date), *stem)), None)


def years_in(sign: str) -> list[int]:
    """The years a text names in Arabic digits."""
    return [int(year) for year in FILE_YEAR.findall(sign)]


def _dated_line(text: Parts) -> str:
    """The ISO date of the occasion, or of a line that holds nothing but a date and a name."""
    dated = [line for line in text.titles if len(line) <= HEADING_LIMIT and DATE.search(line)]
    occasions = [line for line in dated if OCCASION.search(line)]
    bare = [line for line in dated if "，" not in line and "。" not in line]
    return next((iso_date(line) for line in (*occasions, *reversed(bare))), "")


def _heading_years(text: Parts) -> Iterator[int]:
    """The years that headings plan for, then those after the years they review."""
    headings = [line for line in text.headings if not has_ended(line)]
    for line in headings:
        for match in PLAN_YEAR.finditer(line):
            if not REVIEW_YEAR.match(line, match.start()):
                yield int(match["year"].translate(HAN_DIGITS))
    for line in headings:
        for match in REVIEW_YEAR.finditer(line):
            yield int(match["year"].translate(HAN_DIGITS)) + 1


def _title_years(text: Parts) -> list[int]:
    return years_in(" ".join(title_lines(text)).translate(HAN_DIGITS))


def iso_date(line: str) -> str:
    """The last date in a line, as ISO; empty if there is none."""
    dates = [*DATE.finditer(line)]
    if dates:
        year = dates[-1]["year"].translate(HAN_DIGITS)
        month, day = (ordinal_value(dates[-1][part]) or 0 for part in ("month", "day"))
        return f"{year}-{month:02}-{day:02}"
    if compact := COMPACT_DATE.search(line):
        return "-".join(compact.groups())
    if english := ENGLISH_DATE.search(line):
        month = MONTHS.index(english["month"]) + 1
        return f"{english['year']}-{month:02}-{int(english['day']):02}"
    return ""
