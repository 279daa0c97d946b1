"""Pages that are pictures: refused, named, or read as a recogniser sees them."""

import io
import math
from collections.abc import Callable, Sequence

import pypdfium2
import pytest

pytest.importorskip("reportlab")

from rapidfuzz.distance import Indel
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from policydiff.errors import SourceError
from policydiff.lexicon.recognition import as_it_stands
from policydiff.model import PlaceKind, Source
from policydiff.read.pdf import read_with
from policydiff.read.pdf.recogniser import (
    MAX_PAGES,
    Picture,
    Seen,
    installed_recogniser,
    read_pictures,
)
from tests.printing import FONT, Setting, printed

DEEDS = (
    "今年要修建青石河大桥，年内完成主体工程，并且开通三条夜间公",
    "交线路，让夜归的人有车可坐，还要修复白鹭湖湿地二百亩。",
    "推行河长巡查制度，在中小学开设观鸟课堂，办好每一所乡村小学",
    "和幼儿园，新建立体车库六座，改造老旧小区十二个。",
)
SIZE = 12.0
Drawing = Callable[[Canvas], None]


class Fake:
    """A recogniser that sees what it is told and remembers what it was asked."""

    def __init__(self, *pages: Sequence[Seen]) -> None:
        self.pages = pages
        self.asked: list[int] = []

    def __call__(self, content: bytes, name: str, numbers: Sequence[int]) -> list[Picture]:
        assert content.startswith(b"%PDF")
        assert name.endswith(".pdf")
        self.asked += numbers
        return [
            Picture(number, A4[0], A4[1], tuple(lines))
            for number, lines in zip(numbers, self.pages, strict=False)
        ]


def seen(text: str, left: float, top: float, height: float = SIZE, lean: float = 0) -> Seen:
    """A line of 汉字 as high as it says, turned about the middle of the page by so much."""
    right, bottom = left + height * len(text), top + height
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return Seen(text, tuple(turned(corner, lean) for corner in corners))


def turned(point: tuple[float, float], angle: float) -> tuple[float, float]:
    x, y = point[0] - A4[0] / 2, point[1] - A4[1] / 2
    cosine, sine = math.cos(angle), math.sin(angle)
    return A4[0] / 2 + x * cosine - y * sine, A4[1] / 2 + x * sine + y * cosine


def page_of(
    deeds: Sequence[str], left: float = 80, top: float = 100, lean: float = 0
) -> list[Seen]:
    """Two paragraphs a pair, the first line of each indented, no two boxes equally high."""
    return [
        seen(text, left + 24 * (1 - number % 2), top + 20 * number + number % 3 / 2, SIZE, lean)
        for number, text in enumerate(deeds)
    ]


def drawn(*pages: Drawing) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for page in pages:
        canvas.setFont(FONT, 12)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def picture(canvas: Canvas) -> None:
    canvas.rect(50, 50, 400, 600, fill=1)


def blank(canvas: Canvas) -> None:
    canvas.setTitle("")


def text(canvas: Canvas) -> None:
    for number, deed in enumerate(DEEDS):
        canvas.drawString(80 + 24 * (1 - number % 2), 700 - 20 * number, deed)


def wrong(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 12)
    for number in range(20):
        canvas.drawString(70, 760 - 20 * number, "Zh zloo exlog d eulgjh ryhu wkh ulyhu.")


def codes(source: Source) -> list[str]:
    return [notice.code for notice in source.notices]


def test_without_a_recogniser_a_scan_is_refused_with_the_way_to_one() -> None:
    with pytest.raises(SourceError) as refusal:
        read_with(None, drawn(picture, picture), "scan.pdf")

    assert str(refusal.value) == (
        '"scan.pdf" has no text layer, only pictures (2 pages); give what ocrmypdf makes of it, '
        'or install text recognition: pip install "policydiff[ocr]"'
    )


def test_without_a_recogniser_a_broken_glyph_map_is_refused_with_the_way_to_one() -> None:
    with pytest.raises(SourceError, match=r"broken glyph map: .*--force-ocr .*policydiff\[ocr\]"):
        read_with(None, drawn(wrong), "wrong.pdf")


def test_without_a_recogniser_pages_that_are_pictures_are_named() -> None:
    source = read_with(None, drawn(text, picture, blank, picture, picture), "mixed.pdf")

    assert [notice.message.partition(" but")[0] for notice in source.notices] == [
        "Pages 2, 4–5 show something"
    ]


def test_without_a_recogniser_a_page_with_wrong_letters_is_left_out_and_named() -> None:
    source = read_with(None, drawn(*[text] * 9, wrong), "mixed.pdf")

    assert "exlog" not in source.text
    assert source.notices[0].message.startswith("Page 10 shows something but holds no readable")


