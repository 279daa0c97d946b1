"""Comparing targets: which figures belong together, and how they moved."""

import pytest

from policydiff.model import (
    Comparator,
    Direction,
    Document,
    Genre,
    Link,
    LinkType,
    Span,
    Target,
    TargetChange,
)
from policydiff.targets import compare_targets

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


def document(year: int, *targets: Target) -> Document:
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
        sections=(),
        items=(),
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
    assert changes == (TargetChange(0, 0, Direction.LOWERED),)


def test_figure_for_the_year_is_not_compared_with_one_due_years_later() -> None:
    old = document(2019, target(GROWTH, "=", 6))
    new = document(2021, target(GROWTH, "=", 7, deadline="到2025年"), target(GROWTH, ">=", 6))
    assert pairs(old, new) == [(0, 1)]


def test_deadline_in_the_document_own_year_is_none() -> None:
    old = document(2019, target(GROWTH, "=", 6))
    assert pairs(old, document(2020, target(GROWTH, "=", 5, deadline="2020年底前"))) == [(0, 0)]
