"""The marks of what people decided, and the list of it."""

from policydiff.model import Comparison, Link, Ruling, Side
from policydiff.report.place import places
from policydiff.report.printable import printable
from policydiff.report.view import View

ACCEPTED = "accepted by people"
REJECTED = "a link was rejected by people"


def ruling_on(comparison: Comparison, link: Link) -> Ruling | None:
    """What people said of a link, if they did."""
    key = link.type, link.old, link.new
    return next(
        (each.ruling for each in comparison.decided if (each.type, each.old, each.new) == key), None
    )


def link_mark(comparison: Comparison, link: Link) -> str:
    """The mark of a link that people accepted, and their note."""
    found = [
        (ACCEPTED if each.ruling is Ruling.ACCEPTED else "", printable(each.note))
        for each in comparison.decided
        if (each.type, each.old, each.new) == (link.type, link.old, link.new)
    ]
    return ": ".join(part for each in found for part in each if part)


def item_mark(comparison: Comparison, side: Side, position: int) -> str:
    """The mark of an item without a counterpart, if people rejected a link of it."""
    is_parted = any(
        each.ruling is Ruling.REJECTED and position == (each.old if side is Side.OLD else each.new)
        for each in comparison.decided
    )
    return REJECTED if is_parted else ""


def decided_rows(comparison: Comparison, view: View) -> list[tuple[str, ...]]:
    """A row for each decision: ruling, type, both texts, note and place."""
    old, new = comparison.old, comparison.new
    return [
        (
            str(each.ruling),
            str(each.type),
            printable(old.items[each.old].text),
            printable(new.items[each.new].text),
            printable(each.note),
            places(old, old.items[each.old].span, new, new.items[each.new].span).removeprefix(
                "line "
            ),
        )
        for each in comparison.decided
        if view.covers(old, old.items[each.old].section)
        or view.covers(new, new.items[each.new].section)
    ]
