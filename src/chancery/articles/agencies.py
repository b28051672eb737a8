"""Wire services by the names that pages give them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

_PARTS = re.compile(r"\s*(?:,|/|;|\band\b|&)\s*")


def agency_named(text: str) -> str | None:
    """The short name of the wire service that a text names and nothing else ("Agence France-Presse")."""
    return _table().get(_folded(text))


def agencies_listed(text: str) -> str | None:
    """A list of wire services as printed ("Reuters, AFP, dpa"), or None where a part of it is something else.

    One service alone is given by its short name.
    """
    parts = _PARTS.split(text.strip())
    if not all(agency_named(part) for part in parts):
        return None
    return agency_named(text) or text.strip()


@cache
def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    lines = files("chancery.articles").joinpath("data/agencies.tsv").read_text("utf-8").splitlines()
    for name, *others in (_row(line) for line in lines if line and not line.startswith("#")):
        for printed in (name, *others):
            table.setdefault(_folded(printed), name)
    return table


def _row(line: str) -> Sequence[str]:
    name, _, others = line.partition("\t")
    return (name, *(other for other in others.split("|") if other))


def _folded(text: str) -> str:
    folded = text.strip(" .,:;-–—").casefold()
    return folded.removeprefix("the ")
