"""Provisions: what became of each article of a law, or of terms, in the other version."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from policydiff.articles import Article, articles_of, heads_article, title_of
from policydiff.formats import differing_formats, words_of
from policydiff.lexicon.articles import REFERENCE
from policydiff.lexicon.formats import MARKS_BEFORE, PUNCTUATION_MARKS, WHITE_SPACE
from policydiff.model import Comparison, Document

_ArticlePair = tuple[Article | None, Article | None, float]


class ArticleChange(StrEnum):
    """What became of an article, in the order reports list it.

    ``verbatim`` and ``reworded`` are about the words; ``format_only`` and
    ``punctuation`` say in what the same words differ, ``references`` that the
    words differ in the numbers of other articles alone.
    """

    VERBATIM = "verbatim"
    FORMAT_ONLY = "format_only"
    PUNCTUATION = "punctuation"
    REFERENCES = "references"
    REWORDED = "reworded"
    RENUMBERED = "renumbered"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    INSERTED = "inserted"
    DELETED = "deleted"


SAME_WORDS = frozenset({ArticleChange.VERBATIM, ArticleChange.FORMAT_ONLY})
"""What may be said of an article whose rule is as it was, under its old number."""


@dataclass(frozen=True, slots=True)
class Provision:
    """An old article and the new one it is or is taken up in; None where there is none."""

    old: Article | None
    new: Article | None
    score: float
    changes: tuple[ArticleChange, ...]


def provisions_of(comparison: Comparison) -> tuple[Provision, ...]:
    """The articles of both documents in the order of the new one, deleted ones in their old place.

    Empty unless both documents are laws or terms.
    """
    old, new = articles_of(comparison.old), articles_of(comparison.new)
    if not old or not new:
        return ()
    pairs = list(_article_pairs(comparison, old, new))
    context = _Context(comparison, pairs)
    provisions = [
        Provision(old_article, new_article, score, tuple(context.changes(old_article, new_article)))
        for old_article, new_article, score in pairs
    ]
    return tuple(_in_reading_order(provisions))


def _article_pairs(
    comparison: Comparison, old: Sequence[Article], new: Sequence[Article]
) -> Iterator[_ArticlePair]:
    """The section pairs between articles, and the articles that stand in none."""
    old_by_section = {article.section: article for article in old}
    new_by_section = {article.section: article for article in new}
    for pair in comparison.section_pairs:
        old_article = None if pair.old is None else old_by_section.get(pair.old)
        new_article = None if pair.new is None else new_by_section.get(pair.new)
        if old_article is not None or new_article is not None:
            yield old_article, new_article, pair.score


class _Context:
    """What is known of all articles together, to say of each pair how it changed."""

    def __init__(self, comparison: Comparison, pairs: Sequence[_ArticlePair]) -> None:
        self._comparison = comparison
        self._texts = _article_texts(comparison.old), _article_texts(comparison.new)
        linked = [(old.section, new.section) for old, new, _ in pairs if old and new]
        self._old_counts = Counter(old for old, _ in linked)
        self._new_counts = Counter(new for _, new in linked)
        self._in_order = set(_longest_in_order(linked))

    def changes(self, old: Article | None, new: Article | None) -> Iterator[ArticleChange]:
        """The changes from one article to the other, in the order of ``ArticleChange``."""
        if old is None or new is None:
            yield ArticleChange.INSERTED if old is None else ArticleChange.DELETED
            return
        is_split, is_merged = self._old_counts[old.section] > 1, self._new_counts[new.section] > 1
        if not is_split and not is_merged:
            yield from self._wording(old, new)
            if old.number != new.number:
                yield ArticleChange.RENUMBERED
        if (old.section, new.section) not in self._in_order:
            yield ArticleChange.MOVED
        if is_split:
            yield ArticleChange.SPLIT
        if is_merged:
            yield ArticleChange.MERGED

    def _wording(self, old: Article, new: Article) -> Iterator[ArticleChange]:
        old_text, new_text = self._texts[0][old.section], self._texts[1][new.section]
        if words_of(old_text) == words_of(new_text):
            yield ArticleChange.VERBATIM
            yield from _format(self._comparison, old, new)
        elif words_of(REFERENCE.sub("", old_text)) == words_of(REFERENCE.sub("", new_text)):
            yield ArticleChange.REFERENCES
        else:
            yield ArticleChange.REWORDED


def _article_texts(document: Document) -> dict[int, str]:
    """What each article says under its number, by its section."""
    parts: dict[int, list[str]] = {}
    holder: dict[int, int] = {}
    for article in articles_of(document):
        section = document.sections[article.section]
        parts[article.section] = [title_of(section)]
        holder.update(dict.fromkeys(article.sections, article.section))
    for item in document.items:
        place = holder.get(item.section)
        section = document.sections[item.section]
        if place is not None and not heads_article(
            item.span, section, is_article=place == item.section
        ):
            parts[place].append(item.plain)
    return {place: "，".join(each) for place, each in parts.items()}


def _format(comparison: Comparison, old: Article, new: Article) -> Iterator[ArticleChange]:
    """How two articles with the same words differ, line ends aside."""
    names = set(
        differing_formats(_as_written(comparison.old, old), _as_written(comparison.new, new))
    )
    if PUNCTUATION_MARKS in names:
        yield ArticleChange.PUNCTUATION
    elif names - {WHITE_SPACE}:
        yield ArticleChange.FORMAT_ONLY


def _as_written(document: Document, article: Article) -> str:
    """The source of an article with the marks before its heading, and without the next one's."""
    text = document.text
    spans = [document.sections[index].span for index in article.sections]
    return "\n".join(
        text[_mark_start(text, span.start) : _mark_start(text, span.end)] for span in spans
    )


def _mark_start(text: str, position: int) -> int:
    """Where the marks start that stand between the start of a line and a place on it, if any do."""
    line_start = text.rfind("\n", 0, position) + 1
    return line_start if MARKS_BEFORE.fullmatch(text, line_start, position) else position


def _longest_in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs that stand in the same order in both documents; the others have moved."""
    ordered = sorted(pairs)
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, new) in enumerate(ordered):
        place = bisect_right(ends, new)
        before.append(last[place - 1] if place else -1)
        ends[place:] = [new, *ends[place + 1 :]]
        last[place:] = [index, *last[place + 1 :]]
    run: list[tuple[int, int]] = []
    index = last[-1] if last else -1
    while index >= 0:
        run.append(ordered[index])
        index = before[index]
    return run


def _in_reading_order(provisions: Sequence[Provision]) -> Iterator[Provision]:
    """By the new document's order, each deleted article behind the one it stood behind."""
    by_old = sorted(provisions, key=lambda each: each.old.section if each.old else -1)
    anchor, anchors = -1, dict[int, int]()
    for each in by_old:
        if each.old is not None and each.new is not None:
            anchor = each.new.section
        elif each.old is not None:
            anchors[each.old.section] = anchor
    yield from sorted(
        provisions,
        key=lambda each: (
            each.new.section if each.new else anchors[each.old.section] if each.old else -1,
            each.new is None,
            each.old.section if each.old else -1,
        ),
    )
