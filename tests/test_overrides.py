"""Overrides: what a file beside a document or the options say of it."""

from pathlib import Path

import pytest

from policydiff import Overrides, SourceError, read
from policydiff.model import Genre
from policydiff.overrides import is_beside, read_overrides

LINES = (
    "网站首页走进白塔",
    "白塔市2031年政府工作报告",
    "各位代表：",
    "新建图书馆3座，完善公交线路。",
    "推进老旧小区改造，改造供水管网20公里。",
    "谢谢大家！",
    "扫码看更多",
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return path


def say(report: Path, toml: str, name: str = "report.toml") -> Path:
    path = report.with_name(name)
    path.write_text(toml, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["report.toml", "report.txt.toml"])
def test_a_file_beside_a_document_says_what_it_is(report: Path, name: str) -> None:
    say(report, 'issuer = "白塔新区"', name)
    assert read(report).issuer == "白塔新区"


def test_the_whole_name_goes_before_the_name_without_its_ending(report: Path) -> None:
    say(report, 'title = "乙"', "report.toml")
    say(report, 'title = "甲"', "report.txt.toml")
    assert read(report).title == "甲"


@pytest.mark.parametrize(
    ("toml", "name", "value"),
    [
        ('title = "修订稿"', "title", "修订稿"),
        ('label = "2031b"', "label", "2031b"),
        ("label = 2031", "label", "2031"),
        ("year = 2030", "year", 2030),
        ("date = 2031-01-15", "date", "2031-01-15"),
        ('date = "2031-01-15"', "date", "2031-01-15"),
        ('series = "白塔草案"', "series", "白塔草案"),
        ('genre = "plan_report"', "genre", Genre.PLAN_REPORT),
        ('language = "en"', "language", "en"),
    ],
)
def test_each_key_is_taken_over(report: Path, toml: str, name: str, value: object) -> None:
    say(report, toml)
    assert getattr(read(report), name) == value


def test_options_go_before_the_file(report: Path) -> None:
    say(report, 'title = "甲"\nissuer = "白塔新区"')
    document = read(report, Overrides(title="乙"))
    assert (document.title, document.issuer) == ("乙", "白塔新区")


def test_the_body_is_what_stands_between_start_and_end(report: Path) -> None:
    say(report, 'start = "新建图书馆"\nend = "20公里。"')
    document = read(report)
    assert [item.text for item in document.items][:2] == ["新建图书馆3座", "完善公交线路"]
    assert document.items[-1].text == "改造供水管网20公里"
    assert document.has_notice("outside_body_removed")


def test_white_space_in_the_words_of_a_start_stands_for_a_line_end(report: Path) -> None:
    document = read(report, Overrides(start="各位代表： 新建"))
    assert document.items[0].text == "各位代表"


def test_an_end_is_looked_for_behind_the_start(report: Path) -> None:
    document = read(report, Overrides(start="推进老旧", end="公"))
    assert document.text[: document.items[-1].span.end].endswith("20公")


@pytest.mark.parametrize("name", ["start", "end"])
def test_words_that_the_text_lacks_are_refused(report: Path, name: str) -> None:
    say(report, f'{name} = "没有这句话"')
    with pytest.raises(SourceError, match=f'"没有这句话" that are given as its {name}'):
        read(report)


@pytest.mark.parametrize(
    ("toml", "sentence"),
    [
        ('titel = "x"', 'unknown key "titel"; it may have label, title'),
        ('[title]\nx = "y"', 'gives title as "{.+}"; give words in quotes'),
        ("year = true", 'gives year as "True"; give a number'),
        ('year = "2031"', 'gives year as "2031"; give a number'),
        ('date = "31 March"', 'gives date as "31 March"; give a date'),
        ('genre = "novel"', 'gives genre as "novel"; give one of work_report'),
        ('language = "fr"', 'gives language as "fr"; give one of zh, en'),
        ('title = "x', "is no TOML"),
        ("title = " + "[" * 5000, "is no TOML"),
        ("#" * 70_000, "is too large"),
    ],
    ids=lambda value: value[:16],
)
def test_what_says_nothing_is_refused(report: Path, toml: str, sentence: str) -> None:
    say(report, toml)
    with pytest.raises(SourceError, match=sentence) as caught:
        read(report)
    assert str(caught.value).startswith(f'"{report.with_suffix(".toml")}"')


def test_a_file_that_is_no_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "report.toml"
    path.write_bytes('title = "白塔"'.encode("gb18030"))
    with pytest.raises(SourceError, match="is no TOML"):
        read_overrides(path)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("report.toml", True),
        ("report.txt.toml", True),
        ("other.toml", False),
        ("report.txt", False),
    ],
)
def test_overrides_are_known_by_their_name(report: Path, name: str, *, expected: bool) -> None:
    path = report if name == report.name else say(report, "", name)
    assert is_beside(path) is expected
