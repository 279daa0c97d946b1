"""PDF: paragraphs in reading order, each with its page; what pages repeat is set apart."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("reportlab")

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from policydiff.clean import clean
from policydiff.errors import SourceError
from policydiff.model import PlaceKind, Source
from policydiff.read import read_source
from policydiff.read.pdf.legible import reads_as_language
from policydiff.read.pdf.pages import read_pages
from tests.printing import FONT, Setting, printed

DEEDS = (
    "加快建设滨江隧道，年内完成主体工程，开通三条夜间公交线路，让夜归的人有车可坐。",
    "修复白鹭湖湿地二百亩，推行河长巡查制度，在中小学开设观鸟课堂，办好乡村小学。",
    "完善停车收费办法，新建立体车库六座，改造老旧小区十二个，把路灯装到每一条巷子里。",
)
PARAGRAPHS = [
    "各位代表：",
    "现在，我代表市人民政府向大会报告工作，请予审议。",
    "一、2030年工作回顾",
    *("过去一年，" + "".join(DEEDS[: 1 + number % 3]) for number in range(12)),
    "二、2031年主要任务",
    *("今年要" + "".join(DEEDS[number % 2 :]) for number in range(12)),
]
TITLE = "柳湾市2031年政府工作报告"
Drawing = Callable[[Canvas], None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "2031.pdf"


def pdf(path: Path, content: bytes) -> Source:
    path.write_bytes(content)
    return read_source(path)


def drawn(*pages: Drawing, size: tuple[float, float] = A4) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size)
    for page in pages:
        canvas.setFont(FONT, 12)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def lines_at(x: float, y: float, *lines: str, size: float = 12, font: str = FONT) -> Drawing:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        for number, line in enumerate(lines):
            canvas.drawString(x, y - 1.4 * size * number, line)

    return draw


def together(*drawings: Drawing) -> Drawing:
    def draw(canvas: Canvas) -> None:
        for drawing in drawings:
            drawing(canvas)

    return draw


def body(source: Source) -> list[str]:
    """The paragraphs, without those that are set apart."""
    text = list(source.text)
    for aside in source.asides:
        text[aside.span.start : aside.span.end] = ""  # keeps the gaps, which are split at
        text[aside.span.start : aside.span.start] = [""] * aside.span.length
    return [paragraph for paragraph in "".join(text).split("\n\n") if paragraph.strip()]


def asides(source: Source, code: str) -> list[str]:
    return [source.text[a.span.start : a.span.end] for a in source.asides if a.code == code]


@pytest.mark.parametrize(
    "setting",
    [
        Setting(),
        Setting(head="柳湾日报"),
        Setting(columns=2, size=10, head="柳湾日报 第3版"),
        Setting(columns=3, size=9),
        Setting(indent=0, gap=9),
        Setting(columns=2, size=10, indent=0, gap=9),
    ],
)
def test_paragraphs_come_back_as_they_were_printed(setting: Setting, path: Path) -> None:
    assert body(pdf(path, printed(PARAGRAPHS, setting))) == PARAGRAPHS


def test_running_heads_and_page_numbers_are_set_apart(path: Path) -> None:
    source = pdf(path, printed(PARAGRAPHS * 3, Setting(head="柳湾日报 第3版")))

    assert asides(source, "page_furniture_removed")[:2] == ["柳湾日报 第3版", "— 1 —"]
    assert "柳湾日报" not in clean(source).text


def test_a_paragraph_that_goes_on_overleaf_stands_on_both_pages(path: Path) -> None:
    source = pdf(path, printed(PARAGRAPHS * 2))
    pages = [place.name for place in source.places]

    assert {place.kind for place in source.places} == {PlaceKind.PAGE}
    assert pages == sorted(pages, key=int)
    assert int(pages[-1]) > 1
    assert len(source.places) > len(source.text.split("\n\n"))


def test_a_place_has_its_box_on_the_page(path: Path) -> None:
    source = pdf(path, drawn(lines_at(100, 700, "今年要修建青石河大桥，" * 3, "年内完工。" * 5)))
    box = source.places[0].box

    assert box is not None
    assert box.left == pytest.approx(100, abs=2)
    assert A4[1] - 700 - 12 < box.top < A4[1] - 700 < box.bottom < A4[1] - 670


def test_larger_lines_are_headings_unless_they_have_ordinals(path: Path) -> None:
    source = pdf(path, printed(PARAGRAPHS, title=TITLE))

    assert body(source)[0] == f"# {TITLE}"
    assert "一、2030年工作回顾" in body(source)


ENGLISH = (
    "We will speed up the imple-",
    "mentation of the plan and help self-",
    "employed workers who run a small shop.",
    "The self-employed pay less this year.",
)


def test_a_word_that_a_line_end_cut_is_whole_again(path: Path) -> None:
    source = pdf(path, drawn(lines_at(70, 700, *ENGLISH, font="Helvetica")))

    assert "the implementation of" in source.text
    assert "help self-employed workers" in source.text


NOTES = ("1 河长：负责一段河流的官员。", "2 观鸟课堂：到湿地去上的课。")


def test_footnotes_are_set_apart(path: Path) -> None:
    text = lines_at(70, 760, *(PARAGRAPHS[3][:30] for _ in range(20)))
    source = pdf(path, drawn(together(text, lines_at(70, 90, *NOTES, size=8))))

    assert asides(source, "footnotes_set_apart") == list(NOTES)


@pytest.mark.parametrize("leader", ["……………", " . . . . . . ", "............"])
def test_a_table_of_contents_is_set_apart(leader: str, path: Path) -> None:
    entries = ["一、工作回顾", "二、主要任务", "三、政府自身建设", "附表"]
    contents = lines_at(
        70, 760, "目录", *(f"{name}{leader}{page}" for page, name in enumerate(entries, 2))
    )
    source = pdf(path, drawn(contents, lines_at(70, 700, *(PARAGRAPHS[3][:30] for _ in range(9)))))

    assert len(asides(source, "contents_removed")) == 5
    assert "工作回顾" not in clean(source).text


def test_a_large_initial_belongs_to_its_word(path: Path) -> None:
    initial = lines_at(70, 672, "W", size=44, font="Helvetica")
    first = lines_at(116, 700, "e will build a bridge over the", "river by the end of next year,")
    rest = lines_at(70, 656, "and open eight schools for the young.", "We will pay for it.")
    source = pdf(path, drawn(together(initial, first, rest)))

    assert source.text.startswith("We will build a bridge over the")


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_is_read_as_it_is_turned(turn: int, path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.translate(300, 400)
        canvas.rotate(turn)
        canvas.setFont(FONT, 12)
        for number, deed in enumerate(DEEDS):
            canvas.drawString(-150, 100 - 20 * number, deed[:20] + "。")
        canvas.setPageRotation(turn)

    source = pdf(path, drawn(page, size=(600, 800)))

    assert source.text == "".join(f"{deed[:20]}。" for deed in DEEDS)


def test_what_stands_beside_the_page_or_aslant_is_no_text(path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines_at(70, 700, *DEEDS)(canvas)
        canvas.drawString(-500, 700, "页边以外的话")
        canvas.rotate(45)
        canvas.drawString(500, 100, "斜印的水印")

    text = pdf(path, drawn(page)).text

    assert "页边" not in text
    assert "水印" not in text


def test_text_printed_twice_for_a_shadow_is_read_once(path: Path) -> None:
    shadow = together(lines_at(70, 700, *DEEDS), lines_at(70.7, 699.3, *DEEDS))

    assert pdf(path, drawn(shadow)).text.count("滨江隧道") == 1


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("".join(DEEDS) * 3, True),
        ("本市將興建公屋八百個單位，修築青石河大橋，並且辦好鄉村小學。" * 10, True),
        ("We will build a bridge over the river. " * 10, True),
        ("".join(chr(ord(char) + 7) for char in "".join(DEEDS)) * 3, False),
        ("Zh zloo exlog d eulgjh ryhu wkh ulyhu. " * 10, False),
        ("short", True),
    ],
)
def test_characters_that_make_no_language_are_told(text: str, reads: bool) -> None:  # noqa: FBT001
    assert reads_as_language(text) is reads


def test_a_locked_pdf_is_refused(path: Path) -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("secret"))
    lines_at(70, 700, *DEEDS)(canvas)
    canvas.save()

    with pytest.raises(SourceError, match="locked with a password"):
        pdf(path, buffer.getvalue())


def test_a_damaged_pdf_is_refused(path: Path) -> None:
    with pytest.raises(SourceError, match="is a PDF that cannot be read"):
        pdf(path, printed(PARAGRAPHS)[:400])


def test_pages_that_are_not_as_the_script_writes_them_are_refused() -> None:
    with pytest.raises(ValueError, match="page 1"):
        read_pages([["wide", 1, 2, []]])
