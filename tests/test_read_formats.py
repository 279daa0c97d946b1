"""Which format a file is in, and what is said of one that is not read."""

import io
import zipfile
from pathlib import Path

import pytest

from policydiff.errors import SourceError
from policydiff.read import read_source

TEXT = "今年要办好三件事。第一件是修建青石河大桥，第二件是新增公租房八百套，第三件是办好乡村小学。"


def zipped(**members: str) -> bytes:
    """A zip file with members named as given, ``__`` for a slash and a dot behind it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return buffer.getvalue()


def old_office(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + stream.encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "content", "kind", "remedy"),
    [
        ("a.doc", old_office("WordDocument"), "an old Word or WPS document", "convert-to docx"),
        ("a.wps", old_office("WordDocument"), "an old Word or WPS document", "convert-to docx"),
        ("a.docx", old_office("WordDocument"), "an old Word or WPS document", "convert-to docx"),
        ("a.docx", old_office("EncryptedPackage"), "locked with a password", "without the pass"),
        ("a.xls", old_office("Workbook"), "an old spreadsheet", "convert-to xlsx"),
        ("a.ppt", old_office("PowerPoint Document"), "a presentation", "as plain text"),
        ("a.ofd", zipped(OFD_xml="<ofd/>"), "an OFD document", "export it as PDF"),
        ("a.bin", zipped(OFD_xml="<ofd/>"), "an OFD document", "export it as PDF"),
        ("a.zip", zipped(readme="hello"), "an archive", "unpack it"),
        ("a.txt", zipped(ppt__presentation_xml="<p/>"), "a presentation", "as plain text"),
        ("a.rtf", b"{\\rtf1 text}", "an RTF document", "convert-to docx"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "an image", "text recognition"),
        ("a.txt", b"\xff\xd8\xff\xe0 jpeg", "an image", "text recognition"),
        ("a.gz", b"\x1f\x8b\x08", "an archive", "unpack it"),
        ("policydiff.db", b"SQLite format 3\x00", "a database", "--db"),
    ],
)
def test_a_format_that_is_not_read_is_refused_with_the_way_out(
    name: str, content: bytes, kind: str, remedy: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(SourceError, match=f'^"{name}" is {kind}; .*{remedy}.*[^.]$'):
        read_source(path)


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.xlsx"])
def test_a_file_named_as_what_it_is_not_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(TEXT, "utf-8")

    with pytest.raises(SourceError, match=r"is named as a .* but holds none"):
        read_source(path)


def test_a_web_page_is_known_by_its_content_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_text(f"<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>", "utf-8")

    assert read_source(path).text.strip() == TEXT


@pytest.mark.parametrize("name", ["reports.csv", "reports.tsv"])
def test_a_table_asks_for_its_columns(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(f"year,text\n2031,{TEXT}\n", "utf-8")

    with pytest.raises(SourceError, match=f"policydiff add {name} --text-column NAME"):
        read_source(path)
