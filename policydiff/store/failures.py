"""What a user is told when the database cannot be used."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from policydiff.errors import LibraryError

SENTENCES = {
    sqlite3.SQLITE_NOTADB: "is not a policydiff database; choose another file with --db",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check that you may read it and write in its folder",
    sqlite3.SQLITE_PERM: "may not be used by you; choose another file with --db",
    sqlite3.SQLITE_READONLY: "cannot be written, the file or its folder is read-only; "
    "make it writable or choose another file with --db",
    sqlite3.SQLITE_FULL: "cannot grow, the disk is full; nothing was changed, "
    "free some space and repeat the command",
    sqlite3.SQLITE_IOERR: "cannot be read or written, the disk reports an error; "
    "check the disk and repeat the command",
    sqlite3.SQLITE_BUSY: "is in use by another program; close that and repeat the command",
    sqlite3.SQLITE_LOCKED: "is in use by another program; close that and repeat the command",
    sqlite3.SQLITE_CORRUPT: "is damaged; restore a copy, or delete it and add the documents again",
}
"""What follows the quoted file name, by SQLite's primary result code."""


@contextmanager
def library_errors(path: Path) -> Iterator[None]:
    """Turns failures of SQLite and the file system that a user can mend into a LibraryError.

    Others, a broken constraint above all, are mistakes of this program and pass.
    """
    try:
        yield
    except sqlite3.Error as error:
        code: int = getattr(error, "sqlite_errorcode", 0)
        sentence = SENTENCES.get(code & 0xFF)
        if sentence is None:
            raise
        raise LibraryError(f'"{path}" {sentence}') from error
    except OSError as error:
        raise LibraryError(
            f'"{path}" cannot be used, {error.strerror}; choose another file with --db'
        ) from error
