"""Encounters that are offered: who offers, and who is asked or answers.

"Kenya rejected a Ugandan proposal to discuss the border" and "accepted Uganda's offer of talks" name two sides: whose
the offer is, and who answers it.
"""

from __future__ import annotations

from chancery.grammar.clauses import preposition
from chancery.grammar.types import Parsed, Token
from chancery.lexicon.meetings import MeetingWords
from chancery.mentions.types import Marked, Party
from chancery.observations.meetings.parties import distinct
from chancery.observations.meetings.sides import sides_at, subject_of

_ANSWERING = frozenset(
    {"accept", "reject", "welcome", "decline", "refuse", "dismiss", "spurn", "rebuff", "consider", "study", "ignore"}
    | {"embrace", "weigh", "receive", "turn", "shrug", "await", "oppose", "rule", "snub"}
)


def offered(marked: Marked, words: MeetingWords, word: Token) -> tuple[Party, ...]:
    """The sides of an encounter, verb or noun, that an offer governs; () where none does or nobody answers it."""
    parsed = marked.parsed
    offer = offer_over(parsed, words, word)
    verb = parsed.head(offer) if offer is not None else None
    if offer is None or verb is None or offer.rel != "obj" or verb.lemma.lower() not in _ANSWERING:
        return ()
    makers = [p for c in parsed.children(offer, "nmod:poss", "amod", "compound") for p in sides_at(marked, c)]
    for child in parsed.children(offer, "nmod"):
        if preposition(parsed, child) in ("from", "by"):
            makers.extend(sides_at(marked, child))
    return distinct((*makers, *sides_at(marked, subject_of(marked, verb)))) if makers else ()


def offer_over(parsed: Parsed, words: MeetingWords, word: Token) -> Token | None:
    """The offer, of "an offer to meet", "an offer of talks", "an offer to hold talks"."""
    above = parsed.head(word)
    if above is not None and word.rel == "obj" and words.lemma_of(above) in words.supports:
        word, above = above, parsed.head(above)
    clause = word.rel == "acl" or (word.rel == "nmod" and preposition(parsed, word) in ("of", "for"))
    return above if above is not None and clause and above.lemma.lower() in words.offers else None
