"""The values that pass between the stages: plain, frozen, equal by content.

A value never knows the database. Sections, items and targets are named by
their position in their document's tuple; the wire form writes position 17 of
the old document's items as ``old:i17``.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of code points of a document's text."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """The number of code points."""
        return self.end - self.start

    def overlap(self, other: "Span") -> int:
        """The number of code points both ranges hold."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


class Side(StrEnum):
    """Which of the two compared documents."""

    OLD = "old"
    NEW = "new"


class Genre(StrEnum):
    """What sort of document it is."""

    WORK_REPORT = "work_report"
    PLAN_REPORT = "plan_report"
    LAW = "law"
    TERMS = "terms"
    OTHER = "other"


class Role(StrEnum):
    """What a section is for."""

    REVIEW = "review"
    PLAN = "plan"
    SITUATION = "situation"
    SELF_GOVERNMENT = "self_government"
    OTHER = "other"


class Kind(StrEnum):
    """What an item says."""

    COMMITMENT = "commitment"
    TARGET = "target"
    RESULT = "result"
    CONTEXT = "context"

    @property
    def is_forward(self) -> bool:
        """Whether it speaks of the coming period."""
        return self in (Kind.COMMITMENT, Kind.TARGET)


class Status(StrEnum):
    """What became of a forward-looking item in the other document."""

    CARRIED = "carried"
    DROPPED = "dropped"
    ADDED = "added"


class LinkType(StrEnum):
    """Whether the newer text promises again or reports."""

    CARRY = "carry"
    REPORT = "report"


class Change(StrEnum):
    """How a carried commitment differs, in the order reports list it."""

    VERBATIM = "verbatim"
    REWORDED = "reworded"
    RAISED = "raised"
    LOWERED = "lowered"
    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    BROADENED = "broadened"
    NARROWED = "narrowed"
    PROGRESSED = "progressed"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"


class Direction(StrEnum):
    """How a figure moved."""

    RAISED = "raised"
    LOWERED = "lowered"
    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    SAME = "same"


class Ambition(StrEnum):
    """Whether a figure that moved asks more or less than before, given what is better."""

    MORE = "more"
    LESS = "less"


class Mismatch(StrEnum):
    """Why two figures of one thing cannot be compared."""

    RATE_AND_LEVEL = "growth rate against absolute level"
    RISE_AND_LEVEL = "increase against absolute level"
    PERIODS = "one year against several"
    UNITS = "units that do not convert"


class Comparator(StrEnum):
    """How a figure binds: exactly, at least, at most, about, between, or as an increase."""

    EQUAL = "="
    AT_LEAST = ">="
    AT_MOST = "<="
    ABOUT = "~"
    RANGE = "range"
    INCREASE = "+"


class Verdict(StrEnum):
    """Whether a reported figure reaches the target set for it."""

    EXCEEDED = "exceeded"
    MET = "met"
    MISSED = "missed"


class ReportOutcome(StrEnum):
    """What a report says became of a promise; REPORTED where neither figure nor stage tells."""

    EXCEEDED = "exceeded"
    MET = "met"
    MISSED = "missed"
    PROGRESSED = "progressed"
    REPORTED = "reported"


class Ruling(StrEnum):
    """What a person says of two items: they belong together, they do not, or only a note."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader must know about a document, and where it shows."""

    code: str
    message: str
    span: Span


class PlaceKind(StrEnum):
    """By what a file tells its places apart."""

    PAGE = "page"
    PARAGRAPH = "paragraph"
    ANCHOR = "anchor"
    ROW = "row"


class Box(NamedTuple):
    """A rectangle on a page, in points from the page's top left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where in its file a stretch of the text stands: page 7, paragraph 3, anchor ``#part2``.

    A page counts from 1 as viewers count it, whatever is printed on it; only a
    place on a page has a box.
    """

    span: Span
    kind: PlaceKind
    name: str
    box: Box | None = None


class Aside(NamedTuple):
    """A stretch of the text that is known to be furniture, under its notice's code."""

    code: str
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    r"""A file as read: its text with line ends normalised to ``\n``.

    The text of a PDF, a DOCX or a web page is what reading took out of it, one
    paragraph a line; ``places`` leads back, in the order of the text.
    """

    name: str
    sha256: str
    encoding: str
    text: str
    notices: tuple[Notice, ...] = ()
    places: tuple[Place, ...] = ()
    asides: tuple[Aside, ...] = ()


