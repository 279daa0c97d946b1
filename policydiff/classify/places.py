"""Whether a commitment left the section it stood in."""

from collections import Counter

from policydiff.articles import article_sections
from policydiff.model import Alignment, Document, Link, LinkType, Section

FEW = 2
"""More commitments than this that go the same way are a section cut otherwise, no moves."""


class Places:
    """From which section to which the carried commitments of two documents go."""

    def __init__(self, old: Document, new: Document, alignment: Alignment) -> None:
        self._old = old
        self._new = new
        self._old_articles = article_sections(old.sections, old.genre)
        self._new_articles = article_sections(new.sections, new.genre)
        pairs = [
            (pair.old, pair.new)
            for pair in alignment.section_pairs
            if pair.old is not None and pair.new is not None
        ]
        self._new_of = dict(pairs)
        self._old_of = {new_index: old_index for old_index, new_index in pairs}
        carried = [link for link in alignment.links if link.type is LinkType.CARRY]
        self._flows = Counter(self._sections(link) for link in carried)
        self._leaving = Counter(self._sections(link)[0] for link in carried)
        self._coming = Counter(self._sections(link)[1] for link in carried)

    def has_moved(self, link: Link) -> bool:
        """Whether a link leads out of a section and its counterpart, as few others do."""
        flow = self._sections(link)
        if self._belong_together(*flow):
            return False
        count = self._flows[flow]
        most_of_neither = 2 * count <= min(self._leaving[flow[0]], self._coming[flow[1]])
        return count == 1 or (count <= FEW and most_of_neither)

    def _sections(self, link: Link) -> tuple[int, int]:
        """Where a link's two items stand: the articles in a law, else the sections."""
        old, new = self._old.items[link.old].section, self._new.items[link.new].section
        old_article, new_article = self._old_articles[old], self._new_articles[new]
        return (
            old if old_article is None else old_article,
            new if new_article is None else new_article,
        )

    def _belong_together(self, old: int, new: int) -> bool:
        """Whether one section holds the other's counterpart, or none of the two has one."""
        new_counterpart, old_counterpart = self._new_of.get(old), self._old_of.get(new)
        if new_counterpart is None and old_counterpart is None:
            return True
        return new_counterpart in _ancestors(self._new.sections, new) or (
            old_counterpart in _ancestors(self._old.sections, old)
        )


def _ancestors(sections: tuple[Section, ...], index: int) -> list[int]:
    """A section and those it stands in, innermost first."""
    above: list[int] = []
    place: int | None = index
    while place is not None:
        above.append(place)
        place = sections[place].parent
    return above
