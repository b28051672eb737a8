"""Whether what a verb of reporting tells was said: not denied, not ahead, not supposed, not merely wanted."""

from __future__ import annotations

from chancery.grammar.clauses import MAY, WILL, negated
from chancery.grammar.types import Token
from chancery.observations.speech.page import Page

UNREAL = WILL | MAY | {"would"}  # "'d said" is "had said"
_CONDITIONS = frozenset({"if", "whether", "unless", "lest"})


def is_said(page: Page, verb: Token) -> bool:
    """True where the words present it as said: not negated, not ahead, not conditional, not merely wanted."""
    parsed = page.parsed
    if page.quote_of(verb) is not None or verb.rel in ("compound", "case"):
        return False
    if verb.rel == "amod" and verb.feat("VerbForm") not in ("Fin", "Inf"):
        return False
    plain = any({"that", "beside"} <= cue.takes for cue in page.cues.verbs.get(verb.lower, ()))
    if verb.rel == "csubj" and not plain:
        return False  # "determining what happened was hard"
    if any(a.lower in UNREAL for a in parsed.children(verb, "aux")) or _denied(page, verb):
        return False
    if any(m.lower in _CONDITIONS for m in parsed.children(verb, "mark")):
        return False
    above = parsed.head(verb)
    if above is None:
        return True
    if is_infinitive(page, verb):
        return _leaves_said(page, verb, above)
    if verb.rel == "xcomp":
        return above.lemma.lower() not in page.cues.unsaid
    return True


def is_infinitive(page: Page, verb: Token) -> bool:
    """True for "to say", and for what is coordinated with it."""
    parsed = page.parsed
    if any(m.lower == "to" for m in parsed.children(verb, "mark")):
        return True
    above = parsed.head(verb)
    bare = verb.feat("VerbForm") == "Inf" and not parsed.children(verb, "aux", "nsubj")
    return bare and verb.rel == "conj" and above is not None and is_infinitive(page, above)


def _leaves_said(page: Page, verb: Token, above: Token) -> bool:
    """True where what an infinitive hangs on tells that it was done ("went on to say", "used the trip to urge")."""
    parsed = page.parsed
    if verb.rel == "conj":
        higher = parsed.head(above)
        return higher is not None and _leaves_said(page, above, higher)
    if above.lemma.lower() in page.cues.unsaid or _denied(page, above):
        return False
    if any(a.lower in UNREAL for a in parsed.children(above, "aux")):
        return False
    higher = parsed.head(above)
    if higher is not None and is_infinitive(page, above):
        return _leaves_said(page, above, higher)
    return True


def _denied(page: Page, verb: Token) -> bool:
    parsed = page.parsed
    return negated(parsed, verb) and not any(
        c.lower == "only" for n in parsed.children(verb, "advmod") for c in (*parsed.children(n), *_after(page, n))
    )


def _after(page: Page, token: Token) -> tuple[Token, ...]:
    return page.parsed.tokens[token.i + 1 : token.i + 2]
