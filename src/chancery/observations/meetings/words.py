"""Which verbs of a text are in the word list for encounters, and which of them tell of many encounters at once."""

from __future__ import annotations

from chancery.grammar.types import Parsed, Token
from chancery.lexicon.meetings import EncounterWord, MeetingWords
from chancery.mentions.types import Marked

_DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow", "yesterday"}
    | {"day", "morning", "afternoon", "evening", "night", "week", "weekend", "month", "year"}
)

_HYPHENS = frozenset({"-", "‐", "‑"})


def verb_word(marked: Marked, words: MeetingWords, token: Token) -> EncounterWord | None:
    """The row of a verb, its particle counted ("sit down"); None for other tokens."""
    if token.upos != "VERB" or token.rel in ("case", "mark", "compound", "amod"):
        return None
    lemma = words.lemma_of(token)
    for child in marked.parsed.children(token, "compound", "advmod"):
        if f"{lemma} {child.lower}" in words.verbs:
            return words.verbs[f"{lemma} {child.lower}"]
    return words.verbs.get(lemma)


def hyphened(marked: Marked, token: Token) -> list[Token]:
    """The words of "sit-down" or "one-on-one", which parsers part; only the token itself where none is joined to it."""
    tokens = marked.parsed.tokens
    first = last = token.i
    while first > 1 and tokens[first - 1].text in _HYPHENS and tokens[first - 2].end == tokens[first - 1].start:
        first -= 2
    while last + 2 < len(tokens) and tokens[last + 1].text in _HYPHENS and tokens[last + 1].start == tokens[last].end:
        last += 2
    return list(tokens[first : last + 1])


def purpose_of(parsed: Parsed, verb: Token) -> Token | None:
    """The act that an infinitive is the purpose of, where it hangs on that act's day or place, else None.

    "Left for Cairo on Monday to meet Sisi", with "to meet" drawn under Monday or Cairo.
    """
    above = parsed.head(verb)
    if verb.rel != "acl" or above is None or above.rel != "obl" or parsed.children(verb, "nsubj"):
        return None
    if not any(m.lower == "to" for m in parsed.children(verb, "mark")):
        return None
    act = parsed.head(above)
    circumstance = above.name == "LOC" or above.lower in _DAYS or above.feat("NumType") == "Card"
    return act if circumstance and act is not None and act.upos == "VERB" else None


def repeated(marked: Marked, words: MeetingWords, token: Token) -> bool:
    """True where the words make it more than one encounter: "repeatedly", "three times", "every year".

    A purpose shares this with its journey: "travelled to Beijing three times to meet Xi".
    """
    above = marked.parsed.head(token)
    if above is not None and token.rel in ("xcomp", "advcl") and verb_word(marked, words, above) is not None:
        infinitive = any(m.lower == "to" for m in marked.parsed.children(token, "mark"))
        if infinitive and repeated(marked, words, above):
            return True
    for child in marked.parsed.children(token, "advmod", "obl", "obj", "amod", "det"):
        if child.lower in words.repeats or child.lower == "halfway":  # "meet halfway": a figure of speech
            return True
        if child.lower in ("times", "occasions") and marked.parsed.children(child, "nummod", "amod", "det"):
            return True
        if child.lower in ("twice", "thrice", "every"):
            return True
        if child.rel == "obl" and any(d.lower in ("every", "each") for d in marked.parsed.children(child, "det")):
            return True
    return False
