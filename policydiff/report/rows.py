"""The rows of the machine-readable comparison, as they are written.

Ids are ``old:s3`` (section), ``old:i17`` (item), ``old:t4`` (target) and ``old:r4`` (result): the
side, and the position in that document. Spans are ``[start, end)`` in code
points of the document's text; lines count from 1.
"""

from typing import TypedDict

SpanRow = list[int]


class NoticeRow(TypedDict):
    """Something a reader must know, and where it shows."""

    code: str
    message: str
    span: SpanRow


class PlaceRow(TypedDict):
    """Where in its file something starts; ``box`` is on a page, in points from its top left."""

    kind: str
    name: str
    box: list[float] | None


class SectionRow(TypedDict):
    """A heading and what it is for; ``span`` reaches to the next heading."""

    id: str
    parent: str | None
    level: int
    ordinal: str
    heading: str
    span: SpanRow
    heading_span: SpanRow
    role: str
    line: int


class FactsRow(TypedDict):
    """What a document is, and the file it was read from."""

    label: str
    title: str
    series: str
    issuer: str
    year: int | None
    date: str
    genre: str
    language: str
    source: str
    sha256: str


class DocumentRow(FactsRow):
    """A document with its whole text, which all spans point into."""

    text: str
    notices: list[NoticeRow]
    furniture: list[SpanRow]
    sections: list[SectionRow]


class DocumentsRow(TypedDict):
    """The two documents compared."""

    old: DocumentRow
    new: DocumentRow


class SectionPairRow(TypedDict):
    """Two section ids, or one and null, with the score and what it rests on."""

    old: str | None
    new: str | None
    score: float
    reason: str


class ArticleRow(TypedDict):
    """An old article's section and the new one's, null where there is none, and what became of it.

    An article that was split, or into which others were merged, has several rows.
    """

    old: str | None
    new: str | None
    old_number: str | None
    new_number: str | None
    score: float
    changes: list[str]


class ItemRow(TypedDict):
    """A clause, what it says and what became of it; ``citation`` its place in an article.

    ``set_phrase`` says that a promise is nothing but words that fill every report.
    """

    id: str
    doc: str
    section: str
    span: SpanRow
    text: str
    kind: str
    status: str | None
    caveat: str | None
    sentence: int
    paragraph: int
    line: int
    place: PlaceRow | None
    citation: str | None
    set_phrase: bool


class RunnerUpRow(TypedDict):
    """Another new item that was considered."""

    new: str
    score: float


class WordsRow(TypedDict):
    """Words that differ; an empty span is the place of an insertion or deletion."""

    old: SpanRow
    new: SpanRow


class LinkRow(TypedDict):
    """An old item and the new item that takes it up or reports on it.

    ``outcome`` is what a report link says became of the promise, null for a carry link;
    ``decided`` whether people accepted the link, or noted something of it, null if not.
    """

    type: str
    old: str
    new: str
    old_span: SpanRow
    new_span: SpanRow
    score: float
    changes: list[str]
    runners_up: list[RunnerUpRow]
    evidence: list[str]
    format_only: bool
    words: list[WordsRow]
    outcome: str | None
    decided: str | None


class DecidedRow(TypedDict):
    """What people decided of two items: ``ruling`` is accepted, rejected or noted."""

    id: str
    type: str
    ruling: str
    old: str
    new: str
    note: str


class FigureRow(TypedDict):
    """What the rows of targets and results share."""

    doc: str
    item: str
    span: SpanRow
    line: int
    indicator: str
    comparator: str
    value: float
    value_hi: float | None
    unit: str


class TargetRow(FigureRow):
    """One figure the document aims at; words the text does not have are empty."""

    id: str
    strength: str
    baseline: str
    deadline: str


class TargetChangeRow(TypedDict):
    """The same indicator's figure in both documents.

    ``ambition`` says whether the new one asks ``more`` or ``less``; null where it
    stayed, or neither way is better.
    """

    old: str
    new: str
    direction: str
    ambition: str | None


class NotComparableRow(TypedDict):
    """Figures of one thing that cannot be compared, such as a growth rate and a level."""

    old: str
    new: str
    reason: str


class ResultRow(FigureRow):
    """One figure the document reports; ``period`` is empty unless it is for several years."""

    id: str
    period: str


class WaiverRow(TypedDict):
    """An item that says that no target is set for an indicator."""

    doc: str
    item: str
    indicator: str


class OutcomeRow(TypedDict):
    """An old target and the new result it is held against; the margin is in its unit."""

    target: str
    result: str
    verdict: str
    margin: float


class SideSummaryRow(TypedDict):
    """What both summaries count."""

    items: int
    kinds: dict[str, int]
    forward_looking: int
    carried: int
    outside_coverage: int
    set_phrases: int


class OldSummaryRow(SideSummaryRow):
    """``carried + dropped == forward_looking``."""

    dropped: int


class NewSummaryRow(SideSummaryRow):
    """``carried + added == forward_looking``."""

    added: int


class SummaryRow(TypedDict):
    """The counts of the rows above."""

    old: OldSummaryRow
    new: NewSummaryRow
    links: dict[str, int]
    changes: dict[str, int]
    report_outcomes: dict[str, int]
    figures: dict[str, int]


class ComparisonRow(TypedDict):
    """The whole comparison."""

    schema: str
    documents: DocumentsRow
    notices: list[NoticeRow]
    summary: SummaryRow
    section_pairs: list[SectionPairRow]
    articles: list[ArticleRow]
    items: list[ItemRow]
    links: list[LinkRow]
    targets: list[TargetRow]
    target_changes: list[TargetChangeRow]
    not_comparable: list[NotComparableRow]
    results: list[ResultRow]
    waivers: list[WaiverRow]
    outcomes: list[OutcomeRow]
    decided: list[DecidedRow]
