"""What can be done to a file: bytes, pieces, elements and the parts of a zipped one changed."""

import copy
import io
import random
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress

from lxml import etree

from tests.fuzz_files import zipped

INSIDE = 0.8
"""The share of zipped files that are changed inside, so that they still unpack."""

RESHAPED = 0.4
"""The share of pages and parts in XML that are changed by elements."""

HEALED = 0.75
"""The share of texts whose broken characters are left out: those alone are soon refused."""

Mutation = Callable[[bytes, random.Random], bytes]

TOKENS = (
    *(b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80"),
    *("\u202e\u2066".encode(), "\u3000".encode() * 9, "\u200b".encode() * 9, b"\\r\\n", b"\n" * 99),
    *(b"<div>" * 300, b"<table><tr><td>", b"</p>", b"<!--", b"<![CDATA[", b"<script>", b"&#xD800;"),
    *(b"&#0;", b"&lt;", b"<!DOCTYPE d [<!ENTITY a '&a;'>]>", b"<?xml version='9'?>", b"<w:p>"),
    *(b"<w:ins>", b"<w:del>", b"<w:numId w:val='-1'/>", b"<w:ilvl w:val='99999999999'/>"),
    *(b"PK\x03\x04", b"PK\x05\x06", b"%PDF-1.7", b"endobj", b"stream", b"[0 0 0 0]", b"-1 0 R"),
    *(b"999999999999", b"1e999", b"-0", b'"', b'"' * 99, b",", b"\t" * 99, b"(" * 99, b"'" * 99),
    *(b"```", b"---\n", b"===\n", b"[a](", b"![", b"[^1]:", b"> " * 99, b"- " * 99, b"|-" * 99),
    *(b"<iframe>", b"</body>", b"<p id=''>", b"<ol start='-9e9'>", b"<td colspan='9999999'>"),
    *(b"=E6=8A", b"=\r\n", b"----part--\r\n", b"Content-Transfer-Encoding: base64\r\n\r\n"),
    *(b"Content-Type: text/html; charset=utf-7\r\n", b"\x1b[2J", b"<c r='XFD1048576'>", b"t='s'"),
    *("。" * 99, "一、" * 99, "（" * 99, "“" * 99, "——" * 99, "5%、" * 99, "# " * 9, "| " * 99),
)  # fmt: skip


VALUES = (
    *("", "-1", "0", "99999999999", "1e9", "NaN", "true", "#", "%1%2%3%9", "%", "i", "javascript:"),
    *("一", "一、", "。", "第", "（", "5%", " ", "\u3000", "\u202e", "\n", "s", "str"),
    *("chineseCountingThousand", "ideographEnclosedCircle", "bullet", "heading 1", "display:none"),
)  # fmt: skip
"""What attributes and elements say instead."""


def damage(content: bytes, encoding: str, chance: random.Random) -> bytes:
    """The file with one thing done to it; one without an encoding is no text."""
    if content.startswith(b"PK") and chance.random() < INSIDE:
        return _inside(content, chance)
    if encoding == "utf-8" and content.lstrip()[:1] == b"<" and chance.random() < RESHAPED:
        return _reshape(content, chance)
    changed = chance.choice(PLAIN)(content, chance)
    if encoding and chance.random() < HEALED:
        return changed.decode(encoding, "ignore").encode(encoding)
    return changed


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _behead(content: bytes, chance: random.Random) -> bytes:
    return content[chance.randrange(len(content) + 1) :]


def _flip(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 4, 30)) if changed else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _insert(content: bytes, chance: random.Random) -> bytes:
    token = chance.choice(TOKENS)
    piece = token if isinstance(token, bytes) else token.encode()
    at = chance.randrange(len(content) + 1)
    return content[:at] + piece * chance.choice((1, 1, 1, 50)) + content[at:]


def _double(content: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    return content[:end] + content[start:end] * chance.choice((1, 2, 9)) + content[end:]


def _drop(content: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    return content[:start] + content[end:]


def _swap(content: bytes, chance: random.Random) -> bytes:
    first, second, third = sorted(chance.randrange(len(content) + 1) for _ in range(3))
    return content[:first] + content[second:third] + content[first:second] + content[third:]


def _inside(content: bytes, chance: random.Random) -> bytes:
    """A zip file with one of its parts changed, so that it still unpacks."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError):
        return _flip(content, chance)
    if members:
        name = chance.choice(sorted(members))
        members[name] = damage(members[name], "utf-8", chance)
    with suppress(ValueError):
        return zipped(members)
    return content


def _reshape(content: bytes, chance: random.Random) -> bytes:
    """A page or a part in XML with one of its elements gone, doubled, moved or said otherwise."""
    text = content.decode("utf-8", "ignore").replace("\x00", "")
    is_page = "<html" in text
    parser = etree.HTMLParser() if is_page else etree.XMLParser(recover=True)
    with suppress(etree.XMLSyntaxError, ValueError, AssertionError):
        root = etree.fromstring(text.encode(), parser)
        elements = [] if root is None else [each for each in root.iter("*") if each is not root]
        if elements:
            _change(chance.choice(elements), chance.choice(elements), chance)
            return etree.tostring(root, encoding="utf-8", method="html" if is_page else "xml")
    return content


def _change(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    names = element.keys()
    match chance.randrange(5):
        case 0 if (parent := element.getparent()) is not None:
            parent.remove(element)
        case 1:
            element.addnext(copy.deepcopy(other))
        case 2:
            other.append(copy.deepcopy(element))
        case 3 if names:
            element.set(chance.choice(names), chance.choice(VALUES))
        case _:
            element.text = chance.choice(VALUES) * chance.choice((1, 1, 50))


PLAIN: tuple[Mutation, ...] = (_cut, _behead, _flip, _insert, _double, _drop, _swap)
