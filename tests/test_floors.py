"""Three floors, imports only downwards: bot -> intents -> knowledge."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "careerbot"
FLOORS = ["knowledge", "intents", "bot"]
MODULES = sorted(PACKAGE.rglob("*.py"))


def imported(file: Path) -> set[str]:
    """Modules of this package that the file imports, those for type checkers apart."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            node.body = []
    names = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    names |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return {name for name in names if name.startswith("careerbot.")}


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_imports_go_down(file: Path) -> None:
    """No module imports from a floor above its own."""
    floor = file.relative_to(PACKAGE).parts[0]
    if floor not in FLOORS:
        return
    above = FLOORS[FLOORS.index(floor) + 1 :]

    assert {name for name in imported(file) if name.split(".")[1] in above} == set()


def test_channels_do_not_know_roles() -> None:
    """No channel and no renderer looks into the knowledge."""
    outer = [
        file for file in MODULES if file.relative_to(PACKAGE).parts[:2] in (("bot", "channels"), ("bot", "rendering"))
    ]

    assert {
        file.name: name for file in outer for name in imported(file) if name.startswith("careerbot.knowledge.base")
    } == {}
