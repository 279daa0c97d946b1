"""Markdown: the text as it is written, so that lines stay the file's own, its marks set apart."""

from collections.abc import Iterator
from dataclasses import replace

from policydiff.lexicon.lines import is_chinese
from policydiff.lexicon.markup import MARKUP, Markup
from policydiff.model import Aside, Source, Span
from policydiff.read.text import read_text


def read_markdown(content: bytes, name: str) -> Source:
    """The decoded text; headings keep their marks, which show their level."""
    source = read_text(content, name)
    chinese = is_chinese(source.text)
    rows = [row for row in MARKUP if chinese or not row.is_chinese]
    found = (aside for row in rows for aside in _asides(source.text, row))
    return replace(source, asides=tuple(sorted(found, key=lambda aside: aside.span)))


def _asides(text: str, row: Markup) -> Iterator[Aside]:
    for match in row.pattern.finditer(text):
        for group in range(1 if row.pattern.groups else 0, row.pattern.groups + 1):
            yield Aside(row.code, Span(*match.span(group)))
