"""From what a user calls a document to the one document that is meant."""

from collections.abc import Sequence
from pathlib import Path

from rapidfuzz import fuzz

from policydiff.errors import LabelError
from policydiff.store.documents import DocumentSummary

SHOWN_LABELS = 12
"""As many labels as fit a line or two; the nearest ones stand first."""


def resolve(
    reference: str, documents: Sequence[DocumentSummary], path: Path, *, series: str | None
) -> DocumentSummary:
    """The document called ``2019`` or ``重庆/2019``, within the series if one is given."""
    within = [document for document in documents if series in (None, document.series)]
    if documents and not within:
        raise LabelError(unknown_series(series or "", documents, path))
    matches = [document for document in within if reference in (document.label, document.reference)]
    if len(matches) == 1:
        return matches[0]
    if matches:
        raise LabelError(_ambiguous(reference, matches))
    raise LabelError(_unknown(reference, within, path))


def _shown_name(document: DocumentSummary, documents: Sequence[DocumentSummary]) -> str:
    """The shortest name that means this document alone."""
    same = [other for other in documents if other.label == document.label]
    return document.label if len(same) == 1 else document.reference


def unknown_series(series: str, documents: Sequence[DocumentSummary], path: Path) -> str:
    """The sentence for a series that has no document."""
    known = sorted({f'"{document.series}"' for document in documents})
    if not known:
        return f'no series "{series}", "{path}" is empty; add documents with: policydiff add FILE'
    return f'no series "{series}" in "{path}"; it has {", ".join(known)}'


def _ambiguous(reference: str, matches: Sequence[DocumentSummary]) -> str:
    names = " or ".join(document.reference for document in matches)
    return f'"{reference}" names {len(matches)} documents; write {names}, or give --series'


def _unknown(reference: str, documents: Sequence[DocumentSummary], path: Path) -> str:
    if not documents:
        return f'no document "{reference}", "{path}" is empty; add it with: policydiff add FILE'
    names = [_shown_name(document, documents) for document in _nearest_first(reference, documents)]
    rest = len(names) - SHOWN_LABELS
    more = f" and {rest} more" if rest > 0 else ""
    known = ", ".join(names[:SHOWN_LABELS])
    return f'no document "{reference}" in "{path}"; it has {known}{more}'


def _nearest_first(reference: str, documents: Sequence[DocumentSummary]) -> list[DocumentSummary]:
    def nearness(document: DocumentSummary) -> float:
        return max(fuzz.ratio(reference, document.label), fuzz.ratio(reference, document.reference))

    return sorted(documents, key=lambda document: (-nearness(document), document.reference))
