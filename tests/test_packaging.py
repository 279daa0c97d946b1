"""What an installation holds: the names to import, and a wheel that works without the clone."""

import ast
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

import policydiff
from policydiff import errors

ROOT = Path(__file__).parents[1]


def test_exported_names_are_sorted_and_complete() -> None:
    public = {
        name
        for name, value in vars(policydiff).items()
        if not name.startswith("_") and getattr(value, "__module__", "").startswith("policydiff")
    }
    later = {"Library", "track_series"}
    assert list(policydiff.__all__) == sorted(policydiff.__all__)
    assert set(policydiff.__all__) == public | later | {"__version__"}


def test_type_checkers_are_told_the_names_that_are_exported() -> None:
    stub = Path(policydiff.__file__).with_suffix(".pyi").read_text(encoding="utf-8")
    told = {
        alias.name
        for node in ast.parse(stub).body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert told | {"__version__"} == set(policydiff.__all__)


@pytest.mark.parametrize("name", policydiff.__all__)
def test_every_exported_name_is_there(name: str) -> None:
    assert getattr(policydiff, name) is not None


def test_name_that_is_not_exported_is_an_error() -> None:
    with pytest.raises(AttributeError, match="'policydiff' has no attribute 'lirbary'"):
        _ = policydiff.lirbary  # type: ignore[attr-defined]


def test_every_error_is_exported() -> None:
    assert {name for name in vars(errors) if name.endswith("Error")} <= set(policydiff.__all__)


def test_command_says_its_version() -> None:
    said = run([sys.executable, "-m", "policydiff", "--version"], ROOT)
    assert said == f"policydiff {policydiff.__version__}\n"


def test_start_leaves_what_only_comparing_needs_for_later() -> None:
    heavy = "rjieba", "charset_normalizer", "sqlite_utils"
    asked = f"import sys, policydiff.cli.app; print(sys.modules.keys() & {set(heavy)})"
    assert run([sys.executable, "-c", asked], ROOT) == "set()\n"


def run(command: list[str], folder: Path, **more: str) -> str:
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"PYTHONUTF8": "1"} | more,
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from this clone."""
    if find_spec("hatchling") is None:
        pytest.skip("hatchling is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], ROOT)
    (built,) = folder.glob("*.whl")
    return built


def test_wheel_holds_all_that_the_package_and_the_database_need(wheel: Path) -> None:
    needed = {path.relative_to(ROOT) for path in (ROOT / "policydiff").rglob("*") if is_kept(path)}
    needed |= {"policydiff" / path.relative_to(ROOT) for path in (ROOT / "db").rglob("*.sql")}
    with ZipFile(wheel) as archive:
        held = {Path(name) for name in archive.namelist()}
    assert needed - held == set()


def is_kept(path: Path) -> bool:
    return path.is_file() and path.suffix in {".py", ".pyi", ".toml", ".typed"}


def test_wheel_works_without_the_clone(wheel: Path, tmp_path: Path) -> None:
    with ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    reports = [ROOT / "examples" / "lanchuan" / name for name in ("2020.txt", "2021.txt")]
    command = [sys.executable, "-c", "from policydiff_launch import main; main()"]
    installed = {"PYTHONPATH": str(tmp_path / "installed"), "POLICYDIFF_DB": "policydiff.db"}
    where = [sys.executable, "-c", "import policydiff; print(policydiff.__file__)"]
    assert run(where, tmp_path, **installed).startswith(str(tmp_path))
    run([*command, "add", *map(str, reports)], tmp_path, **installed)
    assert "Dropped: " in run([*command, "compare", "2020", "2021"], tmp_path, **installed)