def test_a_scan_is_read_as_the_recogniser_sees_it() -> None:
    source = read_with(Fake(page_of(DEEDS)), drawn(picture), "scan.pdf")

    assert source.text == f"{DEEDS[0]}{DEEDS[1]}\n\n{DEEDS[2]}{DEEDS[3]}"
    assert {(place.kind, place.name) for place in source.places} == {(PlaceKind.PAGE, "1")}


def test_a_recognised_line_has_its_place_on_the_page() -> None:
    source = read_with(Fake(page_of(DEEDS)), drawn(picture), "scan.pdf")
    box = source.places[0].box

    assert box is not None
    assert (box.left, box.top) == pytest.approx((80, 100), abs=1)


def test_recognised_pages_are_named_with_the_advice_to_check_figures() -> None:
    source = read_with(Fake(page_of(DEEDS), page_of(DEEDS)), drawn(picture, picture), "scan.pdf")

    (notice,) = source.notices
    assert notice.message == (
        "The text of pages 1–2 is recognised from their pictures, not without errors; "
        "check its figures against the pages."
    )


def test_only_pages_without_text_are_recognised() -> None:
    recogniser = Fake(page_of(DEEDS[2:]))
    source = read_with(recogniser, drawn(text, blank, picture), "mixed.pdf")

    assert recogniser.asked == [3]
    assert source.text.split("\n\n")[-1] == "".join(DEEDS[2:])
    assert source.notices[0].message.startswith("The text of page 3 is")
    assert source.notices[0].span.start == source.text.rindex(DEEDS[2])


def test_a_pdf_with_text_on_every_page_asks_no_recogniser() -> None:
    recogniser = Fake()
    source = read_with(recogniser, drawn(text, text), "text.pdf")

    assert (recogniser.asked, codes(source)) == ([], [])


def test_a_word_on_a_photograph_among_pages_of_text_is_left_alone() -> None:
    source = read_with(Fake([seen("欢迎来到柳湾", 80, 100)]), drawn(text, picture), "photo.pdf")

    assert "欢迎" not in source.text
    assert codes(source) == []


def test_a_page_with_wrong_letters_is_recognised() -> None:
    source = read_with(Fake(page_of(DEEDS)), drawn(wrong), "wrong.pdf")

    assert source.text.startswith(DEEDS[0])
    assert "exlog" not in source.text


@pytest.mark.parametrize("lines", [[], [seen("柳湾", 80, 100)]])
def test_a_scan_without_a_recognisable_text_is_refused(lines: list[Seen]) -> None:
    with pytest.raises(SourceError, match=r"no text is recognised .*\(1 page\); scan it anew"):
        read_with(Fake(lines), drawn(picture), "scan.pdf")


def test_a_blank_pdf_is_refused_and_nothing_asked_of_a_recogniser() -> None:
    recogniser = Fake()

    with pytest.raises(SourceError, match="no text is recognised"):
        read_with(recogniser, drawn(blank), "blank.pdf")
    assert recogniser.asked == []


@pytest.mark.parametrize("lean", [-0.03, 0.02])
def test_a_page_that_leans_is_set_straight(lean: float) -> None:
    source = read_with(Fake(page_of(DEEDS, lean=lean)), drawn(picture), "scan.pdf")

    assert source.text.split("\n\n") == ["".join(DEEDS[:2]), "".join(DEEDS[2:])]


def test_columns_are_read_one_after_the_other() -> None:
    half = [deed[:18] for deed in DEEDS * 3]
    left = [seen(line, 60, 100 + 20 * number) for number, line in enumerate(half)]
    right = [seen(line[::-1], 320, 100 + 20 * number) for number, line in enumerate(half)]
    both = [line for pair in zip(left, right, strict=True) for line in pair]
    source = read_with(Fake(both), drawn(picture), "columns.pdf")

    assert source.text.replace("\n", "") == "".join([*half, *(line[::-1] for line in half)])


def test_running_heads_of_scanned_pages_are_set_apart() -> None:
    bodies = [DEEDS[number:] + DEEDS[:number] for number in range(3)]
    pages = [[seen("柳湾日报", 260, 40, 9), *page_of(body * 2)] for body in bodies]
    source = read_with(Fake(*pages), drawn(picture, picture, picture), "scan.pdf")

    assert [source.text[a.span.start : a.span.end] for a in source.asides] == ["柳湾日报"] * 3


@pytest.mark.parametrize(("height", "start"), [(18, "# 柳湾市"), (12.9, "柳湾市"), (11, "柳湾市")])
def test_a_line_is_a_heading_only_if_it_is_clearly_larger(height: float, start: str) -> None:
    title = seen("柳湾市政府工作报告", 160, 50, height)
    source = read_with(Fake([title, *page_of(DEEDS * 3)]), drawn(picture), "scan.pdf")

    assert source.text.startswith(start)


