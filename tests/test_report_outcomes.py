"""What became of a promise that the newer document reports on."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from policydiff.classify import classify
from policydiff.classify.reports import told_outcome
from policydiff.model import (
    Alignment,
    Comparison,
    Document,
    Kind,
    Link,
    LinkType,
    Outcome,
    ReportOutcome,
    Verdict,
)
from policydiff.report.data import comparison_json
from policydiff.report.terminal import comparison_renderable
from policydiff.report.view import Part, View

Parsed = Callable[[str, str], Document]
EXCEEDED, MET, MISSED = ReportOutcome.EXCEEDED, ReportOutcome.MET, ReportOutcome.MISSED
PROGRESSED, REPORTED = ReportOutcome.PROGRESSED, ReportOutcome.REPORTED


def linked(parsed: Parsed, promise: str, report: str, *verdicts: Verdict) -> Comparison:
    """A plan of one clause and the review that reports on it, its figures so judged."""
    old = parsed("2020", f"一、今年任务\n{promise}。\n")
    new = parsed("2021", f"一、去年工作回顾\n{report}。\n")
    outcomes = tuple(Outcome(place, place, verdict, 0) for place, verdict in enumerate(verdicts))
    return classify(old, new, Alignment((), reports(old, new)), (), outcomes)


def reports(old: Document, new: Document) -> tuple[Link, ...]:
    """Report links from each promise to the result in its turn."""
    promised = [place for place, item in enumerate(old.items) if item.kind.is_forward]
    done = [place for place, item in enumerate(new.items) if item.kind is Kind.RESULT]
    return tuple(
        Link(LinkType.REPORT, *ends, old.items[ends[0]].span, new.items[ends[1]].span, 0.9)
        for ends in zip(promised, done, strict=False)
    )


@pytest.mark.parametrize(
    ("promise", "report", "outcome"),
    [
        ("加快建设滨江隧道", "滨江隧道建成通车", MET),
        ("开工建设滨江隧道", "滨江隧道开工", MET),
        ("加快建设滨江隧道", "滨江隧道主体完工", PROGRESSED),
        ("开工建设滨江隧道", "滨江隧道主体完工", PROGRESSED),
        ("建成滨江隧道", "滨江隧道开工", PROGRESSED),
        ("建成滨江隧道", "滨江隧道建成通车", MET),
        ("申报湿地公园", "湿地公园获国家批复", MET),
        ("推进泵站改造", "泵站改造任务完成72%", PROGRESSED),
        ("加快建设滨江隧道", "加快建设滨江隧道", REPORTED),
        ("完成鱼塘清退任务", "超额完成鱼塘清退任务", EXCEEDED),
        ("完成鱼塘清退任务", "鱼塘清退任务未能完成", MISSED),
        ("开展河道清淤", "河道清淤全部完成", MET),
        ("开展河道清淤", "河道清淤完成工程量的六成", PROGRESSED),
        ("提高河道管护水平", "河道管护经费增加", REPORTED),
        ("制定河道管护办法", "出台河道管护办法", MET),
        ("谋划举办龙舟赛", "举办首届龙舟赛", MET),
        ("筹建水文博物馆", "水文博物馆成立", MET),
        ("组建河道巡护队", "成立河道巡护队", MET),
        ("争创诗词之乡", "获评诗词之乡", MET),
        ("推进水权交易试点", "开展水权交易试点", MET),
        ("提高河道管护水平", "出台河道管护办法", REPORTED),
    ],
)
def test_words_of_the_report_tell_the_outcome(
    promise: str, report: str, outcome: ReportOutcome
) -> None:
    assert told_outcome(promise, report) is outcome


@pytest.mark.parametrize(
    ("verdicts", "outcome"),
    [
        ((Verdict.MET,), MET),
        ((Verdict.EXCEEDED, Verdict.MET), EXCEEDED),
        ((Verdict.EXCEEDED, Verdict.MISSED), MISSED),
        ((), REPORTED),
    ],
)
def test_figures_tell_the_outcome(
    parsed: Parsed, verdicts: tuple[Verdict, ...], outcome: ReportOutcome
) -> None:
    comparison = linked(parsed, "新增车位500个、候车亭30座", "新增车位510个、候车亭20座", *verdicts)
    assert comparison.links[0].outcome is outcome


def test_figures_go_before_words(parsed: Parsed) -> None:
    comparison = linked(parsed, "建成车位500个", "建成车位410个", Verdict.MISSED)
    assert comparison.links[0].outcome is MISSED


def test_figure_in_another_clause_of_the_sentence_tells_the_outcome(parsed: Parsed) -> None:
    old = parsed("2020", "一、今年任务\n渔业产值增长7%。\n")
    new = parsed("2021", "一、去年工作回顾\n渔业产值完成8亿元，增长5%。\n")
    assert new.results[0].item != new.results[1].item
    outcome = Outcome(0, 1, Verdict.MISSED, -2)
    comparison = classify(old, new, Alignment((), reports(old, new)), (), (outcome,))
    assert comparison.links[0].outcome is MISSED


def test_words_do_not_judge_a_figure_that_has_no_verdict(parsed: Parsed) -> None:
    comparison = linked(parsed, "渔业产值增长7%", "渔业产值完成8亿元")
    assert comparison.links[0].outcome is REPORTED


def test_carry_link_has_no_outcome(comparison: Comparison) -> None:
    assert {link.outcome for link in comparison.carried} == {None}


def test_json_names_and_counts_the_outcome(comparison: Comparison) -> None:
    written = json.loads(comparison_json(comparison))
    named = [link["outcome"] for link in written["links"] if link["type"] == "report"]
    counted = written["summary"]["report_outcomes"]
    assert named == ["met"]
    assert {name: number for name, number in counted.items() if number} == {"met": 1}


def test_missed_promises_stand_first(parsed: Parsed, printed: Callable[[object, int], str]) -> None:
    old = parsed("2020", "一、今年任务\n修好老桥。清退鱼塘。\n")
    new = parsed("2021", "一、去年工作回顾\n老桥已经修好。鱼塘未能清退。\n")
    comparison = classify(old, new, Alignment((), reports(old, new)), ())
    text = printed(comparison_renderable(comparison, View(Part.REPORTED)), 100)
    assert text.index("清退鱼塘") < text.index("修好老桥")


def test_report_without_outcome_is_printed_as_ever(
    comparison: Comparison, printed: Callable[[object, int], str]
) -> None:
    links = tuple(replace(link, outcome=None) for link in comparison.links)
    stored_before = replace(comparison, links=links)
    text = printed(comparison_renderable(stored_before, View(Part.REPORTED)), 100)
    assert "line 9 → 3  old 开通3条夜间公交线路" in text
