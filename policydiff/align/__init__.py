"""Alignment: which sections, and which items, of two documents belong together.

Sections are paired first. Items are then compared only where they share rare
words; each candidate pair gets named evidence, the evidence a score, and the
scores a decision. What stands word for word in both is always linked. Nothing
depends on which document is called old, so that swapping the two mirrors every
carry link.
"""

from policydiff.align.by_article import align_by_article
from policydiff.align.decide import decide
from policydiff.align.explain import explain, explain_all
from policydiff.align.gather import gather, set_up
from policydiff.articles import articles_of
from policydiff.model import Alignment, Document, LinkType

__all__ = ["align", "explain", "explain_all"]


def align(old: Document, new: Document) -> Alignment:
    """The section pairs of two documents and the links between their items."""
    if articles_of(old) and articles_of(new):
        return align_by_article(old, new)
    setting = set_up(old, new)
    links = []
    for link_type in LinkType:
        gathered = gather(setting, link_type)
        links.extend(decide(gathered.evidence, setting, link_type, gathered.repeats))
    links.sort(key=lambda link: (link.old, link.new))
    return Alignment(setting.sections.pairs, tuple(links))
