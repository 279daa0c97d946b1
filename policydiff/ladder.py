"""The values of an explanation: why an item is linked to this one, and to no other."""

from dataclasses import dataclass
from enum import StrEnum

from policydiff.model import Decided, Document, Item, LinkType, Side


class Refusal(StrEnum):
    """Why two items are not linked."""

    BELOW_THRESHOLD = "below the threshold"
    NOT_MUTUAL = "below the threshold, and linked to a better counterpart"
    DISMISSED = "dismissed at first look"
    NOT_NEAR = "shares rare letters, but both items have many nearer ones"
    NOTHING_SHARED = "shares no rare letters"
    OTHER_KIND = "is of a kind that such a link does not join"
    OTHER_ARTICLE = "in another article, or in other words"
    REJECTED = "rejected by people"


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of a pair of items: how strong it is, and the points it gives."""

    name: str
    value: float
    points: float


@dataclass(frozen=True, slots=True)
class Look:
    """What one look says of a pair: the signs that the scorecard knows, and the base of any pair.

    The first look takes the pair by itself; the second also what the first
    says of the pairs around it.
    """

    base: float
    signs: tuple[Sign, ...]

    @property
    def total(self) -> float:
        """The base and all points: the log-odds that the two belong together."""
        return self.base + sum(sign.points for sign in self.signs)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item of the other document that was considered.

    ``item`` is its position. ``refusal`` is None if the two are linked.
    ``better`` is the position of the item that the candidate is linked to with
    a higher score than the one explained gets. A pair of the same words is a
    repeat and may score higher than its points say. Pairs that were never
    looked at have no looks, pairs dismissed at the first look have that one.
    ``reason`` is what the articles of a law say for it, ``decided`` what people
    do, which wins over all else.
    """

    item: int
    score: float
    looks: tuple[Look, ...]
    refusal: Refusal | None
    better: int | None = None
    is_repeat: bool = False
    reason: str = ""
    decided: Decided | None = None


@dataclass(frozen=True, slots=True)
class Ladder:
    """The candidates of one item for one type of link, best first.

    ``side`` and ``item`` say which item of which document; from ``threshold``
    on a pair is linked. It is None for laws and terms, whose items are linked
    article by article and not by points.
    """

    type: LinkType
    side: Side
    item: int
    threshold: float | None
    candidates: tuple[Candidate, ...]

    @property
    def linked(self) -> tuple[Candidate, ...]:
        """The candidates that are linked to the item."""
        return tuple(candidate for candidate in self.candidates if candidate.refusal is None)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one item of two compared documents has the links it has, and no others.

    ``side`` and ``item`` say which item. An item that is neither promised nor
    reported done has no ladders.
    """

    old: Document
    new: Document
    side: Side
    item: int
    ladders: tuple[Ladder, ...]

    @property
    def document(self) -> Document:
        """The document that holds the item."""
        return self.old if self.side is Side.OLD else self.new

    @property
    def other(self) -> Document:
        """The document that holds the candidates."""
        return self.new if self.side is Side.OLD else self.old

    @property
    def explained(self) -> Item:
        """The item itself."""
        return self.document.items[self.item]
