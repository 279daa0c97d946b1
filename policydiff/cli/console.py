"""The two consoles: data goes to standard output, talk to standard error."""

import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from threading import Timer

from rich.console import Console, RenderableType
from rich.text import Text

from policydiff.report.printable import printable

PIPED_WIDTH = 100
"""Columns of a report that goes into a file or a pipe."""

PATIENCE = 1.0
"""Seconds of waiting before a spinner shows."""


def output_console() -> Console:
    """Standard output; plain and of a fixed width unless it is a terminal."""
    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else PIPED_WIDTH
    return Console(width=width, highlight=False, soft_wrap=False)


def talk_console(*, soft_wrap: bool = True) -> Console:
    """Standard error."""
    return Console(stderr=True, highlight=False, soft_wrap=soft_wrap)


def complain(message: str) -> None:
    """Shows an error; its text is never read as markup, nor moves a cursor."""
    talk_console().print(Text.assemble(("policydiff: ", "bold red"), printable(message)))


def remark(message: str) -> None:
    """Shows something the user should know that is no failure."""
    talk_console().print(Text.assemble(("note: ", "bold yellow"), printable(message)))


def tell(line: str) -> None:
    """Prints one line, however long, that may hold a document's words."""
    output_console().print(printable(line), markup=False, soft_wrap=True)


def escape_unwritable() -> None:
    r"""Lets characters that a terminal or pipe has no code for be written as ``\u6f9c``."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def give_up_output() -> None:
    """Lets the rest of standard output vanish, so that the exit does not fail on it again."""
    with Path(os.devnull).open("wb") as nowhere, suppress(OSError, ValueError):
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def show_report(report: RenderableType, *, paged: bool) -> None:
    """Prints a report, through the pager if it does not fit a terminal."""
    console = output_console()
    if not (paged and console.is_terminal and _is_taller(report, console)):
        console.print(report, crop=console.is_terminal)
        return
    os.environ.setdefault("LESS", "-FRX")
    with console.pager(styles=True):
        console.print(report)


def _is_taller(report: RenderableType, console: Console) -> bool:
    return len(console.render_lines(report, pad=False)) > console.height


@contextmanager
def waiting(message: str) -> Iterator[None]:
    """A spinner on a terminal's standard error, if the work takes longer than ``PATIENCE``."""
    if not sys.stderr.isatty():
        yield
        return
    status = talk_console().status(Text(printable(message)))
    timer = Timer(PATIENCE, status.start)
    timer.start()
    try:
        with following(lambda said: status.update(Text(printable(said)))):
            yield
    finally:
        timer.cancel()
        status.stop()


@contextmanager
def following(say: Callable[[str], None]) -> Iterator[None]:
    """Says how far long work on one document is, as the package's log has it."""
    log, handler = logging.getLogger("policydiff"), _Saying(say)
    log.setLevel(logging.INFO)
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)


class _Saying(logging.Handler):
    """Hands each message on."""

    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__()
        self._say = say

    def emit(self, record: logging.LogRecord) -> None:
        """Hands on the message of one record."""
        self._say(record.getMessage())
