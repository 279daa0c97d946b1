"""Comparing targets: which figures belong together, and how they moved."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from policydiff.model import (
    Ambition,
    Comparator,
    Direction,
    Document,
    Genre,
    Item,
    Kind,
    Link,
    LinkType,
    Mismatch,
    NotComparable,
    Role,
    Section,
    Span,
    Target,
    TargetChange,
)
from policydiff.pipeline import compare
from policydiff.report.markdown import comparison_markdown
from policydiff.report.view import View
from policydiff.targets import compare_targets, find_not_comparable

SPAN = Span(0, 1)


def target(
    indicator: str,
    comparator: str,
    value: float,
    unit: str = "%",
    *,
    value_hi: float | None = None,
    item: int = 0,
    strength: str = "",
    deadline: str = "",
) -> Target:
    return Target(
        item,
        SPAN,
        indicator,
        Comparator(comparator),
        value,
        value_hi,
        unit,
        strength=strength,
        deadline=deadline,
    )


def document(year: int, *targets: Target, heading: str = "重点工作") -> Document:
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
        text="",
        notices=(),
        furniture=(),
        sections=(Section(None, 1, "", heading, SPAN, SPAN, Role.PLAN),),
        items=(Item(0, SPAN, "目", "目", Kind.TARGET, 0, 0),) * 9,
        targets=targets,
    )


def direction_of(old: Target, new: Target) -> Direction:
    (change,) = compare_targets(document(2019, old), document(2022, new), ())
    return change.direction


def pairs(old: Document, new: Document, *links: Link) -> list[tuple[int, int]]:
    return [(change.old, change.new) for change in compare_targets(old, new, links)]


def carry(old: int, new: int, link_type: LinkType = LinkType.CARRY) -> Link:
    return Link(link_type, old, new, SPAN, SPAN, 1.0)


GROWTH = "地区生产总值增速"
JOBLESS = "城镇调查失业率"


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        (target(GROWTH, "=", 6), target(GROWTH, "~", 5.5), Direction.LOWERED),
        (target(GROWTH, "=", 6), target(GROWTH, ">=", 6.5), Direction.RAISED),
        (target(GROWTH, "~", 6), target(GROWTH, "~", 6), Direction.SAME),
        (target(JOBLESS, "~", 5.5), target(JOBLESS, "<=", 5.5), Direction.TIGHTENED),
        (target(GROWTH, ">=", 6), target(GROWTH, "~", 6), Direction.LOOSENED),
        (target(GROWTH, ">=", 6), target(GROWTH, "=", 6), Direction.LOOSENED),
        (
            target(GROWTH, "=", 6, strength="力争"),
            target(GROWTH, "=", 6, strength="确保"),
            Direction.TIGHTENED,
        ),
        (
            target(GROWTH, "=", 6),
            target(GROWTH, "=", 6, strength="力争"),
            Direction.LOOSENED,
        ),
    ],
)
def test_direction_compares_figures_and_then_how_firmly_they_bind(
    old: Target, new: Target, direction: Direction
) -> None:
    assert direction_of(old, new) is direction


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        (target(GROWTH, "range", 6, value_hi=6.5), target(GROWTH, "~", 5.5), Direction.LOWERED),
        (target(GROWTH, "range", 6.5, value_hi=7), target(GROWTH, "~", 6.5), Direction.LOWERED),
        (target(GROWTH, "range", 6, value_hi=6.5), target(GROWTH, ">=", 6), Direction.SAME),
        (target(GROWTH, "~", 6), target(GROWTH, "range", 6, value_hi=6.5), Direction.RAISED),
        (target(JOBLESS, "range", 5, value_hi=5.5), target(JOBLESS, "<=", 5.5), Direction.SAME),
        (target(JOBLESS, "range", 5, value_hi=5.5), target(JOBLESS, "<=", 5), Direction.LOWERED),
    ],
)
def test_range_is_compared_by_the_end_that_binds(
    old: Target, new: Target, direction: Direction
) -> None:
    assert direction_of(old, new) is direction


@pytest.mark.parametrize(
    ("old_value", "old_unit", "new_value", "new_unit"),
    [
        (0.2, "亿人", 2000, "万人"),
        (1.5, "万亿元", 15000, "亿元"),
        (30, "万亩", 300000, "亩"),
        (2, "公里", 2000, "米"),
        (0.5, "比例", 50, "%"),
    ],
)
def test_units_are_converted(
    old_value: float, old_unit: str, new_value: float, new_unit: str
) -> None:
    old = target("某项规划指标", "=", old_value, old_unit)
    assert direction_of(old, target("某项规划指标", "=", new_value, new_unit)) is Direction.SAME


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (target("旅客吞吐量增速", "=", 6), target("旅客吞吐量", "=", 90, "万人次")),
        (target("新建绿道", "=", 6, "公里"), target("新建绿道", "=", 6, "条")),
        (target("专项债券", "=", 9, "亿元"), target("专项债券增加额", "+", 1, "亿元")),
        (target("新建农村公路", "=", 9, "公里"), target("改造农村公路", "=", 9, "公里")),
        (target("科技企业", "=", 700, "家"), target("科技企业", "+", 80, "家")),
        (target("瞪羚企业新增", ">=", 8, "家"), target("瞪羚企业", "=", 70, "家")),
    ],
)
def test_unlike_figures_are_not_compared(old: Target, new: Target) -> None:
    assert pairs(document(2019, old), document(2022, new)) == []


def test_verbs_of_one_class_name_one_indicator() -> None:
    old = document(2019, target("新建农村公路", "=", 90, "公里"))
    assert pairs(old, document(2022, target("建设农村公路", "=", 80, "公里"))) == [(0, 0)]


def test_national_and_regional_name_of_the_economy_are_one() -> None:
    old = document(2019, target("国内生产总值增速", "=", 6))
    assert pairs(old, document(2022, target(GROWTH, "=", 5))) == [(0, 0)]


def test_vague_indicator_needs_a_link() -> None:
    old = document(2019, target("投资", "=", 3, "亿元", item=4))
    new = document(2022, target("投资", "=", 5, "亿元", item=7))
    assert pairs(old, new) == []
    assert pairs(old, new, carry(4, 7)) == [(0, 0)]


def test_linked_items_bring_indicators_in_other_words_together() -> None:
    old = document(2019, target("居民医保财政补助标准增加额", "+", 30, "元", item=1))
    new = document(2022, target("居民医保人均财政补助标准增加额", "+", 20, "元", item=2))
    assert pairs(old, new) == []
    assert pairs(old, new, carry(1, 2)) == [(0, 0)]


def test_report_link_brings_no_targets_together() -> None:
    old = document(2019, target("投资", "=", 3, "亿元", item=4))
    new = document(2022, target("投资", "=", 5, "亿元", item=7))
    assert pairs(old, new, carry(4, 7, LinkType.REPORT)) == []


def test_linked_item_is_preferred_among_equal_indicators() -> None:
    old = document(2019, target("新建公办幼儿园", "=", 8, "所", item=1))
    new = document(
        2022,
        target("新建公办幼儿园", "=", 5, "所", item=3),
        target("新建公办幼儿园", "=", 9, "所", item=6),
    )
    assert pairs(old, new, carry(1, 6)) == [(0, 1)]


def test_each_target_is_in_at_most_one_change() -> None:
    twice = [target(GROWTH, "=", 6), target(GROWTH, "=", 6)]
    changes = compare_targets(document(2019, *twice), document(2022, target(GROWTH, "=", 5)), ())
    assert changes == (TargetChange(0, 0, Direction.LOWERED, Ambition.LESS),)


def test_figure_for_the_year_is_not_compared_with_one_due_years_later() -> None:
    old = document(2019, target(GROWTH, "=", 6))
    new = document(2021, target(GROWTH, "=", 7, deadline="到2025年"), target(GROWTH, ">=", 6))
    assert pairs(old, new) == [(0, 1)]


def test_deadline_in_the_document_own_year_is_none() -> None:
    old = document(2019, target(GROWTH, "=", 6))
    assert pairs(old, document(2020, target(GROWTH, "=", 5, deadline="2020年底前"))) == [(0, 0)]


@pytest.mark.parametrize(
    ("old", "new", "ambition"),
    [
        (target(GROWTH, "~", 6), target(GROWTH, "~", 5), Ambition.LESS),
        (target(GROWTH, "~", 6), target(GROWTH, ">=", 6), Ambition.MORE),
        (target(JOBLESS, "~", 5.5), target(JOBLESS, "~", 5), Ambition.MORE),
        (target(JOBLESS, "<=", 5.5), target(JOBLESS, "<=", 6), Ambition.LESS),
        (target(JOBLESS, "~", 5.5), target(JOBLESS, "<=", 5.5), Ambition.MORE),
        (target(GROWTH, "~", 6), target(GROWTH, "~", 6), None),
        (target("广义货币增速", "~", 8), target("广义货币增速", "~", 9), None),
        (
            target("隐性债务余额", "=", 8, "亿元"),
            target("隐性债务余额", "=", 6, "亿元"),
            Ambition.MORE,
        ),
        (
            target("减少贫困人口", "=", 8, "万人"),
            target("减少贫困人口", "=", 6, "万人"),
            Ambition.LESS,
        ),
        (target("发证环节", "<=", 3, "个"), target("发证环节", "<=", 2, "个"), Ambition.MORE),
        (target("federal funds rate", "=", 2), target("federal funds rate", "=", 3), None),
        (target("unemployment rate", "=", 6), target("unemployment rate", "=", 5), Ambition.MORE),
    ],
)
def test_ambition_is_told_apart_from_the_direction(
    old: Target, new: Target, ambition: Ambition | None
) -> None:
    (change,) = compare_targets(document(2019, old), document(2022, new), ())
    assert change.ambition is ambition


def test_yearly_figure_pairs_with_the_yearly_one_of_a_document_that_has_both() -> None:
    share = "研发经费投入强度"
    old = replace(
        document(2023, target(share, ">=", 4.5), target(share, "~", 4.3, item=1)),
        sections=(
            Section(None, 1, "", "今后五年的奋斗目标", SPAN, SPAN, Role.PLAN),
            Section(None, 1, "", "今年的重点工作", SPAN, SPAN, Role.PLAN),
        ),
        items=tuple(Item(number, SPAN, "目", "目", Kind.TARGET, 0, 0) for number in (0, 1)),
    )
    assert pairs(old, document(2024, target(share, "~", 4.5))) == [(1, 0)]


def test_sole_figures_of_linked_items_belong_together_though_the_words_differ() -> None:
    old = document(2019, target("企业上云用云", "=", 800, "家", item=1))
    new = document(2020, target("新增上云企业", "+", 900, "家", item=2))
    assert pairs(old, new) == []
    assert pairs(old, new, carry(1, 2)) == [(0, 0)]


@pytest.mark.parametrize(
    "new",
    [
        target("新增公园", "+", 9, "处", item=2),
        target("新增上云企业", "+", 90000, "家", item=2),
        target("新增上云企业", "+", 9, "%", item=2),
    ],
)
def test_sole_figures_of_other_things_stay_apart_though_their_items_are_linked(new: Target) -> None:
    old = document(2019, target("企业上云用云", "=", 800, "家", item=1))
    assert pairs(old, document(2020, new), carry(1, 2)) == []


def test_one_of_several_figures_of_an_item_is_not_taken_for_the_sole_one_of_another() -> None:
    old = document(2019, *(target(name, "=", 8, "家", item=1) for name in ("上云商户", "上云工厂")))
    new = document(2020, target("云上企业", "=", 9, "家", item=2))
    assert pairs(old, new, carry(1, 2)) == []


def test_level_that_is_reached_is_not_compared_with_what_comes_on_top() -> None:
    words = "瞪羚企业达到70家"
    old = replace(
        document(2019, replace(target("瞪羚企业", "=", 70, "家"), span=Span(0, len(words)))),
        text=words,
    )
    new = document(2020, target("新增瞪羚企业", "+", 8, "家"))
    assert pairs(old, new, carry(0, 0)) == []


TRADE = target("进出口总额增速", "=", 5)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (TRADE, target("进出口总额", "=", 900, "亿元"), Mismatch.RATE_AND_LEVEL),
        (
            target("旅客吞吐量", "=", 90, "万人次"),
            target("旅客吞吐量增速", "=", 6),
            Mismatch.RATE_AND_LEVEL,
        ),
        (
            target("瞪羚企业", "=", 70, "家"),
            target("瞪羚企业", "+", 8, "家"),
            Mismatch.RISE_AND_LEVEL,
        ),
        (
            target("新建城市绿道", "=", 6, "公里"),
            target("新建城市绿道", "=", 6, "条"),
            Mismatch.UNITS,
        ),
        (TRADE, replace(TRADE, deadline="到2030年"), Mismatch.PERIODS),
        (
            target("建设5G基站", "=", 2000, "个"),
            target("累计建成5G基站", "=", 7000, "个"),
            Mismatch.PERIODS,
        ),
    ],
)
def test_figures_of_one_thing_in_two_forms_are_said_not_to_be_comparable(
    old: Target, new: Target, reason: Mismatch
) -> None:
    old_document, new_document = document(2019, old), document(2022, new)
    assert compare_targets(old_document, new_document, ()) == ()
    found = find_not_comparable(old_document, new_document, ())
    assert found == (NotComparable(0, 0, reason),)


def test_figure_that_has_a_counterpart_is_not_said_to_be_incomparable() -> None:
    old = document(2019, TRADE)
    new = document(2022, TRADE, target("进出口总额", "=", 900, "亿元"))
    assert find_not_comparable(old, new, compare_targets(old, new, ())) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TRADE, target("出口", "=", 900, "亿元")),
        (target("投资增速", "=", 5), target("投资", "=", 900, "亿元")),
        (target("新建城市绿道", "=", 6, "公里"), target("改造城市绿道", "=", 6, "条")),
    ],
)
def test_figures_of_other_things_are_vanished_and_new(old: Target, new: Target) -> None:
    assert find_not_comparable(document(2019, old), document(2022, new), ()) == ()


def test_growth_against_a_level_is_reported_with_both_figures(
    parsed: Callable[[str, str], Document],
) -> None:
    old = parsed("2019", "一、2019年重点工作\n进出口总额增长5%。\n")
    new = parsed("2020", "一、2020年重点工作\n进出口总额达到900亿元。\n")
    report = comparison_markdown(compare(old, new), View())
    row = "| 进出口总额 | 5% | 900亿元 | growth rate against absolute level | 2 → 2 |"
    assert row in report.splitlines()
    assert "Figures only in" not in report
