"""The state that a report is at home in: whose police and whose courts it means where it names no state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from chancery.lexicon.atlas import Atlas

_OUTWEIGHS = 1.4
"""How many times as often as those of any other state its parties are named."""
_FEWEST = 3
_AMONG = 2
"""How many of the most named states a dateline may choose from."""


def home_of(atlas: Atlas, dateline: str | None, states: Iterable[str]) -> str | None:
    """The alpha-3 code of the state whose people, bodies and name are told most, or that of the dateline's town.

    None where two states are told about as often and the report was filed from neither.

    Args:
        atlas: knows the dateline's town.
        dateline: where the report was filed from, or None.
        states: the state of each mention of a party, one by one.
    """
    best = Counter(states).most_common(_AMONG)
    if not best or best[0][1] < _FEWEST:
        return None
    if len(best) == 1 or best[0][1] >= _OUTWEIGHS * best[1][1]:
        return best[0][0]
    filed = _filed_in(atlas, dateline)
    return filed if filed in [country for country, _ in best] else None


def _filed_in(atlas: Atlas, dateline: str | None) -> str | None:
    for part in reversed((dateline or "").split(",")):
        states = {known.country for known in atlas.names(part.strip()) if known.kind in ("place", "country")}
        if len(states) == 1:
            return states.pop()
    return None
