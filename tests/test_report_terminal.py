"""The terminal report: whole at fixed widths, in line, and safe to print."""

from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.text import Text

from policydiff.model import Comparison, Notice, Span
from policydiff.report.blocks import Column
from policydiff.report.grid import grid
from policydiff.report.terminal import comparison_renderable
from policydiff.report.view import Part, View
from policydiff.report.wrap import wrap

Printed = Callable[[RenderableType, int], str]

_EXPECTED = Path(__file__).parent / "expected"


def _with_item_text(comparison: Comparison, position: int, text: str) -> Comparison:
    """The comparison with another text in one new item."""
    items = list(comparison.new.items)
    items[position] = replace(items[position], text=text, plain=text)
    return replace(comparison, new=replace(comparison.new, items=tuple(items)))


def _titles(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith((" ", "old", "new"))]


@pytest.mark.parametrize("width", [80, 120])
def test_report_is_laid_out_for_the_width(
    comparison: Comparison, printed: Printed, width: int
) -> None:
    expected = (_EXPECTED / f"comparison_{width}.txt").read_text("utf-8")
    assert printed(comparison_renderable(comparison, View()), width) == expected


@pytest.mark.parametrize("width", range(60, 161, 7))
def test_no_line_is_wider_than_the_console(
    comparison: Comparison, printed: Printed, width: int
) -> None:
    lines = printed(comparison_renderable(comparison, View()), width).splitlines()
    assert max(cell_len(line) for line in lines) <= width


@given(
    text=st.text(min_size=1, max_size=200).filter(str.strip),
    heading=st.text(max_size=80),
    width=st.integers(70, 130),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_line_is_wider_than_the_console_whatever_the_text(
    comparison: Comparison, printed: Printed, text: str, heading: str, width: int
) -> None:
    changed = _with_item_text(comparison, 6, text)
    sections = tuple(replace(section, heading=heading) for section in changed.new.sections)
    changed = replace(changed, new=replace(changed.new, sections=sections, title=heading))
    lines = printed(comparison_renderable(changed, View()), width).split("\n")
    assert max(cell_len(line) for line in lines) <= width


@given(
    text=st.text(alphabet="推进5G 网络“建设”，（a）。％ōabc", max_size=120),
    width=st.integers(4, 50),
)
def test_wrapped_lines_fit_and_lose_nothing_but_space(text: str, width: int) -> None:
    lines = [line.plain for line in wrap(Text(text), width)]
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("修好老桥，再造新桥", 8, ["修好老", "桥，再造", "新桥"]),
        ("办好“一站式”服务", 8, ["办好“一", "站式”服", "务"]),
        ("建成 12 个 rooftop 花园", 12, ["建成 12 个", "rooftop 花园"]),
        ("增长[-6%-]{+7%+}", 10, ["增长[-6%-]", "{+7%+}"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ],
)
def test_lines_break_where_writing_allows(text: str, width: int, lines: list[str]) -> None:
    assert [line.plain for line in wrap(Text(text), width)] == lines


def test_one_long_cell_does_not_squeeze_the_other_columns() -> None:
    columns = (Column("name", flexible=True), Column("figure", flexible=True))
    rows = [[Text("主干河道疏浚"), Text("12公里")] for _ in range(9)]
    rows.append([Text("主干河道疏浚"), Text("到2025年力争40公里以上")])
    lines = [line.plain for line in grid(columns, rows, 26)]
    assert lines[1:] == ["主干河道疏浚  12公里"] * 9 + [
        "主干河道疏浚  到2025年力争",
        "              40公里以上",
    ]


def test_a_long_column_wraps_before_the_flexible_ones_break_words() -> None:
    columns = (Column("indicator", flexible=True), Column("new", flexible=True), Column("change"))
    rows = [[Text("ferry grant"), Text("130 pounds"), Text("+30 pounds a week")]]
    assert [line.plain for line in grid(columns, rows, 32)] == [
        "indicator    new      change",
        "ferry grant  130      +30 pounds",
        "             pounds   a week",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "推广[red]节水[/red]器具",
        "推广[link=https://example.org]节水[/link]器具",
        "推广:smile:节水器具",
    ],
)
def test_brackets_in_documents_are_no_markup(
    comparison: Comparison, printed: Printed, text: str
) -> None:
    changed = _with_item_text(comparison, 6, text)
    assert text in printed(comparison_renderable(changed, View(only=Part.ADDED)), 120)


@pytest.mark.parametrize(
    "text",
    [
        "\x1b[31m推广节水器具",
        "推广\x1b]0;title\x07节水器具",
        "推广\x1b(B节水\x07器具",
        "推广\u202e节水\u2066器具\u200f",
        "推广\u200b节水\ufeff器具\x7f",
    ],
)
def test_control_characters_in_documents_are_not_printed(
    comparison: Comparison, printed: Printed, text: str
) -> None:
    changed = _with_item_text(comparison, 6, text)
    assert "  推广节水器具\n" in printed(comparison_renderable(changed, View(only=Part.ADDED)), 120)