class Columns(NamedTuple):
    """Which columns of a table hold a document's text and its label."""

    text: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Download:
    """What stood at an address of the web, and when, in UTC."""

    url: str
    fetched_at: str
    sha256: str
    content: bytes


@dataclass(frozen=True, slots=True)
class CleanText:
    """A text fit for parsing, and the way back to its source.

    ``text`` holds one paragraph a line, widths and quotes folded one to one,
    furniture gone. ``offsets[i]`` is the source position of ``text[i]``, so
    every clean character is exactly one source character. ``front`` is what
    stands before a report's greeting and is furniture too: title, speaker, date.
    """

    text: str
    offsets: tuple[int, ...]
    source: str
    furniture: tuple[Span, ...] = ()
    notices: tuple[Notice, ...] = ()
    front: tuple[str, ...] = ()

    def source_span(self, start: int, end: int) -> Span:
        """The source range of a non-empty clean range."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def quote(self, start: int, end: int) -> str:
        """The clean range in the source's own characters, on one line."""
        return "".join(self.source[position] for position in self.offsets[start:end])

    def paragraphs(self) -> Iterator[Span]:
        """The clean range of each non-empty paragraph, in order."""
        start = 0
        for line in self.text.split("\n"):
            if line:
                yield Span(start, start + len(line))
            start += len(line) + 1


class Paragraph(NamedTuple):
    """A paragraph of the cleaned text, and where it stands in the source's."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Description:
    """What a document says of itself; every value may be overridden.

    ``series`` is the short name documents of one issuer and kind share;
    ``date`` is ISO or empty, ``language`` is ``zh`` or ``en``.
    """

    label: str
    title: str
    series: str
    issuer: str
    year: int | None
    date: str
    genre: Genre
    language: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the text under it, up to the next heading of any level.

    The sections of a document share no code point, and together hold all its
    text that is not furniture. The text before the first heading is a section
    with an empty heading.
    """

    parent: int | None
    level: int
    ordinal: str
    heading: str
    span: Span
    heading_span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class Item:
    """The shortest clause that carries one action with its object.

    ``text`` is the span's text without line ends, as the source writes it;
    ``plain`` is the same with widths and quotes folded, which matching reads.
    ``sentence`` and ``paragraph`` number the sentence and the paragraph it
    stands in, counted from the start of the document.
    """

    section: int
    span: Span
    text: str
    plain: str
    kind: Kind
    sentence: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Target:
    """One quantified forward-looking figure, as CONTRACT.md defines it.

    ``item`` is the position of the item it stands in; ``strength`` the word
    that strengthens or weakens it (``力争``, ``确保``), ``baseline`` what it is
    measured from (``比2020年``), ``deadline`` when it is due (``到2025年``); empty
    where the text does not say.
    """

    item: int
    span: Span
    indicator: str
    comparator: Comparator
    value: float
    value_hi: float | None
    unit: str
    strength: str = ""
    baseline: str = ""
    deadline: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """One figure that a document reports as reached, written as a target's is.

    ``period`` is the time of several years that the figure is for (``五年来``);
    empty where it is for the one year the document reports on.
    """

    item: int
    span: Span
    indicator: str
    comparator: Comparator
    value: float
    value_hi: float | None
    unit: str
    period: str = ""


@dataclass(frozen=True, slots=True)
class Waiver:
    """An item that says that no target is set for an indicator this year."""

    item: int
    indicator: str


