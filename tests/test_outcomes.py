"""Targets held against results: which belong together, and whether the target is reached."""

import pytest

from policydiff.model import (
    CleanText,
    Comparator,
    Document,
    Genre,
    Item,
    Kind,
    Link,
    LinkType,
    Result,
    Role,
    Section,
    Span,
    Target,
    Verdict,
)
from policydiff.targets import find_outcomes, find_results
from policydiff.targets.outcome import judge

SPAN = Span(0, 1)


def target(
    comparator: str,
    value: float,
    indicator: str = "地区生产总值增速",
    *,
    value_hi: float | None = None,
    unit: str = "%",
) -> Target:
    return Target(0, SPAN, indicator, Comparator(comparator), value, value_hi, unit)


def result(
    value: float,
    indicator: str = "地区生产总值增速",
    unit: str = "%",
    period: str = "",
    comparator: str = "=",
) -> Result:
    return Result(0, SPAN, indicator, Comparator(comparator), value, None, unit, period)


def document(
    year: int,
    *,
    targets: tuple[Target, ...] = (),
    results: tuple[Result, ...] = (),
    heading: str = "重点工作",
) -> Document:
    return Document(
        label=str(year),
        title="工作报告",
        series="临海",
        issuer="临海市人民政府",
        year=year,
        date="",
        genre=Genre.WORK_REPORT,
        language="zh",
        source="",
        sha256="",
        text="目标",
        notices=(),
        furniture=(),
        sections=(Section(None, 1, "", heading, SPAN, SPAN, Role.PLAN),),
        items=(Item(0, SPAN, "目", "目", Kind.TARGET, 0, 0),),
        targets=targets,
        results=results,
    )


def results_of(text: str) -> list[tuple[str, str, float, str]]:
    clean_text = CleanText(text, tuple(range(len(text))), text)
    item = Item(0, Span(0, len(text)), text, text, Kind.RESULT, 0, 0)
    found = find_results(clean_text, (item,))
    return [(one.indicator, one.comparator.value, one.value, one.period) for one in found]


@pytest.mark.parametrize(
    ("aim", "reported", "verdict", "margin"),
    [
        (target("~", 5), 5.2, Verdict.MET, 0.2),
        (target("~", 5), 4.5, Verdict.MET, -0.5),
        (target("~", 5), 4.4, Verdict.MISSED, -0.6),
        (target("~", 5), 5.6, Verdict.EXCEEDED, 0.6),
        (target("=", 7), 7, Verdict.MET, 0),
        (target("=", 7), 6.9, Verdict.MISSED, -0.1),
        (target("=", 7), 7.1, Verdict.EXCEEDED, 0.1),
        (target(">=", 6), 6, Verdict.MET, 0),
        (target(">=", 6), 8.4, Verdict.EXCEEDED, 2.4),
        (target(">=", 6), 5.9, Verdict.MISSED, -0.1),
        (target("range", 6, value_hi=6.5), 6.2, Verdict.MET, 0),
        (target("range", 6, value_hi=6.5), 6.7, Verdict.EXCEEDED, 0.2),
        (target("range", 6, value_hi=6.5), 5.5, Verdict.MISSED, -0.5),
    ],
)
def test_growth_reaches_its_target(
    aim: Target, reported: float, verdict: Verdict, margin: float
) -> None:
    assert judge(aim, result(reported)) == (verdict, margin)


@pytest.mark.parametrize(
    ("comparator", "reported", "verdict"),
    [
        ("~", 2, Verdict.MET),
        ("~", 3.5, Verdict.MET),
        ("~", 3.6, Verdict.MISSED),
        ("<=", 3, Verdict.MET),
        ("<=", 3.1, Verdict.MISSED),
        ("=", 1, Verdict.MET),
    ],
)
def test_aim_of_an_indicator_better_low_is_a_ceiling(
    comparator: str, reported: float, verdict: Verdict
) -> None:
    name = "居民消费价格涨幅"
    assert judge(target(comparator, 3, name), result(reported, name))[0] is verdict


