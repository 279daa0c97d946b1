"""Series: what each indicator was set to, and came to, over the years of a series of documents."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from policydiff.lexicon.indicator_keys import indicator_key, is_generic
from policydiff.lexicon.indicators import MAIN_INDICATORS, names_of
from policydiff.model import Comparator, Document, Genre, Outcome, Span, Target
from policydiff.series import Band, IndicatorSeries, Reported, Standing, YearPoint
from policydiff.targets.due import is_for_own_year
from policydiff.targets.figures import base_factor, unit_family
from policydiff.targets.outcome import find_outcomes, is_ceiling, tolerance


class _Key(NamedTuple):
    """What figures of one indicator share, whatever its wording."""

    action: str
    words: str
    family: str


class _Place(NamedTuple):
    """A target and where it stands."""

    document: Document
    number: int

    @property
    def target(self) -> Target:
        return self.document.targets[self.number]


_Years = Mapping[int, Sequence[Document]]
_Reports = Mapping[tuple[str, int], tuple[Document, Outcome]]


def target_series(
    documents: Iterable[Document], indicator: str | None = None, *, every: bool = False
) -> tuple[IndicatorSeries, ...]:
    """A series for each indicator of each series of documents, the main indicators first.

    ``indicator`` keeps those it names or is part of the name of: GDP, 失业率;
    without one, indicators that only one year names are left out unless ``every``.
    Documents whose year is not known are left out.
    """
    dated = [document for document in documents if document.year is not None]
    dated.sort(key=_document_order)
    found = [
        series
        for name, group in groupby(dated, key=lambda document: document.series)
        for series in _of_one_series(name, _by_year(group), indicator)
    ]
    every = every or indicator is not None
    return tuple(one for one in found if every or one.is_main or one.targets > 1)


def _document_order(document: Document) -> tuple[str, int, bool, str]:
    is_minor = document.genre is not Genre.WORK_REPORT
    return (document.series, document.year or 0, is_minor, document.label)


def _by_year(documents: Iterable[Document]) -> _Years:
    years = defaultdict(list)
    for document in documents:
        years[document.year or 0].append(document)
    return years


def _of_one_series(name: str, years: _Years, indicator: str | None) -> list[IndicatorSeries]:
    reports = {year: _reports(years, year) for year in years}
    waivers = {year: dict(_waivers(documents)) for year, documents in years.items()}
    found = []
    for key, places in _places(years).items():
        names = [place.target.indicator for place in places.values()]
        if not _is_asked_for(indicator, key, names):
            continue
        newest = places[max(places)]
        history = _History(years, places, reports, waivers, key.words, newest.target.unit)
        found.append(
            IndicatorSeries(
                series=name,
                indicator=max(names, key=names.count),
                unit=newest.target.unit,
                language=newest.document.language,
                points=tuple(history.point(year) for year in range(min(years), max(years) + 1)),
                is_main=key.words in MAIN_INDICATORS,
            )
        )
    return sorted(found, key=_series_order)


def _series_order(series: IndicatorSeries) -> tuple[int, int, str]:
    name = indicator_key(series.indicator)[1]
    rank = MAIN_INDICATORS.index(name) if series.is_main else len(MAIN_INDICATORS)
    return (rank, -series.targets, series.indicator)


def _is_asked_for(indicator: str | None, key: _Key, names: Iterable[str]) -> bool:
    if indicator is None:
        return True
    return key.words in names_of(indicator) or any(indicator in name for name in names)


def _places(years: _Years) -> dict[_Key, dict[int, _Place]]:
    """Each indicator's target in each year that has one, the first one of the first document."""
    places: dict[_Key, dict[int, _Place]] = {}
    for year, documents in years.items():
        for document in documents:
            for number, target in enumerate(document.targets):
                if not is_generic(target.indicator) and is_for_own_year(document, target):
                    of_key = places.setdefault(_key(target), {})
                    of_key.setdefault(year, _Place(document, number))
    return places


def _key(target: Target) -> _Key:
    return _Key(*indicator_key(target.indicator), unit_family(target.unit))


def _reports(years: _Years, year: int) -> _Reports:
    """What the documents of the next year report, by the label and number of the target."""
    return {
        (old.label, outcome.target): (new, outcome)
        for old in years[year]
        for new in reversed(years.get(year + 1, ()))
        for outcome in find_outcomes(old, new)
    }


def _waivers(documents: Sequence[Document]) -> Iterator[tuple[str, tuple[Document, Span]]]:
    """Where a document says that it sets no target, by the indicator's name."""
    for document in documents:
        for waiver in document.waivers:
            yield waiver.indicator, (document, document.items[waiver.item].span)


@dataclass(frozen=True, slots=True)
class _History:
    """All that is known of one indicator, to tell what each year says of it."""

    years: _Years
    places: Mapping[int, _Place]
    reports: Mapping[int, _Reports]
    waivers: Mapping[int, Mapping[str, tuple[Document, Span]]]
    name: str
    unit: str

    def point(self, year: int) -> YearPoint:
        """The year's target, or why there is none."""
        if year in self.places:
            return self._set_point(year, self.places[year])
        if self.name in self.waivers.get(year, {}):
            document, span = self.waivers[year][self.name]
            quote = _quote(document, span)
            return YearPoint(year, Standing.NONE_SET, document.label, None, quote, span)
        if year in self.years:
            return YearPoint(year, Standing.NOT_FOUND, self.years[year][0].label)
        return YearPoint(year, Standing.NO_REPORT)

    def _set_point(self, year: int, place: _Place) -> YearPoint:
        document, target = place.document, place.target
        report = self.reports[year].get((document.label, place.number))
        return YearPoint(
            year=year,
            standing=Standing.SET,
            label=document.label,
            target=target,
            quote=_quote(document, target.span),
            span=target.span,
            band=_band(target, base_factor(target.unit) / base_factor(self.unit)),
            reported=self._reported(*report) if report else None,
        )

    def _reported(self, document: Document, outcome: Outcome) -> Reported:
        result = document.results[outcome.result]
        return Reported(
            label=document.label,
            result=result,
            quote=_quote(document, result.span),
            span=result.span,
            verdict=outcome.verdict,
            margin=outcome.margin,
            value=result.value * base_factor(result.unit) / base_factor(self.unit),
        )


def _band(target: Target, factor: float) -> Band:
    """The values that meet a target, times a factor."""
    slack = tolerance(target)
    high = target.value if target.value_hi is None else target.value_hi
    is_floor = target.comparator is Comparator.AT_LEAST
    return Band(
        value=target.value * factor,
        low=None if is_ceiling(target) else (target.value - slack) * factor,
        high=None if is_floor else (high + slack) * factor,
    )


def _quote(document: Document, span: Span) -> str:
    return "".join(document.text[span.start : span.end].split())
