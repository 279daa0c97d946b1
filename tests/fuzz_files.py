"""A file of every format that is read, as it should be: what the fuzzing damages."""

import base64
import csv
import datetime as dt
import io
import quopri
import zipfile
from typing import NamedTuple

import xlsxwriter

from tests.printing import Setting, printed

PARAGRAPHS = (
    "各位代表：现在，我代表市人民政府向大会报告工作，请予审议。",
    "一、2030年工作回顾",
    "过去一年，全市新建口袋公园12个，开通夜间公交线路3条，地区生产总值增长6%左右。",
    "二、2031年主要任务",
    "（一）稳住经济。地区生产总值增长5.5%以上，城镇新增就业5万人，城镇调查失业率控制在5.5%以内。",
    "（二）改善出行。加快建设滨江隧道，完善停车收费办法，把路灯装到每一条巷子里。",
    "We will build a bridge over the river by 2031, and cut waiting times by 20 per cent.",
)
TEXT_COLUMN, LABEL_COLUMN = "正文", "年份"
"""The columns of the tables that hold documents."""

TABLE_ENDINGS = (".csv", ".tsv", ".xlsx")

_TEXT = "\n".join(PARAGRAPHS * 3)


class Seed(NamedTuple):
    """A file as it should be; its encoding is empty if it is no text."""

    name: str
    content: bytes
    encoding: str = "utf-8"


def seeds() -> dict[str, Seed]:
    """A small file of each format, in the forms in which people have it, by its name."""
    found = (
        Seed("a.txt", _TEXT.encode()),
        Seed("b.txt", _TEXT.encode("gb18030"), "gb18030"),
        Seed("c.txt", _TEXT.encode("utf-16"), "utf-16"),
        Seed("a.md", f"# 报告\n\n{_TEXT}\n\n| a | b |\n|---|---|\n".encode()),
        Seed("b.md", _MARKDOWN.encode()),
        Seed("a.html", _page("".join(map(_anchored, enumerate(PARAGRAPHS)))).encode()),
        Seed(
            "b.html",
            _page("".join(map(_anchored, enumerate(PARAGRAPHS)))).encode("gb18030"),
            "gb18030",
        ),
        Seed("c.html", _site_page().encode()),
        Seed("a.mhtml", b"MIME-Version: 1.0\nContent-Type: text/html\n\n" + _site_page().encode()),
        Seed("b.mhtml", _saved_page()),
        Seed("a.csv", f'年份,正文\n2030,"{_TEXT}"\n2031,"{_TEXT}"\n'.encode()),
        Seed("b.csv", _table(";").encode("gb18030"), "gb18030"),
        Seed("a.tsv", _table("\t").encode("utf-16"), "utf-16"),
        Seed("a.docx", _docx(), ""),
        Seed("a.xlsx", _workbook(), ""),
        Seed("b.xlsx", _mixed_workbook(), ""),
        Seed("a.pdf", printed(PARAGRAPHS * 3, Setting(columns=2, head="日报")), ""),
    )
    return {seed.name: seed for seed in found}


_MARKDOWN = f"""---
title: 报告
---
报告
====

> {PARAGRAPHS[0]}

## 一、2030年工作回顾 {{#review}}

* **新建**口袋公园12个，[开通夜间公交线路3条](https://example.org/a_(b) "线路")
  1. 地区生产总值增长6%左右[^1]
  2. ~~取消~~ `停车收费`

```text
{PARAGRAPHS[2]}
```

| 指标 | 2031年 |
|:-----|-------:|
| 城镇新增就业 | 5万人 \\| 以上 |

<details><summary>注</summary>{PARAGRAPHS[4]}</details>

{_TEXT}

![图](data:image/png;base64,iVBORw0KGgo=)

[^1]: 初步核算数。
"""


def _anchored(numbered: tuple[int, str]) -> str:
    number, text = numbered
    return f"<p id='p{number}'>{_TEXT if number == 2 else text}</p>"


def _page(body: str) -> str:
    main = f"<div class='main'><h1>报告</h1>{body}</div>"
    return f"<!DOCTYPE html><html><body>{main}</body></html>"