def test_a_short_last_line_is_of_its_paragraph_though_what_covers_it_is_higher() -> None:
    lines = [*page_of(DEEDS[:1]), seen("车。", 80, 118, 1.35 * SIZE), *page_of(DEEDS, top=140)]
    source = read_with(Fake(lines), drawn(picture), "scan.pdf")

    assert source.text.startswith(f"{DEEDS[0]}车。\n\n")


def test_a_line_that_runs_down_the_page_is_no_text() -> None:
    corners = ((20.0, 100.0), (32.0, 100.0), (32.0, 400.0), (20.0, 400.0))
    source = read_with(Fake([Seen("装订线", corners), *page_of(DEEDS)]), drawn(picture), "scan.pdf")

    assert "装订线" not in source.text


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        ("一—修建青石河大桥", "——修建青石河大桥"),
        ("—一修建青石河大桥", "——修建青石河大桥"),
        ("一一修建青石河大桥", "——修建青石河大桥"),
        ("——修建青石河大桥", "——修建青石河大桥"),
        ("一一对应，逐项落实", "一一对应，逐项落实"),
        ("一是修建青石河大桥", "一是修建青石河大桥"),
        ("落实2031一2035年规划", "落实2031—2035年规划"),
    ],
)
def test_a_dash_that_is_taken_for_a_numeral_is_told(line: str, stands: str) -> None:
    assert as_it_stands(line) == stands


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        ("We will spend £5o,ooo by 202o.", "We will spend £50,000 by 2020."),
        ("o.7 per cent, 1O% and 3oo more", "0.7 per cent, 10% and 300 more"),
        ("新增公园2o座", "新增公园20座"),
        ("H2O, O3 and CO2 at 25oC", "H2O, O3 and CO2 at 25oC"),
        ("one of 2 options", "one of 2 options"),
    ],
)
def test_a_nought_that_is_taken_for_a_letter_is_told(line: str, stands: str) -> None:
    assert as_it_stands(line) == stands


def test_lines_in_letters_are_headings_only_if_they_are_clearly_larger() -> None:
    lines = [
        Seen(
            f"We will build bridge number {number} over the river next to a school", corners(number)
        )
        for number in range(12)
    ]
    source = read_with(Fake(lines), drawn(picture), "scan.pdf")

    assert "#" not in source.text


def corners(number: int) -> tuple[tuple[float, float], ...]:
    """Those of a line of letters, every sixth line covered higher and wider."""
    left, top, grown = 80.0, 100.0 + 20 * number, 1.0 if number % 6 else 1.15
    right, bottom = left + 300 * grown, top + SIZE * grown
    return (left, top), (right, top), (right, bottom), (left, bottom)


@pytest.mark.parametrize(
    "answer", [[["1", 2, 3, []]], [[1, 2, 3, [["桥", 1, 2]]]], [[1, 2, 3, [["桥", *"12345678"]]]]]
)
def test_an_answer_that_is_not_as_the_script_writes_it_is_refused(answer: list[object]) -> None:
    with pytest.raises(ValueError, match="is not as the script writes it"):
        read_pictures(answer)


REAL = installed_recogniser()
needs_the_extra = pytest.mark.skipif(REAL is None, reason="needs policydiff[ocr]")


@needs_the_extra
def test_more_pages_than_are_recognised_are_refused() -> None:
    assert REAL is not None
    with pytest.raises(SourceError, match=r"has 301 pages without a text layer, .* 300"):
        REAL(b"", "scan.pdf", range(1, MAX_PAGES + 2))


PARAGRAPHS = [
    "一、2031年主要任务",
    "（一）改善出行。今年要修建青石河大桥，年内完成主体工程，开通三条夜间公交线路。",
    "（二）办好教育。在中小学开设观鸟课堂，新增学位1200个，城镇调查失业率控制在5.5%以内。",
    "（三）保护湿地。修复白鹭湖湿地200亩，推行河长巡查制度，让每一条河都有人管。",
]


def photographed(content: bytes, turns: int = 0) -> bytes:
    """A PDF of pictures of the pages, each turned."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for page in pypdfium2.PdfDocument(content):
        image = page.render(scale=2).to_pil().convert("L").rotate(90 * turns, expand=True)
        canvas.setPageSize((image.width / 2, image.height / 2))
        canvas.drawImage(ImageReader(image), 0, 0, image.width / 2, image.height / 2)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@needs_the_extra
@pytest.mark.parametrize("turns", [0, 1, 2])
def test_a_photographed_page_is_recognised_without_the_net(turns: int) -> None:
    setting = Setting(is_numbered=False)
    source = read_with(REAL, photographed(printed(PARAGRAPHS, setting), turns), "scan.pdf")

    assert Indel.normalized_similarity(source.text, "\n\n".join(PARAGRAPHS)) >= 0.98


@needs_the_extra
def test_recognising_a_page_again_gives_the_same() -> None:
    content = photographed(printed(PARAGRAPHS, Setting()))

    assert read_with(REAL, content, "scan.pdf") == read_with(REAL, content, "scan.pdf")
