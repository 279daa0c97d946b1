"""Alignment: which sections, and which items, of two documents belong together.

Sections are paired first. Items are then compared only where they share rare
words; each candidate pair gets named evidence, the evidence a score, and the
scores a decision. What stands word for word in both is always linked. Nothing
depends on which document is called old, so that swapping the two mirrors every
carry link.
"""

from policydiff.align.candidates import find_candidates
from policydiff.align.decide import decide
from policydiff.align.evidence import measure, setting_of
from policydiff.align.grams import weigh_items
from policydiff.align.repeats import find_repeats
from policydiff.align.sections import pair_sections
from policydiff.model import Alignment, Document, LinkType

__all__ = ["align"]


def align(old: Document, new: Document) -> Alignment:
    """The section pairs of two documents and the links between their items."""
    weights = weigh_items(old, new)
    sections = pair_sections(old, new, weights)
    setting = setting_of(old, new, weights, sections)
    links = []
    for link_type in LinkType:
        repeats = find_repeats(old, new) if link_type is LinkType.CARRY else frozenset()
        candidates = {*find_candidates(old, new, weights, link_type), *repeats}
        evidence = measure(setting, tuple(sorted(candidates)))
        links.extend(decide(evidence, setting, link_type, repeats))
    return Alignment(sections.pairs, tuple(sorted(links, key=lambda link: (link.old, link.new))))
