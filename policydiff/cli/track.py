"""``policydiff track``: the commitments of a series through all of its documents."""

from collections.abc import Iterator, Sequence
from typing import Annotated, NamedTuple

import typer

from policydiff.cli.console import output_console, remark, show_report, waiting
from policydiff.cli.options import DEFAULT_DATABASE, DatabaseOption, SeriesOption
from policydiff.commitments import Tracking
from policydiff.errors import LabelError, QueryError
from policydiff.follow import compare_series, track_series, tracked_series
from policydiff.library import Library
from policydiff.report.answer import answer_csv, answer_table
from policydiff.report.blocks import Block
from policydiff.report.commitment_blocks import overview_blocks, select, strip_blocks
from policydiff.report.printable import printable
from policydiff.report.terminal import blocks_renderable
from policydiff.store.queries import Value

SHOWN = 20
"""Commitments a list shows when the user does not say how many."""

LimitOption = Annotated[
    int, typer.Option(min=0, help="Show at most this many commitments, 0 for all.")
]


class _Choice(NamedTuple):
    """A list the user asked for: its title, and the ready question that answers it."""

    title: str
    question: str
    parameters: dict[str, Value]


def track(
    series: SeriesOption = None,
    dropped: Annotated[
        int | None, typer.Option(metavar="YEAR", help="Those that this year promises no more.")
    ] = None,
    new: Annotated[
        int | None, typer.Option(metavar="YEAR", help="Those that this year introduced.")
    ] = None,
    since: Annotated[
        int | None,
        typer.Option(metavar="YEAR", help="Those that still stand and are at least so old."),
    ] = None,
    revived: Annotated[
        bool, typer.Option("--revived", help="Those that came back after years of absence.")
    ] = False,
    never_reported: Annotated[
        bool, typer.Option("--never-reported", help="Those no later document reports on.")
    ] = False,
    longest: Annotated[
        bool, typer.Option("--longest", help="Those promised in the most years.")
    ] = False,
    against: Annotated[
        str | None,
        typer.Option(
            metavar="SERIES", help="Hold each year against the same year of another series."
        ),
    ] = None,
    with_others: Annotated[
        bool | None,
        typer.Option(
            "--with-others/--without-others",
            help="Follow the documents of other issuers too; the choice is kept.",
        ),
    ] = None,
    limit: LimitOption = SHOWN,
    as_csv: Annotated[
        bool, typer.Option("--csv", help="Print the list as CSV for a spreadsheet.")
    ] = False,
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Follow commitments through all documents of a series."""
    choice = _choice(dropped, new, since, revived, never_reported, longest)
    with Library(database) as library:
        names = [series] if series is not None else wanted_series(library)
        for name in names:
            with waiting(f"Tracking {name} …"):
                tracking = track_series(library, name, with_others=with_others)
            _warn(tracking)
            _warn_of_decisions(library, name)
            if against is not None:
                _print_shared(library, name, against, as_csv=as_csv)
            elif as_csv:
                _print_csv(library, name, choice or _LONGEST)
            else:
                blocks = [] if choice else list(overview_blocks(tracking))
                blocks += _list(library, tracking, choice or _LONGEST, limit)
                show_report(blocks_renderable(blocks), paged=True)


_LONGEST = _Choice("Longest", "longest_commitments", {})


def wanted_series(library: Library) -> Sequence[str]:
    """All series of a library; a LabelError if no document belongs to one."""
    names = tracked_series(library)
    if not names:
        raise LabelError(
            f'no document in "{library.path}" belongs to a series; '
            "add documents with: policydiff add FILE --series NAME"
        )
    return names


def _choice(
    dropped: int | None,
    new: int | None,
    since: int | None,
    revived: bool,
    never_reported: bool,
    longest: bool,
) -> _Choice | None:
    asked = [
        (dropped, _Choice(f"Dropped in {dropped}", "dropped_in_year", {"year": dropped})),
        (new, _Choice(f"New in {new}", "new_in_year", {"year": new})),
        (since, _Choice(f"Promised since {since}", "promised_since", {"year": since})),
        (revived or None, _Choice("Revived", "revived_commitments", {})),
        (never_reported or None, _Choice("Never reported on", "never_reported", {})),
        (longest or None, _LONGEST),
    ]
    chosen = [choice for given, choice in asked if given is not None]
    if len(chosen) > 1:
        titles = " and ".join(f'"{choice.title}"' for choice in chosen)
        raise QueryError(f"{titles} are different lists; ask for one at a time")
    return chosen[0] if chosen else None


def _warn(tracking: Tracking) -> None:
    lineup = tracking.lineup
    for each in lineup.left_out:
        remark(f"{lineup.series}/{each.document.label} is left out ({each.reason})")


def _warn_of_decisions(library: Library, series: str) -> None:
    for decision, state in library.decisions():
        if series in (decision.old.series, decision.new.series) and state == "not found":
            words = f"“{printable(decision.old.text)}” and “{printable(decision.new.text)}”"
            remark(f"decision {decision.decision_id} on {words} is not applied: {state}")


def _list(library: Library, tracking: Tracking, choice: _Choice, limit: int) -> Iterator[Block]:
    answer = library.ask(choice.question, choice.parameters | {"series": tracking.lineup.series})
    position = answer.columns.index("commitment_id")
    found = select(tracking, (str(row[position]) for row in answer.rows))
    yield from strip_blocks(choice.title, tracking.lineup, found, limit)


def _print_csv(library: Library, series: str, choice: _Choice) -> None:
    answer = library.ask(choice.question, choice.parameters | {"series": series})
    typer.echo(answer_csv(*answer), nl=False)


def _print_shared(library: Library, series: str, other: str, *, as_csv: bool) -> None:
    with waiting(f"Comparing {series} with {other} …"):
        track_series(library, other)
        compare_series(library, series, other)
    answer = library.ask("shared_commitments", {"series": series, "other": other})
    if as_csv:
        typer.echo(answer_csv(*answer), nl=False)
    else:
        output_console().print(answer_table(*answer))
