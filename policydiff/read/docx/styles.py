"""What a paragraph's style says: whether it is a heading, an entry of the contents, a list item."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from policydiff.read.docx.package import local, value

_HEADING = re.compile(r"(?:heading|标题|überschrift) ?([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录|contents) ?\d|toc heading|table of contents", re.IGNORECASE)
_BODY_LEVEL = 9
"""The outline level of text that is no heading, counted from 0."""


class Numbering(NamedTuple):
    """The list a paragraph is numbered in, and its depth there."""

    list_id: str
    depth: int


class Style(NamedTuple):
    """What a paragraph takes from its style; level 0 is no heading."""

    level: int = 0
    is_contents: bool = False
    numbering: Numbering | None = None


def read_styles(styles: etree._Element | None) -> dict[str, Style]:
    """Every style by its id, with what it inherits."""
    if styles is None:
        return {}
    elements = {
        value(element, "styleId"): element for element in styles if local(element) == "style"
    }
    return {style_id: _style(style_id, elements) for style_id in elements}


def paragraph_style(paragraph: etree._Element, styles: dict[str, Style]) -> Style:
    """What a paragraph's style and its own properties say of it."""
    properties = child(paragraph, "pPr")
    style = styles.get(value(child(properties, "pStyle")), Style())
    own = _own_level(properties)
    return Style(
        style.level if own is None else own,
        style.is_contents,
        _merged(_own_numbering(properties), style.numbering),
    )


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of that name."""
    return next(
        (inner for inner in (element if element is not None else ()) if local(inner) == name), None
    )


def _style(style_id: str, elements: dict[str, etree._Element]) -> Style:
    line = list(_ancestry(style_id, elements))
    names = [value(child(element, "name")) for element in line]
    levels = (_style_level(element, name) for element, name in zip(line, names, strict=True))
    numbering = None
    for element in reversed(line):
        numbering = _merged(_own_numbering(child(element, "pPr")), numbering)
    return Style(
        next((level for level in levels if level is not None), 0),
        any(_CONTENTS.fullmatch(name) for name in names),
        numbering,
    )


def _ancestry(style_id: str, elements: dict[str, etree._Element]) -> Iterator[etree._Element]:
    """A style, the one it is based on, and so on; a circle ends where it closes."""
    seen: set[str] = set()
    while style_id in elements and style_id not in seen:
        seen.add(style_id)
        yield elements[style_id]
        style_id = value(child(elements[style_id], "basedOn"))


def _style_level(element: etree._Element, name: str) -> int | None:
    own = _own_level(child(element, "pPr"))
    if own is not None:
        return own
    match = _HEADING.fullmatch(name)
    return int(match[1]) if match else None


def _own_level(properties: etree._Element | None) -> int | None:
    """A heading's level from 1, 0 for text; None where the properties do not say."""
    level = value(child(properties, "outlineLvl"))
    if not level.isdigit():
        return None
    return 0 if int(level) >= _BODY_LEVEL else int(level) + 1


def _own_numbering(properties: etree._Element | None) -> Numbering | None:
    found = child(properties, "numPr")
    if found is None:
        return None
    depth = value(child(found, "ilvl"))
    return Numbering(value(child(found, "numId")), int(depth) if depth.isdigit() else -1)


def _merged(own: Numbering | None, inherited: Numbering | None) -> Numbering | None:
    """A paragraph may give the list and leave the depth to its style, or the other way round."""
    if own is None:
        return inherited
    known = inherited or Numbering("", 0)
    return Numbering(
        own.list_id or known.list_id, own.depth if own.depth >= 0 else max(known.depth, 0)
    )
