"""Libraries in other languages, run in a process of their own with limits.

A damaged file can make such a library run without end, take all memory or fall
over; a process of its own takes nothing with it.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from typing import NamedTuple

from policydiff.errors import SourceError
from policydiff.read.formats import Format


class Limits(NamedTuple):
    """What the process may take of time and of memory."""

    seconds: int
    megabytes: int


USUAL = Limits(120, 2000)
"""A PDF of a hundred pages takes three seconds and 100 MB."""


class Script(NamedTuple):
    """A module that is run as a script, what it is given besides the file, and its limits."""

    module: str
    arguments: Sequence[str] = ()
    limits: Limits = USUAL


def run_guarded(script: Script, content: bytes, name: str, kind: Format) -> list[object]:
    """What a script of this package says of a file; SourceError if it cannot read it."""
    files = [_file(each) for each in ("policydiff.read.limited", script.module)]
    limits = script.limits
    command = [sys.executable, "-I", *files, *map(str, limits), *script.arguments]
    try:
        done = subprocess.run(  # noqa: S603  (our own script)
            command, input=content, capture_output=True, timeout=limits.seconds, check=True
        )
    except subprocess.TimeoutExpired as error:
        raise SourceError(
            f'"{name}" is {kind.name} that takes more than {limits.seconds} seconds to read; '
            "save its text as plain text (.txt) and give that"
        ) from error
    except subprocess.CalledProcessError as error:
        raise SourceError(
            f'"{name}" is {kind.name} that cannot be read ({_reason(error)}); '
            "open it, save it anew, and give that"
        ) from error
    answer: list[object] = json.loads(done.stdout)
    return answer


def _file(module: str) -> str:
    found = find_spec(module)
    return str(found and found.origin)


def _reason(error: subprocess.CalledProcessError) -> str:
    """The last words of the script, or that it had none."""
    last = error.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
    return last[:120] or "it is damaged"
