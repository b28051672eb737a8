"""Peace talks whose sides go without saying: the government of a state at war with itself, and those against it.

"Peace talks in Geneva" names nobody; a report that names one state's government and its armed or political
opponents means these two. Nothing is taken where the report has no such pair, or more than one.
"""

from __future__ import annotations

from collections import Counter

from chancery.grammar.types import Token
from chancery.lexicon.load import Lexicon
from chancery.mentions.types import Marked, Party
from chancery.observations.meetings.parties import CAMPS

_PEACE = frozenset({"peace", "proximity", "ceasefire", "truce", "reconciliation"})
_WAR = frozenset({"war", "conflict", "fighting", "bloodshed", "insurgency", "hostilities"})


def is_peace_talk(marked: Marked, noun: Token) -> bool:
    """True for "peace talks" and for "talks to end the war"."""
    if any(c.lower in _PEACE for c in marked.parsed.children(noun, "compound", "amod")):
        return True
    for clause in marked.parsed.children(noun, "acl"):
        below = {t.lemma.lower() for t in marked.parsed.subtree(clause)}
        if "end" in below and below & _WAR:
            return True
    return False


def belligerents(marked: Marked, lexicon: Lexicon) -> tuple[Party, ...]:
    """The government and its opponents, where the report tells of exactly one state that has both."""
    named = [p for i in sorted(marked.by_head) for p in marked.by_head[i] if p.country is not None]
    against = [p for p in named if p.sector in CAMPS and p.kind in ("body", "group")]
    states = Counter(p.country for p in against)
    if not states:
        return ()
    (state, count), *others = states.most_common()
    if state is None or (others and others[0][1] * 2 > count):
        return ()
    mine = [p for p in against if p.country == state]
    opponent = next((p for p in mine if "opposition" in p.name.lower()), mine[0])
    return _government(named, state, lexicon), opponent


def _government(named: list[Party], state: str, lexicon: Lexicon) -> Party:
    told = [p for p in named if p.country == state and p.kind == "body" and p.name.lower().endswith("government")]
    if told:
        return max(told, key=lambda p: (p.entity >= 0, len(p.name)))
    adjective = next((form for form, known in lexicon.atlas.adjectives.items() if known.country == state), state)
    return Party(-1, "body", f"{adjective} government", state, state, "GOV")
