"""Comparing what a library holds, or what people decided in one."""

from pathlib import Path

from policydiff.cli.console import remark
from policydiff.cli.sources import choose, known_decisions
from policydiff.comparison import Comparison
from policydiff.errors import LibraryError
from policydiff.pipeline import compare
from policydiff.store import Library


def compare_with_library(old: str, new: str, database: Path, series: str | None) -> Comparison:
    """The comparison of two documents by what the user typed, kept if both are stored."""
    with Library(database) as library:
        sides = choose(old, library, series), choose(new, library, series)
        decisions = known_decisions(library)
        comparison = compare(sides[0].document, sides[1].document, decisions)
        if all(side.is_stored for side in sides):
            _keep(comparison, library)
        return comparison


def _keep(comparison: Comparison, library: Library) -> None:
    """Stores the comparison; where that fails, the report is still worth having."""
    try:
        library.save_comparison(comparison)
    except LibraryError as error:
        remark(f"this comparison is not stored: {error}")
