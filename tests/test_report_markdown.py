"""The Markdown report: whole, stable, and document text that stays text."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from policydiff.model import Comparison
from policydiff.report.escape import escape
from policydiff.report.markdown import comparison_markdown
from policydiff.report.view import Part, View

_EXPECTED = Path(__file__).parent / "expected"
_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _shown(markdown: str) -> str:
    """The text a reader sees of one line of Markdown."""
    (inline,) = (token for token in _MARKDOWN.parse(markdown) if token.type == "inline")
    return "".join(child.content for child in inline.children or ())


def test_report_is_written_as_expected(comparison: Comparison) -> None:
    expected = (_EXPECTED / "comparison.md").read_text("utf-8")
    assert comparison_markdown(comparison, View()) == expected


def test_markdown_is_equal_for_equal_comparisons(comparison: Comparison) -> None:
    assert comparison_markdown(comparison, View()) == comparison_markdown(
        replace(comparison), View()
    )


def test_changed_words_are_struck_and_strong(comparison: Comparison) -> None:
    html = _MARKDOWN.render(comparison_markdown(comparison, View(only=Part.CARRIED)))
    assert "地区生产总值增长 <s>6%</s> <strong>5.5%左右</strong> (line" in html


@pytest.mark.parametrize(
    "text",
    [
        "推广|节水|器具",
        "推广*节水*器具",
        "推广**节水**器具",
        "推广_节水_器具",
        "推广~~节水~~器具",
        "推广`节水`器具",
        "推广[节水](http://example.org)器具",
        "推广![节水](http://example.org/a.png)器具",
        "推广<script>alert(1)</script>器具",
        "推广&lt;节水&gt;器具",
        "推广<!-- 节水 -->器具",
        "# 推广节水器具",
        "1. 推广节水器具",
        "- 推广节水器具",
        "+ 推广节水器具",
        "> 推广节水器具",
        "推广\\节水器具",
        "---",
        "===",
    ],
)
def test_document_text_shows_as_it_stands(text: str) -> None:
    assert _shown(f"- {escape(text)}") == text


@given(st.text(alphabet="节水 1.a*_|~`#<>&[]()!+-=\\{}:/", min_size=1, max_size=30))
def test_escaped_text_shows_as_it_stands_in_tables_too(text: str) -> None:
    words = " ".join(text.split())
    table = _MARKDOWN.parse(f"| x | {escape(text)} |\n| --- | --- |\n")
    cells = [token for token in table if token.type == "inline"]
    assert len(cells) == 2
    assert "".join(child.content for child in cells[1].children or ()) == words


def test_markup_in_a_heading_does_not_reach_the_page(comparison: Comparison) -> None:
    sections = list(comparison.new.sections)
    sections[3] = replace(sections[3], heading="<script>便利|出行</script>")
    changed = replace(comparison, new=replace(comparison.new, sections=tuple(sections)))
    html = _MARKDOWN.render(comparison_markdown(changed, View()))
    assert "<script>" not in html
    assert "&lt;script&gt;便利|出行&lt;/script&gt;" in html


def test_control_characters_do_not_reach_the_page(comparison: Comparison) -> None:
    changed = replace(comparison, new=replace(comparison.new, title="工作\x1b[31m\u202e报告"))
    assert "**工作报告**" in comparison_markdown(changed, View())


def test_dropped_outside_coverage_have_a_list_of_their_own(comparison: Comparison) -> None:
    text = comparison_markdown(comparison, View(only=Part.DROPPED))
    before, after = text.split("## Dropped, but not comparable: 1")
    assert "修复白鹭湖湿地200亩" not in before
    assert "修复白鹭湖湿地200亩" in after
    assert "the new document breaks off before its end" in after


def test_view_cuts_markdown_as_it_cuts_the_terminal(comparison: Comparison) -> None:
    text = comparison_markdown(comparison, View(only=Part.CARRIED, limit=2))
    assert "… and 4 more (use --limit 0)" in text
    assert "progressed" not in text
