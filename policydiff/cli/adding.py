"""Adding many files: each on its own, with progress, and what became of each at the end."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from policydiff.cli.console import complain, output_console, remark, talk_console, tell
from policydiff.cli.progress import each_with_progress
from policydiff.cli.sources import Reader
from policydiff.errors import LabelError, SourceError
from policydiff.model import Document
from policydiff.overrides import is_beside
from policydiff.report.blocks import Column, Table, Tone
from policydiff.report.printable import printable
from policydiff.report.terminal import blocks_renderable
from policydiff.store import Added, Outcome

_COLUMNS = (Column("", tone=Tone.FAINT), Column("file", flexible=True), Column("", flexible=True))


class Fate(StrEnum):
    """What became of a file, or of a document in it."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    REFUSED = "refused"

    @property
    def is_read(self) -> bool:
        """Whether there was a document, and the library has it now."""
        return self in (Fate.ADDED, Fate.REPLACED, Fate.UNCHANGED)


class Reported(NamedTuple):
    """The fate of a file, the line and the cell that tell it, and what else should be known."""

    fate: Fate
    file: str
    line: str
    what: str
    note: str = ""


def add_files(names: Sequence[str], reader: Reader, *, replace: bool) -> list[Reported]:
    """Adds each file, whatever becomes of the others, tells it, and says what became of each."""
    is_late = sys.stderr.isatty()
    reports: list[Reported] = []
    for name in each_with_progress(names):
        for reported in _added(name, reader, replace=replace):
            reports.append(reported)
            if not is_late:
                _tell(reported)
    is_listed = len(reports) > 1 and output_console().is_terminal
    for reported in reports if is_late and not is_listed else ():
        _tell(reported)
    if len(reports) > 1:
        _conclude(reports, is_told=not is_listed)
    return reports


def exit_code(reports: Iterable[Reported]) -> int:
    """2 if nothing could be read, 1 if something was refused, otherwise 0."""
    fates = {reported.fate for reported in reports}
    if not any(fate.is_read for fate in fates):
        return 2
    return int(Fate.REFUSED in fates)


def _added(name: str, reader: Reader, *, replace: bool) -> Iterator[Reported]:
    """What became of a file or an address, or of each of the documents in it."""
    if is_beside(Path(name)):
        reason = "it says what another file is"
        yield Reported(Fate.SKIPPED, name, f"skipped {name}: {reason}", reason)
        return
    try:
        yield from _all_stored(name, reader, replace=replace)
    except (SourceError, LabelError) as error:
        yield _refused(name, error)


def _all_stored(name: str, reader: Reader, *, replace: bool) -> Iterator[Reported]:
    """What became of each document; what was fetched is kept if all of them are there."""
    reading = reader.read(name)
    is_read = True
    for document in reading.documents:
        reported = _stored(name, document, reader, replace=replace)
        is_read = is_read and reported.fate.is_read
        yield reported
    if reading.download is not None and is_read:
        reader.library.keep(reading.download)


def _stored(name: str, document: Document, reader: Reader, *, replace: bool) -> Reported:
    try:
        return _accepted(name, document, reader.library.add(document, replace=replace))
    except LabelError as error:
        return _refused(name, error)


def _accepted(name: str, document: Document, added: Added) -> Reported:
    fate, stored = Fate(added.outcome.name.lower()), added.document.name
    what = f"{stored}: {document.title}"
    if added.outcome is not Outcome.UNCHANGED:
        return Reported(fate, name, f"{fate} {what}", what)
    note = ""
    if added.differs:
        fields = ", ".join(added.differs)
        note = f"it would now be read differently ({fields}); take that over with --replace"
    return Reported(fate, name, f"{fate}: {name} is already there as {stored}", what, note)


def _refused(name: str, error: Exception) -> Reported:
    return Reported(Fate.REFUSED, name, str(error), str(error))


def _tell(reported: Reported) -> None:
    if reported.fate is Fate.REFUSED:
        complain(reported.line)
    else:
        tell(reported.line)
    if reported.note:
        remark(reported.note)


def _conclude(reports: Sequence[Reported], *, is_told: bool) -> None:
    """A table of the fates: of all, or of those that were not read where all were told before."""
    counts = Counter(reported.fate for reported in reports)
    title = ", ".join(f"{counts[fate]} {fate}" for fate in Fate if counts[fate])
    rows = [_row(reported) for reported in reports if not (is_told and reported.fate.is_read)]
    console = talk_console(soft_wrap=False) if is_told else output_console()
    console.print(blocks_renderable([Table(title, _COLUMNS, tuple(rows))]))


def _row(reported: Reported) -> tuple[str, ...]:
    what = f"{reported.what} ({reported.note})" if reported.note else reported.what
    return str(reported.fate), printable(reported.file), printable(what)
