"""Web pages: the document's own text, without the page around it."""

import email
import email.policy
import hashlib
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from policydiff.errors import SourceError
from policydiff.lexicon.notices import READING
from policydiff.lexicon.web import CHARSET, LINES_BEFORE, LINES_BEHIND
from policydiff.model import Notice, PlaceKind, Source, Span
from policydiff.read.compose import Block, Piece, compose, writable
from policydiff.read.html.body import Words, count_blocks, read_blocks
from policydiff.read.html.main import find_main, find_page_date, find_title
from policydiff.read.text import WIDER, decode

__all__ = ["read_html", "read_mhtml"]

HEAD_BYTES = 4096
"""Where a page says in which encoding it is written."""

_TITLE_MARK = "# "

DEPTH_ERROR = "Excessive depth"


def read_html(content: bytes, name: str) -> Source:
    """The main text of a page, one paragraph a line, each with the anchor before it."""
    text, encoding = _decoded(content, name)
    root = _parsed(text, name)
    shown = count_blocks(root)
    main = find_main(root)
    blocks = _trimmed(list(read_blocks(main)))
    title = find_title(root, main)
    composed = compose([*_dated(find_page_date(root, main)), *_with_title(title, blocks)])
    around = shown - len(blocks) - bool(title)
    return Source(
        name,
        hashlib.sha256(content).hexdigest(),
        encoding,
        composed.text,
        notices=tuple(_notices(around)),
        places=composed.places,
        asides=composed.asides,
    )


def read_mhtml(content: bytes, name: str) -> Source:
    """The main text of a page that a browser saved with its pictures in one file."""
    message = email.message_from_bytes(content, policy=email.policy.compat32)
    for part in message.walk():
        payload = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(payload, bytes):
            return replace(read_html(payload, name), sha256=hashlib.sha256(content).hexdigest())
    raise SourceError(f'"{name}" is a saved web page without the page; save it anew as .html')


def _decoded(content: bytes, name: str) -> tuple[str, str]:
    """The page's characters: UTF-8 if they are, else as the page says, else as they look."""
    declared = CHARSET.search(content[:HEAD_BYTES])
    try:
        return content.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        pass
    if declared:
        encoding = declared[1].decode("ascii", "ignore").lower()
        try:
            return content.decode(WIDER.get(encoding, encoding)), WIDER.get(encoding, encoding)
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(content, name)


def _parsed(text: str, name: str) -> etree._Element:
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    root = etree.fromstring(writable(text).encode(), parser)
    if any(DEPTH_ERROR in str(entry.message) for entry in parser.error_log):
        raise SourceError(
            f'"{name}" nests its elements deeper than any page a browser shows; '
            "save its text as plain text (.txt) and give that"
        )
    if root is None:
        raise SourceError(f'"{name}" is a web page without text; give one that holds a document')
    return root


def _trimmed(blocks: list[Words]) -> list[Words]:
    """The paragraphs without the page's own lines before and behind them."""
    first = next((index for index, block in enumerate(blocks) if "。" in block.text), len(blocks))
    head = [block for block in blocks[:first] if not LINES_BEFORE.fullmatch(block.text.strip())]
    end = len(blocks)
    while end > first and LINES_BEHIND.fullmatch(blocks[end - 1].text.strip()):
        end -= 1
    return [*head, *blocks[first:end]]


def _dated(date: str) -> Iterator[Block]:
    """The day of publication, which a page says where nobody reads it, as a line of its header."""
    if date:
        piece = Piece(f"发文时间：{date}", PlaceKind.ANCHOR, "")
        yield Block((piece,), "web_furniture_removed")


def _with_title(title: str, blocks: list[Words]) -> Iterator[Block]:
    """The document's title, if only the page around it says it, and its paragraphs.

    A single first heading is the title; nothing but the whole document stands below it.
    """
    if title and not any(title in block.text for block in blocks[:5]):
        yield Block((Piece(title, PlaceKind.ANCHOR, ""),))
    is_titled = sum(block.text.startswith(_TITLE_MARK) for block in blocks) == 1
    for block in blocks:
        text = block.text.removeprefix(_TITLE_MARK) if is_titled else block.text
        yield Block((Piece(text, PlaceKind.ANCHOR, block.anchor),))


def _notices(around: int) -> Iterator[Notice]:
    if around > 0:
        sentence = READING["web_chrome_left_out"].sentence(around)
        yield Notice("web_chrome_left_out", sentence, Span(0, 0))
