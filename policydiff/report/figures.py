"""Figures as a reader writes them: 5.5%左右, and by how much they moved."""

from collections.abc import Iterator
from typing import NamedTuple

from policydiff.model import (
    Comparator,
    Comparison,
    Direction,
    Document,
    Mismatch,
    NotComparable,
    Outcome,
    Result,
    Status,
    Target,
    TargetChange,
    Verdict,
)
from policydiff.report.counts import new_targets, vanished_targets
from policydiff.report.place import position
from policydiff.report.printable import printable
from policydiff.report.view import View

_FIGURE_FORMS = {
    "zh": {
        Comparator.EQUAL: "{value}",
        Comparator.AT_LEAST: "{value}以上",
        Comparator.AT_MOST: "{value}以内",
        Comparator.ABOUT: "{value}左右",
        Comparator.RANGE: "{value}",
        Comparator.INCREASE: "+{value}",
    },
    "en": {
        Comparator.EQUAL: "{value}",
        Comparator.AT_LEAST: "at least {value}",
        Comparator.AT_MOST: "at most {value}",
        Comparator.ABOUT: "about {value}",
        Comparator.RANGE: "{value}",
        Comparator.INCREASE: "+{value}",
    },
}
_WORD_GAP = {"zh": "", "en": " "}
_PERCENT = "%"
_NOT_COMPARABLE = "not comparable"


class FigureChange(NamedTuple):
    """A figure both documents name; ``ambition`` is empty where neither way asks more."""

    indicator: str
    old: str
    new: str
    difference: str
    direction: Direction
    ambition: str
    place: str


class UnlikeFigures(NamedTuple):
    """Figures of one thing that cannot be compared, and why."""

    indicator: str
    old: str
    new: str
    reason: Mismatch
    place: str


class OutcomeLine(NamedTuple):
    """A target of the old document and what the new one reports."""

    indicator: str
    target: str
    reported: str
    margin: str
    verdict: Verdict
    place: str


class LoneFigure(NamedTuple):
    """A figure only one document names; ``commitment`` is what became of the words around it."""

    indicator: str
    figure: str
    place: str
    commitment: str


def figure(document: Document, target: Target) -> str:
    """The figure in its document's language, behind its deadline, baseline and strength."""
    text = amount(document.language, target)
    words = (target.deadline, target.baseline, target.strength, text)
    return printable(_WORD_GAP.get(document.language, " ").join(word for word in words if word))


def amount(language: str, figure: Target | Result) -> str:
    """The bare figure with its bound and unit: 5.5%左右, at least 3 billion."""
    forms = _FIGURE_FORMS.get(language, _FIGURE_FORMS["en"])
    value = number(figure.value)
    if figure.value_hi is not None:
        value = f"{value}–{number(figure.value_hi)}"
    return printable(forms[figure.comparator].format(value=f"{value}{_behind(figure.unit)}"))


def number(value: float) -> str:
    """The value without a needless fraction: 6, 5.5, 12000."""
    return f"{value:.10g}" if abs(value) < 1e10 else f"{value:.0f}"


def figure_changes(comparison: Comparison, view: View) -> tuple[FigureChange, ...]:
    """The figures both documents name, those that moved before those that stayed."""
    wanted = [change for change in comparison.target_changes if _covers(comparison, change, view)]
    wanted.sort(key=lambda change: (change.direction is Direction.SAME, change.new, change.old))
    return tuple(_figure_change(comparison, change) for change in wanted)


def unlike_figures(comparison: Comparison, view: View) -> tuple[UnlikeFigures, ...]:
    """The figures of one thing that cannot be compared, in the order of the old document."""
    return tuple(
        _unlike_figures(comparison, pair)
        for pair in comparison.not_comparable
        if _covers(comparison, pair, view)
    )


def outcome_lines(comparison: Comparison, view: View) -> tuple[OutcomeLine, ...]:
    """The old targets the new document reports on, the missed ones first."""
    wanted = [
        outcome
        for outcome in comparison.outcomes
        if view.covers(comparison.old, _section(comparison.old, outcome.target))
    ]
    wanted.sort(key=lambda outcome: outcome.verdict is not Verdict.MISSED)
    return tuple(_outcome_line(comparison, outcome) for outcome in wanted)


