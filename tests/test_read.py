"""Reading plain text: which bytes become which text, and what is refused with which remedy."""

import hashlib
from pathlib import Path

import pytest

from policydiff.errors import SourceError
from policydiff.read import decode, read_source

CHINESE = (
    "今年要抓好三件事。第一件是修建青石河大桥，第二件是新增公租房八百套，第三件是办好乡村小学。"
)
TRADITIONAL = (
    "今年要辦好三件事。第一件是修築青石河大橋，第二件是興建公屋八百個單位，第三件是辦好鄉村小學。"
)
ENGLISH = "We will build a bridge over the river. We will open eight schools."


def write(folder: Path, content: bytes, name: str = "report.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", CHINESE),
        ("utf-8-sig", CHINESE),
        ("utf-16", CHINESE),
        ("utf-16-le", CHINESE),
        ("utf-16-be", CHINESE),
        ("utf-32", CHINESE),
        ("gb18030", CHINESE),
        ("gbk", CHINESE),
        ("big5", TRADITIONAL),
        ("utf-16-le", ENGLISH),
        ("utf-8", ENGLISH),
    ],
)
def test_text_is_decoded_from(encoding: str, text: str, tmp_path: Path) -> None:
    path = write(tmp_path, (text * 4).encode(encoding))

    assert read_source(path).text == text * 4


def test_utf_8_is_not_mistaken_for_another_encoding(tmp_path: Path) -> None:
    assert read_source(write(tmp_path, CHINESE.encode())).encoding == "utf-8"


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n", "\u2028"])
def test_line_ends_become_newlines(line_end: str, tmp_path: Path) -> None:
    content = line_end.join([CHINESE, ENGLISH, CHINESE]).encode()

    assert read_source(write(tmp_path, content)).text == f"{CHINESE}\n{ENGLISH}\n{CHINESE}"


def test_the_hash_is_of_the_bytes(tmp_path: Path) -> None:
    content = CHINESE.encode("gb18030")

    assert read_source(write(tmp_path, content)).sha256 == hashlib.sha256(content).hexdigest()


def test_the_name_is_the_files_own(tmp_path: Path) -> None:
    assert read_source(write(tmp_path, CHINESE.encode(), "2031.md")).name == "2031.md"


def test_text_with_an_unknown_suffix_is_read(tmp_path: Path) -> None:
    assert read_source(write(tmp_path, CHINESE.encode(), "2031.xt")).text == CHINESE


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        ("今年修一座桥。".encode(), "holds only 7 characters"),
        (("今年要修建青石河大桥" * 8).encode(), "holds one sentence"),
        (b"\x00\x01\x02\x03" * 40, "is a binary file"),
        (b"a\n" * 200_001, "more than the 5,000,000 on 200,000 of one document"),
        (b"a. " * 1_700_000, "more than the 5,000,000 on 200,000 of one document"),
    ],
)
def test_what_is_no_document_is_refused(content: bytes, reason: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=reason):
        read_source(write(tmp_path, content))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r'there is no file ".*2031\.txt"; check the name'):
        read_source(tmp_path / "2031.txt")


def test_a_directory_is_named_with_what_to_give_instead(tmp_path: Path) -> None:
    with pytest.raises(
        SourceError, match=r"is a directory; name the files in it, such as .*\*\.txt"
    ):
        read_source(tmp_path)


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_001)

    with pytest.raises(SourceError, match="larger than 50 MB"):
        read_source(path)


def test_damaged_utf_8_is_refused_at_the_byte(tmp_path: Path) -> None:
    content = CHINESE.encode()
    damaged = content[:30] + b"\xff" + content[31:]

    with pytest.raises(SourceError, match="byte 30 is not valid UTF-8"):
        read_source(write(tmp_path, damaged))


def test_utf_8_cut_inside_a_character_is_refused_at_the_byte(tmp_path: Path) -> None:
    content = CHINESE.encode()[:-1]

    with pytest.raises(SourceError, match=f"byte {len(content) - 2} is not valid UTF-8"):
        read_source(write(tmp_path, content))


def test_one_stray_latin_byte_does_not_make_text_undecodable() -> None:
    text, _ = decode(b"The people of Ynys M\xf4n will decide. " * 8, "letter.txt")

    assert text.startswith("The people of Ynys M")
