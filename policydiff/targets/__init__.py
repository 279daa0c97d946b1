"""Targets: the figures a government sets itself, found and compared."""

from policydiff.targets.compare import compare_targets
from policydiff.targets.find import find_targets

__all__ = ["compare_targets", "find_targets"]
