"""Decisions: what people say of pairs of items, kept by the items' words.

A decision names its items by series, label and words, so that it holds after
the documents are read anew, on another machine, and beside later years.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from policydiff.lexicon.clauses import PUNCTUATION
from policydiff.model import Decided, Document, Kind, LinkType, Ruling

ID_LENGTH = 10
"""Hexadecimal digits of a decision's id."""


class Passage(NamedTuple):
    """The words of an item and the document they stand in.

    ``occurrence`` counts from 1 where the document says the same several times.
    """

    series: str
    label: str
    text: str
    occurrence: int = 1

    @property
    def name(self) -> str:
        """The document, as commands take it: ``重庆/2019``."""
        return "/".join(part for part in (self.series, self.label) if part)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person says of an old and a new item."""

    type: LinkType
    ruling: Ruling
    old: Passage
    new: Passage
    note: str = ""

    @property
    def decision_id(self) -> str:
        """An id that rests on the two items alone, so that a change of mind keeps it."""
        parts = [str(self.type)]
        for passage in (self.old, self.new):
            parts += [passage.series, passage.label, letters(passage.text)]
            parts.append(str(passage.occurrence))
        return sha256("\0".join(parts).encode()).hexdigest()[:ID_LENGTH]


class Obstacle(StrEnum):
    """Why a decision says nothing of two documents, though it names them."""

    TEXT_GONE = "its words are not found any more"
    OTHER_KIND = "its words are no promise any more, or report on none"


class Stray(NamedTuple):
    """A decision on two documents that names no pair of their items."""

    decision: Decision
    obstacle: Obstacle


class Said(NamedTuple):
    """What matters of an item to a decision: its words, widths and quotes folded, and its kind."""

    plain: str
    kind: Kind


class Index:
    """The items of one document, to be found by their words."""

    def __init__(self, items: Iterable[Said]) -> None:
        self._items = tuple(items)
        self._positions: defaultdict[str, list[int]] = defaultdict(list)
        for position, item in enumerate(self._items):
            self._positions[letters(item.plain)].append(position)

    @classmethod
    def of(cls, document: Document) -> "Index":
        """The index of a document."""
        return cls(Said(item.plain, item.kind) for item in document.items)

    def kind(self, position: int) -> Kind:
        """The kind of the item at that position."""
        return self._items[position].kind

    def find(self, passage: Passage) -> int | None:
        """The position of the item that has these words, white space and punctuation aside."""
        found = self._positions.get(letters(passage.text), ())
        return found[passage.occurrence - 1] if passage.occurrence <= len(found) else None

    def occurrence(self, position: int) -> int:
        """Which of the items with the same words it is, from 1."""
        return self._positions[letters(self._items[position].plain)].index(position) + 1


def letters(plain: str) -> str:
    """The words without white space and punctuation, or all of them if there is nothing else."""
    return PUNCTUATION.sub("", plain) or "".join(plain.split())


def passage_of(document: Document, position: int) -> Passage:
    """The words of an item, named so that they are found again."""
    occurrence = Index.of(document).occurrence(position)
    return Passage(document.series, document.label, document.items[position].plain, occurrence)


def decided_in(
    old: Document, new: Document, decisions: Iterable[Decision]
) -> tuple[tuple[Decided, ...], tuple[Stray, ...]]:
    """What decisions say of two documents, by positions; and those that name no items of them."""
    indexes = Index.of(old), Index.of(new)
    decided: dict[str, Decided] = {}
    strays: list[Stray] = []
    for decision in on_documents(decisions, old, new):
        found = locate(decision, *indexes)
        if isinstance(found, Obstacle):
            strays.append(Stray(decision, found))
        else:
            decided[decision.decision_id] = Decided(
                decision.decision_id, decision.type, decision.ruling, *found, decision.note
            )
    return tuple(sorted(decided.values(), key=_place)), tuple(strays)


def on_documents(decisions: Iterable[Decision], old: Document, new: Document) -> Sequence[Decision]:
    """The decisions that name these two documents."""
    names = (old.series, old.label), (new.series, new.label)
    return [each for each in decisions if (each.old[:2], each.new[:2]) == names]


def locate(decision: Decision, old: Index, new: Index) -> tuple[int, int] | Obstacle:
    """The positions of a decision's items, or why there are none."""
    old_item, new_item = old.find(decision.old), new.find(decision.new)
    if old_item is None or new_item is None:
        return Obstacle.TEXT_GONE
    if not may_link(decision.type, old.kind(old_item), new.kind(new_item)):
        return Obstacle.OTHER_KIND
    return old_item, new_item


def may_link(link_type: LinkType, old: Kind, new: Kind) -> bool:
    """Whether a link of that type may join an old item of the one kind to a new of the other."""
    is_answer = new.is_forward if link_type is LinkType.CARRY else new is Kind.RESULT
    return old.is_forward and is_answer


def in_order(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions by documents and words, the same order on every machine."""
    return tuple(sorted(decisions, key=lambda each: (each.old, each.new, each.type)))


def _place(decided: Decided) -> tuple[int, int, str]:
    return decided.old, decided.new, decided.type