def test_control_characters_in_titles_are_not_printed(
    comparison: Comparison, printed: Printed
) -> None:
    changed = replace(comparison, old=replace(comparison.old, title="工作\x1b[2J报告"))
    assert "工作报告" in printed(comparison_renderable(changed, View()), 80)


def _coloured(comparison: Comparison, *, no_color: bool) -> str:
    console = Console(
        file=StringIO(),
        width=100,
        force_terminal=True,
        color_system="standard",
        no_color=no_color,
    )
    with console.capture() as capture:
        console.print(comparison_renderable(comparison, View(only=Part.CARRIED)))
    return capture.get()


def test_colour_marks_changed_words_without_signs(comparison: Comparison) -> None:
    text = _coloured(comparison, no_color=False)
    assert "\x1b[9;31m6%\x1b[0m\x1b[32m5.5%左右\x1b[0m" in text
    assert "{+" not in text


def test_signs_mark_changed_words_where_colour_is_refused(comparison: Comparison) -> None:
    text = _coloured(comparison, no_color=True)
    assert "{+5.5%左右+}" in text
    assert "\x1b[32m" not in text


def test_plain_output_has_no_escape_sequences(comparison: Comparison, printed: Printed) -> None:
    assert "\x1b" not in printed(comparison_renderable(comparison, View()), 80)


def test_verbatim_entries_are_folded_to_a_count(comparison: Comparison, printed: Printed) -> None:
    text = printed(comparison_renderable(comparison, View()), 80)
    assert "    1 verbatim\n" in text
    assert "完善停车收费办法" not in text


def test_carried_alone_shows_verbatim_entries(comparison: Comparison, printed: Printed) -> None:
    text = printed(comparison_renderable(comparison, View(only=Part.CARRIED)), 80)
    assert "verbatim    完善停车收费办法 (line 10 → 10)" in text


@pytest.mark.parametrize(
    ("part", "titles"),
    [
        (Part.FIGURES, ["Figures in both: 2", "Figures only in old: 1", "Figures only in new: 1"]),
        (Part.CARRIED, ["Carried: 6"]),
        (Part.DROPPED, ["Dropped: 2", "Dropped, but not comparable: 1"]),
        (Part.ADDED, ["Added: 2"]),
        (Part.REPORTED, ["Reported on: 1"]),
    ],
)
def test_one_part_is_shown_under_header_and_notices(
    comparison: Comparison, printed: Printed, part: Part, titles: list[str]
) -> None:
    text = printed(comparison_renderable(comparison, View(only=part)), 80)
    assert _titles(text) == ["Notices", *titles]


def test_section_keeps_what_stands_under_a_heading(
    comparison: Comparison, printed: Printed
) -> None:
    view = View(only=Part.DROPPED, section="改善出行")
    text = printed(comparison_renderable(comparison, view), 80)
    assert "开通3条夜间公交线路" in text
    assert "新增市场主体8000户" not in text


def test_section_that_no_heading_names_is_told(comparison: Comparison, printed: Printed) -> None:
    text = printed(comparison_renderable(comparison, View(section="海洋")), 80)
    assert "both  No section heading contains “海洋”." in text


def test_limit_says_how_many_entries_are_left_out(comparison: Comparison, printed: Printed) -> None:
    view = View(only=Part.CARRIED, limit=4)
    text = printed(comparison_renderable(comparison, view), 80)
    assert "    … and 2 more (use --limit 0)\n" in text


def test_limit_keeps_figures_before_other_changes(comparison: Comparison, printed: Printed) -> None:
    text = printed(comparison_renderable(comparison, View(only=Part.CARRIED, limit=2)), 80)
    assert "lowered" in text
    assert "tightened" in text
    assert "progressed" not in text


@pytest.mark.parametrize("limit", [None, 0])
def test_no_limit_shows_lists_whole(
    comparison: Comparison, printed: Printed, limit: int | None
) -> None:
    text = printed(comparison_renderable(comparison, View(limit=limit)), 80)
    assert "--limit" not in text
    assert "观鸟课堂" in text


def test_notices_on_both_documents_come_first(comparison: Comparison, printed: Printed) -> None:
    notice = Notice("other_issuer", "The issuers differ.", Span(0, 0))
    changed = replace(comparison, notices=(notice,))
    text = printed(comparison_renderable(changed, View()), 80)
    assert text.index("both  The issuers differ.") < text.index("the text breaks off")


def test_document_without_line_ends_has_places_within_the_line(
    comparison: Comparison, printed: Printed
) -> None:
    old = comparison.old
    text = old.text.replace("\n", "。") + "。" * 1000
    changed = replace(comparison, old=replace(old, text=text))
    shown = printed(comparison_renderable(changed, View(only=Part.DROPPED)), 80)
    assert f"line 1:{old.items[3].span.start + 1} " in shown


@pytest.mark.parametrize("mark", ["{+.+}", "[-,-]", "{+。+}"])
def test_line_never_opens_with_changed_punctuation(mark: str) -> None:
    text = Text(f"mend the bridge{mark}")
    for width in range(len("bridge") + len(mark) + 2, 24):
        assert not any(line.plain.startswith(mark) for line in wrap(text, width))
