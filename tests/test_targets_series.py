"""The figures the national reports set themselves, year by year, checked by hand."""

from functools import cache
from pathlib import Path

import pytest

from policydiff.library import targets_over_years
from policydiff.model import Document, Target
from policydiff.overrides import Overrides
from policydiff.pipeline import read
from policydiff.series import IndicatorSeries, Standing
from policydiff.store import Library

REPORTS = Path(__file__).parents[2] / "shared" / "corpus" / "zh_national"

pytestmark = pytest.mark.skipif(not REPORTS.is_dir(), reason="the reports are not at hand")

GROWTH = {
    2010: "~ 8",
    2011: "~ 8",
    2012: "= 7.5",
    2013: "~ 7.5",
    2014: "~ 7.5",
    2015: "~ 7",
    2016: "range 6.5 7",
    2017: "~ 6.5",
    2018: "~ 6.5",
    2019: "range 6 6.5",
    2021: ">= 6",
    2022: "~ 5.5",
    2023: "~ 5",
    2024: "~ 5",
    2025: "~ 5",
}
PRICES = {
    2010: "~ 3",
    2011: "~ 4",
    2012: "~ 4",
    2013: "~ 3.5",
    2014: "~ 3.5",
    2015: "~ 3",
    2016: "~ 3",
    2017: "~ 3",
    2018: "~ 3",
    2019: "~ 3",
    2021: "~ 3",
    2022: "~ 3",
    2023: "~ 3",
    2024: "~ 3",
    2025: "~ 2",
}
NEW_JOBS = {
    2010: ">= 900",
    2011: ">= 900",
    2012: ">= 900",
    2013: ">= 900",
    2014: ">= 1000",
    2015: ">= 1000",
    2016: ">= 1000",
    2017: ">= 1100",
    2018: ">= 1100",
    2019: ">= 1100",
    2021: ">= 1100",
    2022: ">= 1100",
    2023: "~ 1200",
    2024: ">= 1200",
    2025: ">= 1200",
}
UNEMPLOYMENT = {
    2018: "<= 5.5",
    2019: "~ 5.5",
    2021: "~ 5.5",
    2022: "<= 5.5",
    2023: "~ 5.5",
    2024: "~ 5.5",
    2025: "~ 5.5",
}
DEFICIT_RATIO = {
    2011: "~ 2",
    2012: "~ 1.5",
    2013: "~ 2",
    2014: "= 2.1",
    2015: "= 2.3",
    2016: "= 3",
    2017: "= 3",
    2018: "= 2.6",
    2019: "= 2.8",
    2021: "~ 3.2",
    2022: "~ 2.8",
    2023: "= 3",
    2024: "= 3",
    2025: "~ 4",
}
SERIES = {
    "国内生产总值增速": GROWTH,
    "居民消费价格涨幅": PRICES,
    "城镇新增就业": NEW_JOBS,
    "城镇调查失业率": UNEMPLOYMENT,
    "赤字率": DEFICIT_RATIO,
}
ROWS = [
    (indicator, year, figure)
    for indicator, years in SERIES.items()
    for year, figure in years.items()
]


REPORTED = {
    "国内生产总值增速": {
        2010: "10.3 exceeded",
        2011: "9.2 exceeded",
        2012: "7.8 exceeded",
        2013: "7.7 met",
        2014: "7.4 met",
        2015: "6.9 met",
        2016: "6.7 met",
        2017: "6.9 met",
        2018: "6.6 met",
        2021: "8.1 exceeded",
        2022: "3 missed",
        2023: "5.2 met",
        2024: "5 met",
    },
    "居民消费价格涨幅": {
        2010: "3.3 met",
        2012: "2.6 met",
        2013: "2.6 met",
        2014: "2 met",
        2016: "2 met",
        2018: "2.1 met",
        2021: "0.9 met",
        2022: "2 met",
        2023: "0.2 met",
        2024: "0.2 met",
    },
    "城镇新增就业": {
        2010: "1168 exceeded",
        2011: "1221 exceeded",
        2012: "1266 exceeded",
        2013: "1310 exceeded",
        2014: "1322 exceeded",
        2015: "1312 exceeded",
        2016: "1314 exceeded",
        2017: "1351 exceeded",
        2018: "1361 exceeded",
        2021: "1269 exceeded",
        2022: "1206 exceeded",
        2023: "1244 met",
        2024: "1256 exceeded",
    },
    "城镇调查失业率": {
        2018: "5 met",
        2021: "5.1 met",
        2022: "5.5 met",
        2023: "5.2 met",
        2024: "5.1 met",
    },
    "赤字率": {2022: "2.8 met"},
}
"""What the next year's report says, and how that meets the target; the other years' do not say."""


@cache
def report(year: int) -> Document:
    return read(REPORTS / f"{year}.txt")


def in_short(target: Target) -> str:
    ends = [target.value] if target.value_hi is None else [target.value, target.value_hi]
    return " ".join([target.comparator.value, *(f"{end:g}" for end in ends)])


def figures(year: int, indicator: str) -> list[str]:
    return [
        in_short(target)
        for target in report(year).targets
        if target.indicator == indicator and not target.deadline
    ]


@pytest.mark.parametrize(("indicator", "year", "figure"), ROWS)
def test_yearly_figure_is_found(indicator: str, year: int, figure: str) -> None:
    assert figure in figures(year, indicator)


@pytest.fixture(scope="module")
def over_the_years(tmp_path_factory: pytest.TempPathFactory) -> dict[str, IndicatorSeries]:
    """The series of a library that holds the reports of 2010 to 2025, by indicator."""
    with Library(tmp_path_factory.mktemp("library") / "policydiff.db") as library:
        for year in GROWTH:
            library.add(read(REPORTS / f"{year}.txt", Overrides(series="全国")))
        found = targets_over_years(library, series="全国")
    return {series.indicator: series for series in found}


@pytest.mark.parametrize("indicator", ["国内生产总值增速", "居民消费价格涨幅", "城镇新增就业"])
def test_only_the_year_without_a_report_is_a_gap(
    over_the_years: dict[str, IndicatorSeries], indicator: str
) -> None:
    series = over_the_years[indicator]
    without = {point.year: point.standing for point in series.points if point.target is None}
    assert without == {2020: Standing.NO_REPORT}


@pytest.mark.parametrize("indicator", SERIES)
def test_series_holds_every_target(
    over_the_years: dict[str, IndicatorSeries], indicator: str
) -> None:
    found = {
        point.year: in_short(point.target)
        for point in over_the_years[indicator].points
        if point.target
    }
    assert found == SERIES[indicator]


@pytest.mark.parametrize("indicator", REPORTED)
def test_series_holds_what_the_next_report_says(
    over_the_years: dict[str, IndicatorSeries], indicator: str
) -> None:
    found = {
        point.year: f"{point.reported.result.value:g} {point.reported.verdict}"
        for point in over_the_years[indicator].points
        if point.reported
    }
    assert found == REPORTED[indicator]
