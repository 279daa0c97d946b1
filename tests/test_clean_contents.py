"""A table of contents is set apart from what it names."""

import pytest

from policydiff.clean import clean
from policydiff.model import CleanText, Source

CHAPTERS = ("第一章 城建", "第二章 交通", "第三章 教育")
BODY = "全市新建口袋公园十二个，改造老旧管网三十公里，办成一批群众盼望的实事。"
TEXT = [line for chapter in CHAPTERS for line in (chapter, BODY)]


def cleaned(*lines: str) -> CleanText:
    return clean(Source("a.txt", "", "utf-8", "\n".join(lines)))


def left_out(text: CleanText) -> list[str]:
    return [text.source[slice(*span)] for span in text.furniture]


def read(text: CleanText) -> list[str]:
    return [text.text[slice(*span)] for span in text.paragraphs()]


@pytest.mark.parametrize("title", ["目录", "目　　录", "目次", "## 目录", "目录："])
def test_headings_listed_before_they_come_are_left_out(title: str) -> None:
    text = cleaned("柳湾市规划纲要", title, *CHAPTERS, *TEXT)

    assert read(text)[-6:] == read(cleaned("柳湾市规划纲要", *TEXT))[-6:]
    assert [line.strip("#　 ") for line in left_out(text)][-3:] == list(CHAPTERS)
    assert {notice.code for notice in text.notices} >= {"contents_removed"}


@pytest.mark.parametrize("leader", ["……………3", "...........3", " 3", "　12", "·······3"])
def test_entries_with_the_number_of_a_page_are_left_out(leader: str) -> None:
    entries = [f"{chapter.replace('章', '篇')}{leader}" for chapter in CHAPTERS]

    assert left_out(cleaned("柳湾市规划纲要", "目录", *entries, *TEXT))[-3:] == entries


def test_numbers_of_pages_on_lines_of_their_own_are_left_out() -> None:
    entries = [f"{chapter}　　{page}" for chapter, page in zip(CHAPTERS, "137", strict=True)]

    assert read(cleaned("目录", *entries, *TEXT)) == TEXT


def test_entries_that_link_to_their_headings_are_left_out() -> None:
    names = ("Lamps", "Benches", "Trams")
    entries = [f"*   [{name}](#{name.lower()})" for name in names]
    body = "The council will build a library and plant trees along the river this year."
    text = cleaned("# Rules", body, "", "Contents", "", *entries, "", *(
        line for name in names for line in (f"## {name}", "", body, "")
    ))  # fmt: skip

    assert [line for line in read(text) if line.startswith("## ")] == [f"## {n}" for n in names]
    assert not any("](" in line or line.startswith("*") for line in read(text))


@pytest.mark.parametrize("lines", [("目录", *CHAPTERS[:2]), ("项目", *CHAPTERS), CHAPTERS])
def test_what_is_too_short_or_has_no_title_is_no_table(lines: tuple[str, ...]) -> None:
    assert "contents_removed" not in {notice.code for notice in cleaned(*lines, *TEXT).notices}


def test_text_behind_the_title_of_a_table_stays() -> None:
    assert BODY in read(cleaned("柳湾市规划纲要", "目录", BODY, *TEXT))


PARTS = "".join(
    f"第{n}章 {name}（{n}）" for n, name in zip("一二三四五六七八", "城乡水路林田学医", strict=True)
)
RUN_ON = (PARTS[:30], PARTS[30:], "表中各章另有说明。")


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("目 录", f"序 （1）{RUN_ON[0]}", "序"),
        ("目录序言", RUN_ON[0], "序言"),
        ("目录", f"前言{RUN_ON[0]}", "第九章 保障前言"),
    ],
)
def test_entries_that_run_together_are_left_out_up_to_the_preface(
    title: str, first: str, last: str
) -> None:
    preface = last.removeprefix("第九章 保障")
    text = cleaned("柳湾市规划纲要", title, first, *RUN_ON[1:], last, BODY, *TEXT)

    assert read(text) == ["柳湾市规划纲要", preface, BODY, *TEXT]
    assert "contents_removed" in {notice.code for notice in text.notices}


@pytest.mark.parametrize("between", [PARTS[:20], PARTS + BODY * 3, ""])
def test_what_says_more_than_it_names_is_no_table(between: str) -> None:
    text = cleaned("柳湾市规划纲要", "目录序言", between, "序言", BODY, *TEXT)

    assert "contents_removed" not in {notice.code for notice in text.notices}
