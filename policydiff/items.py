"""Items: sections to clauses, each with one action or one figure, and its kind.

A sentence is first cut at every comma outside quotes and brackets; then the
pieces that carry no action of their own go to the clause they modify. The
kind comes from the sentence: its section's role, the paragraph's opening, and
the cues of the lexicon.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from policydiff.articles import article_sections, heads_article
from policydiff.lexicon.actions import MODIFIER_OPENING, RESULT_OPENING, find_verb
from policydiff.lexicon.clauses import (
    ANNOUNCEMENT,
    ENCLOSED,
    ENUMERATOR,
    LATIN_SENTENCE,
    LEAD_IN,
    LONGEST_CLAUSE,
    PIECE,
    POINT_NUMBER,
    SENTENCE,
    SHORTEST_CLAUSE,
    TIME_ALONE,
    TRIM,
)
from policydiff.lexicon.cues import (
    DEFAULT_KINDS,
    FORWARD_ROLES,
    KIND_CUES,
    LOOKING_BACK,
    LOOKING_FORWARD,
    NORMATIVE_ORDINAL,
    PARAGRAPH_CUES,
    SLOGAN,
)
from policydiff.lexicon.headings import TITLE
from policydiff.lexicon.units import QUANTITY
from policydiff.model import CleanText, Genre, Item, Kind, Role, Section, Span

_MASK = "〇"
"""Stands for every character inside quotes or brackets, so that no rule looks into them."""

_LEFT_TRIM = TRIM.replace("“", "") + "）)”’"
_RIGHT_TRIM = TRIM


class _Sentence(NamedTuple):
    """A sentence in clean coordinates, with what its place says about it."""

    span: Span
    section: int
    paragraph: int
    number: int
    role: Role


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
    items: list[Item] = []
    for sentence in _sentences(clean_text, sections, rules):
        is_rule = sentence.section in rules
        kind = _sentence_kind(text, sentence, is_rule=is_rule)
        for start, end in _clauses(text, sentence.span):
            plain = text[start:end].replace("\n", "")
            span = clean_text.source_span(start, end)
            section = sections[sentence.section]
            is_title = (
                heads_article(
                    span, section, is_article=articles[sentence.section] == sentence.section
                )
                if is_rule
                else _is_title(plain, span, section)
            )
            own_kind = _clause_kind(plain, kind, mark=text[end : end + 1], is_rule=is_rule)
            items.append(
                Item(
                    section=sentence.section,
                    span=span,
                    text=clean_text.quote(start, end),
                    plain=plain,
                    kind=Kind.CONTEXT if is_title else own_kind,
                    sentence=sentence.number,
                    paragraph=sentence.paragraph,
                )
            )
    return tuple(items)


def _sentences(
    clean_text: CleanText, sections: tuple[Section, ...], rules: set[int]
) -> Iterator[_Sentence]:
    starts = [section.span.start for section in sections]
    number = 0
    for count, paragraph in enumerate(clean_text.paragraphs()):
        section = bisect_right(starts, clean_text.offsets[paragraph.start]) - 1
        role = _paragraph_role(clean_text.text, paragraph, sections[section].role)
        looks_back = False
        skip = _ordinal_length(clean_text, paragraph, sections[section], is_rule=section in rules)
        for span in _sentence_spans(clean_text.text, paragraph, skip):
            looks_back = _looks_back(clean_text.text[span.start : span.end], before=looks_back)
            own_role = Role.REVIEW if looks_back and role in FORWARD_ROLES else role
            yield _Sentence(span, section, count, number, own_role)
            number += 1


def _looks_back(words: str, *, before: bool) -> bool:
    """Whether a sentence still speaks of the past, given whether the one before it did."""
    if LOOKING_FORWARD.search(words):
        return False
    return before or LOOKING_BACK.match(words) is not None


def _paragraph_role(text: str, paragraph: Span, role: Role) -> Role:
    words = text[paragraph.start : paragraph.end]
    for cue in PARAGRAPH_CUES:
        if role in cue.within and cue.pattern.match(words):
            return Role(cue.role)
    return role


def _ordinal_length(
    clean_text: CleanText, paragraph: Span, section: Section, *, is_rule: bool
) -> int:
    """The length of the ordinal of the heading, or of the point of an article, that opens here."""
    if clean_text.offsets[paragraph.start] == section.heading_span.start and section.ordinal:
        return len(section.ordinal)
    point = POINT_NUMBER.match(clean_text.text, paragraph.start) if is_rule else None
    return point.end() - paragraph.start if point is not None else 0


def _sentence_spans(text: str, paragraph: Span, skip: int) -> Iterator[Span]:
    """The sentences of a paragraph, without its first characters."""
    words = _masked(text[paragraph.start : paragraph.end])
    for match in SENTENCE.finditer(words, skip):
        if match.group().strip(TRIM + "\n"):
            yield Span(paragraph.start + match.start(), paragraph.start + match.end())


def _masked(text: str) -> str:
    return ENCLOSED.sub(lambda match: _MASK * len(match.group()), text)


def _rules(sections: tuple[Section, ...], articles: tuple[int | None, ...]) -> set[int]:
    """The positions of the sections numbered as articles, and of the points below them."""
    rules = {index for index, article in enumerate(articles) if article is not None}
    for index, section in enumerate(sections):
        if section.parent in rules or NORMATIVE_ORDINAL.match(section.ordinal):
            rules.add(index)
    return rules


def _sentence_kind(text: str, sentence: _Sentence, *, is_rule: bool) -> Kind:
    if is_rule:
        return Kind.COMMITMENT
    words = text[sentence.span.start : sentence.span.end].strip()
    for cue in KIND_CUES:
        if sentence.role in cue.roles and cue.pattern.search(words):
            return Kind(cue.kind)
    return Kind(DEFAULT_KINDS[sentence.role])


def _clause_kind(plain: str, kind: Kind, *, mark: str, is_rule: bool) -> Kind:
    """The kind of a clause, by its words and the mark behind them."""
    promises_nothing = ANNOUNCEMENT.search(plain + mark) or SLOGAN.fullmatch(plain)
    if kind is Kind.COMMITMENT and not is_rule and promises_nothing:
        return Kind.CONTEXT
    if kind is Kind.COMMITMENT and _ends_in_figure(plain):
        return Kind.TARGET
    return kind


def _is_title(plain: str, span: Span, section: Section) -> bool:
    """Whether a clause is a heading that only names what the section is for: 总体要求."""
    is_heading = span.start < section.heading_span.end and plain == section.heading
    return is_heading and not _acts(plain) and TITLE.match(plain) is not None


def _ends_in_figure(plain: str) -> bool:
    """Whether the clause is an indicator with its value: its last words are a figure."""
    matches = list(QUANTITY.finditer(plain))
    return bool(matches) and matches[-1].end() == len(plain)


def _clauses(text: str, sentence: Span) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence as clean ranges, without the marks around them."""
    words = text[sentence.start : sentence.end]
    masked = _masked(words)
    pieces = [_unnumbered(words, match) for match in PIECE.finditer(masked) if match.group()]
    if LATIN_SENTENCE.fullmatch(masked):
        pieces = [Span(pieces[0].start, len(masked))]
    for start, end in _join_pieces(masked, pieces):
        yield from _trimmed(text, sentence.start + start, sentence.start + end)


