"""Libraries in other languages, run in a process of their own with limits.

A damaged file can make such a library run without end, take all memory or fall
over; a process of its own takes nothing with it.
"""

import json
import subprocess
import sys
from importlib.util import find_spec

from policydiff.errors import SourceError
from policydiff.read.formats import Format

SECONDS = 120
MEGABYTES = 2000
"""What the process may take; a PDF of a hundred pages takes three seconds and 100 MB."""


def run_guarded(script: str, content: bytes, name: str, kind: Format) -> list[object]:
    """What a script of this package says of a file; SourceError if it cannot read it."""
    files = [_file(each) for each in ("policydiff.read.limited", script)]
    command = [sys.executable, "-I", *files, str(SECONDS), str(MEGABYTES)]
    try:
        done = subprocess.run(  # noqa: S603  (our own script)
            command, input=content, capture_output=True, timeout=SECONDS, check=True
        )
    except subprocess.TimeoutExpired as error:
        raise SourceError(
            f'"{name}" is {kind.name} that takes more than {SECONDS} seconds to read; '
            "save its text as plain text (.txt) and give that"
        ) from error
    except subprocess.CalledProcessError as error:
        raise SourceError(
            f'"{name}" is {kind.name} that cannot be read ({_reason(error)}); '
            "open it, save it anew, and give that"
        ) from error
    answer: list[object] = json.loads(done.stdout)
    return answer


def _file(script: str) -> str:
    found = find_spec(script)
    return str(found and found.origin)


def _reason(error: subprocess.CalledProcessError) -> str:
    """The last words of the script, or that it had none."""
    last = error.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
    return last[:120] or "it is damaged"
