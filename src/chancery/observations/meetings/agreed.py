"""When two states met, from what their agreement in the lead tells: "Peru and Chile agreed on Friday to ...".

Who agree have met or spoken: an encounter of the same two states that the report leaves undated has that day.
"""

from __future__ import annotations

from chancery.grammar.clauses import agent
from chancery.mentions.times.find import time_of
from chancery.mentions.types import DAY, Marked, Party, When
from chancery.observations.meetings.sides import sides_at

_AGREEING = frozenset({"agree", "sign", "conclude"})
_LEAD = 2
"""Sentences, a line with place and agency included."""


def agreed_when(marked: Marked, sides: tuple[Party, ...]) -> When | None:
    """The day on which, in the report's lead, just these two states are told to have agreed; None where none is."""
    states = {s.country for s in sides}
    if len(states) != 2 or None in states:
        return None
    for sentence in marked.parsed.sentences[:_LEAD]:
        for token in marked.parsed.tokens_of(sentence):
            if token.upos != "VERB" or token.lemma.lower() not in _AGREEING:
                continue
            when = time_of(marked, token)
            told = {p.country for p in sides_at(marked, agent(marked.parsed, token))}
            if when is not None and len(when.start) == DAY and told == states:
                return when
    return None
