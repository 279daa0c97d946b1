"""Kinds: whether a sentence, and each of its clauses, promises, reports or explains."""

from policydiff.articles import NORMATIVE
from policydiff.items.clauses import acts, split_pieces
from policydiff.items.sentences import Sentence
from policydiff.lexicon.clauses import ANNOUNCEMENT
from policydiff.lexicon.cues import DEFAULT_KINDS, FORWARD_ROLES, GUIDED, KIND_CUES, SLOGAN
from policydiff.lexicon.headings import TITLE, is_addressed
from policydiff.lexicon.lines import is_chinese
from policydiff.lexicon.programmes import (
    LEAST_PROMISES,
    OWN_DEEDS,
    OWN_PROMISES,
    programme_cues,
)
from policydiff.lexicon.statements import (
    ADDRESS,
    ADDRESS_ALONE,
    ALLOWED_DEEDS,
    DEEDS,
    INTENT,
    MANNER,
    PAIR,
    STATES,
    STATIVE,
    URGE,
    URGED_WAY,
)
from policydiff.lexicon.units import QUANTITY
from policydiff.model import Genre, Kind, Section, Span


def is_programme(text: str, genre: Genre) -> bool:
    """Whether a text is a party's programme: one that binds its writers, more than it reports."""
    if genre in NORMATIVE or is_addressed(text):
        return False
    promises = len(OWN_PROMISES.findall(text))
    return promises >= LEAST_PROMISES and promises > len(OWN_DEEDS.findall(text))


def sentence_kind(
    text: str, sentence: Sentence, *, is_rule: bool, in_programme: bool = False
) -> Kind:
    """The kind of a sentence as a whole; in a programme an imperative promises."""
    if is_rule:
        return Kind.COMMITMENT
    words = text[sentence.span.start : sentence.span.end].strip()
    address = ADDRESS.match(words)
    words = words[address.end() :] if address is not None else words
    for cue in (*programme_cues(), *KIND_CUES) if in_programme else KIND_CUES:
        matches = sentence.role in cue.roles and cue.pattern.search(words)
        if matches and not _gives_way(words, cue.gives_way):
            return Kind(cue.kind)
    if sentence.role in FORWARD_ROLES and is_chinese(words):
        return _statement_kind(words)
    return Kind(DEFAULT_KINDS[sentence.role])


def _gives_way(words: str, what: frozenset[str]) -> bool:
    """Whether a sentence does any of what a cue gives way to."""
    pieces = split_pieces(words) if what else []
    return (
        ("urge" in what and any(map(_urges, pieces)))
        or ("opening" in what and acts(pieces[0]))
        or ("action" in what and any(map(acts, pieces)))
    )


def _urges(piece: str) -> bool:
    """Whether a piece says that something must be done."""
    urge = URGE.match(piece)
    if urge is None:
        return False
    rest = piece[urge.end() :]
    return acts(rest) or URGED_WAY.match(rest) is not None or piece.startswith("我们")


def _statement_kind(words: str) -> Kind:
    """The kind of a sentence of the plan by its predicates, where no cue tells it."""
    pieces = split_pieces(words)
    intends = INTENT.search(words) is not None
    is_done = DEEDS.search(words) is not None and ALLOWED_DEEDS.search(words) is None
    if is_done and not intends and not acts(pieces[0]):
        return Kind.CONTEXT
    if intends or any(map(acts, pieces)) or QUANTITY.search(words):
        return Kind.COMMITMENT
    leads_on = any(MANNER.match(piece) for piece in pieces)
    describes = STATIVE.search(words) is not None or _is_saying(words)
    return Kind.CONTEXT if describes and not leads_on else Kind.COMMITMENT


def _is_saying(words: str) -> bool:
    """Whether a sentence is two or three phrases of one length."""
    match = PAIR.fullmatch(words)
    return match is not None and len({len(phrase) for phrase in match.groups() if phrase}) == 1


def clause_kind(plain: str, kind: Kind, *, mark: str, is_rule: bool) -> Kind:
    """The kind of a clause, by its words and the mark behind them."""
    if ADDRESS_ALONE.fullmatch(plain):
        return Kind.CONTEXT
    if kind is Kind.RESULT and GUIDED.search(plain):
        return Kind.CONTEXT
    if kind is not Kind.COMMITMENT:
        return kind
    if not is_rule and _promises_nothing(plain, mark):
        return Kind.CONTEXT
    return Kind.TARGET if _ends_in_figure(plain) else kind


def _promises_nothing(plain: str, mark: str) -> bool:
    is_told = ANNOUNCEMENT.search(plain + mark) or SLOGAN.fullmatch(plain)
    return is_told is not None or _only_states(plain)


def _only_states(plain: str) -> bool:
    """Whether a clause tells how things are: 就业是最大的民生."""
    if not STATES.match(plain):
        return False
    return not (acts(plain) or INTENT.search(plain) or QUANTITY.search(plain))


def is_title(plain: str, span: Span, section: Section) -> bool:
    """Whether a clause is a heading that only names what the section is for: 总体要求."""
    is_heading = span.start < section.heading_span.end and plain == section.heading
    return is_heading and not acts(plain) and TITLE.match(plain) is not None


def _ends_in_figure(plain: str) -> bool:
    """Whether the clause is an indicator with its value: its last words are a figure."""
    matches = list(QUANTITY.finditer(plain))
    return bool(matches) and matches[-1].end() == len(plain)
