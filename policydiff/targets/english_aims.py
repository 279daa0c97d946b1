"""Aims in English: whether a figure is something to be reached, or only describes and names."""

import re

from policydiff.lexicon.english import (
    AIMED_AT,
    BENEFICIARIES,
    BENEFITED,
    BESIDE,
    EARNING,
    FACT,
    FORECAST,
    KNOWN_ALREADY,
    KNOWN_SET,
    KNOWN_SHARE,
    LABELLED,
    MORE,
    NUMBERED,
    ONWARDS,
    PAST,
    ROUGH_BOUNDS,
    SO_ALREADY,
    START,
    STARTED,
    STATE,
    STEP,
    SUPPOSED,
    THRESHOLD,
    THRESHOLD_BOUNDS,
    TIMES,
    UNPLANNED,
)
from policydiff.targets.english_figures import clause_start, is_change, is_measured, is_money


def is_aim(sentence: str, match: re.Match[str]) -> bool:
    """Whether the figure is to be reached: no fact, forecast or condition, and of no known set."""
    return is_measure(sentence, match) and not (
        _is_given(sentence, match) or _is_known(sentence, match)
    )


def is_reported(sentence: str, match: re.Match[str]) -> bool:
    """Whether the figure says what was reached, not what is expected or was there before."""
    before = sentence[: match.start()]
    is_forecast = FORECAST.search(before[clause_start(before) :])
    return is_measure(sentence, match) and not (is_forecast or _is_known(sentence, match))


def is_measure(sentence: str, match: re.Match[str]) -> bool:
    """Whether the figure is more than a year, a name, a threshold or what it is set beside."""
    before, behind = sentence[: match.start()], sentence[match.end() :]
    if (match["measure"] or "").lower() in TIMES and not is_change(sentence, match):
        return False
    is_start = START.search(before) and ONWARDS.match(behind)
    is_step = match["bound"] == "by" and re.match(r" to \d", behind)
    is_step = is_step or STEP.match(behind)
    is_beside = BESIDE.search(before) or STARTED.search(before) or _is_threshold(before, match)
    if is_start or is_step or is_beside or behind[:1] == "-":
        return False
    if match["magnitude"] or is_money(match) or is_measured(match):
        return True
    is_year = re.fullmatch(r"(?:19|20)\d\d", match["low"] or match["number"] or "")
    is_natural = UNPLANNED.match(behind.lstrip())
    is_numeral = not before.strip(" \n") and re.fullmatch(r"\d{1,2}\.\d+", match.group())
    is_name = not (match["bound"] or MORE.match(behind.lstrip())) and NUMBERED.search(before)
    return not (is_year or is_natural or is_numeral or is_name)


def _is_given(sentence: str, match: re.Match[str]) -> bool:
    """Whether the words around a figure say that it is so, was so, or might be so."""
    before, behind = sentence[: match.start()], sentence[match.end() :]
    clause = before[clause_start(before) :]
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
    is_there = KNOWN_ALREADY.match(behind) or LABELLED.match(behind.lstrip())
    return bool(is_served or is_there)


def _is_threshold(before: str, match: re.Match[str]) -> bool:
    """Whether the figure tells who is meant: incomes over $90,000."""
    is_bound = (match["bound"] or "").lower() in THRESHOLD_BOUNDS
    return bool(EARNING.search(before) or (is_bound and THRESHOLD.search(before)))
