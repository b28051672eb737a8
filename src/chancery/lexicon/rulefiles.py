"""A user's own file of event rules: the table that ours have (`.tsv`), or TOML (`.toml`), by the file's ending.

The TOML form holds a `[[rule]]` table for each rule, with the columns of the table as its keys; lists take the place of
the table's separators. It may name word classes of its own under `[classes]`:

    [classes]
    LEVY_N = ["levy", "toll"]

    [[rule]]
    key = "sanction-toll"
    event = "SANCTION"
    mode = "discontinue"
    words = ["slap", "clap"]
    frame = "verb"
    needs = ["patient=LEVY_N"]
    recipient = ["on.owner", "patient.on.owner"]
    sides = "both"
    example = "Peru slapped a toll on Chile."
    near_miss = "Peru slapped a label on the box."
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from chancery.errors import DataError
from chancery.lexicon.event_rules import COLUMNS, EventRule, numbered_cells, rules_of

TOML_SUFFIX = ".toml"
_BETWEEN = {"words": " ", "needs": "; ", "actor": " | ", "recipient": " | "}
"""Keys that may hold a list, each with what stands between its items in the table's form."""

_RULE = re.compile(r"^\s*\[\[\s*rule\s*\]\]")
_CLASS = re.compile(r"[A-Z][A-Z_]+")


def read_rule_file(path: Path, classes: Mapping[str, frozenset[str]]) -> list[EventRule]:
    """The rules of a user's file, in its order; both forms go through the same checks.

    Args:
        path: the file. classes: the shipped word classes; those of a TOML file are added, or take their place in it.

    Raises:
        DataError: where the file cannot be read, or a rule is not of the form it should have, matches everything, or
            contradicts another; it names file, line and reason.
    """
    if path.suffix.lower() != TOML_SUFFIX:
        return rules_of(numbered_cells(path), classes)
    text = _text(path)
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path}: this is no TOML: {error}") from error
    _refuse_unknown(content, ("rule", "classes"), str(path))
    own = _classes(content.get("classes", {}), path)
    return rules_of(_rows(content.get("rule"), text, path), {**classes, **own})


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot be read as UTF-8 text: {error}") from error


def _classes(given: Any, path: Path) -> dict[str, frozenset[str]]:
    """The word classes that a file names, by name."""
    if not isinstance(given, dict):
        raise DataError(f"{path}: [classes] must be a table of lists of lemmas")
    found: dict[str, frozenset[str]] = {}
    for name, words in given.items():
        if not _CLASS.fullmatch(name):
            raise DataError(f"{path}: the word class {name!r} must be written in capitals, as LEVY_N")
        if not isinstance(words, list) or not words or not all(isinstance(w, str) for w in words):
            raise DataError(f"{path}: the word class {name!r} must be a list of lemmas")
        found[name] = frozenset(words)
    return found


def _rows(given: Any, text: str, path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Each rule's cells as the table has them, with its place in the file."""
    if not isinstance(given, list) or not all(isinstance(rule, dict) for rule in given):
        raise DataError(f"{path}: there is no [[rule]] in it")
    lines = [number for number, line in enumerate(text.splitlines(), start=1) if _RULE.match(line)]
    for number, rule in enumerate(given):
        where = f"{path}:{lines[number]}" if len(lines) == len(given) else f"{path}, rule {number + 1}"
        _refuse_unknown(rule, COLUMNS, where)
        yield where, {column: _cell(column, rule.get(column, ""), where) for column in COLUMNS}


def _cell(column: str, value: Any, where: str) -> str:
    if isinstance(value, str):
        return value.strip()
    if column in _BETWEEN and isinstance(value, list) and all(isinstance(item, str) for item in value):
        return _BETWEEN[column].join(value)
    form = "text or a list of texts" if column in _BETWEEN else "text"
    raise DataError(f"{where}: {column} must be {form}, not {value!r}")


def _refuse_unknown(given: Mapping[str, Any], known: Collection[str], where: str) -> None:
    for name in given:
        if name not in known:
            near = get_close_matches(name, list(known), n=1)
            meant = f"; did you mean {near[0]!r}?" if near else ""
            raise DataError(f"{where}: {name!r} is no key of a rule file{meant}")
