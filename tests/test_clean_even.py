"""Lines that a program cut after so many characters become the paragraphs they were."""

import pytest

from policydiff.clean import clean
from policydiff.model import Source

BODY = (
    "全市新建口袋公园十二个，改造老旧管网三十公里，办成一批群众盼望的实事。城区开通夜间公交"
    "线路三条，两岸步道全部装灯，滨江隧道主体完工，停车收费更加合理。"
)
OTHER = (
    "去年，我们修复滩涂二百亩，白鹭回到东湖，沿河七个村的居民喝上了干净的水。各镇办起观鸟课堂，"
    "河长按月巡查，群众满意程度继续提高。"
)
WIDTH = 20


def cut(paragraph: str, width: int = WIDTH) -> list[str]:
    return [paragraph[start : start + width] for start in range(0, len(paragraph), width)]


def cut_by_width(paragraph: str, width: int = 2 * WIDTH) -> list[str]:
    """Lines as wide as so many letters, of which a 汉字 takes two."""
    lines = [""]
    for char in paragraph:
        if len((lines[-1] + char).encode("gb18030")) > width:
            lines.append("")
        lines[-1] += char
    return lines


def read(lines: list[str]) -> list[str]:
    text = clean(Source("a.txt", "", "utf-8", "\n".join(lines)))
    return [text.text[slice(*span)] for span in text.paragraphs()]


def read_back(*paragraphs: str) -> list[str]:
    return read([line for paragraph in paragraphs for line in cut(paragraph)])


def filled(text: str, width: int = WIDTH) -> str:
    """A paragraph whose last line is full: sentences end, and the column too."""
    return text[: -(len(text) % width) - 1 or None].rstrip("。") + "。"


def test_a_line_that_falls_short_ends_a_paragraph() -> None:
    paragraphs = [BODY, OTHER, BODY, OTHER]

    assert read_back(*paragraphs) == paragraphs


def test_a_short_line_without_a_stop_is_a_heading() -> None:
    paragraphs = [BODY, "守护湿地", OTHER, "改善出行", BODY]

    assert read_back(*paragraphs) == paragraphs


def test_lines_cut_by_their_width_are_joined() -> None:
    paragraphs = [f"2031年新建公园{n}个，" + BODY for n in (7, 12, 103, 5)]
    lines = [line for paragraph in paragraphs for line in cut_by_width(paragraph)]

    assert read(lines) == paragraphs


def full_line(text: str) -> str:
    assert len(text) == WIDTH
    return text


@pytest.mark.parametrize(
    "start",
    ["二是架设新桥，", "（二）架设新桥，", "二、架设新桥，", "第二，架设新桥，", "各位代表，"],
)
def test_a_point_behind_a_sentence_that_fills_its_line_is_a_paragraph(start: str) -> None:
    paragraphs = [filled(BODY), start + OTHER, BODY, OTHER, BODY]

    assert len(paragraphs[0]) % WIDTH == 0
    assert read_back(*paragraphs) == paragraphs


def test_a_point_that_its_paragraph_counts_goes_on_with_it() -> None:
    first = full_line("今年办好两件事，一要修好老桥，两岸贯通。")
    paragraphs = [first + "二要架设新桥，" + OTHER, BODY, OTHER, BODY]

    assert read_back(*paragraphs) == paragraphs


def test_a_heading_that_fills_its_line_stands_alone_as_its_siblings_do() -> None:
    long = full_line("三、修好老桥架设新桥让两岸居民出行更方便")
    headings = ["一、守护湿地", "二、改善出行", long, "四、办好学校"]
    paragraphs = [text for heading in headings for text in (heading, BODY)]

    assert read_back(*paragraphs) == paragraphs


def test_the_short_rest_of_a_heading_goes_on_with_it() -> None:
    long = full_line("三、修好老桥架设新桥让两岸居民出行更方便") + "更安全"
    headings = ["一、守护湿地", "二、改善出行", long, "四、办好学校"]
    paragraphs = [text for heading in headings for text in (heading, BODY)]

    assert read_back(*paragraphs) == paragraphs


def test_numbered_paragraphs_most_of_which_fill_a_line_are_text() -> None:
    paragraphs = [f"{n}、{BODY}" for n in "一二三四"]

    assert read_back(*paragraphs) == paragraphs
