"""What was understood of one document: what it is, its outline, its items, its text."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from policydiff.model import Document, Kind, Notice, Paragraph, Section
from policydiff.report import summary
from policydiff.report.blocks import Block, Column, Table, Tone
from policydiff.report.place import heading, own_heading, place, shortened
from policydiff.report.printable import printable

UNKNOWN = "not found"
"""What a fact says that the text does not tell."""

FEW_SECTIONS = 60
"""An outline of more rows is folded to the depth that has no more, but never to nothing."""

_LANGUAGES = {"zh": "Chinese", "en": "English or another language in letters"}
_QUOTED = 60
_INDENT = "  "

_FACT_COLUMNS = (Column(""), Column("", flexible=True))
_NOTICE_COLUMNS = (Column("place", tone=Tone.FAINT), Column("notice", flexible=True))
_SECTION_COLUMNS = (
    Column("section", flexible=True),
    Column("role", tone=Tone.FAINT),
    *(Column(f"{kind}s" if kind is not Kind.CONTEXT else kind, right=True) for kind in Kind),
    Column("place", tone=Tone.FAINT),
)
_ITEM_COLUMNS = (
    Column("id"),
    Column("kind", tone=Tone.FAINT),
    Column("section", tone=Tone.FAINT),
    Column("place", tone=Tone.FAINT),
    Column("text", flexible=True),
)
_TEXT_COLUMNS = (Column("place", tone=Tone.FAINT), Column("text", flexible=True))


class Fact(NamedTuple):
    """Something a document is, such as its issuer."""

    name: str
    value: str


class SectionCount(NamedTuple):
    """A section of an outline, how deep it stands, and its items and those folded into it."""

    section: Section
    depth: int
    kinds: Counter[Kind]


def facts(document: Document) -> tuple[Fact, ...]:
    """What the document is, in the order in which a reader checks it."""
    ends = (document.items[0].text, document.items[-1].text) if document.items else ("", "")
    year = str(document.year) if document.year else ""
    date = f" ({document.date})" if document.date else ""
    genre = document.genre.replace("_", " ")
    found = (
        Fact("label", summary.name(document)),
        Fact("issuer", printable(document.issuer)),
        Fact("year", f"{year or UNKNOWN}{date}"),
        Fact("kind", f"{genre}, {_LANGUAGES.get(document.language, document.language)}"),
        Fact("source", printable(document.source)),
        Fact("items", item_counts(document)),
        Fact("begins", shortened(printable(ends[0]), _QUOTED)),
        Fact("ends", _last_words(printable(ends[1]))),
    )
    return tuple(fact._replace(value=fact.value or UNKNOWN) for fact in found)


def item_counts(document: Document) -> str:
    """How many items there are, and of which kinds."""
    counts = Counter(item.kind for item in document.items)
    kinds = (f"{counts[kind]} {_kind_name(kind, counts[kind])}" for kind in Kind if counts[kind])
    return ": ".join(part for part in (str(len(document.items)), ", ".join(kinds)) if part)


def sorted_notices(document: Document) -> list[Notice]:
    """The notices, those first that say that something is missing."""
    return sorted(document.notices, key=lambda notice: not summary.is_grave(notice))


def section_counts(document: Document, depth: int = 0) -> Iterator[SectionCount]:
    """The sections down to a depth, 0 for all, with the items in them and in what is folded."""
    shown = _shown(document, depth)
    kinds: dict[int, Counter[Kind]] = {}
    for item in document.items:
        kinds.setdefault(shown[item.section], Counter())[item.kind] += 1
    depths = _depths(document)
    for index, section in enumerate(document.sections):
        if shown[index] == index:
            yield SectionCount(section, depths[index], kinds.get(index, Counter()))


def readable_depth(document: Document) -> int:
    """The depth to which an outline has few rows; 0 where it has few in all."""
    depths = Counter(_depths(document))
    if len(document.sections) <= FEW_SECTIONS:
        return 0
    rows = 0
    for depth in sorted(depths):
        rows += depths[depth]
        if rows > FEW_SECTIONS:
            return max(1, depth)
    return 0


def indented(counted: SectionCount) -> str:
    """The heading, indented by its depth."""
    return _INDENT * counted.depth + heading(counted.section)


def outline_blocks(document: Document) -> Iterator[Block]:
    """What the document is, the notices with their places, and the outline."""
    yield Table(summary.title(document), _FACT_COLUMNS, facts(document))
    if document.notices:
        rows = [_notice_row(document, notice) for notice in sorted_notices(document)]
        yield Table(f"Notices: {len(rows)}", _NOTICE_COLUMNS, tuple(rows))
    sections = [_section_row(document, counted) for counted in section_counts(document)]
    yield Table(f"Sections: {len(sections)}", _SECTION_COLUMNS, tuple(sections))


def item_blocks(document: Document) -> Iterator[Block]:
    """The items in their order, each with its id, as reports name it."""
    rows = tuple(
        (
            f"i{number}",
            str(item.kind),
            own_heading(document, item.section),
            place(document, item.span),
            printable(item.text),
        )
        for number, item in enumerate(document.items)
    )
    yield Table(f"Items: {item_counts(document)}", _ITEM_COLUMNS, rows)


def text_blocks(document: Document, paragraphs: Iterable[Paragraph]) -> Iterator[Block]:
    """The cleaned text, each paragraph with its place."""
    rows = tuple((place(document, each.span), printable(each.text)) for each in paragraphs)
    counted = "1 paragraph" if len(rows) == 1 else f"{len(rows)} paragraphs"
    yield Table(f"Text: {counted}", _TEXT_COLUMNS, rows)


def _notice_row(document: Document, notice: Notice) -> tuple[str, ...]:
    return place(document, notice.span), printable(notice.message)


def _section_row(document: Document, counted: SectionCount) -> tuple[str, ...]:
    section, _, kinds = counted
    role = section.role.replace("_", " ")
    counts = (str(kinds[kind] or "") for kind in Kind)
    return indented(counted), role, *counts, place(document, section.span)


def _kind_name(kind: Kind, count: int) -> str:
    return kind if kind is Kind.CONTEXT or count == 1 else f"{kind}s"


def _last_words(text: str) -> str:
    return text if len(text) <= _QUOTED else f"…{text[1 - _QUOTED :]}"


def _depths(document: Document) -> list[int]:
    depths: list[int] = []
    for section in document.sections:
        depths.append(0 if section.parent is None else depths[section.parent] + 1)
    return depths


def _shown(document: Document, depth: int) -> list[int]:
    """Of each section itself, or the section above it into which it is folded."""
    shown: list[int] = []
    for index, (section, own) in enumerate(zip(document.sections, _depths(document), strict=True)):
        is_folded = depth and own >= depth and section.parent is not None
        shown.append(shown[section.parent or 0] if is_folded else index)
    return shown
