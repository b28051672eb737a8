"""The import rule: the folders in alphabetical order are the way of the data, and nothing looks ahead.

A folder imports only folders that sort before it; of an earlier stage only `types`, and the helper modules
named here. `run` wires the stages together and may import all of them; `serve` shows what `run` gives it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import chancery

SOURCE = Path(chancery.__file__).parent
BASE = {"errors", "provenance", "settings"}
HELPERS = {
    "grammar.clauses",  # walking trees
    "grammar.conllu",  # the exchange format of trees
    "grammar.quotes",  # quotation marks, paired
    "grammar.sharing",  # one noun for several owners
    "grammar.words",  # words and sentences by rule
    "lexicon",  # its modules are tables of words: data types, all of them
    "mentions.places.find",  # where an act happened
    "mentions.times.find",  # when it happened
    "mentions.chains.told",  # what a noun for an act speaks of again
    "mentions.who",  # who a phrase stands for
    "observations.shape",  # the JSON of the contract
}
WIRING = {"run", "serve"}


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def name_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imports(path: Path) -> Iterator[str]:
    """Modules of ours that a file imports, anywhere in it, without the package's name."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports of ours are absolute"
            names = [node.module or ""]
            if (SOURCE / "/".join(names[0].split(".")[1:])).is_dir():
                names = [f"{names[0]}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (name.removeprefix("chancery.") for name in names if name.startswith("chancery."))


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_imports_only_what_comes_before(path: Path) -> None:
    name = name_of(path)
    folder = name.partition(".")[0]
    for imported in imports(path):
        other = imported.partition(".")[0]
        if other in BASE or other == folder or name == "__main__" or imported == "__version__":
            continue
        assert folder not in BASE, f"{name} imports nothing of ours, yet it imports {imported}"
        assert other < folder, f"{name} imports {imported}, which comes after it"
        if folder not in WIRING:
            allowed = imported.endswith(".types") or in_helpers(imported)
            assert allowed, f"{name} imports {imported}: of an earlier stage only types and helper modules"


def in_helpers(imported: str) -> bool:
    return any(imported == helper or imported.startswith(f"{helper}.") for helper in HELPERS)


def test_the_rule_sees_imports_in_functions(tmp_path: Path) -> None:
    late = tmp_path / "late.py"
    late.write_text("def f() -> None:\n    from chancery.run import kit\n", "utf-8")
    assert list(imports(late)) == ["run.kit"]
