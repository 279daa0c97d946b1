"""The targets of an English sentence."""

import re
from collections.abc import Iterable, Iterator

from policydiff.lexicon.english import (
    AIM,
    AIMED_AT,
    ARTICLES,
    BENEFICIARIES,
    BENEFITED,
    BESIDE,
    BOUNDS,
    CAP,
    CURRENCIES,
    DEADLINE,
    EARNING,
    FACT,
    FALL,
    FLOOR,
    KNOWN_SET,
    KNOWN_SHARE,
    LABELLED,
    MAGNITUDE_NAMES,
    MEASURES,
    MONEY,
    MORE,
    NUMBER_WORDS,
    NUMBERED,
    PAST,
    PLURAL,
    RATIOS,
    RISE,
    ROUGH_BOUNDS,
    SHOWN,
    SO_ALREADY,
    START,
    STARTED,
    STATE,
    STOP,
    STRENGTH,
    SUPPOSED,
    THRESHOLD,
    THRESHOLD_BOUNDS,
    TIMES,
    UNPLANNED,
    VAGUE,
)
from policydiff.model import Comparator
from policydiff.targets.reading import Reading

# A semicolon may end an entity: &pound;5 billion.
_CLAUSE_MARK = re.compile(r"(?<!&pound)(?<!&euro)[;:(]|,(?! ?\d{3})|\.(?!\d)|–")
_WORD = re.compile(r"[A-Za-z][\w'’&/-]*|[^\sA-Za-z]")
_FROM = re.compile(r" from [^;]{1,60}?,? to $")
_NOUN_LENGTH = 5
_TOPIC_LENGTH = 4
_COUNT_WORDS = [word for word, value in NUMBER_WORDS.items() if value > 1]


