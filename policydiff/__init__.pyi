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

__version__: str

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
