"""Words around an English figure: what it counts, or is a rate of."""

import re

from policydiff.lexicon.english import ARTICLES, MORE, PLURAL, START, STOP, VAGUE
from policydiff.lexicon.english_indicators import official_english
from policydiff.targets.english_figures import (
    CLAUSE_MARK,
    is_change,
    is_measured,
    is_money,
)

_WORD = re.compile(r"[A-Za-z][\w'’&/-]*|[^\sA-Za-z]")
_FROM = re.compile(r" (?:from [^;]{1,60}?,?|by [\d.]+ \w+(?: \w+)?) to $")
_SHARE = re.compile(
    r"[ -](?:of|(?:increase|rise|cut|reduction) (?:in|of|to)) (?:the |all |our )?", re.IGNORECASE
)
_NOUN_LENGTH = 5
_TOPIC_LENGTH = 4


def indicator_of(sentence: str, match: re.Match[str]) -> str:
    """What is counted, behind the figure; or what it is a rate of, before or behind."""
    behind = sentence[match.end() :]
    noun = _noun(behind)
    if match["ratio"] and not re.match(r" of |-", behind):
        official = official_english(sentence[: match.start()])
        if official:
            return official
    if is_measured(match):
        share = _SHARE.match(behind)
        words = _noun(" " + behind[share.end() :]) if share else _before(sentence, match) or noun
    elif is_money(match):
        purpose = re.match(
            r"(?: a year| annually| back| (?:has|have) been \w+)?"
            r" (?:for|to|in|on|into|of) (?:the |a )?",
            behind,
        )
        words = noun or (_noun(" " + behind[purpose.end() :], ARTICLES) if purpose else "")
        words = words or _before(sentence, match)
    else:
        noun = noun if PLURAL.search(noun) else _joined_noun(behind) or noun
        words = noun if match["magnitude"] or PLURAL.search(noun) else ""
        if not noun and is_change(sentence, match):
            words = _before(sentence, match)
    if not words and (is_money(match) or is_measured(match)):
        words = _topic(sentence, match)
    return MORE.sub("", words).strip().lower()


def _topic(sentence: str, match: re.Match[str]) -> str:
    """The words that tell most where no noun phrase stands by a figure: those behind, or before."""
    behind = CLAUSE_MARK.split(sentence[match.end() :])[0]
    for text, is_before in ((behind, False), (sentence[: match.start()], True)):
        words = [word for word in _WORD.findall(text) if word[0].isalpha()]
        telling = [word for word in words if word.lower() not in STOP]
        if telling:
            return " ".join(telling[-_TOPIC_LENGTH:] if is_before else telling[:_TOPIC_LENGTH])
    return ""


def noun_behind(sentence: str, match: re.Match[str]) -> str:
    """The noun directly behind a figure, with the space before it."""
    noun = _noun(sentence[match.end() :])
    return sentence[match.end() :][: len(noun) + 1] if noun else ""


def _joined_noun(text: str) -> str:
    """The words of 30,000 maths and science teachers, where only the second noun is counted."""
    first = _noun(text)
    second = _noun(text.removeprefix(f" {first} and")) if first else ""
    return f"{first} and {second}" if PLURAL.search(second) else ""


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