def _outcome_line(comparison: Comparison, outcome: Outcome) -> OutcomeLine:
    target = comparison.old.targets[outcome.target]
    result = comparison.new.results[outcome.result]
    return OutcomeLine(
        indicator=printable(target.indicator),
        target=figure(comparison.old, target),
        reported=amount(comparison.new.language, result),
        margin=margin(outcome.margin, target.unit),
        verdict=outcome.verdict,
        place=f"{position(comparison.old, target.span)} → {position(comparison.new, result.span)}",
    )


def margin(value: float, unit: str) -> str:
    """By how much a result lies above or below its target, empty where it lies on it."""
    return f"{value:+.10g}{_difference_unit(unit)}" if value else ""


def _behind(unit: str) -> str:
    """The unit as it stands behind a number: 5万人, 5%, but 5 weeks."""
    return f" {unit}" if unit[:1].isascii() and unit[:1].isalpha() else unit


def vanished_figures(comparison: Comparison, view: View) -> tuple[LoneFigure, ...]:
    """The old figures the new document does not name."""
    fates = _fates(comparison.old_status, comparison.old_caveats)
    return tuple(_lone_figures(comparison.old, vanished_targets(comparison), fates, view))


def new_figures(comparison: Comparison, view: View) -> tuple[LoneFigure, ...]:
    """The new figures the old document does not name."""
    fates = _fates(comparison.new_status, comparison.new_caveats)
    return tuple(_lone_figures(comparison.new, new_targets(comparison), fates, view))


def _covers(comparison: Comparison, change: TargetChange | NotComparable, view: View) -> bool:
    return view.covers(comparison.old, _section(comparison.old, change.old)) or view.covers(
        comparison.new, _section(comparison.new, change.new)
    )


def _section(document: Document, target: int) -> int:
    return document.items[document.targets[target].item].section


def _figure_change(comparison: Comparison, change: TargetChange) -> FigureChange:
    old, new = comparison.old.targets[change.old], comparison.new.targets[change.new]
    return FigureChange(
        indicator=printable(min(old.indicator, new.indicator, key=len)),
        old=figure(comparison.old, old),
        new=figure(comparison.new, new),
        difference=difference(old, new),
        direction=change.direction,
        ambition=change.ambition or "",
        place=f"{position(comparison.old, old.span)} → {position(comparison.new, new.span)}",
    )


def _unlike_figures(comparison: Comparison, pair: NotComparable) -> UnlikeFigures:
    old, new = comparison.old.targets[pair.old], comparison.new.targets[pair.new]
    return UnlikeFigures(
        indicator=printable(min(old.indicator, new.indicator, key=len)),
        old=figure(comparison.old, old),
        new=figure(comparison.new, new),
        reason=pair.reason,
        place=f"{position(comparison.old, old.span)} → {position(comparison.new, new.span)}",
    )


def _fates(statuses: tuple[Status | None, ...], caveats: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        _NOT_COMPARABLE if caveat else str(status or "")
        for status, caveat in zip(statuses, caveats, strict=True)
    )


def _lone_figures(
    document: Document, targets: tuple[int, ...], fates: tuple[str, ...], view: View
) -> Iterator[LoneFigure]:
    for index in targets:
        target = document.targets[index]
        if view.covers(document, _section(document, index)):
            yield LoneFigure(
                indicator=printable(target.indicator),
                figure=figure(document, target),
                place=position(document, target.span),
                commitment=fates[target.item],
            )


def difference(old: Target, new: Target) -> str:
    """How far the figure moved, or an empty text where it did not or the units differ."""
    if old.unit != new.unit:
        return ""
    low = new.value - old.value
    high = _high(new) - _high(old)
    ends = sorted({round(low, 6), round(high, 6)})
    if ends == [0]:
        return ""
    return " to ".join(f"{end:+.10g}" for end in ends) + _difference_unit(new.unit)


def _difference_unit(unit: str) -> str:
    return " pt" if unit == _PERCENT else printable(_behind(unit))


def _high(target: Target) -> float:
    return target.value if target.value_hi is None else target.value_hi
