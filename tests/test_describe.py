"""Describing: label, title, series, issuer, year, date, genre and language of small texts."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from policydiff.clean import clean
from policydiff.describe import describe
from policydiff.model import CleanText, Description, Genre, Source
from policydiff.read import read_source

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"

GREETING = "各位代表：\n现在，我代表市人民政府向大会报告工作，请予审议。"
REVIEW = "一、2030年工作回顾\n过去一年，建成一座大桥。"
PLAN = "二、2031年工作安排\n新建三所学校。"
PLAN_BODY = """
一、2030年国民经济和社会发展计划执行情况
完成较好。
二、2031年国民经济和社会发展计划总体考虑
新建学校。
"""
LAW = (
    "第一条 为了保护河流，制定本条例。\n第二条 河流属于全体人民。\n第三条 本条例自公布之日起施行。"
)


def described(text: str, name: str = "report.txt", *, header: str = "") -> Description:
    """The description of a text that is clean already but for its header."""
    source = Source(name, "0" * 64, "utf-8", f"{header}{text}")
    offsets = tuple(range(len(header), len(source.text)))
    return describe(source, CleanText(text, offsets, source.text))


def report(*lines: str) -> str:
    return "\n".join((*lines, GREETING, REVIEW, PLAN))


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (report("2031年青石市政府工作报告"), Genre.WORK_REPORT),
        (report(), Genre.WORK_REPORT),
        ("各位代表：\n我受国务院的委托，向大会作报告。", Genre.WORK_REPORT),
        ("关于2030年计划执行情况与2031年计划草案的报告\n各位代表：", Genre.PLAN_REPORT),
        (PLAN_BODY, Genre.PLAN_REPORT),
        (f"# 青石河保护条例\n{LAW}", Genre.LAW),
        ("\n".join(f"第{ordinal}条 河流属于全体人民。" for ordinal in "一二三四五"), Genre.LAW),
        ("\n".join(f"## § {number} Der Fluss" for number in range(1, 6)), Genre.LAW),
        ("青石市旅游手册\n青石市有一条河。", Genre.OTHER),
        ("TERMS OF USE\nYou may cross the bridge.", Genre.OTHER),
    ],
)
def test_the_genre_is_told_from_title_opening_and_body(text: str, genre: Genre) -> None:
    assert described(text).genre is genre


@pytest.mark.parametrize(
    ("opening", "issuer"),
    [
        ("现在，我代表青石市人民政府，向大会报告工作。", "青石市"),
        ("青石县人民政府县长张三", "青石县"),
        ("白石市青石区人民政府代区长张三", "青石区"),
        ("——2031年1月20日在青石县第十七届人民代表大会第四次会议上", "青石县"),
        ("2031年青石县政府工作报告", "青石县"),
        ("青石县2031年人民政府工作报告", "青石县"),
        ("——2031年3月5日在第二十届全国人民代表大会第四次会议上", "国务院"),
        ("现在，我代表国务院，向大会报告政府工作。", "国务院"),
    ],
)
def test_the_issuer_names_itself(opening: str, issuer: str) -> None:
    assert described(f"{opening}\n{PLAN}").issuer == issuer


@pytest.mark.parametrize(
    ("rank", "body", "issuer"),
    [
        ("市", "厦门" * 4 + "漳州", "厦门市"),
        ("省", "云南" * 4 + "昆明" * 9, "云南省"),
        ("县", "今天的米山县，推动米山县，建设米山县，全县上下，全县人民，全县企业", "米山县"),
        ("县", "全县上下，全县人民，该县企业，贫困县摘帽", ""),
    ],
)
def test_an_unnamed_government_is_the_place_its_text_is_about(
    rank: str, body: str, issuer: str
) -> None:
    text = f"各位代表：\n现在，我代表{rank}人民政府，向大会报告工作。\n{body}。"

    assert described(text).issuer == issuer


def test_a_county_is_not_taken_for_one_whose_name_its_own_ends_with() -> None:
    text = (
        "各位代表：\n现在，我代表县人民政府报告工作。\n"
        + "建设米山县，发展米山县，今天的米山县。" * 3
    )

    assert described(text).issuer == "米山县"


@pytest.mark.parametrize(
    ("issuer", "series"),
    [("青石县", "青石县"), ("河北省", "河北"), ("厦门市", "厦门"), ("青石区", "青石区")],
)
def test_the_series_of_reports_is_the_issuers_short_name(issuer: str, series: str) -> None:
    assert described(report(f"2031年{issuer}政府工作报告")).series == series


def test_the_central_governments_series_is_the_whole_country() -> None:
    assert described(f"各位代表：\n现在，我代表国务院报告工作。\n{PLAN}").series == "全国"


def test_versions_of_a_law_share_a_series() -> None:
    titles = ["中华人民共和国河流法", "中华人民共和国河流法（2031年修订）"]

    assert {described(f"# {title}\n{LAW}").series for title in titles} == {"河流法"}


def test_a_nameless_text_in_letters_has_no_series() -> None:
    assert described("You may cross the bridge.\nYou may not swim.", "2031.txt").series == ""


@pytest.mark.parametrize(
    ("lines", "name", "year"),
    [
        (["——2031年1月27日在青石市第五届人民代表大会第二次会议上", REVIEW], "1999.txt", 2031),
        (["（二〇三一年一月二十七日）", REVIEW], "1999.txt", 2031),
        (["一、2030年工作回顾"], "report.txt", 2031),
        (["一、一九九三年国内工作的回顾和一九九四年工作的基本方针"], "report.txt", 1994),
        (["二、2031年主要目标任务"], "report.txt", 2031),
        (["过去五年回顾和2030年工作情况"], "report.txt", 2031),
        (["2031年青石市政府工作报告"], "report.txt", 2031),
        (["过去五年的回顾"], "1983.txt", 1983),
        (["过去五年的回顾"], "report.txt", None),
    ],
)
def test_the_year_of_a_report_is_when_it_was_given(
    lines: list[str], name: str, year: int | None
) -> None:
    text = "\n".join(["各位代表：现在，我代表市政府作政府工作报告。", *lines])

    assert described(text, name).year == year


def test_the_occasion_outweighs_a_wrong_title() -> None:
    text = report(
        "青石县2034年政府工作报告", "（2031年1月24日在青石县第五届人民代表大会第二次会议上）"
    )

    assert described(text).year == 2031


@pytest.mark.parametrize(
    ("first_line", "date"),
    [
        ("——2031年1月27日在青石市第五届人民代表大会第二次会议上", "2031-01-27"),
        ("二〇三一年十二月三十日在青石市第五届人民代表大会第二次会议上", "2031-12-30"),
        ("（2031年1月27日）", "2031-01-27"),
        ("January 27, 2031", "2031-01-27"),
        ("青石市政府工作报告", ""),
    ],
)
def test_the_date_stands_in_the_first_lines(first_line: str, date: str) -> None:
    assert described(f"{first_line}\n{GREETING}").date == date


def test_a_law_has_the_date_of_its_latest_version() -> None:
    text = f"# 河流法\n2019年3月2日 大会通过\n2031年4月5日 大会第一次修订\n2025年1月1日 公布\n{LAW}"

    assert described(text).date == "2031-04-05"


def test_a_header_gives_title_and_date() -> None:
    header = "标题：2031年青石市政府工作报告\n发文时间：2031-01-28\n正文：\n"
    description = described(report("政府工作报告"), header=header)

    assert (description.title, description.date) == ("2031年青石市政府工作报告", "2031-01-28")


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["2031年青石市政府工作报告"], "2031年青石市政府工作报告"),
        (["政府工作报告", "青石市市长张三"], "2031年青石市政府工作报告"),
        (["青石市市长张三"], "2031年青石市政府工作报告"),
        (
            ["关于2030年计划执行情况与2031年计划草案的报告"],
            "关于2030年计划执行情况与2031年计划草案的报告",
        ),
    ],
)
def test_the_title_is_the_texts_own_or_composed(lines: list[str], title: str) -> None:
    assert described(report(*lines)).title == title


@pytest.mark.parametrize(
    ("first_line", "title"),
    [
        ("# Terms of Use", "Terms of Use"),
        ("STATE OF THE RIVER ADDRESS", "STATE OF THE RIVER ADDRESS"),
        ("You may cross the bridge.", "terms"),
        ("# Introduction", "terms"),
        ("# Budget Speech", "Budget Speech"),
    ],
)
def test_a_title_in_letters_is_a_first_line_that_is_no_sentence(
    first_line: str, title: str
) -> None:
    assert described(f"{first_line}\nYou may not swim.", "terms.md").title == title


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (report(), "anything.txt", "2031"),
        ("各位代表：\n现在，我代表市政府作政府工作报告。", "speech.txt", "speech"),
        (f"# 河流法\n2031年4月5日 大会通过\n{LAW}", "river.md", "2031-04-05"),
        (f"# 河流法\n2031年4月5日 大会通过\n{LAW}", "2031-04-01.md", "2031-04-01"),
        ("You may cross the bridge.\nYou may not swim.", "terms_20310401.txt", "2031-04-01"),
        ("You may cross the bridge.\nYou may not swim.", "terms_2031.txt", "2031"),
        ("You may cross the bridge.\nYou may not swim.", "terms.txt", "terms"),
    ],
)
def test_the_label_is_a_reports_year_or_anothers_date(text: str, name: str, label: str) -> None:
    assert described(text, name).label == label


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (report(), "zh"),
        ("You may cross the bridge.", "en"),
        ("引进GreenRiver公司建设大桥和学校", "zh"),
    ],
)
def test_the_language_is_that_of_most_characters(text: str, language: str) -> None:
    assert described(text).language == language


def real(names: Iterable[str]) -> list[Description]:
    sources = [read_source(CORPUS / name) for name in names]
    return [describe(source, clean(source)) for source in sources]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not here")
@pytest.mark.parametrize(
    ("name", "series", "label"),
    [
        ("zh_chongqing/2019.txt", "重庆", "2019"),
        ("zh_chongqing/2022.txt", "重庆", "2022"),
        ("zh_hebei/2019.txt", "河北", "2019"),
        ("zh_national/2019.txt", "全国", "2019"),
        ("zh_counties/易县/2023.txt", "米易县", "2023"),
        ("zh_counties/易县/2025.txt", "易县", "2025"),
        ("zh_counties/唐县/2020.txt", "唐县", "2020"),
        ("zh_counties/唐县/2021.txt", "高唐县", "2021"),
        ("zh_cities_2024/厦门.txt", "厦门", "2024"),
        ("zh_laws/公司法/2023-12-29.md", "公司法", "2023-12-29"),
    ],
)
def test_real_documents_get_their_series_and_label(name: str, series: str, label: str) -> None:
    (description,) = real([name])

    assert (description.series, description.label) == (series, label)