def _choice(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_NUMBER = r"(?:\d+-\d/\d|\d/\d|\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_CURRENCY = _choice(CURRENCIES)
_FIGURE = re.compile(
    rf"(?:\b(?P<bound>{_choice(BOUNDS)}) )?(?:(?P<currency>{_CURRENCY}) ?)?"
    rf"(?:(?<![\w.,/-])(?P<low>{_NUMBER})(?!-\d/\d)(?:%| percent| per cent)?(?: ?[-–] ?| to )"
    rf"(?:{_CURRENCY})?)?"
    rf"(?:(?<![\w.,/])(?<![A-Za-z]-)(?P<number>{_NUMBER})(?![.,/]?\d)"
    rf"|\b(?<!-)(?P<word>(?:{_choice(NUMBER_WORDS)})(?= (?:million|billion|trillion)\b)"
    rf"|(?:{_choice(_COUNT_WORDS)})(?= (?:new|more|additional|extra|further|{_choice(TIMES)})\b)))"
    rf"(?:[ -]?(?P<magnitude>{_choice(MAGNITUDE_NAMES)})\b)?(?![A-Za-z])"
    rf"(?:[ -]?(?P<ratio>{_choice(RATIOS)})(?!\w)|[ -](?P<money>{_choice(MONEY)})\b"
    rf"|[ -]?(?P<measure>{_choice(MEASURES)})\b)?",
    re.IGNORECASE,
)


def read_english(sentence: str) -> Iterator[Reading]:
    """The figures of an English sentence that are aims, in order."""
    if not AIM.search(sentence) or SHOWN.search(sentence):
        return
    for match in _FIGURE.finditer(sentence):
        indicator = _indicator(sentence, match)
        if indicator and _is_aim(sentence, match):
            yield _reading(sentence, match, indicator)


def _is_aim(sentence: str, match: re.Match[str]) -> bool:
    """Whether the figure is to be reached: no fact, forecast or condition, and of no known set."""
    return _is_measure(sentence, match) and not (
        _is_given(sentence, match) or _is_known(sentence, match)
    )


def _is_given(sentence: str, match: re.Match[str]) -> bool:
    """Whether the words around a figure say that it is so, was so, or might be so."""
    before, behind = sentence[: match.start()], sentence[match.end() :]
    clause = before[_clause_start(before) :]
    is_state = STATE.search(clause) and not AIMED_AT.search(clause)
    is_past = FACT.search(clause) or PAST.search(before) or SO_ALREADY.match(behind)
    return bool(is_past or is_state or SUPPOSED.match(clause))


def _is_known(sentence: str, match: re.Match[str]) -> bool:
    """Whether the figure says how many there are, not how many there are to be."""
    before, behind = sentence[: match.start()], sentence[match.end() :]
    if KNOWN_SET.search(before):
        return not match["ratio"] or bool(KNOWN_SHARE.match(behind))
    is_rough = (match["bound"] or "").lower() in ROUGH_BOUNDS
    is_served = is_rough and BENEFICIARIES.search(before) and BENEFITED.match(behind)
    return bool(is_served or LABELLED.match(behind.lstrip()))


def _clause_start(before: str) -> int:
    """Where the clause begins that a figure stands in."""
    marks = [mark.end() for mark in _CLAUSE_MARK.finditer(before)]
    return marks[-1] if marks else 0


def _is_measure(sentence: str, match: re.Match[str]) -> bool:
    """Whether the figure is more than a year, a name, a threshold or what it is set beside."""
    before, behind = sentence[: match.start()], sentence[match.end() :]
    if (match["measure"] or "").lower() in TIMES and not _is_change(sentence, match):
        return False
    is_start = START.search(before) and behind.startswith((" to ", ", to ", " today"))
    is_beside = BESIDE.search(before) or STARTED.search(before) or _is_threshold(before, match)
    if is_start or is_beside or behind[:1] == "-":
        return False
    if match["magnitude"] or _is_money(match) or _is_measured(match):
        return True
    is_year = re.fullmatch(r"(?:19|20)\d\d", match["low"] or match["number"] or "")
    is_natural = UNPLANNED.match(behind.lstrip())
    is_name = not (match["bound"] or MORE.match(behind.lstrip())) and NUMBERED.search(before)
    return not (is_year or is_natural or is_name)


def _is_threshold(before: str, match: re.Match[str]) -> bool:
    """Whether the figure tells who is meant: incomes over $90,000."""
    is_bound = (match["bound"] or "").lower() in THRESHOLD_BOUNDS
    return bool(EARNING.search(before) or (is_bound and THRESHOLD.search(before)))


def _is_money(match: re.Match[str]) -> bool:
    return bool(match["currency"] or match["money"])


def _is_measured(match: re.Match[str]) -> bool:
    """Whether the unit is no noun that is counted: what is measured stands elsewhere."""
    return bool(match["ratio"] or match["measure"])


def _reading(sentence: str, match: re.Match[str], indicator: str) -> Reading:
    value, value_hi = _values(sentence, match)
    strengths = STRENGTH.findall(sentence, 0, match.start())
    deadline = DEADLINE.search(sentence)
    return Reading(
        place=match.start(),
        start=match.start(),
        end=match.end() + len(_behind(sentence, match)),
        indicator=indicator,
        comparator=_comparator(sentence, match, is_range=value_hi is not None),
        value=value,
        value_hi=value_hi,
        unit=_unit(match),
        strength=strengths[-1].lower() if strengths else "",
        deadline=deadline.group() if deadline else "",
    )


def _values(sentence: str, match: re.Match[str]) -> tuple[float, float | None]:
    """The number, or both ends of a range; from 150 to 200 aims at 200, as does 250 to 200."""
    if match["word"]:
        return NUMBER_WORDS[match["word"].lower()], None
    high = _number(match["number"])
    if not match["low"] or START.search(sentence[: match.start()]):
        return high, None
    low = _number(match["low"])
    return (low, high) if low < high else (high, None)


def _number(text: str) -> float:
    """The value of ``1,250``, ``300 000``, ``1/2`` or ``4-1/4``."""
    whole, dash, fraction = text.rpartition("-")
    if "/" not in fraction:
        return float(re.sub("[, ]", "", text))
    over, under = fraction.split("/")
    return (float(whole) if dash else 0.0) + float(over) / float(under)


def _unit(match: re.Match[str]) -> str:
    if match["ratio"]:
        return RATIOS[match["ratio"].lower()]
    magnitude = MAGNITUDE_NAMES.get((match["magnitude"] or "").lower(), "")
    currency = CURRENCIES.get((match["currency"] or "").upper(), "")
    money = MONEY.get((match["money"] or "").lower(), currency)
    return f"{magnitude} {money or (match['measure'] or '').lower()}".strip()


def _comparator(sentence: str, match: re.Match[str], *, is_range: bool) -> Comparator:
    if is_range:
        return Comparator.RANGE
    bound = (match["bound"] or "").lower()
    if bound == "by" and not _is_rise(sentence[: match.start()]):
        return Comparator.EQUAL
    if bound:
        return BOUNDS[bound]
    for limit, comparator in ((CAP, Comparator.AT_MOST), (FLOOR, Comparator.AT_LEAST)):
        if limit.search(sentence, 0, match.start()):
            return comparator
    is_more = MORE.match(sentence[match.end() :].lstrip())
    return Comparator.INCREASE if is_more else Comparator.EQUAL


def _is_rise(before: str) -> bool:
    """Whether the last verb of change raises something."""
    rises = [verb.start() for verb in RISE.finditer(before)]
    falls = [verb.start() for verb in FALL.finditer(before)]
    return max(rises, default=-1) > max(falls, default=-1)


def _indicator(sentence: str, match: re.Match[str]) -> str:
    """What is counted, behind the figure; or what it is a rate of, before or behind."""
    behind = sentence[match.end() :]
    noun = _noun(behind)
    if _is_measured(match):
        share = re.match(r" of (?:the |all |our )?", behind)
        words = _noun(" " + behind[share.end() :]) if share else _before(sentence, match) or noun
    elif _is_money(match):
        purpose = re.match(
            r"(?: a year| annually| (?:has|have) been \w+)? (?:for|to|in|on|into|of) (?:the |a )?",
            behind,
        )
        words = noun or (_noun(" " + behind[purpose.end() :], ARTICLES) if purpose else "")
        words = words or _before(sentence, match)
    else:
        words = noun if match["magnitude"] or PLURAL.search(noun) else ""
        if not noun and _is_change(sentence, match):
            words = _before(sentence, match)
    if not words and (_is_money(match) or _is_measured(match)):
        words = _topic(sentence, match)
    return MORE.sub("", words).strip().lower()


def _topic(sentence: str, match: re.Match[str]) -> str:
    """The words that tell most where no noun phrase stands by a figure: those behind, or before."""
    behind = _CLAUSE_MARK.split(sentence[match.end() :])[0]
    for text, is_before in ((behind, False), (sentence[: match.start()], True)):
        words = [word for word in _WORD.findall(text) if word[0].isalpha()]
        telling = [word for word in words if word.lower() not in STOP]
        if telling:
            return " ".join(telling[-_TOPIC_LENGTH:] if is_before else telling[:_TOPIC_LENGTH])
    return ""


def _is_change(sentence: str, match: re.Match[str]) -> bool:
    """Whether something named before goes up or down by the figure, or to it."""
    is_from = match["low"] and START.search(sentence[: match.start()])
    is_step = is_from or match["bound"] == "by" or sentence.endswith(" to ", 0, match.start())
    changes = RISE.search(sentence, 0, match.start()) or FALL.search(sentence, 0, match.start())
    return is_step and bool(changes)


def _behind(sentence: str, match: re.Match[str]) -> str:
    """The noun directly behind a figure, with the space before it."""
    noun = _noun(sentence[match.end() :])
    return sentence[match.end() :][: len(noun) + 1] if noun else ""


def _noun(text: str, skipped: frozenset[str] = frozenset()) -> str:
    """The words at the start of a text up to one that ends a noun phrase."""
    if not text.startswith((" ", "-")):
        return ""
    words = []
    for word in _WORD.findall(text[1:])[:_NOUN_LENGTH]:
        if word.lower() in skipped:
            continue
        if not word[0].isalpha() or word.lower() in STOP:
            break
        words.append(word)
    return " ".join(words)


def _before(sentence: str, match: re.Match[str]) -> str:
    """The nearest noun phrase before a figure; a rate or range takes the one before as well."""
    phrases: list[list[str]] = [[]]
    before = START.sub("", _FROM.sub("", sentence[: match.start()])).rstrip(" ,")
    for word in reversed(_WORD.findall(before)):
        if not word[0].isalpha():
            break
        if word.lower() not in STOP:
            phrases[0].insert(0, word)
        elif phrases[0] and VAGUE.fullmatch(" ".join(phrases[0])):
            phrases.insert(0, [])
        elif phrases[0]:
            break
    return " ".join(word for phrase in phrases for word in phrase[-_NOUN_LENGTH:])
