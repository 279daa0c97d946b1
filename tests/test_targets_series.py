"""The figures the national reports set themselves, year by year, checked by hand."""

from functools import cache
from pathlib import Path

import pytest

from policydiff.model import Document
from policydiff.pipeline import read

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


@cache
def report(year: int) -> Document:
    return read(REPORTS / f"{year}.txt")


def figures(year: int, indicator: str) -> list[str]:
    return [
        " ".join(
            format(part, "g") if isinstance(part, float) else part
            for part in (target.comparator.value, target.value, target.value_hi)
            if part is not None
        )
        for target in report(year).targets
        if target.indicator == indicator and not target.deadline
    ]


@pytest.mark.parametrize(("indicator", "year", "figure"), ROWS)
def test_yearly_figure_is_found(indicator: str, year: int, figure: str) -> None:
    assert figure in figures(year, indicator)
