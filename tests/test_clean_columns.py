"""Hard-wrapped columns in which an indent or an empty line shows where paragraphs begin."""

import pytest

from policydiff.clean import clean
from policydiff.model import Source

COLUMN = 27
DEEDS = (
    "加快建设滨江隧道，年内完成主体工程，开通三条夜间公交线路，让夜归的人有车可坐",
    "修复白鹭湖湿地二百亩，推行河长巡查制度，在中小学开设观鸟课堂，办好乡村小学",
    "完善停车收费办法，新建立体车库六座，改造老旧小区十二个，把路灯装到每一条巷子里",
    "推进医院改革，增加夜间门诊，方便老人看病，新增养老床位三百张，办好社区食堂",
)


def paragraph(length: int) -> str:
    """A paragraph of so many characters that ends with a full stop."""
    text = "。".join(DEEDS * (length // 100 + 1))
    return text[: length - 1].rstrip("，。") + "。"


# Last lines of every length: some fill their column, some nearly do.
PARAGRAPHS = [
    "一、过去一年的工作和今后一个时期的形势与任务",
    *(paragraph(length) for length in range(130, 146)),
    "二、新一年的主要任务",
    *(paragraph(length) for length in range(146, 166)),
]


def wrapped(paragraphs: list[str], indent: str, gap: str) -> str:
    columns = [
        "\n".join(text[start : start + COLUMN] for start in range(0, len(text), COLUMN))
        for text in (indent + paragraph for paragraph in paragraphs)
    ]
    return gap.join(columns)


def cleaned(text: str) -> list[str]:
    return clean(Source("a.txt", "", "utf-8", text)).text.split("\n")


@pytest.mark.parametrize(("indent", "gap"), [("\u3000\u3000", "\n"), ("", "\n\n")])
def test_what_sets_paragraphs_apart_counts_after_a_full_line_too(indent: str, gap: str) -> None:
    assert cleaned(wrapped(PARAGRAPHS, indent, gap)) == PARAGRAPHS


def test_a_full_line_goes_on_in_one_that_begins_like_a_paragraph() -> None:
    text = paragraph(130)
    cut = text[:50] + "和" + "一是" + text[51:]
    paragraphs = [*PARAGRAPHS, cut, *PARAGRAPHS[1:]]

    assert cleaned(wrapped(paragraphs, "\u3000\u3000", "\n")) == paragraphs


def test_a_line_of_a_column_that_looks_like_a_pages_footer_is_text() -> None:
    # The third line of the paragraph is 非营利 with what stands around it and nothing else.
    text = paragraph(130)
    named = text[:52] + "把营利性机构和非营利性机构分开来办，再把账目也分开来管" + text[79:]
    paragraphs = [*PARAGRAPHS[:20], named, *PARAGRAPHS[20:]]

    assert cleaned(wrapped(paragraphs, "\u3000\u3000", "\n")) == paragraphs
