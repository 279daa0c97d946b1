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
