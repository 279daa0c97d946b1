"""Reports written to files, the format named by the suffix."""

import os
from collections.abc import Callable, Collection, Iterable
from enum import StrEnum
from io import StringIO
from pathlib import Path
from tempfile import NamedTemporaryFile

from rich.console import Console

from policydiff.cli.console import PIPED_WIDTH
from policydiff.comparison import Comparison
from policydiff.errors import OutputError
from policydiff.report.terminal import comparison_renderable
from policydiff.report.view import View


class Format(StrEnum):
    """What standard output gets."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"


def _json(comparison: Comparison, _: View) -> str:
    return comparison.to_json()


def _markdown(comparison: Comparison, view: View) -> str:
    return comparison.to_markdown(view)


def _plain_text(comparison: Comparison, view: View) -> str:
    console = Console(file=StringIO(), width=PIPED_WIDTH, color_system=None, highlight=False)
    with console.capture() as capture:
        console.print(comparison_renderable(comparison, view))
    return capture.get()


WRITERS: dict[str, Callable[[Comparison, View], str]] = {
    ".json": _json,
    ".md": _markdown,
    ".markdown": _markdown,
    ".txt": _plain_text,
}


def check_outputs(
    paths: Iterable[Path], inputs: Iterable[Path], formats: Collection[str] = WRITERS
) -> None:
    """Raises an OutputError for a path no report can be written to, before any work is done.

    ``formats`` are the suffixes that name a format of the report.
    """
    read = {path.resolve() for path in inputs if path.exists()}
    for path in paths:
        if path.suffix.lower() not in formats:
            raise OutputError(_unknown_format(path, formats))
        if not path.parent.is_dir():
            raise OutputError(
                f'there is no folder "{path.parent}" for "{path.name}"; make it first, '
                "or choose another place with -o"
            )
        if path.resolve() in read:
            raise OutputError(
                f'"{path}" is one of the documents and would be lost; choose another name with -o'
            )


def _unknown_format(path: Path, formats: Collection[str]) -> str:
    known = ", ".join(formats)
    if not path.suffix:
        return f'"{path}" has no suffix to tell the format by; use one of {known}'
    return f'no report format is called "{path.suffix}" ({path}); use one of {known}'


def write_report(comparison: Comparison, path: Path, view: View) -> None:
    """Writes one report, wholly or not at all; an OutputError says why it cannot be."""
    write_whole(path, WRITERS[path.suffix.lower()](comparison, view).encode())


def write_whole(path: Path, content: bytes) -> None:
    """Writes beside the target and renames, so that a full disk leaves the former file."""
    temporary = None
    try:
        with NamedTemporaryFile(
            "wb",
            dir=path.resolve().parent,
            prefix=".policydiff-",
            delete=False,
        ) as file:
            temporary = Path(file.name)
            file.write(content)
        _take_usual_mode(temporary)
        temporary.replace(path.resolve())
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        reason = error.strerror or type(error).__name__
        raise OutputError(
            f'cannot write "{path}" ({reason.lower()}); choose another place with -o'
        ) from error


def _take_usual_mode(path: Path) -> None:
    """Temporary files are private; a report is as readable as any file the user makes."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)
