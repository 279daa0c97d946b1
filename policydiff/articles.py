"""Articles: the provisions of a law or of terms, each with all that stands under its number."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policydiff.lexicon.articles import ARTICLE, HEADING_MARK, HEADING_NUMBER
from policydiff.model import Document, Genre, Section, Span

NORMATIVE = (Genre.LAW, Genre.TERMS)
"""Documents in which every sentence binds, so that all of them are compared."""

LEAST_TEXT = 12
"""A heading with fewer characters under it, white space among them, stands alone."""


class Article(NamedTuple):
    """A provision: its number as written, its own section, and the sections it takes up.

    The number is empty where only a heading tells it, as in most terms.
    """

    number: str
    section: int
    sections: tuple[int, ...]


def articles_of(document: Document) -> tuple[Article, ...]:
    """The articles in order; none unless the document is a law or terms."""
    places = article_sections(document.sections, document.genre)
    members: dict[int, list[int]] = {}
    for index, place in enumerate(places):
        if place is not None:
            members.setdefault(place, []).append(index)
    return tuple(
        Article(article_number(document.sections[place]), place, tuple(sections))
        for place, sections in members.items()
    )


def article_sections(sections: Sequence[Section], genre: Genre) -> tuple[int | None, ...]:
    """For each section that of the article it belongs to; None outside of articles."""
    starts = _STARTS[genre](sections) if genre in _STARTS else frozenset()
    places: list[int | None] = []
    for index, section in enumerate(sections):
        above = None if section.parent is None else places[section.parent]
        places.append(index if index in starts else above)
    return tuple(places)


def article_number(section: Section) -> str:
    """The number of an article as its section writes it: 第十条, § 4a, B."""
    for words in (section.ordinal, section.heading):
        if match := ARTICLE.match(words) or HEADING_NUMBER.match(words):
            return match.group().strip()
    return "" if HEADING_MARK.fullmatch(section.ordinal.strip()) else section.ordinal.strip()


def title_of(section: Section) -> str:
    """The words of a heading without the number of the article."""
    if _is_point(section):
        return ""
    return section.heading.removeprefix(article_number(section)).strip()


def heads_article(span: Span, section: Section, *, is_article: bool) -> bool:
    """Whether a range is in the words that head a provision, which are no provision themselves."""
    has_title = bool(HEADING_MARK.fullmatch(section.ordinal.strip())) or (
        is_article and section.ordinal == "" and section.heading != ""
    )
    return has_title and span.start < section.heading_span.end


def _is_point(section: Section) -> bool:
    """Whether a section is numbered text, not headed by words of its own."""
    ordinal = section.ordinal.strip()
    return ordinal != "" and not HEADING_MARK.fullmatch(ordinal)


def _law_starts(sections: Sequence[Section]) -> frozenset[int]:
    """The sections with an article's number, and from the first of them on all others with text.

    Those are annexes, which number their points as they like.
    """
    numbered = [index for index, section in enumerate(sections) if _has_article_number(section)]
    starts = set(numbered)
    around = {above for index in numbered for above in _above(sections, index)}
    for index in range(numbered[0] if numbered else len(sections), len(sections)):
        is_inside = any(above in starts for above in _above(sections, index))
        has_text = sections[index].span.end - sections[index].heading_span.end >= LEAST_TEXT
        if not is_inside and (index not in around or has_text):
            starts.add(index)
    return frozenset(starts)


def _above(sections: Sequence[Section], index: int) -> Iterator[int]:
    """The sections that a section stands in, innermost first."""
    place = sections[index].parent
    while place is not None:
        yield place
        place = sections[place].parent


def _has_article_number(section: Section) -> bool:
    ordinal = section.ordinal.strip()
    by_heading = not ordinal or HEADING_MARK.fullmatch(ordinal)
    return ARTICLE.match(section.heading if by_heading else ordinal) is not None


def _terms_starts(sections: Sequence[Section]) -> frozenset[int]:
    """The sections under headings; where there are none, the outermost sections."""
    headed = {
        index
        for index, section in enumerate(sections)
        if not _is_point(section) and (section.heading or index == 0)
    }
    outermost = {index for index, section in enumerate(sections) if section.parent is None}
    return frozenset(headed if len(headed) > 2 else outermost)


_STARTS = {Genre.LAW: _law_starts, Genre.TERMS: _terms_starts}
