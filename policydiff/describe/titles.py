"""What a document is called, and what sort of document it is."""

from collections.abc import Iterator

from policydiff.describe.parts import Parts
from policydiff.lexicon.lines import STRONG_START
from policydiff.lexicon.titles import (
    COMPOSED,
    GENERIC_TITLES,
    GENRE_CUES,
    LATIN_TITLE,
    RUN_ON_TITLE,
    TAG,
    TITLES,
)
from policydiff.model import Genre

TITLE_LIMIT = 120
"""A longer line is no title."""

REPORTS = (Genre.WORK_REPORT, Genre.PLAN_REPORT)
"""What governments give every year."""


def find_genre(text: Parts) -> Genre:
    """The genre of the first cue that fits."""
    for cue in GENRE_CUES:
        if cue.title and not any(cue.title.search(line) for line in text.titles):
            continue
        if cue.body and sum(1 for _ in cue.body.finditer(text.body)) < cue.times:
            continue
        return Genre(cue.genre)
    return Genre.OTHER


def find_title(text: Parts, genre: Genre, issuer: str, year: int | None) -> str:
    """The text's own title, else one composed for a report, else the file's name."""
    titles = [*title_lines(text)]
    named = next((title for title in titles if title not in GENERIC_TITLES), "")
    if named:
        return named
    if genre in COMPOSED:
        return f"{year}年{issuer}{COMPOSED[genre]}" if year else f"{issuer}{COMPOSED[genre]}"
    return text.stem


def title_lines(text: Parts) -> Iterator[str]:
    """The header's title and the lines that are titles, the surest first."""
    if "title" in text.header:
        yield TAG.sub("", text.header["title"]).strip("'\"")
    for pattern in TITLES:
        for line in text.head:
            if len(line) <= TITLE_LIMIT and not STRONG_START.match(line.lstrip("# ")):
                yield from (match["title"] for match in pattern.finditer(line))
    first = text.head[0] if text.head else ""
    if match := RUN_ON_TITLE.search(first):
        yield match["title"]
    if len(first) <= TITLE_LIMIT and (match := LATIN_TITLE.fullmatch(first)):
        yield match["title"]
