"""DOCX: what a word processor shows is what is read, with every change accepted."""

import io
import zipfile
from pathlib import Path

import pytest

from policydiff.clean import clean
from policydiff.errors import SourceError
from policydiff.model import PlaceKind, Source, Span
from policydiff.read import read_source

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

TEXT = "今年要办好三件事。第一件是修建青石河大桥，第二件是新增公租房八百套，第三件是办好乡村小学。"

STYLES = f"""<w:styles {W}>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Own"/><w:basedOn w:val="Deep"/></w:style>
<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="heading 3"/></w:style>
<w:style w:type="paragraph" w:styleId="Round"><w:name w:val="R"/>
<w:basedOn w:val="Round"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Listed"><w:name w:val="Listed"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
</w:styles>"""


def level(
    depth: int, form: str, text: str, start: int = 1, *, suffix: str = "tab", legal: str = ""
) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'{legal}<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="0">{level(0, "chineseCounting", "%1、", suffix="nothing")}
{level(1, "chineseCounting", "（%2）")}{level(2, "decimal", "%1.%3")}
{level(3, "decimal", "%1.%2", legal="<w:isLgl/>")}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "%2)")}
{level(2, "bullet", "&#xF06C;")}{level(3, "upperRoman", "%4.", 4)}</w:abstractNum>
<w:abstractNum w:abstractNumId="2">{level(0, "decimalEnclosedCircle", "%1")}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>"""

SMALL, LARGE = "<w:r><w:t>jiǎ</w:t></w:r>", "<w:r><w:t>甲</w:t></w:r>"

FOOTNOTES = f"""<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>
<w:r><w:t>河长：负责一段河流的官员。</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def paragraph(text: str, properties: str = "") -> str:
    inner = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{inner}<w:r><w:t>{text}</w:t></w:r></w:p>"


def listed(text: str, list_id: int, depth: int = 0) -> str:
    numbering = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(text, numbering)


def styled(text: str, style: str) -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>')


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def docx(body: str, *, namespace: str = W, **parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        document = f"<w:document {namespace} {MC}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", document)
        given = {"styles": STYLES, "numbering": NUMBERING, "footnotes": FOOTNOTES} | parts
        for name, content in given.items():
            archive.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


@pytest.fixture
def source(tmp_path: Path) -> "Reader":
    return Reader(tmp_path / "report.docx")


