"""What tells of a counted encounter, and of one that is only planned or wished for."""

from __future__ import annotations

from chancery.grammar.types import Token
from chancery.lexicon.load import Lexicon
from chancery.mentions.types import Marked

WHAT = {"summit": "meeting", "talks": "meeting", "multilateral": "meeting", "visit": "visit", "call": "call"}
"""What a kind of encounter is counted as."""
_NOT_COUNTED = frozenset({"told", "sent"})
"""Frames of verbs that need not tell of an encounter ("told", "sent"): their times are not counted."""
_FUTURE = frozenset("will shall would may might could can should 'll ’ll wo".split())
_MISSIONS = frozenset("trade business peace economic friendship investment fact-finding".split())


def noun_what(marked: Marked, lexicon: Lexicon, noun: Token) -> str | None:
    """What a noun counts: "meeting", "visit" or "call"; None where it names no encounter."""
    before = marked.parsed.child(noun, "compound")
    whole = f"{before.lemma.lower()} {noun.lemma.lower()}" if before is not None else ""
    if noun.lemma.lower() == "mission" and noun.i and marked.parsed.tokens[noun.i - 1].lower in _MISSIONS:
        return "visit"
    nouns = lexicon.meetings.nouns
    word = nouns.get(whole) or nouns.get(noun.lemma.lower())
    return WHAT.get(word.kind or "") if word is not None else None


def verb_what(lexicon: Lexicon, verb: Token) -> str | None:
    """What a verb counts, as `noun_what`."""
    word = lexicon.meetings.verbs.get(verb.lemma.lower()) if verb.upos == "VERB" else None
    return None if word is None or word.frame & _NOT_COUNTED else WHAT.get(word.kind or "")


def ahead(marked: Marked, token: Token) -> bool:
    """Is the count only planned ("will hold two meetings")? A plan of several is no claim of a count."""
    for node in (token, *marked.parsed.ancestors(token)):
        if node.upos == "VERB":
            inner = [c.lower for c in marked.parsed.children(node, "aux", "mark")]
            return any(w in _FUTURE for w in inner) or ("to" in inner and node.rel in ("xcomp", "acl", "ccomp"))
    return False


def wished(marked: Marked, lexicon: Lexicon, token: Token) -> bool:
    """Is the act only wished for or asked about: "wanted a second meeting", "whether he would meet him again"?"""
    node: Token | None = token
    while node is not None and node.rel in ("obj", "obl", "xcomp", "conj", "ccomp", "nmod", "advcl"):
        if any(m.lower in ("whether", "if") for m in marked.parsed.children(node, "mark")):
            return True
        inside = node.rel in ("obj", "xcomp") or (node.rel == "obl" and node.upos == "NOUN")
        node = marked.parsed.head(node)
        if node is not None and inside and lexicon.meetings.outlooks.get(("verb", node.lemma.lower())) == "proposed":
            return True
    return False
