"""Items: sections to clauses, each with one action or one figure, and its kind.

A sentence is first cut at every comma outside quotes and brackets; then the
pieces that carry no action of their own go to the clause they modify. The
kind comes from the sentence: its section's role, the paragraph's opening, and
the cues of the lexicon.
"""

from policydiff.articles import article_sections, heads_article
from policydiff.items.clauses import clauses
from policydiff.items.kinds import clause_kind, is_programme, is_title, sentence_kind
from policydiff.items.sentences import read_sentences
from policydiff.lexicon.cues import NORMATIVE_ORDINAL
from policydiff.lexicon.furniture import PREFACE
from policydiff.lexicon.titles import RUN_ON_TITLE
from policydiff.model import CleanText, Genre, Item, Kind, Section

__all__ = ["split_items"]


def split_items(
    clean_text: CleanText, sections: tuple[Section, ...], genre: Genre = Genre.OTHER
) -> tuple[Item, ...]:
    """The items of a text in order; no two share a code point.

    Every word is in some item but for the ordinals and the punctuation around
    the clauses. In a law and in terms every sentence of an article is a rule.
    """
    text = clean_text.text
    articles = article_sections(sections, genre)
    rules = _rules(sections, articles)
    in_programme = is_programme(text, genre)
    items: list[Item] = []
    for sentence in read_sentences(clean_text, sections, rules):
        is_rule = sentence.section in rules
        kind = sentence_kind(text, sentence, is_rule=is_rule, in_programme=in_programme)
        for start, end in clauses(text, sentence.span):
            plain = text[start:end].replace("\n", "")
            span = clean_text.source_span(start, end)
            section = sections[sentence.section]
            heads = (
                heads_article(
                    span, section, is_article=articles[sentence.section] == sentence.section
                )
                if is_rule
                else is_title(plain, span, section) or _names_text(plain, is_first=not items)
            )
            own_kind = clause_kind(plain, kind, mark=text[end : end + 1], is_rule=is_rule)
            items.append(
                Item(
                    section=sentence.section,
                    span=span,
                    text=clean_text.quote(start, end),
                    plain=plain,
                    kind=Kind.CONTEXT if heads else own_kind,
                    sentence=sentence.number,
                    paragraph=sentence.paragraph,
                )
            )
    return tuple(items)


def _names_text(plain: str, *, is_first: bool) -> bool:
    """Whether a clause is the title that a plan opens with, or the word over its preface."""
    opens = is_first and RUN_ON_TITLE.match(plain) is not None
    return opens or PREFACE.fullmatch(plain) is not None


def _rules(sections: tuple[Section, ...], articles: tuple[int | None, ...]) -> set[int]:
    """The positions of the sections numbered as articles, and of the points below them."""
    rules = {index for index, article in enumerate(articles) if article is not None}
    for index, section in enumerate(sections):
        if section.parent in rules or NORMATIVE_ORDINAL.match(section.ordinal):
            rules.add(index)
    return rules
