"""The comparison a user of the library holds."""

import subprocess
import sys
from dataclasses import fields

import pytest

from policydiff import model
from policydiff.comparison import Comparison
from policydiff.report.data import comparison_json
from policydiff.report.markdown import comparison_markdown
from policydiff.report.view import Part, View


@pytest.fixture
def held(comparison: model.Comparison) -> Comparison:
    return Comparison.of(comparison)


def test_comparison_says_what_its_values_say(
    held: Comparison, comparison: model.Comparison
) -> None:
    for field in fields(comparison):
        assert getattr(held, field.name) == getattr(comparison, field.name)


@pytest.mark.parametrize("name", ["carried", "reported", "dropped", "added", "targets"])
def test_lists_are_those_of_the_values(
    held: Comparison, comparison: model.Comparison, name: str
) -> None:
    assert getattr(held, name) == getattr(comparison, name)


def test_json_is_the_machine_readable_report(
    held: Comparison, comparison: model.Comparison
) -> None:
    assert held.to_json() == comparison_json(comparison)


@pytest.mark.parametrize("view", [None, View(only=Part.DROPPED)])
def test_markdown_is_the_markdown_report(
    held: Comparison, comparison: model.Comparison, view: View | None
) -> None:
    assert held.to_markdown(view) == comparison_markdown(comparison, view or View())


@pytest.mark.parametrize("module", ["comparison", "report.data", "report.markdown"])
def test_terminal_library_is_not_loaded_where_none_is_needed(module: str) -> None:
    code = f"import sys, policydiff.{module}; sys.exit('rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