class Reader:
    """Reads a body as if it stood in a file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, body: str, **parts: str) -> Source:
        self._path.write_bytes(docx(body + paragraph(TEXT), **parts))
        return read_source(self._path)

    def lines(self, body: str, **parts: str) -> list[str]:
        """The paragraphs before the last, which every body has."""
        return self(body, **parts).text.split("\n\n")[:-1]

    def raw(self, content: bytes) -> Source:
        self._path.write_bytes(content)
        return read_source(self._path)


def test_each_paragraph_is_one_and_knows_its_number(source: Reader) -> None:
    read = source(paragraph("各位代表：") + paragraph("") + paragraph("一、工作回顾"))

    assert read.text == f"各位代表：\n\n一、工作回顾\n\n{TEXT}"
    assert [(place.kind, place.name) for place in read.places] == [
        (PlaceKind.PARAGRAPH, "1"),
        (PlaceKind.PARAGRAPH, "2"),
        (PlaceKind.PARAGRAPH, "3"),
    ]
    assert read.places[1].span == Span(7, 13)


def test_the_names_of_the_strict_format_are_known_too(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(docx(paragraph(TEXT), namespace=STRICT))

    assert read_source(path).text == TEXT


@pytest.mark.parametrize(
    ("style", "line"),
    [("1", "# 稳住经济"), ("Sub", "### 稳住经济"), ("Round", "稳住经济"), ("none", "稳住经济")],
)
def test_a_heading_by_style_shows_its_level(style: str, line: str, source: Reader) -> None:
    assert source.lines(styled("稳住经济", style)) == [line]


def test_a_heading_by_style_keeps_an_ordinal_of_its_own(source: Reader) -> None:
    assert source.lines(styled("（一）稳住经济", "1")) == ["（一）稳住经济"]


def test_an_outline_level_makes_a_heading(source: Reader) -> None:
    body = paragraph("稳住经济", '<w:outlineLvl w:val="1"/>')
    plain = paragraph("稳住经济", '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>')

    assert source.lines(body + plain) == ["## 稳住经济", "稳住经济"]


def test_automatic_numbers_are_made_visible(source: Reader) -> None:
    body = (
        listed("回顾", 1)
        + listed("稳住经济", 1, 1)
        + listed("改善出行", 1, 1)
        + listed("公交", 1, 2)
        + listed("地铁", 1, 3)
        + listed("打算", 1)
        + listed("保护湿地", 1, 1)
    )

    assert source.lines(body) == [
        "一、回顾",
        "（一）稳住经济",
        "（二）改善出行",
        "一.1 公交",
        "1.2 地铁",
        "二、打算",
        "（一）保护湿地",
    ]


def test_a_list_may_bear_letters_bullets_and_other_starts(source: Reader) -> None:
    body = (
        listed("one", 2)
        + listed("deep", 2, 1)
        + listed("dot", 2, 2)
        + listed("four", 2, 3)
        + listed("two", 2)
        + listed("seven", 3)
        + listed("eight", 3)
        + listed("ring", 4)
    )

    assert source.lines(body) == [
        "1. one",
        "a) deep",
        "• dot",
        "IV. four",
        "2. two",
        "7. seven",
        "8. eight",
        "① ring",
    ]


def test_a_style_may_number_its_paragraphs(source: Reader) -> None:
    assert source.lines(styled("回顾", "Listed") * 2) == ["一、回顾", "二、回顾"]


def test_tracked_changes_are_read_as_accepted_with_a_notice(source: Reader) -> None:
    body = (
        "<w:p><w:r><w:t>增长</w:t></w:r><w:del><w:r><w:delText>6%</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>5%</w:t></w:r></w:ins><w:r><w:t>左右。</w:t></w:r></w:p>"
    )

    read = source(body)

    assert read.text.startswith("增长5%左右。")
    assert [notice.message for notice in read.notices] == [
        "2 tracked changes are read as if they were accepted."
    ]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(source: Reader) -> None:
    body = paragraph("修建", "<w:rPr><w:del/></w:rPr>") + paragraph("大桥。")

    assert source.lines(body) == ["修建大桥。"]


def test_a_deleted_row_is_gone(source: Reader) -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('旧')}{cell('1')}</w:tr>"
    kept = f"<w:tr>{cell('新')}{cell('2')}</w:tr>"

    assert source.lines(f"<w:tbl>{gone}{kept}</w:tbl>") == ["| 新 | 2 |"]


def test_a_table_has_one_line_a_row(source: Reader) -> None:
    first = f"<w:tr>{cell('指标')}{cell('目标')}</w:tr>"
    restart = '<w:vMerge w:val="restart"/>'
    second = f"<w:tr>{cell('就业', restart)}{cell('5万人')}</w:tr>"
    third = f"<w:tr>{cell('', '<w:vMerge/>')}{cell('6万人')}</w:tr>"

    assert source.lines(f"<w:tbl>{first}{second}{third}</w:tbl>") == [
        "| 指标 | 目标 |",
        "| 就业 | 5万人 |",
        "| 6万人 |",
    ]


def test_a_table_that_only_sets_text_in_columns_is_read_through(source: Reader) -> None:
    long = "办好乡村小学，" * 40
    row = f"<w:tr>{cell(long)}{cell('说明')}</w:tr>"

    assert source.lines(f"<w:tbl>{row}</w:tbl>") == [long, "说明"]


def test_a_footnote_is_set_apart_behind_its_paragraph(source: Reader) -> None:
    body = (
        '<w:p><w:r><w:t>推行河长制</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        "<w:r><w:t>。</w:t></w:r></w:p>"
    )

    read = source(body)
    cleaned = clean(read)

    assert read.text.startswith("推行河长制。\n\n河长：负责一段河流的官员。\n\n")
    assert "负责一段河流" not in cleaned.text
    assert "footnotes_set_apart" in {notice.code for notice in cleaned.notices}


def test_a_table_of_contents_is_left_out(source: Reader) -> None:
    cleaned = clean(source(styled("一、工作回顾\t1", "TOC1") + paragraph("一、工作回顾")))

    assert cleaned.text.startswith("一、工作回顾\n")
    assert "contents_removed" in {notice.code for notice in cleaned.notices}


@pytest.mark.parametrize(
    ("run", "text"),
    [
        ("<w:t>甲</w:t><w:tab/><w:t>乙</w:t>", "甲\t乙"),
        ("<w:t>甲</w:t><w:br/><w:t>乙</w:t>", "甲\n乙"),
        ("<w:t>non</w:t><w:noBreakHyphen/><w:t>stop</w:t>", "non-stop"),
        ("<w:instrText>PAGE</w:instrText><w:t>甲</w:t>", "甲"),
        (f"<w:ruby><w:rt>{SMALL}</w:rt><w:rubyBase>{LARGE}</w:rubyBase></w:ruby>", "甲"),
    ],
)
def test_the_marks_inside_a_run_are_read(run: str, text: str, source: Reader) -> None:
    assert source.lines(f"<w:p><w:r>{run}</w:r></w:p>") == [text]


def test_hidden_text_is_not_read(source: Reader) -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>明</w:t></w:r>'

    assert source.lines(f"<w:p>{hidden}{shown}</w:p>") == ["明"]


def test_a_text_box_is_read_once(source: Reader) -> None:
    box = f"<w:txbxContent>{paragraph('框里的话')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent>"
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )

    assert source.lines(body) == ["正文", "框里的话"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (docx(paragraph(TEXT))[:-40], "damaged Word document"),
        (docx("<w:p><w:r>"), "damaged Word document"),
        (docx(paragraph("")), "without text"),
        (docx(paragraph(TEXT), styles="<w:styles"), "damaged Word document"),
    ],
)
def test_a_damaged_document_is_refused(content: bytes, reason: str, source: Reader) -> None:
    with pytest.raises(SourceError, match=reason):
        source.raw(content)


def test_a_document_that_unpacks_beyond_measure_is_refused(source: Reader) -> None:
    with pytest.raises(SourceError, match="unpacks to more than 60 MB"):
        source.raw(docx(paragraph(TEXT), bomb=" " * 61_000_000))


def test_a_document_with_entities_of_its_own_is_refused(source: Reader) -> None:
    entities = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'

    with pytest.raises(SourceError, match="declares entities"):
        source.raw(docx(paragraph(TEXT), styles=entities + STYLES))