@dataclass(frozen=True, slots=True)
class Document:
    """One policy document, read and parsed.

    ``label`` names it within its series; ``date`` is ISO, or empty;
    ``language`` is ``zh`` or ``en``.
    """

    label: str
    title: str
    series: str
    issuer: str
    year: int | None
    date: str
    genre: Genre
    language: str
    source: str
    sha256: str
    text: str
    notices: tuple[Notice, ...]
    furniture: tuple[Span, ...]
    sections: tuple[Section, ...]
    items: tuple[Item, ...]
    targets: tuple[Target, ...]
    results: tuple[Result, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    places: tuple[Place, ...] = ()

    def has_notice(self, code: str) -> bool:
        """Whether reading left a notice of that code."""
        return any(notice.code == code for notice in self.notices)

    def place_of(self, span: Span) -> Place | None:
        """The place where a span of the text starts; None where the file has only lines."""
        before = bisect_right(self.places, span.start, key=_place_start)
        return self.places[before - 1] if before else None


@dataclass(frozen=True, slots=True)
class SectionPair:
    """Two sections that deal with the same matter, or one without a counterpart.

    ``reason`` says in a few words what the score rests on.
    """

    old: int | None
    new: int | None
    score: float
    reason: str = ""


class RunnerUp(NamedTuple):
    """Another new item that was considered, and its score."""

    new: int
    score: float


class WordChange(NamedTuple):
    """Words that differ inside a link; an empty span is the place of an insertion or deletion."""

    old: Span
    new: Span


@dataclass(frozen=True, slots=True)
class Link:
    """An old item and the new item that takes it up or reports on it.

    Spans and word changes point into the documents' texts; ``evidence`` names
    the signs the score rests on, strongest first. ``outcome`` is None unless
    it is a report link.
    """

    type: LinkType
    old: int
    new: int
    old_span: Span
    new_span: Span
    score: float
    changes: tuple[Change, ...] = ()
    runners_up: tuple[RunnerUp, ...] = ()
    evidence: tuple[str, ...] = ()
    words: tuple[WordChange, ...] = ()
    outcome: ReportOutcome | None = None


@dataclass(frozen=True, slots=True)
class Alignment:
    """What belongs together, before anything is said about how it changed."""

    section_pairs: tuple[SectionPair, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TargetChange:
    """The same indicator's figure in both documents, by target positions.

    ``ambition`` is None where the figure stayed, or neither way is better.
    """

    old: int
    new: int
    direction: Direction
    ambition: Ambition | None = None


@dataclass(frozen=True, slots=True)
class NotComparable:
    """Figures of the same thing that say nothing of each other, by target positions."""

    old: int
    new: int
    reason: Mismatch


@dataclass(frozen=True, slots=True)
class Outcome:
    """An old target and the new document's figure for it, by their positions.

    ``margin`` is the reported figure less the end of the target nearest to it,
    in the target's unit: -2.5 where 5.5%左右 came out at 3%, 0 inside a range.
    """

    target: int
    result: int
    verdict: Verdict
    margin: float


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person decided of an old and a new item, whatever the score of the two says."""

    decision_id: str
    type: LinkType
    ruling: Ruling
    old: int
    new: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents and everything said about them.

    ``old_status[i]`` is the status of ``old.items[i]`` (None unless it looks
    forward), ``old_caveats[i]`` its caveat or an empty text; likewise new.
    """

    old: Document
    new: Document
    section_pairs: tuple[SectionPair, ...]
    links: tuple[Link, ...]
    target_changes: tuple[TargetChange, ...]
    old_status: tuple[Status | None, ...]
    new_status: tuple[Status | None, ...]
    old_caveats: tuple[str, ...]
    new_caveats: tuple[str, ...]
    notices: tuple[Notice, ...] = field(default=())
    outcomes: tuple[Outcome, ...] = ()
    not_comparable: tuple[NotComparable, ...] = ()
    decided: tuple[Decided, ...] = ()

    @property
    def carried(self) -> tuple[Link, ...]:
        """The carry links, in the order of the old document."""
        return tuple(link for link in self.links if link.type is LinkType.CARRY)

    @property
    def reported(self) -> tuple[Link, ...]:
        """The report links, in the order of the old document."""
        return tuple(link for link in self.links if link.type is LinkType.REPORT)

    @property
    def dropped(self) -> tuple[Item, ...]:
        """The old forward-looking items that nothing carries on."""
        return _items_with(self.old.items, self.old_status, Status.DROPPED)

    @property
    def added(self) -> tuple[Item, ...]:
        """The new forward-looking items that carry nothing on."""
        return _items_with(self.new.items, self.new_status, Status.ADDED)

    @property
    def targets(self) -> tuple[tuple[Target, Target, Direction], ...]:
        """Each figure found in both documents: old, new, and how it moved."""
        return tuple(
            (self.old.targets[change.old], self.new.targets[change.new], change.direction)
            for change in self.target_changes
        )


def _place_start(place: Place) -> int:
    return place.span.start


def _items_with(
    items: tuple[Item, ...], statuses: tuple[Status | None, ...], wanted: Status
) -> tuple[Item, ...]:
    return tuple(item for item, status in zip(items, statuses, strict=True) if status is wanted)
