"""The parts of a document that say what it is."""

from dataclasses import dataclass
from pathlib import PurePath

from policydiff.lexicon.titles import HEADER, HEADER_KEYS
from policydiff.model import CleanText, Source

HEAD_PARAGRAPHS = 12
"""Title, occasion, speaker and the opening words stand in the first paragraphs."""

HEADING_LIMIT = 45
"""A paragraph up to this long may be a heading, a byline or a dateline."""

HEADER_REACH = 3000
"""A file's header of named values stands within so many characters."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The first paragraphs, the short ones, the whole text, the file's header and name."""

    head: tuple[str, ...]
    headings: tuple[str, ...]
    body: str
    header: dict[str, str]
    stem: str

    @property
    def titles(self) -> tuple[str, ...]:
        """The header's title, if any, and the first paragraphs."""
        titled = (self.header["title"],) if "title" in self.header else ()
        return (*titled, *self.head)


def read_parts(source: Source, clean_text: CleanText) -> Parts:
    """The parts of a document, the header as the source writes it."""
    paragraphs = [*clean_text.front, *filter(None, clean_text.text.split("\n"))]
    header: dict[str, str] = {}
    for match in HEADER.finditer(source.text, 0, HEADER_REACH):
        header.setdefault(HEADER_KEYS[match["key"].lower()], match["value"].strip())
    return Parts(
        head=tuple(paragraphs[:HEAD_PARAGRAPHS]),
        headings=tuple(line for line in paragraphs if len(line) <= HEADING_LIMIT),
        body="\n".join(paragraphs),
        header=header,
        stem=PurePath(source.name).stem,
    )
