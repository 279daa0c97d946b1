"""The lists of items without counterpart: dropped by the new document, or added by it."""

from policydiff.model import Comparison, Document, Item, Kind, Side, Status
from policydiff.report.counts import SET_PHRASE, is_mere_phrase
from policydiff.report.decided import item_mark
from policydiff.report.listing import Entry, Listing, list_by_section
from policydiff.report.place import place
from policydiff.report.quote import quoted
from policydiff.report.view import View


def unmatched(comparison: Comparison, side: Side, view: View, *, covered: bool) -> Listing:
    """The dropped or added items by section, where the other document has text or where not."""
    document = comparison.old if side is Side.OLD else comparison.new
    statuses = comparison.old_status if side is Side.OLD else comparison.new_status
    caveats = comparison.old_caveats if side is Side.OLD else comparison.new_caveats
    gone = Status.DROPPED if side is Side.OLD else Status.ADDED
    everything = zip(document.items, statuses, caveats, strict=True)
    entries = [
        _entry(document, item, position, item_mark(comparison, side, position))
        for position, (item, status, caveat) in enumerate(everything)
        if status is gone and covered is not bool(caveat) and view.covers(document, item.section)
    ]
    return list_by_section(document, entries, view)


def _entry(document: Document, item: Item, position: int, mark: str) -> Entry:
    return Entry(
        section=item.section,
        rank=_rank(item),
        order=position,
        tags=(),
        lines=(quoted(item),),
        place=place(document, item.span),
        note=", ".join(filter(None, (SET_PHRASE if is_mere_phrase(item) else "", mark))),
    )


def _rank(item: Item) -> int:
    """Figures first, and last what every report says."""
    if item.kind is Kind.TARGET:
        return 0
    return 1 + is_mere_phrase(item)
