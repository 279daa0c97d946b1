"""Reading: a file's bytes to its decoded text, or one sentence that says why not."""

import codecs
import hashlib
import re
from pathlib import Path
from typing import NamedTuple

from policydiff.errors import SourceError
from policydiff.model import Source

MAX_MEGABYTES = 50
MIN_CHARACTERS = 40
MIN_SENTENCES = 2

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_STOP = re.compile(r"[。！？；.!?;](?=\D|$)")
_ASCII = bytes(range(0x80))
_TEXT_BYTES = b"\t\n\x0b\x0c\r\x1b" + bytes(range(0x20, 0x100))
_COMMON_ROWS = b"\x00\x20\x22\x25\x30\xff"
"""High bytes of ASCII, of general and of Chinese punctuation, of full-width forms."""
_HAN_ROWS = (0x4E, 0x9F)


class _Format(NamedTuple):
    """A kind of file that is not plain text: how it is recognised and what to do."""

    name: str
    suffixes: frozenset[str]
    magic: tuple[bytes, ...]
    remedy: str = "save it as plain text (.txt) first"


def _format(name: str, suffixes: str, *magic: bytes, remedy: str | None = None) -> _Format:
    kinds = frozenset(f".{suffix}" for suffix in suffixes.split())
    return _Format(name, kinds, magic, *(() if remedy is None else (remedy,)))


_FORMATS = (
    _format("a PDF", "pdf", b"%PDF-"),
    _format("an RTF document", "rtf", b"{\\rtf"),
    _format("a Word document", "docx docm dotx odt wps"),
    _format("an old Word or Excel document", "doc xls dot et ppt", b"\xd0\xcf\x11\xe0"),
    _format("a spreadsheet", "xlsx xlsm ods"),
    _format("a presentation", "pptx odp"),
    _format("a web page", "html htm xhtml mhtml", b"<!doctype html", b"<html"),
    _format(
        "an image",
        "png jpg jpeg gif tif tiff bmp webp heic",
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"GIF8",
        b"II*\x00",
        b"MM\x00*",
        remedy="run it through text recognition and save the result as plain text (.txt)",
    ),
    _format(
        "an archive",
        "zip gz bz2 xz 7z rar tar epub",
        b"PK\x03\x04",
        b"\x1f\x8b",
        b"7z\xbc\xaf",
        b"Rar!",
        remedy="unpack it and give the text inside",
    ),
    _format(
        "a database", "db sqlite sqlite3", b"SQLite format 3", remedy="name it with --db instead"
    ),
)

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "cp950": "big5hkscs",
    "big5": "big5hkscs",
}
"""Encodings that detection names too narrowly: the wider one decodes the same bytes and more."""


def read_source(path: Path) -> Source:
    r"""The file as decoded text, its line ends ``\n``; SourceError says what is wrong with it."""
    content = _load(path)
    _refuse_other_formats(path, content)
    text, encoding = decode(content, path.name)
    text = _LINE_ENDS.sub("\n", text)
    _refuse_scraps(path, text)
    return Source(path.name, hashlib.sha256(content).hexdigest(), encoding, text)


def decode(content: bytes, name: str) -> tuple[str, str]:
    """The text of some bytes and the encoding it was written in."""
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _decode_as(content, encoding, name), encoding
    wide = _wide_encoding(content)
    if wide:
        return _decode_as(content, wide, name), wide
    if b"\x00" in content:
        raise SourceError(f'"{name}" is a binary file; give a plain text file (.txt or .md).')
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _decode_legacy(content, name, error)


def _load(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise SourceError(
                f'"{path}" is a directory; name the files in it, such as {path}/*.txt.'
            )
        if path.stat().st_size > MAX_MEGABYTES * 1_000_000:
            raise SourceError(
                f'"{path.name}" is larger than {MAX_MEGABYTES} MB; give the text of one document.'
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(f'There is no file "{path}"; check the name and the folder.') from error
    except PermissionError as error:
        raise SourceError(f'"{path}" cannot be opened; check who may read it.') from error
    except OSError as error:
        raise SourceError(
            f'"{path}" cannot be read ({error.strerror}); try a copy of it.'
        ) from error


def _refuse_other_formats(path: Path, content: bytes) -> None:
    head = content[:64].lstrip(codecs.BOM_UTF8 + b" \t\r\n").lower()
    suffix = path.suffix.lower()
    for kind in _FORMATS:
        is_marked = any(head.startswith(magic.lower()) for magic in kind.magic)
        if suffix in kind.suffixes or is_marked:
            raise SourceError(f'"{path.name}" is {kind.name}, not plain text; {kind.remedy}.')


def _refuse_scraps(path: Path, text: str) -> None:
    length = len(text.strip())
    if not length:
        raise SourceError(f'"{path.name}" is empty; give a file that holds a document.')
    if length < MIN_CHARACTERS:
        raise SourceError(
            f'"{path.name}" holds only {length} characters, no document; give the whole text.'
        )
    if max(len(_STOP.findall(text)), len(text.split("\n\n"))) < MIN_SENTENCES:
        raise SourceError(f'"{path.name}" holds one sentence, no document; give the whole text.')


def _decode_as(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(name, encoding, error.start) from error


def _wide_encoding(content: bytes) -> str | None:
    """UTF-16 without a mark: bytes no other text has, and high bytes of few, known rows."""
    sample = content[:4096]
    if not sample.translate(None, _TEXT_BYTES):
        return None
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        common = len(high) - len(high.translate(None, _COMMON_ROWS))
        han = sum(_HAN_ROWS[0] <= byte <= _HAN_ROWS[1] for byte in high)
        if common >= 0.05 * len(high) and common + han >= 0.95 * len(high):
            return encoding
    return None


def _decode_legacy(content: bytes, name: str, error: UnicodeDecodeError) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # noqa: PLC0415  (27 ms that UTF-8 need not pay)

    if _is_damaged_utf8(content):
        raise _undecodable(name, "utf-8", error.start)
    best = from_bytes(content).best()
    guessed = best.encoding.replace("_", "-") if best else "gb18030"
    for encoding in dict.fromkeys((_WIDER.get(guessed, guessed), "gb18030")):
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise _undecodable(name, "utf-8", error.start)


def _is_damaged_utf8(content: bytes) -> bool:
    """Whether most bytes beyond ASCII are good UTF-8; as GB18030 the text would be nonsense."""
    ascii_count = len(content) - len(content.translate(None, _ASCII))
    beyond = len(content) - ascii_count
    good = len(content.decode("utf-8", errors="ignore").encode()) - ascii_count
    return good > 0.5 * beyond


def _undecodable(name: str, encoding: str, offset: int) -> SourceError:
    return SourceError(
        f'"{name}" cannot be decoded: byte {offset} is not valid {encoding.upper()};'
        " save it again as UTF-8."
    )
