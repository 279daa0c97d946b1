"""The values of tracking: what became of each commitment through the documents of a series."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from policydiff.model import Change, Comparison, Document, Link


class Place(NamedTuple):
    """An item of a series: the position of its document, and its own in that document."""

    document: int
    item: int


class Note(NamedTuple):
    """What a person wrote of a pair of items."""

    old: Place
    new: Place
    text: str


class Standing(StrEnum):
    """What a commitment is in one year of its series."""

    INTRODUCED = "introduced"
    CARRIED = "carried"
    REVIVED = "revived"
    ABSENT = "absent"
    DROPPED = "dropped"
    COMPLETED = "completed"
    MERGED = "merged"
    NOT_COVERED = "not_covered"

    @property
    def is_promised(self) -> bool:
        """Whether the year's documents promise it."""
        return self in (Standing.INTRODUCED, Standing.CARRIED, Standing.REVIVED)


class Answer(StrEnum):
    """What the next year's document reports on a promise.

    NOT_COVERED is said of a text that lacks its review, or stands more than a
    year later; PENDING of a promise that no document can report on yet.
    """

    EXCEEDED = "exceeded"
    MET = "met"
    MISSED = "missed"
    PROGRESSED = "progressed"
    REPORTED = "reported"
    NOT_MENTIONED = "not_mentioned"
    NOT_COVERED = "not_covered"
    PENDING = "pending"

    @property
    def is_kept(self) -> bool:
        """Whether the promise is reported as fulfilled."""
        return self in (Answer.EXCEEDED, Answer.MET)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A document of the series that is not tracked, and why."""

    document: Document
    reason: str


@dataclass(frozen=True, slots=True)
class Lineup:
    """The documents of a series in order; ``slots[i]`` counts the year of ``documents[i]``.

    Documents of one year share a slot. A document of several years, such as a
    five-year plan, stands in its first year; ``spans[i]`` says how many years
    ``documents[i]`` speaks for.
    """

    series: str
    documents: tuple[Document, ...]
    slots: tuple[int, ...]
    spans: tuple[int, ...]
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class PairLinks:
    """What tracking needs of a comparison.

    ``uncovered`` are the positions of the old items whose absence from the new
    document proves nothing.
    """

    links: tuple[Link, ...]
    uncovered: frozenset[int] = frozenset()

    @classmethod
    def of(cls, comparison: Comparison) -> "PairLinks":
        """The links and the gaps of a comparison."""
        bare = tuple(replace(link, words=(), runners_up=()) for link in comparison.links)
        caveats = enumerate(comparison.old_caveats)
        return cls(bare, frozenset(index for index, caveat in caveats if caveat))


@dataclass(frozen=True, slots=True)
class Rulings:
    """What people decided of pairs of items, whatever the scores say, and noted of them."""

    joined: frozenset[tuple[Place, Place]] = frozenset()
    parted: frozenset[tuple[Place, Place]] = frozenset()
    notes: frozenset[Note] = frozenset()


@dataclass(frozen=True, slots=True)
class Step:
    """From which item to which a commitment went on.

    ``is_bridge`` is true where the two wordings alone speak for it, false
    where the comparison of the two documents links them, or people do, as
    ``is_decided`` says.
    """

    old: Place
    new: Place
    score: float
    is_bridge: bool = False
    changes: tuple[Change, ...] = ()
    is_decided: bool = False


@dataclass(frozen=True, slots=True)
class CommitmentYear:
    """What a commitment is in one year.

    ``document`` is the position of the year's document that holds it, or would
    hold it; ``absent_years`` counts the series' years just before this one in
    which it was absent.
    """

    document: int
    standing: Standing
    absent_years: int = 0


@dataclass(frozen=True, slots=True)
class PromiseReport:
    """What the next year's document says of a promise.

    ``document`` is None while there is no such document, ``result`` where it
    says nothing.
    """

    promise: Place
    answer: Answer
    document: int | None = None
    result: Place | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """One commitment: its items in order, and what became of it.

    ``likeness`` says how alike its first and its last wording are, 0 to 1.
    ``shared`` are the places whose items are another commitment's in the first
    place; ``merged_into`` is that one where the last place is shared, since
    from there on it goes on for both. The
    first step leads from an item of ``split_from``, where it began as a part
    of that. ``cut_from`` is the commitment it went on from when the two no
    longer spoke of the same. All three are empty as a rule. ``parted`` are the
    pairs of items, one of them its own, that people say do not belong together.
    ``notes`` are what they wrote of its pairs.
    ``is_set_phrase`` is true where all its items are nothing but words that fill
    every report.
    """

    commitment_id: str
    name: str
    places: tuple[Place, ...]
    steps: tuple[Step, ...]
    years: tuple[CommitmentYear, ...]
    reports: tuple[PromiseReport, ...]
    likeness: float
    shared: tuple[Place, ...] = ()
    merged_into: str = ""
    split_from: str = ""
    cut_from: str = ""
    is_set_phrase: bool = False
    parted: tuple[tuple[Place, Place], ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def is_decided(self) -> bool:
        """Whether people decided anything of it."""
        return bool(self.parted) or any(step.is_decided for step in self.steps)

    @property
    def status(self) -> str:
        """What it is in the newest year: ``promised``, or how it ended."""
        last = self.years[-1].standing
        return "promised" if last.is_promised else str(last)

    @property
    def promised_years(self) -> int:
        """In how many years it is promised."""
        return sum(year.standing.is_promised for year in self.years)


@dataclass(frozen=True, slots=True)
class Tracking:
    """All commitments of a series, in the order in which they first stand."""

    lineup: Lineup
    commitments: tuple[Commitment, ...]


class LifeLink(NamedTuple):
    """A step of a commitment with its link, whose words are marked."""

    old: Place
    new: Place
    link: Link


class DatedChange(NamedTuple):
    """Words that differ between two years, and the first document that has the newer ones.

    Either side is empty where words only came or went.
    """

    old: str
    new: str
    label: str


@dataclass(frozen=True, slots=True)
class Life:
    """A commitment to be told year by year.

    ``changes`` say since when it differs, between the two documents asked for.
    """

    lineup: Lineup
    commitment: Commitment
    links: tuple[LifeLink, ...]
    changes: tuple[DatedChange, ...] = ()