@pytest.mark.parametrize(
    ("reported", "verdict"),
    [(1140, Verdict.MET), (1139, Verdict.MISSED), (1260, Verdict.MET), (1261, Verdict.EXCEEDED)],
)
def test_about_a_level_allows_a_twentieth(reported: float, verdict: Verdict) -> None:
    aim = target("~", 1200, "城镇新增就业", unit="万人")
    assert judge(aim, result(reported, "城镇新增就业", "万人"))[0] is verdict


def test_margin_is_in_the_unit_of_the_target() -> None:
    aim = target(">=", 900, "城镇新增就业", unit="万人")
    assert judge(aim, result(0.1, "城镇新增就业", "亿人")) == (Verdict.EXCEEDED, 100)


def test_result_of_the_same_indicator_belongs_to_the_target() -> None:
    old = document(2021, targets=(target("~", 6),))
    new = document(2022, results=(result(4, "出口增速"), result(6.1)))
    (outcome,) = find_outcomes(old, new)
    assert (outcome.target, outcome.result, outcome.verdict) == (0, 1, Verdict.MET)


@pytest.mark.parametrize(
    "reported",
    [
        result(6, period="五年来"),
        result(6, "地区生产总值", "亿元"),
        result(6, "出口增速"),
    ],
)
def test_other_figures_do_not_belong_to_the_target(reported: Result) -> None:
    old = document(2021, targets=(target("~", 6),))
    assert find_outcomes(old, document(2022, results=(reported,))) == ()


@pytest.mark.parametrize("year", [2020, 2021, 2023])
def test_only_the_next_year_reports_on_the_target(year: int) -> None:
    old = document(2021, targets=(target("~", 6),))
    assert find_outcomes(old, document(year, results=(result(6),))) == ()


@pytest.mark.parametrize("heading", ["“十四五”时期主要目标", "今后五年的奋斗目标"])
def test_target_of_a_longer_plan_is_not_held_against_one_year(heading: str) -> None:
    old = document(2021, targets=(target("~", 6),), heading=heading)
    assert find_outcomes(old, document(2022, results=(result(6),))) == ()


def test_vague_indicator_needs_a_report_link() -> None:
    old = document(2021, targets=(target("=", 5, "投资", unit="亿元"),))
    new = document(2022, results=(result(5, "投资", "亿元"),))
    link = Link(LinkType.REPORT, 0, 0, SPAN, SPAN, 0.9)
    assert find_outcomes(old, new) == ()
    assert len(find_outcomes(old, new, (link,))) == 1