def _site_page() -> str:
    """A page as a government's site serves it, with all that stands around the text."""
    items = "".join(f"<li><b>{text}</b></li>" for text in PARAGRAPHS)
    rows = "".join(
        f"<tr><td>{number}</td><td>{text}</td></tr>" for number, text in enumerate("甲乙")
    )
    paragraphs = "".join(
        f"<p style='text-indent:2em'>&emsp;&emsp;{text}</p>" for text in PARAGRAPHS
    )
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="zh"><head><meta charset="utf-8"/>
<title>报告_市人民政府</title><style>p {{color: #333}}</style>
<script>/*<![CDATA[*/ if (1 < 2) document.write("<p>"); /*]]>*/</script></head><body>
<!--[if lt IE 9]><p>升级浏览器</p><![endif]-->
<nav><a href="/">首页</a> &gt; <a>政府工作报告</a></nav>
<div class="share">分享到：<a href="javascript:void(0)">微信</a> 【字体：大 中 小】 打印 关闭</div>
<article><h1>报告</h1><span>发布时间：2031-01-12&nbsp;来源：市政府办</span>{paragraphs * 3}
<table border="1"><tbody>{rows}</tbody></table><ol start="3">{items}</ol><br/><hr>
<iframe src="about:blank"></iframe><svg><text>图</text></svg><img alt="图" src="a.png"></article>
<div id="related"><h3>相关链接</h3><ul>{"<li><a href='#'>新闻</a></li>" * 9}</ul></div>
<footer>主办：市人民政府 备案号12345678号</footer></body></html>"""


def _saved_page() -> bytes:
    """A page as browsers save it in one file: parts with their own encodings."""
    page = quopri.encodestring(_site_page().encode())
    image = base64.encodebytes(bytes(range(256)))
    return b"\r\n".join(
        [
            b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/report",
            b"Subject: =?utf-8?Q?=E6=8A=A5=E5=91=8A?=\r\nMIME-Version: 1.0",
            b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--part--"\r\n',
            b"----part--\r\nContent-Type: text/html\r\nContent-ID: <frame@mhtml.blink>",
            b"Content-Transfer-Encoding: quoted-printable\r\n",
            page,
            b"----part--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n",
            image,
            b"----part----\r\n",
        ]
    )


def _table(mark: str) -> str:
    written = io.StringIO()
    rows = [["城市", LABEL_COLUMN, TEXT_COLUMN], ["柳湾", "2030", f'"{_TEXT}"'], ["", "", ""]]
    csv.writer(written, delimiter=mark).writerows([*rows, ["柳湾", "2031", _TEXT], ["短行"]])
    return written.getvalue()


def _docx() -> bytes:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    numbered = '<w:pPr><w:pStyle w:val="1"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    body = "".join(f"<w:p>{numbered}<w:r><w:t>{text}</w:t></w:r></w:p>" for text in PARAGRAPHS)
    table = f"<w:tbl><w:tr><w:tc>{body}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    change = "<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r/></w:del></w:p>"
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    parts = {
        "document": f"<w:document {names}><w:body>{body}{table}{change}</w:body></w:document>",
        "styles": f'<w:styles {names}><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        "</w:styles>",
        "numbering": f'<w:numbering {names}><w:abstractNum w:abstractNumId="0">{level}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    }
    return zipped({f"word/{name}.xml": content.encode() for name, content in parts.items()})


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip file with these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _workbook() -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, [LABEL_COLUMN, TEXT_COLUMN])
        sheet.write_row(1, 0, [2030, _TEXT])
    return buffer.getvalue()


def _mixed_workbook() -> bytes:
    """Several sheets, with cells of every kind."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"default_date_format": "yyyy-mm-dd"}) as book:
        book.add_worksheet("说明").merge_range("A1:C3", "报告一览")
        sheet = book.add_worksheet("报告")
        sheet.write_row(0, 0, [TEXT_COLUMN, LABEL_COLUMN, "日期", "字数", "有效"])
        for number, text in enumerate((_TEXT, "", _TEXT[:300]), start=1):
            sheet.write_row(number, 0, [text, 2029.0 + number])
            sheet.write_datetime(number, 2, dt.datetime(2030, 1, number))  # noqa: DTZ001
            sheet.write_formula(number, 3, f"=LEN(A{number + 1})", value=len(text))
            sheet.write_boolean(number, 4, number > 1)
        sheet.write_url(9, 0, "https://example.org", string="链接")
        sheet.write_comment(1, 0, "批注")
    return buffer.getvalue()
