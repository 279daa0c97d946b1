"""Markdown: read as the text it is, so that lines stay the file's own."""

from policydiff.model import Source
from policydiff.read.text import read_text


def read_markdown(content: bytes, name: str) -> Source:
    """The decoded text; cleaning knows Markdown's marks."""
    return read_text(content, name)
