"""Web pages: the document is read, the page around it is not."""

from pathlib import Path

import pytest

from policydiff.errors import SourceError
from policydiff.model import PlaceKind, Source
from policydiff.pipeline import read
from policydiff.read import read_source

BODY = (
    "<p>各位代表：</p>"
    "<p>　　现在，我代表市人民政府向大会报告工作，请予审议。</p>"
    "<p><strong>一、2030年工作回顾</strong></p>"
    "<p>过去一年，全市新建口袋公园12个，开通夜间公交线路3条，办成了一批实事。</p>"
    "<p><strong>二、2031年主要任务</strong></p>"
    "<p>加快建设滨江隧道。完善停车收费办法。推行河长巡查制度，在中小学开设观鸟课堂。</p>"
)
TEXT = [
    "各位代表：",
    "　　现在，我代表市人民政府向大会报告工作，请予审议。",
    "一、2030年工作回顾",
    "过去一年，全市新建口袋公园12个，开通夜间公交线路3条，办成了一批实事。",
    "二、2031年主要任务",
    "加快建设滨江隧道。完善停车收费办法。推行河长巡查制度，在中小学开设观鸟课堂。",
]
PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8">
<title>柳湾市2031年政府工作报告_柳湾市人民政府</title><style>p {{ color: red }}</style></head><body>
<div class="top"><a href="/">首页</a> <a href="/zw">政务公开</a> <a href="/hd">互动交流</a></div>
<div class="breadcrumb">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政府工作报告</a></div>
<div class="wrap"><h1>柳湾市2031年政府工作报告</h1>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
<div id="zoom"><div class="view">{BODY}</div></div>
<div class="print"><a href="#">打印</a> <a href="#">关闭</a></div></div>
<div class="related"><h3>相关链接</h3>
<ul><li><a href="/1">柳湾市2030年政府工作报告</a></li></ul></div>
<script>var page = "各位代表，这不是报告。";</script>
<footer>主办单位：柳湾市人民政府 备案号：柳ICP备00000000号</footer></body></html>"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "2031.html"


def html(path: Path, body: str) -> Source:
    path.write_text(f"<html><body>{body}</body></html>", "utf-8")
    return read_source(path)


def lines(path: Path, body: str) -> list[str]:
    return html(path, body).text.split("\n\n")


def test_a_page_is_its_title_and_its_main_text(path: Path) -> None:
    path.write_text(PAGE, "utf-8")

    assert read_source(path).text.split("\n\n") == ["柳湾市2031年政府工作报告", *TEXT]


def test_what_is_left_out_around_it_is_noticed(path: Path) -> None:
    path.write_text(PAGE.replace('class="breadcrumb"', 'class="where"'), "utf-8")

    assert "web_chrome_left_out" in {notice.code for notice in read_source(path).notices}


def test_the_document_of_a_page_knows_what_it_is(path: Path) -> None:
    path.write_text(PAGE, "utf-8")

    document = read(path)

    assert (document.title, document.year) == ("柳湾市2031年政府工作报告", 2031)
    assert [section.heading for section in document.sections][1:] == [
        "2030年工作回顾",
        "2031年主要任务",
    ]


@pytest.mark.parametrize("name", ["share", "print-box", "sidebar", "share main"])
def test_an_element_with_most_of_the_text_is_kept_whatever_its_name(name: str, path: Path) -> None:
    assert lines(path, f'<div class="{name}">{BODY}</div>') == TEXT


def test_a_page_without_a_container_is_read_whole(path: Path) -> None:
    assert lines(path, BODY) == TEXT


@pytest.mark.parametrize("encoding", ["gb18030", "gb2312", "gbk", "big5", "utf-16"])
def test_a_page_is_decoded_as_it_says_or_as_it_looks(encoding: str, path: Path) -> None:
    text = BODY.translate(str.maketrans("为线财发开过", "爲線財發開過"))
    if encoding == "big5":
        text = "<p>本市將興建公屋八百個單位，並且修築大橋一座。"
        text += "今年內改善交通，辦好中小學校，完成舊區重建。</p>"
    path.write_bytes(f'<html><meta charset="{encoding}"><body>{text}'.encode(encoding, "ignore"))

    assert "。" in read_source(path).text


