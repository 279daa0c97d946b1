"""Every example runs from a clone and answers its question."""

import csv
import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from policydiff import Library, compare, read

EXAMPLES = Path(__file__).parents[1] / "examples"
LANCHUAN = EXAMPLES / "lanchuan"

FACTS = {
    "add_a_folder.py": "added 澜川市/2022",
    "compare_two_files.py": "carried on",
    "export_table_csv.py": "dropped,,（八）保障和改善民生，增进人民福祉,承办省第十届运动会,",
    "how_the_wording_changed.py": "“6.5%左右” → “5.5%左右”",
    "what_became_of_a_project.py": "2019 introduced: 启动沿江科创走廊规划编制\n",
    "what_was_dropped.py": "（八）保障和改善民生，增进人民福祉\n",
    "what_was_reported.py": "空气质量优良天数达到315天以上 → 空气质量优良天数328天",
    "which_figures_changed.py": "tightened  居民消费价格涨幅3%左右 → 居民消费价格涨幅3%以内",
    "write_reports.py": "report.md",
}
"""A line of each script's output that the reports bear out."""

MOST_LINES = 40


def run(script: str, folder: Path, *arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, EXAMPLES / script, *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        env={"PYTHONUTF8": "1", "PYTHONPATH": str(EXAMPLES.parent)},
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("script", sorted(FACTS))
def test_script_answers_its_question(script: str, tmp_path: Path) -> None:
    assert FACTS[script] in run(script, tmp_path)


def test_every_script_is_short_and_run_here() -> None:
    scripts = {path.name: path.read_text("utf-8").count("\n") for path in EXAMPLES.glob("*.py")}
    assert scripts.keys() == FACTS.keys()
    assert [name for name, lines in scripts.items() if lines > MOST_LINES] == []


EXAMPLE_FILES = sorted(path.name for path in [*EXAMPLES.glob("*.py"), *EXAMPLES.glob("*.sql")])


@pytest.mark.parametrize("name", EXAMPLE_FILES)
def test_readme_names_the_example_and_its_question(name: str) -> None:
    rows = (EXAMPLES / "README.md").read_text("utf-8").splitlines()
    (question,) = [row.split("|")[2].strip() for row in rows if row.startswith(f"| `{name}`")]
    assert question in (EXAMPLES / name).read_text("utf-8").splitlines()[0]


def test_script_compares_the_files_it_is_given(tmp_path: Path) -> None:
    reports = LANCHUAN / "2020.txt", LANCHUAN / "2021.txt"
    assert "2020年澜川市人民政府工作报告" in run("compare_two_files.py", tmp_path, *reports)


def test_project_that_is_reported_done_is_said_to_be_so(tmp_path: Path) -> None:
    said = run("what_became_of_a_project.py", tmp_path, "省第十届运动会").splitlines()
    assert said[1:] == [
        "  2019 introduced: 承办省第十届运动会",
        "       met: 成功承办省第十届运动会",
        "  2020 completed: –",
    ]


def test_written_reports_hold_what_they_should(tmp_path: Path) -> None:
    run("write_reports.py", tmp_path)
    assert (tmp_path / "report.md").read_text("utf-8").startswith("# ")
    comparison = json.loads((tmp_path / "comparison.json").read_text("utf-8"))
    assert comparison["schema"] == "policydiff/comparison/1"


def test_exported_table_has_the_columns_of_the_view(tmp_path: Path) -> None:
    rows = list(csv.DictReader(run("export_table_csv.py", tmp_path).splitlines()))
    assert {row["status"] for row in rows} == {"carried", "dropped", "added"}


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    """A library of the first two reports and their comparison."""
    path = tmp_path_factory.mktemp("library") / "policydiff.db"
    comparison = compare(read(LANCHUAN / "2019.txt"), read(LANCHUAN / "2020.txt"))
    with Library(path) as library:
        library.add(comparison.old)
        library.add(comparison.new)
        library.save_comparison(comparison)
    return sqlite3.connect(path)


def column(script: str, name: str, connection: sqlite3.Connection) -> list[object]:
    answer = connection.execute((EXAMPLES / script).read_text("utf-8"))
    position = [entry[0] for entry in answer.description].index(name)
    return [row[position] for row in answer]


def test_growth_targets_over_the_years(connection: sqlite3.Connection) -> None:
    figures = column("target_over_the_years.sql", "figure", connection)
    assert figures == ["地区生产总值增速 ~6.5%", "地区生产总值增速 ~6%"]


def test_sections_that_lost_most_come_first(connection: sqlite3.Connection) -> None:
    dropped = [
        int(str(count)) for count in column("most_dropped_sections.sql", "dropped", connection)
    ]
    assert dropped == sorted(dropped, reverse=True)
    assert dropped[0] > dropped[-1]
