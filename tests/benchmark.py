"""Times ``policydiff compare`` side by side with two other tools that compare documents.

    python tests/benchmark.py [OLD NEW] [--rounds 5] [--tools build/tools/bin]

Without files it compares two reports of the bundled example. Each round starts
every tool once, one after the other, so that all meet the same machine; a round
before the first only warms the disk. What is timed is the whole command, from
its cold start to its written report.

governdiff and prosediff are no dependencies of this project. To have them timed,
install them beside it:

    python3 -m venv build/tools && build/tools/bin/pip install governdiff prosediff
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "lanchuan"
INSTALL = "python3 -m venv build/tools && build/tools/bin/pip install governdiff prosediff"


class Tool(NamedTuple):
    """A program, and what it is told after its name; OLD, NEW and OUT are filled in."""

    name: str
    arguments: tuple[str, ...]


class Run(NamedTuple):
    """What one run took."""

    seconds: float
    cpu_seconds: float
    peak_megabytes: float


TOOLS = (
    Tool("policydiff", ("compare", "OLD", "NEW")),
    Tool("governdiff", ("diff", "OLD", "NEW")),
    Tool("prosediff", ("--files", "OLD", "NEW", "-o", "OUT")),
)


def main() -> None:
    """Runs the benchmark and prints its table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("old", nargs="?", type=Path, default=EXAMPLE / "2019.txt")
    parser.add_argument("new", nargs="?", type=Path, default=EXAMPLE / "2022.txt")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--tools", type=Path, default=ROOT / "build" / "tools" / "bin")
    given = parser.parse_args()
    commands = find_commands(given.tools, given.old, given.new)
    print(f"{given.old} ({size(given.old)}), {given.new} ({size(given.new)})")
    print(f"{given.rounds} rounds, the tools in turn\n")
    print(table(measure(commands, given.rounds)))
    missing = [tool.name for tool in TOOLS if tool.name not in commands]
    if missing:
        print(f"\nnot installed: {', '.join(missing)}; to have them timed:\n    {INSTALL}")


def find_commands(folder: Path, old: Path, new: Path) -> dict[str, list[str]]:
    """The command line of each tool that is installed, by name."""
    places = os.pathsep.join([str(Path(sys.executable).parent), str(folder), os.environ["PATH"]])
    out = Path(tempfile.gettempdir()) / "policydiff-benchmark.html"
    filled = {"OLD": str(old), "NEW": str(new), "OUT": str(out)}
    found = [(tool, shutil.which(tool.name, path=places)) for tool in TOOLS]
    return {
        tool.name: [program, *(filled.get(argument, argument) for argument in tool.arguments)]
        for tool, program in found
        if program
    }


def size(path: Path) -> str:
    """How long a text is, in words for a person."""
    return f"{len(path.read_text('utf-8', errors='replace')):,} characters"


def measure(commands: dict[str, list[str]], rounds: int) -> dict[str, list[Run]]:
    """The runs of each tool."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            run = timed(command)
            if number:
                runs[name].append(run)
    return runs


def timed(command: Sequence[str]) -> Run:
    """One run of a command, its output thrown away."""
    start = perf_counter()
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"failed with {process.returncode}: {' '.join(command)}")
    scale = 1 if sys.platform == "darwin" else 1024
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * scale / 1e6)


def table(runs: dict[str, list[Run]]) -> str:
    """The medians, and how they compare with the first tool's."""
    first = median(run.seconds for run in next(iter(runs.values())))
    lines = [f"{'':12}{'seconds':>9}{'lowest':>9}{'cpu':>9}{'peak MB':>9}{'ratio':>8}"]
    for name, done in runs.items():
        seconds = median(run.seconds for run in done)
        lowest = min(run.seconds for run in done)
        cpu = median(run.cpu_seconds for run in done)
        peak = max(run.peak_megabytes for run in done)
        lines.append(
            f"{name:12}{seconds:9.2f}{lowest:9.2f}{cpu:9.2f}{peak:9.0f}{seconds / first:8.1f}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
