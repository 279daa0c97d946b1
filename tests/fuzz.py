"""Reads damaged and hostile files by the thousand: each is read, or refused in one sentence.

    python -m tests.fuzz [--inputs 20000] [--seed 1] [--keep build/fuzz]

Every input is a file of a known format with something done to it: cut off, bytes
changed, pieces doubled, swapped or taken from another format, elements moved, the
parts of a zipped one changed inside. What is read is written as ``show`` writes it. Whatever
else than that or a SourceError comes of an input within its limits of time and
memory is a failure; the file is kept under ``--keep``.
"""

import argparse
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from policydiff.errors import SourceError
from policydiff.model import Columns
from policydiff.pipeline import paragraphs, read, read_table
from policydiff.report.understood_data import understood_table_json
from tests.fuzz_damage import damage
from tests.fuzz_files import LABEL_COLUMN, TABLE_ENDINGS, TEXT_COLUMN, Seed, seeds

SECONDS = 20
"""What one input may take; that of a known format takes a hundredth of it."""

MEGABYTES = 500
"""What one input may take of memory, in this process and in those that it starts."""

ADDRESS_MEGABYTES = 3000
"""What all of it may take of addresses, so that an input that wants all memory stops there."""

SENTENCE = 600
"""An error of more characters is no sentence."""

PDF_SHARE = 0.04
"""A PDF is read in a process of its own, which takes a third of a second."""


class Outcome(NamedTuple):
    """What came of an input: a word for it, and what went wrong, if anything did."""

    word: str
    failure: str = ""


class TooSlowError(BaseException):
    """An input took more than its time; it is no Exception, lest a reader takes it for its own."""


def inputs(count: int, seed: int, pdf_share: float = PDF_SHARE) -> Iterator[Seed]:
    """So many damaged files, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  (nothing is secret)
    known = seeds()
    others = [name for name in known if name != "a.pdf"]
    for _ in range(count):
        whole = known["a.pdf" if chance.random() < pdf_share else chance.choice(others)]
        content = whole.content
        for _ in range(chance.choice((1, 1, 2, 5))):
            content = damage(content, whole.encoding, chance)
        name = chance.choice((*[whole.name] * 7, chance.choice(list(known))))
        yield whole._replace(name=name, content=content)


def outcome(given: Seed, folder: Path) -> Outcome:
    """What comes of an input within its limits; all that users should not see is a failure."""
    started, before = time.monotonic(), peak()
    found = _read(given, folder)
    seconds, most = time.monotonic() - started, peak()
    if seconds > SECONDS:
        return Outcome("too slow", f"{seconds:.1f} s\n{found.failure}")
    if most > max(before, MEGABYTES):
        return Outcome("too large", f"{most:.0f} MB\n{found.failure}")
    return found


def peak() -> float:
    """The most megabytes that this process, or one that it has waited for, has taken so far."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(who).ru_maxrss for who in whose) / 1000


def _read(given: Seed, folder: Path) -> Outcome:
    path = folder / given.name
    path.write_bytes(given.content)
    signal.signal(signal.SIGALRM, _too_slow)
    signal.alarm(SECONDS)
    try:
        _write(path)
    except SourceError as error:
        return _refusal(error)
    except BaseException as error:  # noqa: BLE001  (to be told of, whatever it is)
        return Outcome("failed", "".join(traceback.format_exception(error)))
    finally:
        signal.alarm(0)
    return Outcome("read")


def _write(path: Path) -> None:
    """Reads a file, and writes what was understood as ``show`` does."""
    if path.suffix in TABLE_ENDINGS:
        documents = tuple(read_table(path, Columns(TEXT_COLUMN, LABEL_COLUMN)))
    else:
        documents = (read(path),)
    understood_table_json((each, paragraphs(each)) for each in documents).encode()


def _refusal(error: SourceError) -> Outcome:
    said = str(error)
    if len(said) > SENTENCE or "\n" in said:
        return Outcome("refused badly", f"not one sentence: {said}")
    if isinstance(error.__cause__, MemoryError):
        return Outcome("too large", said)
    return Outcome(f"refused: {type(error.__cause__).__name__}")


def main() -> int:
    """Reads so many inputs, tells what came of them, and whether any failed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"))
    given = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_MEGABYTES * 1_000_000,) * 2)
    counts: Counter[tuple[str, str]] = Counter()
    failures, slowest, started = 0, 0.0, time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for number, one in enumerate(inputs(given.inputs, given.seed)):
            before = time.monotonic()
            result = outcome(one, Path(folder))
            slowest = max(slowest, time.monotonic() - before)
            counts[Path(one.name).suffix, result.word] += 1
            if result.failure:
                failures += 1
                _keep(one, result, given.keep / f"{given.seed}-{number}")
    _tell(counts)
    seconds = time.monotonic() - started
    print(f"{given.inputs:,} inputs in {seconds:.0f} s, {failures} failed")
    print(f"at most {slowest:.1f} s and {peak():.0f} MB an input")
    return int(failures > 0)


def _too_slow(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlowError


def _keep(given: Seed, result: Outcome, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / given.name).write_bytes(given.content)
    (folder / "failure.txt").write_text(result.failure, "utf-8", errors="backslashreplace")
    print(f"{folder / given.name}\n{result.failure}", file=sys.stderr)


def _tell(counts: Counter[tuple[str, str]]) -> None:
    """A line for each format and what came of it."""
    for (ending, word), number in sorted(counts.items(), key=lambda each: (each[0][0], -each[1])):
        print(f"{ending:7}{number:7,}  {word}")


if __name__ == "__main__":
    sys.exit(main())
