"""Pages as web sites build them and browsers save them: the report is read, nothing of the site."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from policydiff.clean import clean
from policydiff.model import Document, Source
from policydiff.pipeline import read
from policydiff.read import read_source

PAGES = Path(__file__).with_name("pages")

REPORT = (
    "各位代表：",
    "现在，我代表市人民政府，向大会报告工作，请予审议。",
    "一、2030年工作回顾",
    "过去一年，全市新建口袋公园12个，开通夜间公交线路3条，办成了一批实事。",
    "沿河七个村的居民喝上了干净的水，白鹭回到东湖。",
    "二、2031年主要任务",
    "（一）改善出行",
    "加快建设滨江隧道。完善停车收费办法。",
    "（二）守护湿地",
    "推行河长巡查制度，在中小学开设观鸟课堂，修复滩涂二百亩。",
    "各位代表！让我们携手努力，把柳湾建设得更加美好！",
)


class Page(NamedTuple):
    """A page's file, how it sets a paragraph, what it puts between two, and its names."""

    name: str
    paragraph: Callable[[str], str]
    between: str
    anchor: str
    bodies: str
    date: str
    charset: str = "utf-8"


def editor(text: str) -> str:
    """A paragraph as an editor in the browser leaves it, its first words in a span of their own."""
    return (
        f'<p style="text-indent: 2em"><span style="font-family: 宋体">{text[:4]}</span>'
        f'<span style="font-family: 宋体; font-size: 12pt">{text[4:]}</span></p>'
    )


def headed(text: str) -> str:
    """A paragraph as a blog sets it, headings in elements of their own."""
    level = {"、": 2, "一": 3, "二": 3}.get(text[1], 0)
    return f"<h{level}>{text}</h{level}>" if level else f"<p>{text}</p>"


def section(text: str) -> str:
    """A paragraph as a messenger's editor leaves it."""
    return f'<section><p><span><span leaf="">{text}</span></span></p></section><p><br></p>'


def spaced(text: str) -> str:
    """Text set off by spaces and line breaks alone."""
    return f"&nbsp;&nbsp;&nbsp;&nbsp;{text}"


TABLES = Page("tables", spaced, "<BR><BR>", "fontzoom", "id=fontzoom", "2031-01-12", "gb2312")
SITES = (
    Page(
        "portal",
        editor,
        "\n",
        "UCAP-CONTENT",
        "UCAP-CONTENT|pages_content|trs_\\w+|TRS_\\w+",
        "2031-01-12",
    ),
    Page("province", lambda text: f"<p>　　{text}</p>", "\n", "zoom", "xl_con|zoom", "2031-01-10"),
    Page("blog", headed, "\n", "post-12", "entry-content", ""),
    Page("messenger", section, "\n", "js_content", "js_content", "2031-01-12"),
    TABLES,
    TABLES._replace(between="<BR>"),
)
NAMES = [f"{page.name}-{page.between.strip()}".rstrip("-") for page in SITES]

each_site = pytest.mark.parametrize("page", SITES, ids=NAMES)


def saved(folder: Path, page: Page, body: tuple[str, ...] = REPORT) -> Path:
    html = (PAGES / f"{page.name}.html").read_text("utf-8")
    text = page.between.join(map(page.paragraph, body))
    path = folder / f"{page.name}.html"
    path.write_bytes(html.replace("<!-- BODY -->", text).encode(page.charset))
    return path


def lines(source: Source) -> list[str]:
    text = clean(source)
    return [text.text[slice(*span)] for span in text.paragraphs()]


@each_site
def test_the_report_is_read_whole_and_nothing_else(page: Page, tmp_path: Path) -> None:
    assert lines(read_source(saved(tmp_path, page))) == list(REPORT)


@each_site
def test_what_is_left_out_is_noticed(page: Page, tmp_path: Path) -> None:
    notices = read_source(saved(tmp_path, page)).notices

    assert [notice.code for notice in notices] == ["web_chrome_left_out"]
    assert int(re.findall(r"\d+", notices[0].message)[0]) > 5


@each_site
def test_the_place_is_the_nearest_anchor(page: Page, tmp_path: Path) -> None:
    document = read(saved(tmp_path, page))

    assert {place.name for place in document.places} == {page.anchor}


@each_site
def test_the_page_says_what_the_report_is(page: Page, tmp_path: Path) -> None:
    document = read(saved(tmp_path, page))

    assert (document.issuer, document.year, document.date) == ("柳湾市", 2031, page.date)


LONG = (*REPORT[:4], *(
    f"第{n}项工作按期完成，修建道路{n}公里，治理河道{n}里，新建学校{n}所，改造管网{n}处。"
    for n in range(60)
), *REPORT[4:])  # fmt: skip


@each_site
def test_a_long_report_is_found_whatever_its_element_is_called(page: Page, tmp_path: Path) -> None:
    path = saved(tmp_path, page, LONG)
    html = re.sub(rf"\b(?:{page.bodies})\b", "", path.read_bytes().decode(page.charset))
    path.write_bytes(html.encode(page.charset))

    assert lines(read_source(path)) == list(LONG)


def report(document: Document) -> list[str]:
    return [item.plain for item in document.items]


def test_the_same_report_has_the_same_items_on_every_site(tmp_path: Path) -> None:
    found = [report(read(saved(tmp_path, page))) for page in SITES]

    assert all(items == found[0] for items in found)
    assert len(found[0]) > 10


def page_with(tmp_path: Path, head: str, before: str) -> Document:
    path = tmp_path / "a.html"
    body = "".join(f"<p>{text}</p>" for text in REPORT)
    path.write_text(
        f"<html><head>{head}</head><body>{before}<div class='article-content'>{body}</div></body>",
        "utf-8",
    )
    return read(path)


def test_a_heading_with_the_name_of_the_site_is_not_the_title(tmp_path: Path) -> None:
    title = "<title>2031年柳湾市政府工作报告_柳湾市人民政府</title>"
    document = page_with(tmp_path, title, "<h1>柳湾市人民政府</h1>")

    assert document.title == "2031年柳湾市政府工作报告"


def test_the_day_on_which_a_page_was_saved_is_not_that_of_the_text(tmp_path: Path) -> None:
    before = "<p>今天是2035年3月5日 星期一</p><p>2031-01-12 来源：柳湾日报</p>"

    assert page_with(tmp_path, "", before).date == "2031-01-12"


def test_the_day_that_a_page_says_to_programs_is_read(tmp_path: Path) -> None:
    assert page_with(tmp_path, '<meta name="PubDate" content="2031-02-01">', "").date == (
        "2031-02-01"
    )


def test_text_that_shows_once_a_page_has_loaded_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    body = "".join(f"<p>{text}</p>" for text in REPORT)
    path.write_text(f'<body><div style="visibility: hidden">{body}</div><p>加载中</p>', "utf-8")

    assert lines(read_source(path))[: len(REPORT)] == list(REPORT)
