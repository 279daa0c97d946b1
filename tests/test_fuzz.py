"""Damaged and hostile files: a clear refusal within the limits, or a document; never a traceback.

A share of what ``make fuzz`` reads by the ten thousand, and the attacks that have names.
"""

import io
import time
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from policydiff.errors import SourceError
from policydiff.model import Columns, Document
from policydiff.pipeline import read, read_table
from tests import fuzz
from tests.fuzz import inputs, outcome
from tests.fuzz_files import Seed, seeds, zipped

TEXT = "今年要办好三件事。第一件是修建青石河大桥，第二件是新增公租房八百套，第三件是办好乡村小学。"
LAUGHS = "".join(
    f'<!ENTITY l{number} "{f"&l{number - 1};" * 10 if number else "ha" * 50}">'
    for number in range(12)
)
LOOP = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 999999999>>endobj
trailer<</Root 1 0 R>>
%%EOF"""


@pytest.mark.parametrize("seed", range(4))
def test_damaged_files_are_read_or_refused_in_a_sentence(seed: int, tmp_path: Path) -> None:
    found = [outcome(given, tmp_path) for given in inputs(80, seed, pdf_share=0.02)]

    assert [result.failure for result in found if result.failure] == []
    assert {result.word for result in found} > {"read", "refused: NoneType"}


@pytest.fixture
def whole() -> Seed:
    """A file with nothing done to it."""
    return seeds()["a.txt"]


@pytest.mark.parametrize("name", seeds())
def test_each_file_is_read_before_it_is_damaged(name: str, tmp_path: Path) -> None:
    assert outcome(seeds()[name], tmp_path) == ("read", "")


def test_an_input_that_takes_too_long_fails_though_a_reader_refuses_it(
    whole: Seed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(_: Path) -> Document:
        try:
            time.sleep(10)
        except Exception as error:
            raise SourceError("it is damaged") from error
        raise AssertionError

    monkeypatch.setattr(fuzz, "SECONDS", 1)
    monkeypatch.setattr(fuzz, "read", slow)

    assert outcome(whole, tmp_path).word == "too slow"


def test_an_input_that_takes_too_much_memory_fails_though_it_is_read(
    whole: Seed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fuzz, "peak", iter((200.0, fuzz.MEGABYTES + 1.0)).__next__)

    assert outcome(whole, tmp_path).word == "too large"


@pytest.mark.parametrize("sentence", ["it is\ndamaged", "damaged " * 99])
def test_a_refusal_that_is_no_sentence_fails(
    sentence: str, whole: Seed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Path) -> Document:
        raise SourceError(sentence)

    monkeypatch.setattr(fuzz, "read", refused)

    assert outcome(whole, tmp_path).word == "refused badly"


def write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def docx(document: str, **sizes: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
        for name, size in sizes.items():
            archive.writestr(f"word/{name}.xml", b"<a>" + b" " * size)
    return buffer.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_that_swell_are_not_unfolded(encoding: str, tmp_path: Path) -> None:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"<w:document {names}><w:p><w:r><w:t>{TEXT}&l11;</w:t></w:r></w:p></w:document>"
    laughing = f"<!DOCTYPE d [{LAUGHS}]>{body}".encode(encoding)
    path = write(tmp_path, "a.docx", docx(laughing.decode(encoding)))
    page = write(tmp_path, "a.html", f"<!DOCTYPE html [{LAUGHS}]><p>{TEXT}&l11;</p>".encode())

    with pytest.raises(SourceError, match="declares entities of its own"):
        read(path)
    assert len(read(page).text) < 20_000


def test_a_part_that_unpacks_to_a_hundred_times_its_size_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "a.docx", docx("<a/>", styles=40_000_000, numbering=40_000_000))

    assert path.stat().st_size < 200_000
    with pytest.raises(SourceError, match="unpacks to more than 60 MB"):
        read(path)


def test_a_workbook_that_claims_every_cell_there_can_be_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["年份", "正文"])
        sheet.write(1_048_575, 16_383, TEXT)
    started = time.monotonic()

    with pytest.raises(SourceError, match="is a spreadsheet that cannot be read"):
        read_table(path, Columns("正文"))
    assert time.monotonic() - started < 60


def swollen(path: Path, times: int) -> None:
    """A small workbook with one cell that says the same so many times."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["年份", "正文"])
        sheet.write_row(1, 0, [2030, "SAME"])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = "修好石桥。".encode() * times
    path.write_bytes(zipped({name: part.replace(b"SAME", text) for name, part in parts.items()}))


