"""Why words were taken to mean whom they were: kept with a reading, for `chancery why`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from chancery.mentions.types import Marked, Mention
from chancery.provenance import Resolution

NAME = "name"
"""The rule of names; that of those printed otherwise than the party is called is `SHORTER`."""
SHORTER = "another form of the name"
_TOLD_BY_ITSELF = (NAME, "group by role", "noun before its name")


def reasons(marked: Marked) -> tuple[Resolution, ...]:
    """Each phrase that is not simply the name of its party, in text order."""
    return tuple(_reasons(marked))


def _reasons(marked: Marked) -> Iterator[Resolution]:
    countries = {party.entity: party.country for party in marked.parties}
    for head, group in groupby(marked.mentions, key=lambda m: m.head):
        found = list(group)
        start, end = _span(marked, found[0].first, found[0].last)
        if found[0].kind == "adjective" or _is_plain(marked.parsed.article.text[start:end], found):
            continue
        groups = {p.name: p.country for p in marked.by_head.get(head, ())}
        parties = tuple((m.name, countries.get(m.entity, groups.get(m.name))) for m in found)
        back = None if found[0].antecedent is None else _name_around(marked, found[0].antecedent)
        others = tuple((other.name, other.why) for other in found[0].others)
        rule = SHORTER if found[0].rule == NAME and len(found) == 1 else found[0].rule
        yield Resolution((start, end), parties, rule, back, others)


def _is_plain(text: str, mentions: Sequence[Mention]) -> bool:
    """Do the words name the party as it is called?"""
    rule = mentions[0].rule
    return rule == _TOLD_BY_ITSELF[-1] or (len(mentions) == 1 and rule in _TOLD_BY_ITSELF and mentions[0].name == text)


def _span(marked: Marked, first: int, last: int) -> tuple[int, int]:
    tokens = marked.parsed.tokens
    return tokens[first].start, tokens[last - 1].end


def _name_around(marked: Marked, place: int) -> tuple[int, int]:
    """The whole of the reader's name that a token is in, else the token."""
    tokens = marked.parsed.tokens
    first = last = place
    kind = tokens[place].name
    while kind and first > 0 and not tokens[first].begins and tokens[first - 1].name == kind:
        first -= 1
    while kind and last + 1 < len(tokens) and tokens[last + 1].name == kind and not tokens[last + 1].begins:
        last += 1
    return _span(marked, first, last + 1)
