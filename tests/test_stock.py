"""Phrases that fill every report: told from content, marked, and never a link by themselves."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.console import RenderableType

from policydiff.align import align
from policydiff.lexicon.stock import bare_clause, is_set_phrase, set_phrases
from policydiff.model import Comparison, Document, Kind
from policydiff.pipeline import compare
from policydiff.report.counts import count
from policydiff.report.data import comparison_json
from policydiff.report.terminal import comparison_renderable
from policydiff.report.view import Part, View

Parsed = Callable[[str, str], Document]
Printed = Callable[[RenderableType, int], str]

SLOGANS = (
    "高质量发展",
    "稳中求进工作总基调",
    "稳中求进的工作总基调",
    "以人民为中心的发展思想",
    "新发展理念",
    "新发展格局",
    "人民群众的获得感、幸福感、安全感",
)
CONTENTS = (
    *("整修北门城墙", "开通滨江夜班渡轮", "扩建藤编职业学堂", "普查野生白鹭"),
    *("补贴渔民保险", "拆除违章鱼棚", "出版方言词典", "改建粮油批发市场"),
)


@pytest.mark.parametrize(
    "plain",
    [
        "推动高质量发展",
        "坚持稳中求进工作总基调",
        "坚定不移贯彻新发展理念",
        "坚持新发展理念，构建新发展格局",
        "优化营商环境",
        "进一步优化营商环境",
    ],
)
def test_item_that_is_nothing_else_is_a_set_phrase(plain: str) -> None:
    assert is_set_phrase(plain)


@pytest.mark.parametrize(
    "plain",
    [
        "推动藤编业高质量发展",
        "坚持新发展理念，整修北门城墙",
        "优化滨江片区营商环境",
        "整修北门城墙",
        "开展",
        "",
    ],
)
def test_item_that_says_more_is_none(plain: str) -> None:
    assert not is_set_phrase(plain)


@pytest.mark.parametrize(("phrase", "issuers"), list(set_phrases().items())[::23])
def test_table_holds_clauses_of_several_issuers(phrase: str, issuers: int) -> None:
    assert bare_clause(phrase)
    assert 4 <= len(phrase) <= 20
    assert issuers >= 3


@given(
    slogan=st.sampled_from(SLOGANS),
    contents=st.permutations(CONTENTS).map(lambda found: found[:2]),
    verbs=st.tuples(*[st.sampled_from(["坚持", "推动", "贯彻", "落实"])] * 2),
)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_shared_slogan_alone_makes_no_link(
    parsed: Parsed, slogan: str, contents: list[str], verbs: tuple[str, str]
) -> None:
    old, new = (
        parsed(year, f"一、今年任务\n{verb}{slogan}，{content}。\n")
        for year, verb, content in zip(("2020", "2021"), verbs, contents, strict=True)
    )
    said = {
        (old.items[link.old].plain, new.items[link.new].plain) for link in align(old, new).links
    }
    assert {pair for pair in said if contents[0] in pair[0] or contents[1] in pair[1]} == set()


@pytest.fixture
def pair(parsed: Parsed) -> Comparison:
    """A plan of a set phrase and a project, and one that holds neither."""
    old = parsed("2020", "一、今年任务\n优化营商环境。整修北门城墙。\n")
    new = parsed("2021", "一、今年任务\n补贴渔民保险。\n")
    return compare(old, new)


def test_json_marks_what_is_nothing_but_a_set_phrase(pair: Comparison) -> None:
    written = json.loads(comparison_json(pair))
    marked = [item["text"] for item in written["items"] if item["set_phrase"]]
    assert marked == ["优化营商环境"]
    assert written["summary"]["old"]["set_phrases"] == 1
    assert written["summary"]["new"]["set_phrases"] == 0


def test_only_promises_are_counted_as_set_phrases(pair: Comparison) -> None:
    told = tuple(replace(item, kind=Kind.RESULT) for item in pair.old.items)
    assert count(replace(pair, old=replace(pair.old, items=told))).old.phrases == 0


def test_report_marks_set_phrases_and_puts_them_last(pair: Comparison, printed: Printed) -> None:
    text = printed(comparison_renderable(pair, View(Part.DROPPED, limit=1)), 100)
    whole = printed(comparison_renderable(pair, View()), 100)
    assert "整修北门城墙" in text
    assert "优化营商环境" not in text
    assert "优化营商环境 (set phrase)" in whole
    assert "nothing but set phrases" in whole


def test_set_phrase_that_stands_word_for_word_is_folded(parsed: Parsed, printed: Printed) -> None:
    old, new = (parsed(year, "一、今年任务\n优化营商环境。\n") for year in ("2020", "2021"))
    text = printed(comparison_renderable(compare(old, new), View()), 100)
    assert "1 verbatim" in text
    assert "优化营商环境" not in text
