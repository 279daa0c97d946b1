"""A report on a whole series: what endures, what is new, what went, what came back."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from policydiff.commitments import Answer, Commitment, Lineup, Standing, Tracking
from policydiff.report.blocks import Block
from policydiff.report.commitment_blocks import overview_blocks, strip_blocks, telling
from policydiff.report.escape import escape
from policydiff.report.markdown import blocks_markdown

ENDURING = 3
"""From so many years on a promise that still stands is said to endure."""

_SILENT = frozenset({Answer.NOT_MENTIONED, Answer.NOT_COVERED, Answer.PENDING})


class _List(NamedTuple):
    """A list of the report: its title, and which commitments it holds."""

    title: str
    holds: Callable[[Commitment, Lineup], bool]


def _endures(commitment: Commitment, _: Lineup) -> bool:
    return commitment.status == "promised" and commitment.promised_years >= ENDURING


def _is_new(commitment: Commitment, lineup: Lineup) -> bool:
    return lineup.slots[commitment.places[0].document] == lineup.slots[-1]


def _stands(standing: Standing) -> Callable[[Commitment, Lineup], bool]:
    """Whether the newest year is of that standing."""

    def holds(commitment: Commitment, lineup: Lineup) -> bool:
        last = commitment.years[-1]
        is_newest = lineup.slots[last.document] == lineup.slots[-1]
        return is_newest and last.standing is standing

    return holds


def _is_unreported(commitment: Commitment, _: Lineup) -> bool:
    answers = [report.answer for report in commitment.reports]
    return Answer.NOT_MENTIONED in answers and _SILENT.issuperset(answers)


_LISTS = (
    _List("What endures", _endures),
    _List("New in {}", _is_new),
    _List("Gone in {}", _stands(Standing.DROPPED)),
    _List("Done in {}", _stands(Standing.COMPLETED)),
    _List("Back in {}", _stands(Standing.REVIVED)),
    _List("Promised and never reported on", _is_unreported),
)


def series_report_markdown(tracking: Tracking, limit: int | None) -> str:
    """The report as Markdown, under a title."""
    title = escape(f"{tracking.lineup.series}: commitments over the years")
    return f"# {title}\n{blocks_markdown(series_report_blocks(tracking, limit))}"


def series_report_blocks(tracking: Tracking, limit: int | None) -> Iterator[Block]:
    """The overview of a series and its lists, those that stood longest first."""
    yield from overview_blocks(tracking)
    lineup = tracking.lineup
    if not lineup.documents:
        return
    for title, holds in _LISTS:
        found = [each for each in telling(tracking) if holds(each, lineup)]
        ranked = sorted(found, key=lambda each: -each.promised_years)
        newest = lineup.documents[-1].year
        yield from strip_blocks(title.format(newest), lineup, ranked, limit)
