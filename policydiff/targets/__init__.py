"""Targets: the figures a government sets itself, found, compared and held against results."""

from policydiff.targets.compare import compare_targets
from policydiff.targets.find import find_results, find_targets
from policydiff.targets.outcome import find_outcomes
from policydiff.targets.series import target_series
from policydiff.targets.unlike import find_not_comparable
from policydiff.targets.waivers import find_waivers

__all__ = [
    "compare_targets",
    "find_not_comparable",
    "find_outcomes",
    "find_results",
    "find_targets",
    "find_waivers",
    "target_series",
]
