"""Plain text: bytes to characters, whatever encoding they were written in."""

import codecs
import hashlib
import re

from policydiff.errors import SourceError
from policydiff.lexicon.markup import ENTITIES, ENTITY
from policydiff.lexicon.notices import READING
from policydiff.model import Notice, Source, Span

LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ASCII = bytes(range(0x80))
_TEXT_BYTES = b"\t\n\x0b\x0c\r\x1b" + bytes(range(0x20, 0x100))
_COMMON_ROWS = b"\x00\x20\x22\x25\x30\xff"
"""High bytes of ASCII, of general and of Chinese punctuation, of full-width forms."""
_HAN_ROWS = (0x4E, 0x9F)


_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "cp950": "big5hkscs",
    "big5": "big5hkscs",
}
"""Encodings that detection names too narrowly: the wider one decodes the same bytes and more."""


def read_text(content: bytes, name: str) -> Source:
    r"""The decoded text, its line ends ``\n``, with £ for ``&pound;``."""
    text, encoding = decode(content, name)
    text, notices = _with_entities(LINE_ENDS.sub("\n", text))
    return Source(name, hashlib.sha256(content).hexdigest(), encoding, text, notices)


def _with_entities(text: str) -> tuple[str, tuple[Notice, ...]]:
    """The text with characters for their names, and what to say of it."""
    named = [match for match in ENTITY.finditer(text) if match["name"] in ENTITIES]
    if not named:
        return text, ()
    start = named[0].start()
    sentence = READING["entities_read"].sentence(len(named))
    text = ENTITY.sub(lambda match: ENTITIES.get(match["name"], match[0]), text)
    return text, (Notice("entities_read", sentence, Span(start, start + 1)),)


def decode(content: bytes, name: str) -> tuple[str, str]:
    """The text of some bytes and the encoding it was written in."""
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _decode_as(content, encoding, name), encoding
    wide = _wide_encoding(content)
    if wide:
        return _decode_as(content, wide, name), wide
    if b"\x00" in content:
        raise _binary(name)
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _decode_legacy(content, name, error)


def _decode_as(content: bytes, encoding: str, name: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(name, encoding, error.start) from error
    if "\x00" in text:
        raise _binary(name)
    return text


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
    for encoding in dict.fromkeys((WIDER.get(guessed, guessed), "gb18030")):
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


def _binary(name: str) -> SourceError:
    return SourceError(f'"{name}" is a binary file; give a plain text file (.txt or .md)')


def _undecodable(name: str, encoding: str, offset: int) -> SourceError:
    return SourceError(
        f'"{name}" cannot be decoded: byte {offset} is not valid {encoding.upper()};'
        " save it again as UTF-8"
    )
