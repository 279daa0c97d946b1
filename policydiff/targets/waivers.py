"""Waivers: what a document says that it sets no target for."""

from policydiff.lexicon.indicators import names_of
from policydiff.lexicon.periods import NO_TARGET
from policydiff.model import Item, Waiver


def find_waivers(items: tuple[Item, ...]) -> tuple[Waiver, ...]:
    """Each official indicator that an item says has no target, in order of the items.

    没有提出经济增长具体目标 waives the growth of the economy.
    """
    return tuple(
        Waiver(number, name)
        for number, item in enumerate(items)
        for stated in (NO_TARGET.search(item.plain),)
        if stated
        for name in sorted(names_of(stated["what"]))
    )
