"""Compare policy documents across years and track what governments promise.

>>> from policydiff import compare, read
>>> comparison = compare(read("2019.txt"), read("2022.txt"))
>>> [item.text for item in comparison.dropped]
"""

from importlib import import_module

from policydiff.comparison import Comparison
from policydiff.errors import (
    DecisionError,
    ItemError,
    LabelError,
    LibraryError,
    OutputError,
    PolicydiffError,
    QueryError,
    SourceError,
)
from policydiff.explanation import Explanation
from policydiff.model import Document
from policydiff.overrides import Overrides
from policydiff.pipeline import compare, explain, read

__version__ = "0.1.0"

__all__ = [
    "Comparison",
    "DecisionError",
    "Document",
    "Explanation",
    "ItemError",
    "LabelError",
    "Library",
    "LibraryError",
    "OutputError",
    "Overrides",
    "PolicydiffError",
    "QueryError",
    "SourceError",
    "__version__",
    "compare",
    "explain",
    "read",
    "track_series",
]

_LATER = {"Library": "policydiff.library", "track_series": "policydiff.follow"}
"""Where the names stand that comparing does without; a library loads for a tenth of a second."""


def __getattr__(name: str) -> object:
    """A name of ``_LATER``, loaded when it is asked for; type checkers find it in the stub."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LATER[name]), name)
