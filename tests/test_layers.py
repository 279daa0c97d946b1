"""The direction of imports: ground, stages, edges, pipeline, command line."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "policydiff"

GROUND = {
    "errors", "model", "series", "commitments", "decisions", "ladder", "lexicon",
    "articles", "formats", "points", "provisions",
}  # fmt: skip
STAGES = {
    "fetch",
    "read",
    "clean",
    "describe",
    "outline",
    "items",
    "targets",
    "align",
    "classify",
    "track",
    "review",
}
ALLOWED = {
    "errors": set(),
    "model": {"errors"},
    "series": {"model"},
    "commitments": {"model"},
    "ladder": {"model"},
    "decisions": {"lexicon", "model"},
    "lexicon": {"lexicon", "model"},
    "articles": {"model", "lexicon"},
    "formats": {"model", "lexicon"},
    "points": {"articles", "model", "lexicon"},
    "provisions": {"articles", "formats", "model", "lexicon"},
    **{stage: GROUND | {stage} for stage in STAGES},
    "store": GROUND | {"store", "version"},
    "report": GROUND | {"report"},
    "comparison": {"model", "provisions", "report"},
    "library": {"errors", "model", "series", "store", "targets"},
    "explanation": {"ladder", "report"},
    "naming": {"errors", "model"},
    "overrides": {"errors", "model"},
    "pipeline": GROUND | STAGES | {"comparison", "explanation", "naming", "overrides"},
    "follow": GROUND | STAGES | {"store", "pipeline"},
    "reviewing": GROUND | STAGES | {"store", "pipeline", "naming"},
    "life": GROUND | STAGES,
    "cli": GROUND
    | {
        "cli",
        "library",
        "overrides",
        "pipeline",
        "follow",
        "life",
        "review",
        "reviewing",
        "comparison",
        "explanation",
        "store",
        "report",
        "version",
    },
    "__main__": {"cli"},
    "__init__": {"pipeline", "overrides", "comparison", "explanation", "model", "errors"},
}
"""What each part of the package may import from it; ``version`` is the bare package."""


def parts_of(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    return relative.parts[0].removesuffix(".py")


def imported_parts(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = (
                [node.module]
                if node.module != "policydiff"
                else [f"policydiff.{alias.name}" for alias in node.names]
            )
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            root, _, rest = name.partition(".")
            if root == "policydiff":
                found.add(rest.split(".")[0] or "version")
    return found


MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_module_imports_only_what_its_layer_may(path: Path) -> None:
    assert imported_parts(path) <= ALLOWED[parts_of(path)]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_module_imports_nothing_relatively_or_for_types_only(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    relative = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level]
    assert relative == []
    assert "TYPE_CHECKING" not in path.read_text(encoding="utf-8")


def test_no_module_runs_difflib() -> None:
    for path in MODULES:
        assert "difflib" not in path.read_text(encoding="utf-8"), path
