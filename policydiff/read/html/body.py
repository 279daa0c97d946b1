"""An element's paragraphs as text: headings, lists and tables as they read."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from policydiff.lexicon.lines import STRONG_START, WEAK_START
from policydiff.lexicon.web import BLOCKS, SKIPPED, UNSEEN

CELL_LIMIT = 200
"""A table with a longer cell sets text in columns; its cells are read one after the other."""

HEADING_LIMIT = 120

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPACES = re.compile(r"[ \t\r\n\f]+")
_LINE_GAPS = re.compile(r" *\n *")
_PARAGRAPH_GAP = re.compile(r"\n{2,}")
_MARKED_START = re.compile(rf"{STRONG_START.pattern}|{WEAK_START.pattern}|\d+(?:\.\d+)*\.? ")


class Words(NamedTuple):
    """A paragraph's text, and the anchor at or before its start; empty where there is none."""

    text: str
    anchor: str


class _Reader:
    """Gathers the text of one element after the other, and ends paragraphs where blocks end."""

    def __init__(self) -> None:
        self.found: list[Words] = []
        self.anchor = ""
        self._parts: list[str] = []
        self._started_at = ""
        self._prefix = ""
        self._counts: list[int] = []

    def write(self, text: str, *, is_pre: bool) -> None:
        """More characters of the paragraph."""
        if not self._parts:
            self._started_at = self.anchor
        self._parts.append(text if is_pre else _SPACES.sub(" ", text))

    def break_line(self) -> None:
        """A line end inside the paragraph."""
        self._parts.append("\n")

    def end(self) -> None:
        """The end of the paragraph, if anything stands in it."""
        text = _LINE_GAPS.sub("\n", "".join(self._parts)).strip(" \n")
        self._parts = []
        for paragraph in _PARAGRAPH_GAP.split(text):
            if paragraph:
                self.found.append(Words(_prefixed(paragraph, self._prefix), self._started_at))
                self._prefix = ""

    def mark(self, prefix: str) -> None:
        """What is to stand before the next paragraph."""
        self._prefix = prefix

    def open_list(self, start: int) -> None:
        """A list begins; a start of 0 is one of bullets."""
        self._counts.append(start)

    def close_list(self) -> None:
        """The innermost list ends."""
        if self._counts:
            self._counts.pop()

    def open_item(self) -> None:
        """A list item begins, with the number or bullet that a browser shows."""
        count = self._counts[-1] if self._counts else 0
        self.mark(f"{count}. " if count else "• ")
        if count:
            self._counts[-1] += 1


def count_blocks(root: etree._Element) -> int:
    """How many paragraphs a page shows, menus and all."""
    return sum(1 for _ in read_blocks(root, UNSEEN))


def read_blocks(element: etree._Element, skipped: frozenset[str] = SKIPPED) -> Iterator[Words]:
    """The paragraphs of an element, in order."""
    reader = _Reader()
    reader.anchor = next(
        (name for above in element.iterancestors() if (name := above.get("id"))), ""
    )
    walk = etree.iterwalk(element, events=("start", "end"))
    pre = 0
    for event, inner in walk:
        if event == "end":
            _leave(reader, inner)
            pre -= inner.tag == "pre"
        elif inner.tag in skipped:
            walk.skip_subtree()
            continue
        elif inner.tag == "table" and (rows := _rows(inner)):
            _enter(reader, inner)
            for row in rows:
                reader.write(row, is_pre=True)
                reader.end()
            walk.skip_subtree()
            continue
        else:
            pre += inner.tag == "pre"
            _enter(reader, inner)
            if inner.text:
                reader.write(inner.text, is_pre=pre > 0)
        if event == "end" and inner.tail and inner is not element:
            reader.write(inner.tail, is_pre=pre > 0)
    reader.end()
    return iter(reader.found)


def _enter(reader: _Reader, element: etree._Element) -> None:
    if element.tag in BLOCKS:
        reader.end()
    anchor = element.get("id") or (element.tag == "a" and element.get("name"))
    if anchor:
        reader.anchor = str(anchor)
    if element.tag in _HEADINGS:
        reader.mark("#" * _HEADINGS[element.tag] + " ")
    elif element.tag == "ol":
        start = str(element.get("start", "1"))
        reader.open_list(
            int(start) if start.isascii() and start.isdigit() and len(start) < 7 else 1
        )
    elif element.tag == "ul":
        reader.open_list(0)
    elif element.tag == "li":
        reader.open_item()
    elif element.tag == "br":
        reader.break_line()


def _leave(reader: _Reader, element: etree._Element) -> None:
    if element.tag in BLOCKS:
        reader.end()
        reader.mark("")
    if element.tag in ("ol", "ul"):
        reader.close_list()


def _prefixed(paragraph: str, prefix: str) -> str:
    """A heading or list item as a text shows it, unless it has an ordinal of its own."""
    if not prefix or _MARKED_START.match(paragraph):
        return paragraph
    if prefix.startswith("#"):
        line = paragraph.replace("\n", " ")
        return prefix + line if len(line) <= HEADING_LIMIT else paragraph
    return prefix + paragraph


def _rows(table: etree._Element) -> list[str]:
    """A table's rows as Markdown writes them; none where it only sets text in columns."""
    if next(table.iterdescendants("table"), None) is not None:
        return []
    rows = [[_cell(cell) for cell in row.iter("td", "th")] for row in table.iter("tr")]
    is_layout = all(len(row) < 2 for row in rows) or any(
        len(cell) > CELL_LIMIT for row in rows for cell in row
    )
    return [] if is_layout else [f"| {' | '.join(row)} |" for row in rows if any(row)]


def _cell(cell: etree._Element) -> str:
    return _SPACES.sub(" ", " ".join(map(str, cell.itertext()))).strip()