def test_an_unknown_charset_does_not_stop_reading(path: Path) -> None:
    path.write_bytes(f'<html><meta charset="no-such"><body>{BODY}'.encode("gb18030"))

    assert read_source(path).text.split("\n\n") == TEXT


def test_headings_lists_and_breaks_read_as_they_show(path: Path) -> None:
    body = (
        "<h2>稳住经济</h2><h3>（一）改善出行</h3><ul><li>公交</li><li>地铁</li></ul>"
        f'<ol start="3"><li>隧道</li><li>桥</li></ol><p>甲<br>乙</p><p>丙<br><br>丁</p>{BODY}'
    )

    assert lines(path, body)[:9] == [
        "## 稳住经济",
        "（一）改善出行",
        "• 公交",
        "• 地铁",
        "3. 隧道",
        "4. 桥",
        "甲\n乙",
        "丙",
        "丁",
    ]


def test_a_table_has_one_line_a_row_unless_it_only_sets_text(path: Path) -> None:
    rows = "<tr><th>指标</th><th>目标</th></tr><tr><td>就业</td><td>5万人</td></tr>"

    assert lines(path, f"<table>{rows}</table>{BODY}")[:2] == [
        "| 指标 | 目标 |",
        "| 就业 | 5万人 |",
    ]
    assert lines(path, f"<table><tr><td>{BODY}</td></tr></table>") == TEXT


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display: none">密文，不给人看。</p>',
        "<p hidden>密文，不给人看。</p>",
        '<p aria-hidden="true">密文，不给人看。</p>',
        "<p><del>密文，不给人看。</del></p>",
        "<!-- 密文，不给人看。 -->",
        "<noscript>密文，不给人看。</noscript>",
    ],
)
def test_what_a_reader_does_not_see_is_not_read(hidden: str, path: Path) -> None:
    assert lines(path, BODY + hidden) == TEXT


def test_text_behind_an_element_that_is_left_out_stays(path: Path) -> None:
    body = f"<p>修建<script>x()</script>大桥，<span class='share'>分享</span>今年完工。</p>{BODY}"

    assert lines(path, body)[0] == "修建大桥，今年完工。"


def test_places_are_the_anchors_before_the_words(path: Path) -> None:
    body = (
        f'<p>开头的话，没有名字。</p><h2 id="plan">打算</h2>{BODY}<a name="end"></a><p>完了。</p>'
    )

    source = html(path, body)
    named = {source.text[place.span.start : place.span.end]: place for place in source.places}

    assert "开头的话，没有名字。" not in named
    assert named["## 打算"].name == named[TEXT[0]].name == "plan"
    assert named["完了。"].name == "end"
    assert {place.kind for place in source.places} == {PlaceKind.ANCHOR}


def test_a_page_saved_with_its_pictures_is_read(tmp_path: Path) -> None:
    path = tmp_path / "2031.mhtml"
    path.write_bytes(
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="cut"\r\n\r\n--cut\r\n'
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        + f"<html><body>{BODY}</body></html>".encode()
        + b"\r\n--cut--\r\n"
    )

    assert read_source(path).text.split("\n\n") == TEXT


@pytest.mark.parametrize("body", ["", "<script>x()</script>", "<p> </p>"])
def test_a_page_without_text_is_refused(body: str, path: Path) -> None:
    with pytest.raises(SourceError, match=r"is empty|without text"):
        html(path, body)


def test_a_page_nested_beyond_measure_is_refused(path: Path) -> None:
    with pytest.raises(SourceError, match="nests its elements deeper"):
        html(path, "<div>" * 100_000 + BODY)
