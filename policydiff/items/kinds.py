"""Kinds: whether a sentence, and each of its clauses, promises, reports or explains."""

from policydiff.items.clauses import acts
from policydiff.items.sentences import Sentence
from policydiff.lexicon.clauses import ANNOUNCEMENT
from policydiff.lexicon.cues import DEFAULT_KINDS, KIND_CUES, SLOGAN
from policydiff.lexicon.headings import TITLE
from policydiff.lexicon.units import QUANTITY
from policydiff.model import Kind, Section, Span


def sentence_kind(text: str, sentence: Sentence, *, is_rule: bool) -> Kind:
    """The kind of a sentence as a whole."""
    if is_rule:
        return Kind.COMMITMENT
    words = text[sentence.span.start : sentence.span.end].strip()
    for cue in KIND_CUES:
        if sentence.role in cue.roles and cue.pattern.search(words):
            return Kind(cue.kind)
    return Kind(DEFAULT_KINDS[sentence.role])


def clause_kind(plain: str, kind: Kind, *, mark: str, is_rule: bool) -> Kind:
    """The kind of a clause, by its words and the mark behind them."""
    promises_nothing = ANNOUNCEMENT.search(plain + mark) or SLOGAN.fullmatch(plain)
    if kind is Kind.COMMITMENT and not is_rule and promises_nothing:
        return Kind.CONTEXT
    if kind is Kind.COMMITMENT and _ends_in_figure(plain):
        return Kind.TARGET
    return kind


def is_title(plain: str, span: Span, section: Section) -> bool:
    """Whether a clause is a heading that only names what the section is for: 总体要求."""
    is_heading = span.start < section.heading_span.end and plain == section.heading
    return is_heading and not acts(plain) and TITLE.match(plain) is not None


def _ends_in_figure(plain: str) -> bool:
    """Whether the clause is an indicator with its value: its last words are a figure."""
    matches = list(QUANTITY.finditer(plain))
    return bool(matches) and matches[-1].end() == len(plain)
