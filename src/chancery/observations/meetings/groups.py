"""A group of states that meets by itself: "the G7 was to meet", "the NAFTA round", "Visegrad Group talks".

It is those of its members that the report names; a body that is larger, or of which fewer than two members are named,
is one side alone.
"""

from __future__ import annotations

from chancery.lexicon.load import Lexicon
from chancery.mentions.types import Marked, Party

_SMALL = 12
"""Members up to which a body is a group that can sit at one table."""


def members_met(marked: Marked, lexicon: Lexicon, sides: tuple[Party, ...]) -> tuple[Party, ...]:
    """The sides, a single group of states taken as its members that the report names."""
    if len(sides) != 1 or sides[0].kind != "body" or sides[0].country is not None:
        return sides
    known = next((k for k in lexicon.atlas.names(sides[0].name) if k.kind == "body"), None)
    members = lexicon.atlas.members(known.key, marked.parsed.article.published) if known is not None else ()
    if not 1 < len(members) <= _SMALL:
        return sides
    named = {p.country: p for p in marked.parties if p.kind == "country"}
    found = tuple(named[m.key] for m in members if m.key in named)
    return found if len(found) > 1 else sides