@pytest.mark.parametrize(
    ("aims", "told", "count"),
    [
        ([("改造河埠", 60)], [("河埠改造开工", 63)], 1),
        ([("改造河埠", 60)], [("河埠改造开工", 630)], 0),
        ([("改造河埠", 60)], [("新增候车亭", 63)], 0),
        ([("改造河埠", 60), ("改造渡口", 60)], [("河埠改造开工", 63)], 0),
        ([("改造河埠", 60)], [("河埠改造开工", 63), ("河埠改造完工", 50)], 0),
    ],
)
def test_sole_figures_of_linked_clauses_may_be_in_other_words(
    aims: list[tuple[str, float]], told: list[tuple[str, float]], count: int
) -> None:
    old = document(2021, targets=tuple(target("=", aim, name, unit="处") for name, aim in aims))
    new = document(2022, results=tuple(result(value, name, "处") for name, value in told))
    link = Link(LinkType.REPORT, 0, 0, SPAN, SPAN, 0.9)
    assert find_outcomes(old, new) == ()
    assert len(find_outcomes(old, new, (link,))) == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("去年地区生产总值增长5.3%", ("地区生产总值增速", "=", 5.3, "")),
        ("年末城镇调查失业率为5.2%", ("城镇调查失业率", "=", 5.2, "")),
        ("全年进出口总额下降4%", ("进出口总额增速", "=", -4, "")),
        ("五年来民生改善，城镇新增就业30万人", ("城镇新增就业", "=", 30, "五年来")),
        ("调查失业率稳定在5%左右的较低水平", ("城镇调查失业率", "~", 5, "")),
    ],
)
def test_reported_figure_is_read_like_a_target(
    text: str, found: tuple[str, str, float, str]
) -> None:
    assert results_of(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The island economy grew by 3.2% in 2018.", ("GDP growth", "=", 3.2, "2018")),
        ("GDP growth for the year was only 1.4 per cent.", ("GDP growth", "=", 1.4, "")),
        ("The economy contracted by 2 percent.", ("GDP growth", "=", -2, "")),
        ("Unemployment fell to 4.1 per cent.", ("unemployment rate", "=", 4.1, "")),
        (
            "Output, as the office measures it, grew by 3% a year.",
            ("GDP growth", "=", 3, "a year"),
        ),
        ("We have built over 300 harbour flats.", ("harbour flats", ">=", 300, "")),
        (
            "Since 2014, 40 ferry lines have been opened.",
            ("ferry lines", "=", 40, "Since 2014"),
        ),
        (
            "The share of trained sailors grew from 35% in 2015, to 48% in 2018.",
            ("trained sailors", "=", 48, "2015 and 2018"),
        ),
    ],
)
def test_figure_that_an_english_text_reports_is_read(
    text: str, found: tuple[str, str, float, str]
) -> None:
    assert results_of(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Growth was expected to reach 3 per cent.",
        "Fees were higher than the 12% of other islands.",
        "In 2018 the harbour was closed.",
        "To illustrate, a household of four was given $900.",
    ],
)
def test_english_forecast_comparison_year_or_example_is_no_result(text: str) -> None:
    assert results_of(text) == []


@pytest.mark.parametrize(
    ("period", "verdict"), [("2021", "missed"), ("", "missed"), ("2020", None)]
)
def test_english_result_of_a_named_year_belongs_to_the_target_of_that_year(
    period: str, verdict: str | None
) -> None:
    old = document(2021, targets=(target("=", 3, "GDP growth"),))
    new = document(2022, results=(result(2.5, "GDP growth", period=period),))
    found = [outcome.verdict for outcome in find_outcomes(old, new)]
    assert found == ([verdict] if verdict else [])


def test_english_noun_alone_needs_a_report_link() -> None:
    old = document(2021, targets=(target("=", 300, "homes", unit=""),))
    new = document(2022, results=(result(200, "homes", ""),))
    link = Link(LinkType.REPORT, 0, 0, SPAN, SPAN, 0.9)
    assert find_outcomes(old, new) == ()
    assert len(find_outcomes(old, new, (link,))) == 1


@pytest.mark.parametrize(
    ("promised", "reported", "verdict"),
    [
        ((">=", 81), (">=", 80), None),
        ((">=", 80), (">=", 81), Verdict.EXCEEDED),
        ((">=", 81), ("<=", 80), Verdict.MISSED),
        ((">=", 80), ("<=", 81), None),
        (("<=", 4.5), ("<=", 5.5), None),
        (("<=", 5.5), ("<=", 4.5), Verdict.MET),
        (("<=", 4.5), (">=", 5.5), Verdict.MISSED),
        (("<=", 5.5), (">=", 4.5), None),
    ],
)
def test_result_that_is_a_bound_gives_an_outcome_only_where_it_proves_it(
    promised: tuple[str, float], reported: tuple[str, float], verdict: Verdict | None
) -> None:
    name = "污水处理率"
    old = document(2021, targets=(target(*promised, name),))
    new = document(
        2022, results=(result(reported[1], name, comparator=reported[0]),), heading="工作回顾"
    )
    found = [outcome.verdict for outcome in find_outcomes(old, new)]
    assert found == ([] if verdict is None else [verdict])
