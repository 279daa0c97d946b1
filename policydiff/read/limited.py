"""Runs another script with limits: ``python -I limited.py SCRIPT SECONDS MEGABYTES …``.

Whatever else is given goes to the script. What it writes and its exit code are
those of the process. It imports nothing of this package, so that it starts at once.
"""

import runpy
import sys


def main() -> None:
    """Takes the limits on, then runs the script in this process."""
    _, script, seconds, megabytes, *arguments = sys.argv
    _limit(int(seconds), int(megabytes))
    sys.argv = [script, *arguments]
    runpy.run_path(script, run_name="__main__")


def _limit(seconds: int, megabytes: int) -> None:
    try:
        import resource  # noqa: PLC0415  (Windows has none)
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
