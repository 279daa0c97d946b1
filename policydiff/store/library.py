"""The library a user works with: add documents, load them, keep comparisons."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database

import policydiff
from policydiff.decisions import Decision
from policydiff.errors import LabelError, SourceError
from policydiff.model import Comparison, Document, Download
from policydiff.model import Outcome as Reached
from policydiff.store.comparisons import has_comparison, load_comparison, save_comparison
from policydiff.store.decisions import (
    KeptDecision,
    delete_decision,
    find_decided_items,
    list_decisions,
    named_decision,
    rename_decided,
    save_decision,
)
from policydiff.store.documents import (
    DocumentSummary,
    list_documents,
    load_document,
    save_document,
)
from policydiff.store.downloads import load_download, save_download
from policydiff.store.failures import library_errors
from policydiff.store.figures import save_reports
from policydiff.store.labels import resolve, unknown_series
from policydiff.store.queries import Answer, Value, find_query, run_query
from policydiff.store.schema import open_library, reading, writing
from policydiff.store.series import StoredSeries


class Outcome(StrEnum):
    """What adding a document did."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a document that was added.

    ``document`` is what the library now holds. When that is unchanged,
    ``differs`` names the fields in which the document offered is another; with
    ``replace`` they would be taken over.
    """

    outcome: Outcome
    document: DocumentSummary
    differs: tuple[str, ...] = ()


class Library:
    """The documents and comparisons in one SQLite file.

    >>> with Library("policydiff.db") as library:
    ...     library.add(document)
    ...     library.load("2019")

    The file is opened when it is first needed, and made when a document is
    first added. Whatever is written is written wholly or not at all.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._db: Database | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        if self._db is not None:
            self._db.close()
            self._db = None

    def add(self, document: Document, *, replace: bool = False) -> Added:
        """Stores a document, unless its series holds the same file already.

        A label taken by another file is a LabelError. With ``replace`` whatever
        holds the label or the same file gives way, with its comparisons.
        """
        with self._writing(create=True) as db:
            rivals = _rivals(list_documents(db), document)
            stored = next((rival for rival in rivals if rival.sha256 == document.sha256), None)
            differs = _differences(db, stored, document) if stored else ()
            if stored and not (replace and differs):
                return Added(Outcome.UNCHANGED, stored, differs)
            if rivals and not replace:
                raise LabelError(_label_taken(rivals[0], document))
            for rival in rivals:
                db.table("documents").delete_where("id = ?", [rival.document_id])
                rename_decided(db, (rival.series, rival.label), (document.series, document.label))
            document_id = save_document(db, document)
            find_decided_items(db, document_id)
            outcome = Outcome.REPLACED if rivals else Outcome.ADDED
            return Added(outcome, _with_id(list_documents(db), document_id), differs)

    def documents(self) -> tuple[DocumentSummary, ...]:
        """All documents, by series, year and label."""
        with self._reading() as db:
            return list_documents(db)

    def find(self, reference: str, *, series: str | None = None) -> DocumentSummary:
        """The document called ``2019`` or ``重庆/2019``; a LabelError says which there are."""
        return resolve(reference, self.documents(), self.path, series=series)

    def load(self, reference: str, *, series: str | None = None) -> Document:
        """The document called ``2019`` or ``重庆/2019``, equal to the one that was added."""
        found = self.find(reference, series=series)
        with self._reading() as db:
            return load_document(db, found.document_id)

    def series(self, name: str) -> StoredSeries:
        """The documents of a series, to be compared and tracked; a LabelError if there are none."""
        listed = self.documents()
        wanted = [document.document_id for document in listed if document.series == name]
        if not wanted:
            raise LabelError(unknown_series(name, listed, self.path))
        return StoredSeries(name, wanted, policydiff.__version__, self._reading, self._writing)

    def remove(self, reference: str, *, series: str | None = None) -> DocumentSummary:
        """The document that was there; it is gone now, and its comparisons with it."""
        found = self.find(reference, series=series)
        with self._writing() as db:
            db.table("documents").delete_where("id = ?", [found.document_id])
        return found

    def keep(self, download: Download) -> None:
        """Stores what was fetched, so that it can be read again offline."""
        with self._writing(create=True) as db:
            save_download(db, download)

    def kept(self, url: str) -> Download:
        """The last that was fetched from an address; a SourceError if nothing was."""
        with self._reading() as db:
            found = load_download(db, url)
        if found is None:
            raise SourceError(
                f'"{url}" was never fetched into "{self.path}"; fetch it with: policydiff add {url}'
            )
        return found

    def save_comparison(self, comparison: Comparison) -> None:
        """Stores a comparison of two stored documents in place of the pair's former one."""
        with self._writing() as db:
            documents = list_documents(db)
            old = _stored(db, documents, comparison.old)
            new = _stored(db, documents, comparison.new)
            save_comparison(db, comparison, (old, new), policydiff.__version__)

    def save_reports(self, old: Document, new: Document, outcomes: Sequence[Reached]) -> None:
        """Keeps what a stored document reports on the targets of another."""
        with self._writing() as db:
            documents = list_documents(db)
            pair = (_stored(db, documents, old), _stored(db, documents, new))
            save_reports(db, pair, outcomes)

    def is_compared(self, old: Document, new: Document) -> bool:
        """Whether this version has compared two stored documents."""
        with self._reading() as db:
            documents = list_documents(db)
            pair = (_stored(db, documents, old), _stored(db, documents, new))
            return has_comparison(db, pair, policydiff.__version__)

    def load_comparison(self, old: str, new: str, *, series: str | None = None) -> Comparison:
        """The stored comparison of two documents, which are named as for ``load``."""
        found = (self.find(old, series=series), self.find(new, series=series))
        with self._reading() as db:
            _require_compared(db, found)
            return load_comparison(db, (found[0].document_id, found[1].document_id))

    def decisions(self) -> tuple[KeptDecision, ...]:
        """What people decided, by documents and words; nothing where there is no library yet."""
        if self._db is None and not self.path.exists():
            return ()
        with self._reading() as db:
            return list_decisions(db)

    def decide(
        self, decisions: Iterable[Decision], undone: Iterable[Decision] = ()
    ) -> tuple[Decision, ...]:
        """Keeps decisions in place of former ones on the same items, and takes others back.

        Comparisons that do not heed them are dropped, and series tracked anew when
        next asked for; what comes back are the decisions whose documents should be
        compared again.
        """
        with self._writing(create=True) as db:
            gone = [each for each in undone if delete_decision(db, each)]
            return tuple(gone + [each for each in decisions if save_decision(db, each)])

    def find_decision(self, decision_id: str) -> Decision:
        """The decision whose id starts so; a DecisionError if there is none, or several."""
        return named_decision(self.decisions(), decision_id, self.path)

    def ask(self, name: str, parameters: Mapping[str, Value] | None = None) -> Answer:
        """What the library answers to a ready question.

        >>> library.ask("dropped_commitments", {"old": "2019", "new": "2022"})
        """
        query = find_query(name)
        given = dict(parameters or {})
        documents = {
            parameter.name: self.find(str(given[parameter.name]))
            for parameter in query.parameters
            if parameter.is_document and given.get(parameter.name) is not None
        }
        names = {parameter: document.reference for parameter, document in documents.items()}
        with self._reading() as db:
            if {"old", "new"} <= documents.keys():
                _require_compared(db, (documents["old"], documents["new"]))
            return run_query(db, query, given | names)

    @contextmanager
    def _reading(self) -> Iterator[Database]:
        with library_errors(self.path), reading(db := self._open(create=False)):
            yield db

    @contextmanager
    def _writing(self, *, create: bool = False) -> Iterator[Database]:
        with library_errors(self.path):
            db = self._open(create=create)
            with writing(db):
                yield db

    def _open(self, *, create: bool) -> Database:
        if self._db is None:
            self._db = open_library(self.path, create=create)
        return self._db


