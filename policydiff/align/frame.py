"""The frame: the section pairs of two documents made of articles.

Articles are paired by their text; the parts and points around and inside them
go where their articles and items go.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from policydiff.articles import article_sections
from policydiff.model import Document, SectionPair

BY_TEXT = "text of the article"
BY_CONTENT = "what stands in it"
BY_HEADING = "same heading"

_Pair = tuple[int, int]


def pair_frame(
    old: Document, new: Document, articles: Sequence[tuple[int, int, float]], links: Iterable[_Pair]
) -> tuple[SectionPair, ...]:
    """The pairs of sections, and those without counterpart, in document order.

    ``articles`` are the sections of paired articles with their scores,
    ``links`` the pairs of items.
    """
    pairs = [SectionPair(i, j, round(min(score, 1.0), 4), BY_TEXT) for i, j, score in articles]
    pairs += _by_content(old, new, links)
    pairs += _by_heading(old, new, pairs)
    pairs += _alone(old, new, pairs)
    return tuple(sorted(pairs, key=_document_order))


def _by_content(old: Document, new: Document, links: Iterable[_Pair]) -> list[SectionPair]:
    """The parts above and the points below articles that share the most of their items."""
    old_chains, new_chains = _chains(old), _chains(new)
    flows: Counter[_Pair] = Counter()
    for old_item, new_item in links:
        old_chain = old_chains[old.items[old_item].section]
        new_chain = new_chains[new.items[new_item].section]
        for above_old, above_new in zip(old_chain, new_chain, strict=True):
            flows.update((i, j) for i in above_old for j in above_new)
    totals = (
        Counter(pair[0] for pair in flows.elements()),
        Counter(pair[1] for pair in flows.elements()),
    )
    shares = {pair: 2 * n / (totals[0][pair[0]] + totals[1][pair[1]]) for pair, n in flows.items()}
    chosen = _best_first(shares)
    return [SectionPair(*pair, round(shares[pair], 4), BY_CONTENT) for pair in chosen]


def _chains(document: Document) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Of each section the parts around its article, and the points down to it."""
    articles = article_sections(document.sections, document.genre)
    chains = []
    for index in range(len(document.sections)):
        around: list[int] = []
        inside: list[int] = []
        place: int | None = index
        while place is not None:
            if place != articles[place]:
                (around if articles[place] is None else inside).append(place)
            place = document.sections[place].parent
        chains.append((tuple(around), tuple(inside)))
    return chains


def _best_first(shares: dict[_Pair, float]) -> list[_Pair]:
    chosen: list[_Pair] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for pair in sorted(shares, key=lambda pair: (-round(shares[pair], 9), pair)):
        if pair[0] not in taken[0] and pair[1] not in taken[1]:
            chosen.append(pair)
            taken[0].add(pair[0])
            taken[1].add(pair[1])
    return chosen


def _by_heading(old: Document, new: Document, pairs: Sequence[SectionPair]) -> list[SectionPair]:
    """The sections outside of articles, such as a table of contents, under the same heading."""
    old_rest = [index for index in _outside(old) if index not in {pair.old for pair in pairs}]
    new_rest = [index for index in _outside(new) if index not in {pair.new for pair in pairs}]
    found = []
    for index in old_rest:
        heading = old.sections[index].heading
        same = [other for other in new_rest if new.sections[other].heading == heading]
        if same:
            found.append(SectionPair(index, same[0], 1.0, BY_HEADING))
            new_rest.remove(same[0])
    return found


def _outside(document: Document) -> list[int]:
    articles = article_sections(document.sections, document.genre)
    return [index for index, article in enumerate(articles) if article is None]


def _alone(old: Document, new: Document, pairs: Sequence[SectionPair]) -> list[SectionPair]:
    old_paired, new_paired = {pair.old for pair in pairs}, {pair.new for pair in pairs}
    return [
        *(SectionPair(i, None, 0.0) for i in range(len(old.sections)) if i not in old_paired),
        *(SectionPair(None, j, 0.0) for j in range(len(new.sections)) if j not in new_paired),
    ]


def _document_order(pair: SectionPair) -> tuple[bool, int, int]:
    return (pair.old is None, pair.old if pair.old is not None else -1, pair.new or 0)
