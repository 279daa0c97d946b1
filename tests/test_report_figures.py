"""Figures as a reader writes them, and how far they moved."""

from dataclasses import replace

import pytest

from policydiff.model import (
    Comparator,
    Comparison,
    Direction,
    Document,
    Mismatch,
    NotComparable,
    Span,
    Target,
    TargetChange,
)
from policydiff.report.figures import (
    difference,
    figure,
    figure_changes,
    new_figures,
    unlike_figures,
    vanished_figures,
)
from policydiff.report.view import View


def _target(
    value: float,
    unit: str,
    comparator: Comparator = Comparator.EQUAL,
    *,
    high: float | None = None,
    strength: str = "",
    baseline: str = "",
    deadline: str = "",
) -> Target:
    words = (strength, baseline, deadline)
    return Target(0, Span(0, 1), "造林面积", comparator, value, high, unit, *words)


@pytest.mark.parametrize(
    ("target", "text"),
    [
        (_target(6, "%"), "6%"),
        (_target(5.5, "%", Comparator.ABOUT), "5.5%左右"),
        (_target(3, "%", Comparator.AT_MOST), "3%以内"),
        (_target(1200, "万人", Comparator.AT_LEAST), "1200万人以上"),
        (_target(6, "%", Comparator.RANGE, high=6.5), "6–6.5%"),
        (_target(30, "元", Comparator.INCREASE), "+30元"),
        (_target(10, "%", strength="力争"), "力争10%"),
        (_target(1.39, "万亿斤"), "1.39万亿斤"),
        (_target(5, "家", Comparator.INCREASE, baseline="比上年"), "比上年+5家"),
        (_target(30, "%", deadline="到2025年", strength="力争"), "到2025年力争30%"),
        (_target(123456789, "元"), "123456789元"),
    ],
)
def test_figure_reads_as_in_a_chinese_report(
    new_document: Document, target: Target, text: str
) -> None:
    assert figure(new_document, target) == text


@pytest.mark.parametrize(
    ("unit", "text", "moved"),
    [
        ("weeks", "2 weeks", "+3 weeks"),
        ("billion pounds", "2 billion pounds", "+3 billion pounds"),
        ("%", "2%", "+3 pt"),
        ("万户", "2万户", "+3万户"),
        ("", "2", "+3"),
    ],
)
def test_a_unit_of_letters_stands_apart_from_its_number(
    new_document: Document, unit: str, text: str, moved: str
) -> None:
    assert figure(replace(new_document, language="en"), _target(2, unit)) == text
    assert difference(_target(2, unit), _target(5, unit)) == moved


@pytest.mark.parametrize(
    ("comparator", "text"),
    [
        (Comparator.ABOUT, "about 2%"),
        (Comparator.AT_MOST, "at most 2%"),
        (Comparator.AT_LEAST, "at least 2%"),
        (Comparator.INCREASE, "+2%"),
    ],
)
def test_figure_reads_as_in_an_english_document(
    new_document: Document, comparator: Comparator, text: str
) -> None:
    assert figure(replace(new_document, language="en"), _target(2, "%", comparator)) == text


def test_words_about_an_english_figure_stay_apart(new_document: Document) -> None:
    target = _target(2, "%", Comparator.AT_MOST, deadline="by 2030")
    assert figure(replace(new_document, language="en"), target) == "by 2030 at most 2%"


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        (_target(6, "%"), _target(5.5, "%"), "-0.5 pt"),
        (_target(1100, "万人"), _target(1200, "万人"), "+100万人"),
        (_target(5.5, "%"), _target(5.5, "%", Comparator.AT_MOST), ""),
        (_target(0.1, "%"), _target(0.3, "%"), "+0.2 pt"),
        (_target(6, "%", high=6.5), _target(5, "%"), "-1.5 to -1 pt"),
        (_target(6, "%", high=6.5), _target(7, "%", high=7.5), "+1 pt"),
        (_target(9000, "人"), _target(1, "万人"), ""),
    ],
)
def test_difference_is_given_in_the_common_unit(old: Target, new: Target, text: str) -> None:
    assert difference(old, new) == text


def test_figures_that_moved_stand_before_those_that_stayed(comparison: Comparison) -> None:
    changes = (TargetChange(0, 0, Direction.SAME), TargetChange(1, 1, Direction.TIGHTENED))
    shown = figure_changes(replace(comparison, target_changes=changes), View())
    assert [change.direction for change in shown] == [Direction.TIGHTENED, Direction.SAME]


def test_figure_changes_name_both_places(comparison: Comparison) -> None:
    assert figure_changes(comparison, View())[0].place == "6 → 6"


def test_figures_that_cannot_be_compared_say_why_and_are_not_vanished(
    comparison: Comparison,
) -> None:
    unlike = replace(comparison, not_comparable=(NotComparable(2, 2, Mismatch.RATE_AND_LEVEL),))
    (row,) = unlike_figures(unlike, View())
    assert (row.old, row.new) == ("8000户", "6座")
    assert row.reason == "growth rate against absolute level"
    assert vanished_figures(unlike, View()) == new_figures(unlike, View()) == ()


def test_vanished_figure_of_a_carried_commitment_says_so(comparison: Comparison) -> None:
    changed = replace(comparison, target_changes=comparison.target_changes[1:])
    fates = [(row.indicator, row.commitment) for row in vanished_figures(changed, View())]
    assert fates == [("地区生产总值增速", "carried"), ("新增市场主体", "dropped")]


def test_figures_outside_the_section_are_left_out(comparison: Comparison) -> None:
    view = View(section="保护湿地")
    assert (figure_changes(comparison, view), vanished_figures(comparison, view)) == ((), ())
