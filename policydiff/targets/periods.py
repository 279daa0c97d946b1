"""Periods: whether a figure is for one year or for several."""

from bisect import bisect_left

from policydiff.lexicon.periods import (
    ENGLISH_SEVERAL_YEARS,
    ENGLISH_YEAR,
    ONE_YEAR,
    SEVERAL_YEARS,
)


class PeriodReader:
    """The times a text names, to ask which of them holds at a place."""

    def __init__(self, text: str) -> None:
        several = [(found.end(), found.group()) for found in SEVERAL_YEARS.finditer(text)]
        single = [(found.end(), "") for found in ONE_YEAR.finditer(text)]
        self._times = sorted(several + single)

    def period_at(self, place: int) -> str | None:
        """The time named last before a place: several years' words, empty for one year.

        None where no time is named before.
        """
        number = bisect_left(self._times, (place + 1,)) - 1
        return self._times[number][1] if number >= 0 else None


def last_period(text: str) -> str | None:
    """The time a text names last, as ``PeriodReader.period_at`` tells it."""
    return PeriodReader(text).period_at(len(text))


def english_period(sentence: str) -> str:
    """The several years a sentence speaks of, or the year it names; empty where it says none."""
    several = ENGLISH_SEVERAL_YEARS.search(sentence)
    if several:
        return several.group()
    years = sorted(set(ENGLISH_YEAR.findall(sentence)))
    return " and ".join(years)
