"""Units of quantities, and the words that make a quantity one about the relation between parties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from chancery.errors import DataError
from chancery.lexicon.numbers import DATA
from chancery.lexicon.tables import numbered_rows

BoundWord = Literal["about", "at least", "at most"]
_BOUNDS: dict[str, BoundWord] = {"about": "about", "at least": "at least", "at most": "at most"}
_KINDS = ("bound", "people", "goods", "moved", "moving", "give", "grant", "relation", "harm")
_LONGEST = 4
"""Words of the longest unit or bound phrase."""


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Words by what they do; `figures.tsv` and `units.tsv` tell each kind.

    Attributes:
        units: symbol or words to (unit, weak); a weak one counts only beside a scale ("5 million pounds").
        bounds: the words before a number to the bound that they set.
        people: nouns to "forces" where having them somewhere is posting them, "settled" where living
            somewhere ties two states, else "".
        goods: nouns of things that are counted one by one, to their unit ("howitzer" to "howitzers").
        moved, moving, give: verb or noun to the participle that names the quantity.
        grant: verbs whose doer is the one that gives what their object tells ("approved a loan").
        relation: noun to the parties that it needs by name: "two", "one" (who is given it), "sum" (the same, of
            money alone) or "any".
        harm: words that make people casualties.
    """

    units: Mapping[str, tuple[str, bool]]
    bounds: Mapping[str, BoundWord]
    people: Mapping[str, str]
    goods: Mapping[str, str]
    moved: Mapping[str, str]
    moving: Mapping[str, str]
    give: Mapping[str, str]
    grant: frozenset[str]
    relation: Mapping[str, str]
    harm: frozenset[str]

    def unit_at(self, words: Sequence[str], *, scaled: bool) -> tuple[str, int] | None:
        """The unit that words begin with and how many it takes; `scaled` after "million" and the like."""
        for length in range(min(_LONGEST, len(words)), 0, -1):
            found = self.units.get(" ".join(words[:length]))
            if found is not None and (scaled or not found[1]):
                return found[0], length
        return None

    def bound_before(self, words: Sequence[str]) -> BoundWord | None:
        """The bound that the last of these words set on the number behind them."""
        for length in range(min(_LONGEST, len(words)), 0, -1):
            found = self.bounds.get(" ".join(words[-length:]))
            if found is not None:
                return found
        return None


def load_figures(folder: Path = DATA) -> FigureWords:
    """Reads `units.tsv` and `figures.tsv`.

    Raises:
        DataError: where a row has not three columns, an unknown kind, or a value that its kind doesn't know.
    """
    units: dict[str, tuple[str, bool]] = {}
    for where, (word, unit, weak) in numbered_rows(folder / "units.tsv", "word unit weak"):
        if weak not in ("", "weak") or not unit:
            raise DataError(f"{where}: want a word, its unit, and nothing or weak")
        units[word] = unit, weak == "weak"
    kinds: dict[str, dict[str, str]] = {kind: {} for kind in _KINDS}
    for where, (kind, word, value) in numbered_rows(folder / "figures.tsv", "kind word value"):
        if kind not in kinds or (kind == "bound" and value not in _BOUNDS):
            raise DataError(f"{where}: unknown kind or bound: {kind} {value}")
        kinds[kind][word] = value
    return FigureWords(
        units=units,
        bounds={word: _BOUNDS[value] for word, value in kinds["bound"].items()},
        people=kinds["people"],
        goods=kinds["goods"],
        moved=kinds["moved"],
        moving=kinds["moving"],
        give=kinds["give"],
        grant=frozenset(kinds["grant"]),
        relation=kinds["relation"],
        harm=frozenset(kinds["harm"]),
    )


@cache
def english_figures() -> FigureWords:
    """The words that the package ships."""
    return load_figures()
