"""A document's paragraphs in order, as text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from policydiff.lexicon.lines import STRONG_START, WEAK_START
from policydiff.read.docx.numbering import Lists
from policydiff.read.docx.package import Package, local, value
from policydiff.read.docx.styles import Style, child, paragraph_style, read_styles

HEADING_LIMIT = 120
"""A longer paragraph is text, whatever its style."""

CELL_LIMIT = 200
"""A table with a longer cell sets text in columns; its cells are read one after the other."""

_PROPERTIES = frozenset({"pPr", "rPr", "sectPr"})
_DRAWN = frozenset({"drawing", "pict", "object", "txbxContent", "Fallback"})
_STRUCK = frozenset({"del", "moveFrom", "delText", "instrText", "rt"})
_GONE = _PROPERTIES | _DRAWN | _STRUCK
"""What is no text, was deleted, or is read elsewhere."""

_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_WRAPPERS = frozenset(
    {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "AlternateContent", "Choice"}
)
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_OFF = frozenset({"0", "false", "off"})
_MARKED_START = re.compile(rf"{STRONG_START.pattern}|{WEAK_START.pattern}|[•]|\d+(?:\.\d+)*\.? ")


class Paragraph(NamedTuple):
    """A paragraph's text; one that is set apart bears the code of the notice that says so."""

    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is needed to read a paragraph: the document's styles, lists and notes."""

    styles: dict[str, Style]
    lists: Lists
    notes: dict[tuple[str, str], str]


def read_body(package: Package) -> Iterator[Paragraph]:
    """The paragraphs in order, footnotes behind the paragraph that refers to them."""
    reading = _Reading(
        read_styles(package.styles), Lists(package.numbering), dict(_read_notes(package))
    )
    body = child(package.document, "body")
    yield from _read_blocks(body if body is not None else (), reading)


def _read_notes(package: Package) -> Iterator[tuple[tuple[str, str], str]]:
    for kind, part in (("footnotes", package.footnotes), ("endnotes", package.endnotes)):
        for note in part if part is not None else ():
            paragraphs = (_words(element) for element in note.iter("{*}p"))
            yield (kind, value(note, "id")), " ".join(paragraphs).strip()


def _read_blocks(blocks: Iterable[etree._Element], reading: _Reading) -> Iterator[Paragraph]:
    pending = ""
    for block in blocks:
        name = local(block)
        if name == "p":
            text = pending + _words(block)
            pending = text if _mark_is_deleted(block) else ""
            if not pending:
                yield from _read_paragraph(block, text, reading)
        elif name == "tbl":
            yield from _read_table(block, reading)
        elif name in _WRAPPERS:
            yield from _read_blocks(_shown(block), reading)
    if pending:
        yield Paragraph(pending)


def _shown(wrapper: etree._Element) -> Iterable[etree._Element]:
    """What a wrapper holds; of alternatives only the first."""
    if local(wrapper) == "AlternateContent":
        return list(wrapper)[:1]
    return wrapper


def _mark_is_deleted(paragraph: etree._Element) -> bool:
    """Whether the end of the paragraph was deleted, so that the next one goes on in it."""
    mark = child(child(paragraph, "pPr"), "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


def _read_paragraph(element: etree._Element, text: str, reading: _Reading) -> Iterator[Paragraph]:
    style = paragraph_style(element, reading.styles)
    if text.strip():
        aside = "contents_removed" if style.is_contents else ""
        ordinal = reading.lists.ordinal(style.numbering)
        yield Paragraph(_with_heading_mark(ordinal + text.strip(), style.level), aside)
    for box in element.iter("{*}txbxContent"):
        if not any(local(above) == "Fallback" for above in box.iterancestors()):
            yield from _read_blocks(box, reading)
    for reference in element.iter("{*}footnoteReference", "{*}endnoteReference"):
        note = reading.notes.get((_NOTES[local(reference)], value(reference, "id")), "")
        yield Paragraph(note, "footnotes_set_apart")


def _with_heading_mark(text: str, level: int) -> str:
    """A heading without an ordinal of its own shows its level as Markdown does."""
    if not level or len(text) > HEADING_LIMIT or _MARKED_START.match(text):
        return text
    return f"{'#' * min(level, 6)} {text}"


def _words(element: etree._Element) -> str:
    return "".join(_runs(element))


def _runs(element: etree._Element) -> Iterator[str]:
    for inner in element:
        name = local(inner)
        if name == "t":
            yield inner.text or ""
        elif name in _MARKS:
            yield _MARKS[name]
        elif name not in _GONE and not (name == "r" and _is_hidden(inner)):
            yield from _runs(inner)


def _is_hidden(run: etree._Element) -> bool:
    vanish = child(child(run, "rPr"), "vanish")
    return vanish is not None and value(vanish) not in _OFF


def _read_table(table: etree._Element, reading: _Reading) -> Iterator[Paragraph]:
    """One line a row, cells apart as in Markdown; a table that only sets text is read through."""
    rows = [list(_cells(row)) for row in _rows(table)]
    texts = [[_cell_text(cell) for cell in row] for row in rows]
    is_layout = all(len(row) < 2 for row in rows) or any(
        len(text) > CELL_LIMIT for row in texts for text in row
    )
    if is_layout:
        for cell in (cell for row in rows for cell in row):
            yield from _read_blocks(cell, reading)
        return
    for row in texts:
        if any(row):
            yield Paragraph(f"| {' | '.join(row)} |")


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for inner in table:
        if local(inner) == "tr":
            if child(child(inner, "trPr"), "del") is None:
                yield inner
        elif local(inner) in _WRAPPERS:
            yield from _rows(inner)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    """A row's cells, without those that a cell above reaches down over."""
    for inner in row:
        if local(inner) == "tc":
            merged = child(child(inner, "tcPr"), "vMerge")
            if merged is None or value(merged) == "restart":
                yield inner
        elif local(inner) in _WRAPPERS:
            yield from _cells(inner)


def _cell_text(cell: etree._Element) -> str:
    return " ".join(" ".join(_words(cell).split()) for cell in cell.iter("{*}p")).strip()