@pytest.mark.parametrize(
    ("times", "reason"),
    [
        (1_200_000, r'"a\.xlsx row 2" holds 6,000,000 characters'),
        (10_000_001, "it holds more than 50,000,000 characters"),
    ],
)
def test_a_cell_that_unpacks_to_more_than_a_document_is_refused(
    times: int, reason: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    swollen(path, times)

    assert path.stat().st_size < 500_000
    with pytest.raises(SourceError, match=reason):
        read_table(path, Columns("正文"))


def test_pages_that_hold_themselves_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"a PDF that cannot be read|no text layer"):
        read(write(tmp_path, "a.pdf", LOOP))


def test_two_hundred_megabytes_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    started = time.monotonic()

    with pytest.raises(SourceError, match="larger than 50 MB"):
        read(path)
    assert time.monotonic() - started < 1


@pytest.mark.parametrize("line", ["桥\n", "a\n", "。\n", "\u202e\n"])
def test_a_million_lines_of_one_character_are_refused(line: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="more than the 5,000,000 on 200,000 of one document"):
        read(write(tmp_path, "a.txt", (line * 1_000_000).encode()))


@pytest.mark.parametrize("text", ["一、修桥。\n", "# 修桥。\n", "（一）修桥；\n", "修桥，5%。\n"])
def test_fifty_thousand_short_lines_are_read_in_time(text: str, tmp_path: Path) -> None:
    started = time.process_time()

    read(write(tmp_path, "a.txt", (text * 50_000 + TEXT).encode()))
    assert time.process_time() - started < 30


def test_a_sentence_with_ten_thousand_figures_is_read_in_time(tmp_path: Path) -> None:
    figures = "5%、" * 10_000
    text = f"（一）稳住经济。城镇调查失业率控制在{figures}以内。{TEXT}"
    started = time.process_time()

    read(write(tmp_path, "a.txt", text.encode()))
    assert time.process_time() - started < 30


def test_an_english_sentence_with_two_thousand_figures_is_read_in_time(tmp_path: Path) -> None:
    figures = "and build 5 bridges by 2031, cut waiting by 20 per cent, " * 1_000
    started = time.process_time()

    document = read(write(tmp_path, "a.txt", f"We will {figures}.\n\nSo be it.".encode()))

    assert time.process_time() - started < 30
    assert [target.indicator for target in document.targets][:1] == ["bridges"]


@pytest.mark.parametrize("text", ["----\n\n" + "\\r\\n" * 60, "> \n\n" * 60])
def test_a_text_of_marks_alone_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"nothing but marks and page furniture|is empty"):
        read(write(tmp_path, "a.md", text.encode()))


def test_what_a_damaged_part_says_of_itself_stays_on_one_line(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"a damaged Word document \([^\n]+\); open it"):
        read(write(tmp_path, "a.docx", docx("<a>\x00</a>")))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\x00" * 500, "is a binary file"),
        (TEXT.encode() * 3 + b"\x00" + TEXT.encode(), "is a binary file"),
        (TEXT.encode() * 3 + b"\xed\xa0\x80" + TEXT.encode(), "is not valid UTF-8"),
        (b"\xff\xfe" + (TEXT * 3).encode("utf-16-le") + b"\x00\xd8", "is not valid UTF-16"),
    ],
)
def test_bytes_that_are_no_characters_are_refused(
    content: bytes, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(SourceError, match=reason):
        read(write(tmp_path, "a.txt", content))


def test_marks_that_turn_the_direction_reach_no_item(tmp_path: Path) -> None:
    text = TEXT.replace("大桥", "\u202e\u2066大\u2069桥\u200f")

    document = read(write(tmp_path, "a.txt", text.encode()))

    assert any("修建青石河大桥" in item.text for item in document.items)


@pytest.mark.parametrize("reference", ["&#xD800;", "&#0;", "&#x110000;", "&#xFFFF;"])
def test_references_to_no_character_do_no_harm(reference: str, tmp_path: Path) -> None:
    page = f"<html><body><p>{TEXT}{reference}</p><p>{TEXT}</p></body></html>"

    document = read(write(tmp_path, "a.html", page.encode()))

    document.text.encode("utf-8")
    assert document.items
