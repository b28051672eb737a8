"""Whose words a verb of reporting gives: the phrase that names the speaker, by grammar and by place."""

from __future__ import annotations

from chancery.grammar.clauses import agent, by_phrase, is_passive, subject
from chancery.grammar.types import Token
from chancery.observations.speech_page import Page
from chancery.observations.speech_tail import is_second_verb

_QUOTING = frozenset({"quoted", "cited", "quotes", "quoting"})
_LIFELESS_PRONOUNS = frozenset("it this that which what these those there".split())


def speaker_of(page: Page, verb: Token) -> Token | None:
    """The head of the phrase that names who speaks by a verb of reporting, or None where nobody is told."""
    parsed = page.parsed
    quoting = quoted_as(page, verb)
    if quoting is not None:
        return subject(parsed, quoting) if is_passive(parsed, quoting) else parsed.child(quoting, "obj")
    if is_passive(parsed, verb):
        return by_phrase(parsed, verb)
    if parsed.child(verb, "nsubj") is None:
        told = _interrupted(page, verb) or _outer(page, verb)
        if told is not None:
            return agent(parsed, told)
        named = _name_before(page, verb)
        if named is not None:
            return named
    return _able(page, verb, agent(parsed, verb))


def quoted_as(page: Page, verb: Token) -> Token | None:
    """The "quoted" of "was quoted as saying"."""
    above = page.parsed.head(verb)
    return above if verb.lower == "saying" and above is not None and above.lower in _QUOTING else None


def can_speak(page: Page, holder: Token | None) -> bool:
    """True for who or what has words of its own: a party, a person, a body, a document."""
    if holder is None:
        return False
    if page.marked.named(holder) or holder.upos == "PROPN":
        return True
    if holder.upos == "PRON":
        return holder.lower not in _LIFELESS_PRONOUNS
    if holder.lemma.lower() in page.cues.speakers or holder.lower in page.cues.speakers:
        return True
    return holder.upos in ("NUM", "DET")


def _interrupted(page: Page, verb: Token) -> Token | None:
    """The verb that goes on behind an inserted "..., the ministry said, and stressed": its own first verb."""
    parsed = page.parsed
    above = parsed.head(verb)
    if verb.rel != "conj" or above is None:
        return None
    before = [c for c in parsed.children(above, "ccomp", "parataxis") if c.i < above.i]
    comma = [t for t in parsed.tokens[above.i + 1 : verb.i] if t.text == ","]
    return before[0] if before and comma else None


def _outer(page: Page, verb: Token) -> Token | None:
    """The reporting verb that another goes on from, though the parser hung it on what was reported.

    So do participles behind a comma ("said ..., adding ...") and verbs whose form doesn't fit the reported
    clause ("announced they had met and said that").
    """
    tokens = page.parsed.tokens
    participle = verb.rel in ("advcl", "acl", "conj") and verb.lower.endswith("ing")
    behind_comma = verb.i > 0 and tokens[verb.i - 1].text == ","
    if not (participle and behind_comma) and not is_second_verb(page, verb):
        return None
    above = page.parsed.head(verb)
    while above is not None and above.rel not in ("ccomp", "root"):
        above = page.parsed.head(above)
    if above is None or above.rel != "ccomp" or above.i > verb.i:
        return None
    reporter = page.parsed.head(above)
    return reporter if reporter is not None and reporter.lower in page.cues.verbs else None


def _name_before(page: Page, verb: Token) -> Token | None:
    """A name right before a finite verb that the parser left without a subject."""
    parsed = page.parsed
    if verb.i == 0 or verb.feat("VerbForm") not in ("Fin", None):
        return None
    word = parsed.tokens[verb.i - 1]
    if parsed.sentence(word) != parsed.sentence(verb) or word.upos not in ("PROPN", "NOUN"):
        return None
    while word.rel in ("flat", "appos", "compound", "conj") and word.head < verb.i and not word.is_root:
        word = parsed.tokens[word.head]
    if verb.rel == "amod":
        return word if can_speak(page, word) else None
    return word if word.name and word.rel not in ("nmod", "obl") and page.marked.named(word) else None


def _able(page: Page, verb: Token, holder: Token | None) -> Token | None:
    """The holder, or who stands behind one that cannot speak: whose it is, or whose sentence it is in.

    "His visit ..., saying": he says. "They questioned the claim, saying": they say, not the claim.
    """
    parsed = page.parsed
    if holder is not None and (can_speak(page, holder) or holder.upos == "PRON"):
        return holder
    before = next((c for c in parsed.children(verb, "iobj", "obj") if c.i < verb.i and can_speak(page, c)), None)
    if holder is None and before is not None:
        return before
    owner = parsed.child(holder, "nmod:poss") if holder is not None else None
    if verb.rel == "advcl" and owner is not None and can_speak(page, owner):
        return owner
    if verb.rel != "acl" and (holder is not None or verb.rel != "advcl"):
        return holder
    for above in parsed.ancestors(holder or verb):
        found = agent(parsed, above) if above.upos in ("VERB", "ADJ") else None
        if found is not None and can_speak(page, found):
            return found
    return holder
