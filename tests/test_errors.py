"""The sentences of errors: one style, wherever they are raised."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "policydiff"


def sentences() -> Iterator[tuple[str, str, str]]:
    """Where each error of the package is made, and how its sentence begins and ends."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and is_error(node.func) and node.args:
                sentence = node.args[0]
                parts = sentence.values if isinstance(sentence, ast.JoinedStr) else [sentence]
                yield f"{path.name}:{node.lineno}", literal(parts[0]), literal(parts[-1])


def is_error(called: ast.expr) -> bool:
    return isinstance(called, ast.Name) and called.id.endswith("Error")


def literal(part: ast.expr) -> str:
    if isinstance(part, ast.Constant) and isinstance(part.value, str):
        return part.value
    return ""


def test_errors_begin_small_and_end_without_a_full_stop() -> None:
    found = list(sentences())
    assert len(found) > 60
    assert [at for at, start, end in found if start[:1].isupper() or end.endswith(".")] == []
