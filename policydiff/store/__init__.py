"""The library: documents and comparisons in one SQLite file.

This is the only package that knows SQL; the SQL itself lies in ``db/``.
"""

from policydiff.store.decisions import KeptDecision
from policydiff.store.documents import DocumentSummary
from policydiff.store.library import Added, Library, Outcome
from policydiff.store.queries import Answer, Query, ready_queries

__all__ = [
    "Added",
    "Answer",
    "DocumentSummary",
    "KeptDecision",
    "Library",
    "Outcome",
    "Query",
    "ready_queries",
]
