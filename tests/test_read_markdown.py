"""Markdown: its marks are no words; its lines stay those of the file."""

from pathlib import Path

import pytest

from policydiff.clean import clean
from policydiff.model import Source
from policydiff.read import read_source

LAST = "今年要办好三件事。第一件是修建青石河大桥，第二件是新增公租房八百套，第三件是办好乡村小学。"
ENGLISH = "We will build a bridge over the river. We will open eight schools for the young people."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "2031.md"


def source(path: Path, line: str, last: str = LAST) -> Source:
    path.write_text(f"{line}\n\n{last}\n", "utf-8")
    return read_source(path)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("## 一、主要任务", "一、主要任务"),
        ("### （二）改善出行", "（二）改善出行"),
        ("## 稳住经济", "## 稳住经济"),
        ("**加快建设**滨江隧道。", "加快建设滨江隧道。"),
        ("*加快建设*滨江隧道。", "加快建设滨江隧道。"),
        ("加快建设[滨江隧道](https://example.org/a_b)。", "加快建设滨江隧道。"),
        ("加快建设滨江隧道。![图一](a.png)", "加快建设滨江隧道。"),
        ("加快建设<br>滨江<b>隧道</b>。", "加快建设滨江隧道。"),
        ("> 加快建设滨江隧道。", "加快建设滨江隧道。"),
        ("- 加快建设滨江隧道。", "加快建设滨江隧道。"),
        ("* 加快建设滨江隧道。", "加快建设滨江隧道。"),
        ("加快建设`滨江`隧道。", "加快建设滨江隧道。"),
        ("加快建设滨江隧道[^1]。", "加快建设滨江隧道。"),
        ("加快建设滨江隧道，增长5*3倍。", "加快建设滨江隧道，增长5*3倍。"),
        ("加快建设滨江隧道——一条新路。", "加快建设滨江隧道——一条新路。"),
    ],
)
def test_marks_are_no_words(line: str, words: str, path: Path) -> None:
    assert clean(source(path, line)).text.split("\n")[0] == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("_Short version:_ we build.", "Short version: we build."),
        ("The file_name_here stays.", "The file_name_here stays."),
        ("- We build a bridge.", "- We build a bridge."),
    ],
)
def test_marks_in_english_are_no_words_but_bullets(line: str, words: str, path: Path) -> None:
    assert clean(source(path, line, ENGLISH)).text.split("\n")[0] == words


def test_a_footnote_is_set_apart(path: Path) -> None:
    cleaned = clean(source(path, "[^1]: 滨江隧道：一条新路。"))

    assert cleaned.text == LAST
    assert "footnotes_set_apart" in {notice.code for notice in cleaned.notices}


def test_the_text_stays_as_it_is_written(path: Path) -> None:
    line = "> **加快**建设滨江隧道。"

    assert source(path, line).text == f"{line}\n\n{LAST}\n"


def test_date_in_a_heading_loses_its_marks(path: Path) -> None:
    text = clean(source(path, "#### Effective: March 28, 2031", ENGLISH)).text
    assert text.split("\n")[0] == "Effective: March 28, 2031"


def test_names_of_characters_are_read_as_the_characters(path: Path) -> None:
    read = source(path, "We will pay &pound;5 million &ndash; for bridges &amp; boats.", ENGLISH)
    assert read.text.startswith("We will pay £5 million – for bridges & boats.")
    (notice,) = read.notices
    assert notice.message == "3 characters that HTML writes as names are read as themselves."


@pytest.mark.parametrize("words", ["&lt;b&gt;", "&nosuchname;", "bridges & boats;"])
def test_names_that_stand_for_markup_or_nothing_stay(path: Path, words: str) -> None:
    assert words in source(path, f"We will mend {words} this year.", ENGLISH).text