def _rivals(
    documents: Sequence[DocumentSummary], document: Document
) -> tuple[DocumentSummary, ...]:
    """The documents of the same series under the same label, or of the same file."""
    return tuple(
        stored
        for stored in documents
        if stored.series == document.series
        and (stored.label == document.label or stored.sha256 == document.sha256)
    )


def _differences(db: Database, stored: DocumentSummary, document: Document) -> tuple[str, ...]:
    former = load_document(db, stored.document_id)
    names = [field.name for field in fields(Document) if field.name != "source"]
    return tuple(name for name in names if getattr(former, name) != getattr(document, name))


def _stored(db: Database, documents: Sequence[DocumentSummary], document: Document) -> int:
    """The id of a document that is stored just so."""
    for stored in _rivals(documents, document):
        if stored.label == document.label and not _differences(db, stored, document):
            return stored.document_id
    raise LabelError(
        f'"{document.series}/{document.label}" is not stored as it was compared; '
        f"store it with: policydiff add --replace {document.source}"
    )


def _with_id(documents: Sequence[DocumentSummary], document_id: int) -> DocumentSummary:
    (found,) = [stored for stored in documents if stored.document_id == document_id]
    return found


def _require_compared(db: Database, pair: tuple[DocumentSummary, DocumentSummary]) -> None:
    old, new = pair
    if not has_comparison(db, (old.document_id, new.document_id)):
        raise LabelError(
            f'"{old.name}" and "{new.name}" are not compared yet; '
            f"do it with: policydiff compare {old.reference} {new.reference}"
        )


def _label_taken(rival: DocumentSummary, document: Document) -> str:
    return (
        f'"{rival.name}" is taken by another file, {rival.source}; '
        f"give {document.source} another --label, or put it in its place with --replace"
    )
