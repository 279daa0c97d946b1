"""Compare policy documents across years and track what governments promise.

>>> from policydiff import compare, read
>>> comparison = compare(read("2019.txt"), read("2022.txt"))
>>> [item.text for item in comparison.dropped]
"""

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
from policydiff.follow import track_series
from policydiff.library import Library
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
