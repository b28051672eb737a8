"""Does a time lie ahead of the report or behind it? Told by the verb that it belongs to.

"will meet on Thursday", "is due to meet", "talks scheduled for Thursday", "next summit on March 17" look
ahead; "met on Thursday", "has met since", "arrived to meet on Thursday" look back.
"""

from __future__ import annotations

from chancery.grammar.clauses import preposition
from chancery.grammar.types import Parsed, Token
from chancery.lexicon.times import TimeWords
from chancery.mentions.times.anchors import acts, anchor_of, head_of, modified

_MODALS = frozenset("will shall would may might could can should must ought 'll ’ll wo sha 'd ’d ca going".split())
_OFFERING = frozenset("invite propose offer suggest plan schedule arrange agree announce call postpone delay".split())
_PASSED = frozenset({"the", "early", "late", "mid", "-"})
_SET = frozenset("due schedule set slate plan expect likely propose postpone delay reschedule push".split())


def looks_ahead(parsed: Parsed, first: int, last: int, words: TimeWords) -> bool | None:
    """True where the time over tokens `first` to `last` (not included) lies ahead, False where behind.

    None where the grammar doesn't tell.
    """
    anchor = anchor_of(parsed, first, last, words)
    before = _preposition(parsed, first)
    if before == "since":
        return False
    aimed = before == "for" or (before == "to" and not _ends_range(parsed, first, words))
    if aimed and modified(parsed, first, last, words) is None:
        return True  # "called elections for Sunday", "put off to Monday"; not "apologised for Sunday's attack"
    start = anchor if anchor is not None else head_of(parsed, first, last)
    for node in (start, *parsed.ancestors(start)):
        if _announced(parsed, node, words) or (node is anchor and _offered(parsed, node, first, words)):
            return True
        if node.lemma.lower() in _SET and not _finite_active(parsed, node):
            return True
        if _verbal(parsed, node) and (node is not start or anchor is not None):
            return _verdict(parsed, node, words, depth=0)
    return None


def _preposition(parsed: Parsed, first: int) -> str:
    """The word before a time, "early", "late" and the article passed over; "" at the start of its sentence."""
    start = parsed.sentence(parsed.tokens[first]).first
    before = (t.lower for t in reversed(parsed.tokens[start:first]))
    return next((word for word in before if word not in _PASSED), "")


def _ends_range(parsed: Parsed, first: int, words: TimeWords) -> bool:
    """As in "from Monday to Wednesday", "March 30 to April 2"."""
    before = parsed.tokens[max(first - 2, 0)].lower
    return before in words.weekdays or before in words.months or before[:1].isdigit()


def _verbal(parsed: Parsed, node: Token) -> bool:
    return node.upos in ("VERB", "AUX") or bool(parsed.children(node, "cop", "aux"))


def _announced(parsed: Parsed, noun: Token, words: TimeWords) -> bool:
    """As in "the next summit", "a planned visit": an adjective before a noun puts it ahead."""
    if noun.upos not in ("NOUN", "PROPN"):
        return False
    return any(c.i < noun.i and c.lower in words.ahead for c in parsed.children(noun, "amod"))


def looks_back(parsed: Parsed, verb: Token, words: TimeWords) -> bool:
    """Is a verb told as done, so that no time ahead of the report can be its own?"""
    return verb.upos == "VERB" and _verdict(parsed, verb, words, depth=0) is False


def _offered(parsed: Parsed, noun: Token, first: int, words: TimeWords) -> bool:
    """As in "proposed talks on Monday", "invited them to a meeting on Monday": the time behind the noun is ahead."""
    verb = parsed.head(noun)
    aimed = noun.rel == "obj" or (noun.rel == "obl" and preposition(parsed, noun) in ("to", "for"))
    governed = aimed and noun.i < first and acts(noun, words)
    return governed and verb is not None and verb.upos == "VERB" and verb.lemma.lower() in _OFFERING


def _finite_active(parsed: Parsed, verb: Token) -> bool:
    """As in "planned on Friday", where Friday is when the planning was done."""
    if verb.upos != "VERB":
        return False
    return bool(parsed.children(verb, "nsubj")) and not parsed.children(verb, "nsubj:pass", "aux:pass")


def _verdict(parsed: Parsed, verb: Token, words: TimeWords, depth: int) -> bool | None:
    auxiliaries = [c.lower for c in parsed.children(verb, "aux", "cop")]
    perfect = any(a in ("have", "has", "had", "'ve", "’ve", "having") for a in auxiliaries)
    if any(a in _MODALS for a in auxiliaries):
        return not perfect
    if _due(parsed, verb):
        return True
    if perfect and _to_infinitive(parsed, verb):
        return False  # "were to have begun"
    if perfect or any(a in ("was", "were", "did") for a in auxiliaries):
        return _to_be(parsed, verb)
    above = parsed.head(verb)
    if _to_infinitive(parsed, verb) and depth < 6:
        if any(a in ("is", "are", "be", "'s", "’s") for a in auxiliaries) and verb.is_root:
            return True
        return _infinitive(parsed, verb, above, words, depth)
    if any(a in ("is", "are", "'s", "’s", "'re", "’re", "am") for a in auxiliaries):
        return True if verb.feat("VerbForm") == "Ger" or verb.lower.endswith("ing") else None
    if verb.feat("VerbForm") == "Fin" or verb.feat("Tense") == "Past":
        return _by_tense(verb, words)
    if above is not None and depth < 6 and verb.rel in ("advcl", "conj", "acl", "xcomp", "ccomp"):
        return _verdict(parsed, above, words, depth + 1) if _verbal(parsed, above) else None
    return None


def _due(parsed: Parsed, verb: Token) -> bool:
    """As in "due to begin", "set to meet", however a parser hangs it."""
    if verb.i < 2 or parsed.tokens[verb.i - 1].lower != "to":
        return False
    return parsed.tokens[verb.i - 2].lower in ("due", "set", "scheduled", "slated", "poised")


def _by_tense(verb: Token, words: TimeWords) -> bool | None:
    if verb.feat("Tense") == "Past":
        return verb.lemma.lower() in _SET and verb.feat("VerbForm") == "Part"
    known = verb.lemma.lower() in words.carriers | words.travel | words.fixed
    return True if known and verb.feat("Tense") == "Pres" else None


def _to_be(parsed: Parsed, verb: Token) -> bool:
    """As in "was to meet": planned, whatever came of it."""
    return _to_infinitive(parsed, verb)


def _to_infinitive(parsed: Parsed, verb: Token) -> bool:
    return any(c.lower == "to" and c.upos == "PART" for c in parsed.children(verb, "mark"))


def _infinitive(parsed: Parsed, verb: Token, above: Token | None, words: TimeWords, depth: int) -> bool | None:
    """As in "agreed to meet" looks ahead, "managed to meet" and "arrived to meet" look where their
    verb looks.
    """
    if above is None or verb.rel == "acl":
        return True
    lemma = above.lemma.lower()
    if any(c.lower == "had" for c in parsed.children(above, "aux")):
        return False  # "had hoped to meet"
    if verb.rel == "xcomp" and lemma not in words.done and (lemma in words.ahead or above.lower in words.ahead):
        return True
    return _verdict(parsed, above, words, depth + 1)
