"""What events have to do with: PLOVER's contexts, each with the words that call for it.

The 37 contexts are those of PLOVER's published data (Halterman and others 2023, "PLOVER and POLECAT", SocArXiv rm5dw).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from chancery.errors import DataError
from chancery.lexicon.tables import numbered_rows

ENOUGH = 10
"""Words that each context must have at least."""


@dataclass(frozen=True, slots=True)
class Context:
    """A context: `words` are lemmas, `a+b` lemmas that follow one another; `example` has it and `near_miss` has not."""

    name: str
    words: frozenset[str]
    example: str
    near_miss: str


def load_contexts(path: Path) -> tuple[Context, ...]:
    """The contexts of a table, in its order.

    Raises:
        DataError: where a row has not all cells, too few words, or a name that was there before.
    """
    found: dict[str, Context] = {}
    for where, (name, words, example, near_miss) in numbered_rows(path, "context words example near_miss"):
        one = Context(name, frozenset(words.split()), example, near_miss)
        if name in found:
            raise DataError(f"{where}: the context {name!r} is there twice")
        if len(one.words) < ENOUGH or not example or not near_miss:
            raise DataError(f"{where}: a context needs {ENOUGH} words, an example and a near miss")
        found[name] = one
    return tuple(found.values())
