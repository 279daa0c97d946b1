"""Gathering: what is looked at of two documents before anything is decided."""

from dataclasses import dataclass

from policydiff.align.candidates import Pair, find_candidates
from policydiff.align.evidence import Evidence, Setting, measure, setting_of
from policydiff.align.grams import weigh_items
from policydiff.align.repeats import find_repeats
from policydiff.align.sections import pair_sections
from policydiff.model import Document, LinkType


@dataclass(frozen=True, slots=True)
class Gathered:
    """The evidence for one type of link; ``repeats`` are the pairs with the same words."""

    evidence: Evidence
    repeats: frozenset[Pair]


def set_up(old: Document, new: Document) -> Setting:
    """What pairs of items of two documents are looked at against."""
    weights = weigh_items(old, new)
    return setting_of(old, new, weights, pair_sections(old, new, weights))


def gather(setting: Setting, link_type: LinkType) -> Gathered:
    """The candidate pairs of one type of link with their signs."""
    repeats = find_repeats(setting.old, setting.new) if link_type is LinkType.CARRY else frozenset()
    candidates = {*near(setting, link_type), *repeats}
    return Gathered(measure(setting, tuple(sorted(candidates))), repeats)


def near(setting: Setting, link_type: LinkType) -> tuple[Pair, ...]:
    """The pairs of items near enough in letters or meaning to be looked at."""
    old, new = setting.old, setting.new
    return find_candidates(old, new, setting.weights, setting.senses.meanings.alike, link_type)
