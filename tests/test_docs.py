"""What the README shows is what the commands print; ``make docs`` writes it anew."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from typer.main import get_command

from policydiff.cli.app import app
from policydiff.store import ready_queries

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SHOWN = re.compile(
    r"```console\n(?P<session>.*?)```|```python\n(?P<code>.*?)```\n\n```text\n.*?```", re.DOTALL
)
COLUMNS = "88"


def environment() -> dict[str, str]:
    bin_folder = Path(sys.executable).parent
    kept = {name: value for name, value in os.environ.items() if name != "POLICYDIFF_DB"}
    path = f"{bin_folder}{os.pathsep}{os.environ['PATH']}"
    return kept | {"PATH": path, "COLUMNS": COLUMNS, "PYTHONUTF8": "1"}


def output_of(command: list[str], folder: Path) -> str:
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment(),
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    return done.stdout


def played(match: re.Match[str], folder: Path) -> str:
    """The shown block with what its commands print today."""
    if match["code"]:
        printed = output_of([sys.executable, "-c", match["code"]], folder)
        return f"```python\n{match['code']}```\n\n```text\n{printed}```"
    commands = [line for line in match["session"].splitlines() if line.startswith("$ ")]
    printed = "".join(
        f"{line}\n{output_of(['sh', '-c', line.removeprefix('$ ')], folder)}" for line in commands
    )
    return f"```console\n{printed}```"


def all_played(text: str, folder: Path) -> list[str]:
    """Every shown block, in one folder, since later commands need what earlier ones made."""
    (folder / "examples").symlink_to(ROOT / "examples")
    return [played(match, folder) for match in SHOWN.finditer(text)]


BLOCKS = [match.group() for match in SHOWN.finditer(README.read_text("utf-8"))]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return all_played(README.read_text("utf-8"), tmp_path_factory.mktemp("readme"))


@pytest.mark.parametrize("number", range(len(BLOCKS)), ids=[b.splitlines()[1] for b in BLOCKS])
def test_readme_shows_what_the_commands_print(number: int, printed: list[str]) -> None:
    if "$ sqlite3" in BLOCKS[number] and not shutil.which("sqlite3"):
        pytest.skip("sqlite3 is not installed")
    assert BLOCKS[number] == printed[number], "run: make docs"


def test_readme_names_every_command() -> None:
    text = README.read_text("utf-8")
    commands = get_command(app).commands  # type: ignore[attr-defined]
    assert [name for name in commands if f"policydiff {name}" not in text] == []


def test_readme_names_every_ready_query() -> None:
    text = README.read_text("utf-8")
    assert [query.name for query in ready_queries() if query.name not in text] == []


def test_readme_names_only_files_that_exist() -> None:
    named = re.findall(r"`((?:db|examples|tests)/[\w./]*|[A-Z]+\.md)`", README.read_text("utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_readme_names_only_targets_the_makefile_has() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    named = set(re.findall(r"`make (\w+)|^make (\w+)", README.read_text("utf-8"), re.MULTILINE))
    targets = {first or second for first, second in named}
    assert [name for name in targets if not re.search(rf"^{name}:", makefile, re.MULTILINE)] == []


@pytest.mark.parametrize(
    ("is_example", "link"), [(True, "carry"), (False, "carry"), (False, "report")]
)
def test_readme_quotes_the_accuracy_the_tests_hold(link: str, *, is_example: bool) -> None:
    floors = tomllib.loads((ROOT / "tests/accuracy/floors.toml").read_text("utf-8"))
    scores = [
        row[link] for pair, row in floors.items() if link in row and pair[0].isdigit() is is_example
    ]
    assert f"{min(scores):.2f} to {max(scores):.2f}" in README.read_text("utf-8")


def main() -> None:
    """Writes the README anew, with what its commands print today."""
    text = README.read_text("utf-8")
    with TemporaryDirectory() as folder:
        blocks = iter(all_played(text, Path(folder)))
    README.write_text(SHOWN.sub(lambda _: next(blocks), text), encoding="utf-8")


if __name__ == "__main__":
    main()