def _unnumbered(words: str, piece: re.Match[str]) -> Span:
    enumerator = ENUMERATOR.match(words, piece.start(), piece.end())
    return Span(enumerator.end() if enumerator is not None else piece.start(), piece.end())


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] in _LEFT_TRIM:
        start += 1
    while start < end and text[end - 1] in _RIGHT_TRIM:
        end -= 1
    if start < end:
        yield start, end


def _join_pieces(masked: str, pieces: list[Span]) -> Iterator[tuple[int, int]]:
    """Neighbouring pieces joined so that each group carries an action or a figure of its own."""
    groups: list[Span] = []
    is_waiting = False
    for piece in pieces:
        words = masked[piece.start : piece.end].rstrip("，,")
        if groups and (is_waiting or not _stands_alone(words)) and _fits(groups[-1], piece):
            groups[-1] = Span(groups[-1].start, piece.end)
        else:
            groups.append(piece)
        is_waiting = _needs_next(words) and not (is_waiting and _acts(words))
    yield from groups


def _fits(group: Span, piece: Span) -> bool:
    return piece.end - group.start <= LONGEST_CLAUSE


def _stands_alone(words: str) -> bool:
    """Whether a piece is more than the purpose, manner or tail of the one before it."""
    return len(words) >= SHORTEST_CLAUSE and RESULT_OPENING.match(words) is None


def _needs_next(words: str) -> bool:
    """Whether a piece only prepares the action that follows."""
    if LEAD_IN.search(words):
        return False
    if len(words) < SHORTEST_CLAUSE or TIME_ALONE.fullmatch(words):
        return True
    return MODIFIER_OPENING.match(words) is not None and not _acts(words[1:])


def _acts(words: str) -> bool:
    """Whether an action stands at the start, behind any adverbs."""
    return find_verb(words) is not None
