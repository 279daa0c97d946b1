"""Items by the names users give them: the id that a report shows, or words of the item."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from policydiff.errors import ItemError
from policydiff.model import Document, Kind, Side

MOST_LISTED = 10
"""Matches an error names; of more, more words must be given anyway."""

_ID = re.compile(r"(old|new):i(\d+)")


class NamedItem(NamedTuple):
    """An item by its document and its position there."""

    side: Side
    position: int

    def __str__(self) -> str:
        """The id: ``old:i17``."""
        return f"{self.side}:i{self.position}"


def find_item(old: Document, new: Document, name: str, *, but: Side | None = None) -> NamedItem:
    """The item of that id, or the one that holds these words, white space aside.

    Words that are the whole of one item name that one. Promises and what is
    reported done go before all else. ``but`` is a side that the item is not
    looked for on. An ItemError says what there is to choose.
    """
    given = _ID.fullmatch(name.strip())
    if given:
        return _by_id(old, new, NamedItem(Side(given[1]), int(given[2])), but)
    words = _bare(name)
    found = [
        item
        for item in _items(old, new)
        if item.side is not but and words and words in _bare(_text(old, new, item))
    ]
    found = [item for item in found if _is_compared(old, new, item)] or found
    whole = [item for item in found if words == _bare(_text(old, new, item))]
    matches = whole if len(whole) == 1 else found
    if len(matches) == 1:
        return matches[0]
    raise ItemError(_too_many(old, new, name, matches) if matches else _none(name))


def _by_id(old: Document, new: Document, item: NamedItem, but: Side | None) -> NamedItem:
    side, position = item
    if side is but:
        raise ItemError(f'"{item}" is of the same document; name an item of the other one')
    count = len((old if side is Side.OLD else new).items)
    if position >= count:
        raise ItemError(
            f'there is no item "{item}"; the {side} document has {side}:i0 to {side}:i{count - 1}'
        )
    return item


def _items(old: Document, new: Document) -> Iterator[NamedItem]:
    for side, document in ((Side.OLD, old), (Side.NEW, new)):
        yield from (NamedItem(side, position) for position in range(len(document.items)))


def _text(old: Document, new: Document, item: NamedItem) -> str:
    return (old if item.side is Side.OLD else new).items[item.position].plain


def _is_compared(old: Document, new: Document, item: NamedItem) -> bool:
    kind = (old if item.side is Side.OLD else new).items[item.position].kind
    return kind.is_forward or (item.side is Side.NEW and kind is Kind.RESULT)


def _bare(text: str) -> str:
    return "".join(text.split())


def _too_many(old: Document, new: Document, name: str, matches: list[NamedItem]) -> str:
    listed = [f"{item} ({_shown(_text(old, new, item))})" for item in matches[:MOST_LISTED]]
    more = len(matches) - len(listed)
    rest = [f"and {more} more; give more of the words"] if more else []
    said = ", ".join([*listed, *rest])
    return f'"{name}" stands in {len(matches)} items; name one by its id: {said}'


def _shown(text: str) -> str:
    """The text without characters that would move a terminal's cursor."""
    return "".join(char for char in text if char.isprintable())


def _none(name: str) -> str:
    return f'no item of the two documents holds "{name}"; give an id such as old:i17, or its words'
