"""Whose words a verb of reporting gives: the phrase that names the speaker, by grammar and by place."""

from __future__ import annotations

from chancery.grammar.clauses import agent, by_phrase, is_misread_passive, is_passive, subject
from chancery.grammar.types import Token
from chancery.observations.speech.page import Page
from chancery.observations.speech.tail import is_second_verb
from chancery.observations.types import Span

_QUOTING = frozenset({"quoted", "cited", "quotes", "quoting"})
_REACH = 12
"""Words on either side of a verb in which its speaker is looked for by place."""
_BREAKS = frozenset({",", ";", ":", "–", "—", "--", "”", '"', "''"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})
_CONJUNCTIONS = frozenset({"since", "as", "after", "before", "until", "because", "though", "although", "while"})
_OWNING = frozenset({"'s", "’s", "'", "’"})
_LIFELESS_PRONOUNS = frozenset("it this that which what these those there".split())


def speaker_of(page: Page, verb: Token) -> Token | None:
    """The head of the phrase that names who speaks by a verb of reporting, or None where nobody is told."""
    parsed = page.parsed
    quoting = quoted_as(page, verb)
    if quoting is not None:
        return subject(parsed, quoting) if is_passive(parsed, quoting) else parsed.child(quoting, "obj")
    if (is_passive(parsed, verb) and not is_misread_passive(parsed, verb)) or _is_past_participle(page, verb):
        return by_phrase(parsed, verb)
    every = parsed.children(verb, "nsubj")
    own = [c for c in every if page.quote_of(c) is None]
    if own and own != list(every):
        return min(own, key=lambda c: abs(c.i - verb.i))  # the others are words of the quotation
    if own and is_passive(parsed, verb):
        return own[0]
    if len(own) > 1:
        return _nearest(page, verb, own)
    if len(own) == 1:
        told = _misread_compound(page, own[0])
        if told is not None:
            return told
    if not own:
        told = _interrupted(page, verb) or _outer(page, verb)
        found = agent(parsed, told) if told is not None else None
        if found is not None:
            return found
    holder = _able(page, verb, None if every and not own else agent(parsed, verb))
    lost = verb.rel == "advcl" and verb.feat("VerbForm") == "Fin" and bool(parsed.children(verb, "mark"))
    if not own and (holder is None or lost or verb.rel in ("conj", "amod")):
        return _behind_conjunction(page, verb) or _beside(page, verb) or holder
    return holder


def _nearest(page: Page, verb: Token, subjects: list[Token]) -> Token:
    """Of several subjects the speaker: the name, else the last before the verb.

    The others are that of the clause which was said ("Plans were dropped, officials said"), a description beside a
    name, or the owner of a body ("Ruto's office said"). Coordinated ones are told by `source.side_by_side`.
    """
    parsed = page.parsed
    said = max((c.i for c in parsed.children(verb, "ccomp", "parataxis") if c.i < verb.i), default=-1)
    able = [s for s in subjects if said < s.i < verb.i and (can_speak(page, s) or s.upos == "PRON")]
    able = [s for s in able if not any(c.lower in _OWNING for c in parsed.children(s, "case"))] or able
    people = [s for s in able if s.name and any(p.kind == "person" for p in page.marked.named(s))]
    return next(iter([*people, *reversed(able)]), subjects[0])


def _misread_compound(page: Page, subject: Token) -> Token | None:
    """Who speaks to the "think tank" of which the parser made a verb and its own subject."""
    before = page.parsed.tokens[subject.i - 1] if subject.i else subject
    if before.upos != "VERB" or f"{before.lower} {subject.lemma.lower()}" not in page.cues.speakers:
        return None
    return agent(page.parsed, before)


def _behind_conjunction(page: Page, verb: Token) -> Token | None:
    """The subject that a conjunction made a circumstance: "since one of the sponsors, Chad, has insisted"."""
    if verb.feat("VerbForm") != "Fin" and not page.parsed.children(verb, "aux"):
        return None
    for child in page.parsed.children(verb, "obl"):
        marks = {c.lower for c in page.parsed.children(child, "case", "mark")}
        if child.i < verb.i and marks & _CONJUNCTIONS and can_speak(page, child):
            return child
    return None


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


def speaker_outside(page: Page, verb: Token, span: Span) -> Token | None:
    """The nearest speaker above a verb that is no part of what was said."""
    for above in page.parsed.ancestors(verb):
        found = agent(page.parsed, above) if above.upos in ("VERB", "ADJ") else None
        if found is not None and can_speak(page, found) and not span[0] <= found.start < span[1]:
            return found
    return None


def _is_past_participle(page: Page, verb: Token) -> bool:
    """True for "Asked whether ..., he said": who asked isn't told."""
    bare = verb.rel in ("advcl", "acl") and not page.parsed.children(verb, "nsubj", "aux", "mark")
    opens = verb.i == page.parsed.sentence(verb).first
    return bare and not verb.lower.endswith("ing") and (opens or verb.feat("VerbForm") == "Part")


def _interrupted(page: Page, verb: Token) -> Token | None:
    """The verb that goes on behind an inserted "..., the ministry said, and stressed": its own first verb."""
    parsed = page.parsed
    above = parsed.head(verb)
    if verb.rel != "conj" or above is None:
        return None
    before = [c for c in parsed.children(above, "ccomp", "parataxis") if c.i < above.i]
    comma = [t for t in parsed.tokens[above.i + 1 : verb.i] if t.text == ","]
    if not before or not comma:
        return None
    reports = above.lower in page.cues.verbs and parsed.children(above, "nsubj")
    return None if reports and not _acts_on(page, before[0], above, verb) else before[0]


def _acts_on(page: Page, first: Token, inserted: Token, verb: Token) -> bool:
    """True for "Ruto voiced concern, the ministry said, and stressed": what Ruto did is told in plain past forms."""
    parsed = page.parsed
    actor = parsed.child(first, "nsubj")
    if (
        actor is None
        or page.quote_of(first) is not None
        or not any(p.kind == "person" for p in page.marked.named(actor))
    ):
        return False
    plain = all(v.feat("Tense") == "Past" and not parsed.children(v, "aux", "cop") for v in (first, verb))
    return plain and parsed.tokens[inserted.i + 1].text == ","


def _outer(page: Page, verb: Token) -> Token | None:
    """The reporting verb that another goes on from, though the parser hung it on what was reported.

    So do participles behind a comma ("said ..., adding ...") and verbs whose form doesn't fit the reported
    clause ("announced they had met and said that").
    """
    tokens = page.parsed.tokens
    participle = verb.rel in ("advcl", "acl", "conj", "csubj") and verb.lower.endswith("ing")
    behind_comma = verb.i > 0 and tokens[verb.i - 1].lower in (",", "while")
    if not (participle and behind_comma) and not is_second_verb(page, verb):
        return None
    attached = page.parsed.head(verb)
    above = attached
    while above is not None and above.rel not in ("ccomp", "root", "acl"):
        above = page.parsed.head(above)
    if above is None or above.rel == "root" or (above.i > verb.i and verb.rel != "csubj"):
        return None
    reporter = page.parsed.head(above)
    if above.rel == "ccomp":
        return reporter if reporter is not None and reporter.lower in page.cues.verbs else None
    speaks = attached is not None and attached.lower in page.cues.verbs
    return None if speaks or above.deprel == "acl:relcl" else _main_verb(page, above)


def _main_verb(page: Page, clause: Token) -> Token | None:
    """The verb of the sentence, or of its part, that a clause hangs on."""
    return next((a for a in page.parsed.ancestors(clause) if a.rel in ("root", "parataxis") and a.upos == "VERB"), None)


def _beside(page: Page, verb: Token) -> Token | None:
    """Who stands next to a finite verb that the parser left without a subject: before it, else behind it."""
    parsed = page.parsed
    if verb.feat("VerbForm") not in ("Fin", None) or verb.feat("Mood") == "Imp":
        return None
    sentence = parsed.sentence(verb)
    before: list[Token] = []
    for token in reversed(parsed.tokens[max(sentence.first, verb.i - _REACH) : verb.i]):
        if page.quote_of(token) is not None or token.text in _BREAKS or token.upos in ("CCONJ", "SCONJ", "VERB"):
            break
        before.insert(0, token)
    while before and before[-1].upos in ("AUX", "ADV", "DET", "PUNCT"):
        before.pop()
    found = _who_in(page, before)
    if found is not None or before:
        return found
    behind = parsed.tokens[verb.i + 1 : min(sentence.last, verb.i + _REACH)]
    stop = next((n for n, t in enumerate(behind) if t.upos not in _NOMINAL), len(behind))
    return _who_in(page, list(behind[:stop]))


def _who_in(page: Page, words: list[Token]) -> Token | None:
    """The first name in a stretch of words, else its last noun that can speak."""
    if not words or words[-1].upos not in ("NOUN", "PROPN", "PRON", "PUNCT", "NUM"):
        return None
    timed = {i for when in page.marked.times for i in range(when.first, when.last)}
    words = [t for t in words if t.i not in timed]
    named = [t for t in words if t.name and page.marked.named(t)]
    able = [t for t in words if t.upos in ("NOUN", "PROPN", "PRON") and can_speak(page, t)]
    people = [t for t in named if any(party.kind == "person" for party in page.marked.named(t))]
    found = next(iter([*people, *able[-1:]]), None)
    while found is not None and found.rel == "conj" and found.head < found.i:
        found = page.parsed.tokens[found.head]  # the first of those side by side stands for all
    return found


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
    loose = verb.rel in ("advcl", "xcomp") or _is_loose_participle(page, verb)
    if verb.rel != "acl" and (holder is not None or not loose):
        return holder
    named = _before_who(page, verb)
    if named is not None:
        return named
    for above in parsed.ancestors(holder or verb):
        found = agent(parsed, above) if above.upos in ("VERB", "ADJ") else None
        if found is not None and can_speak(page, found):
            return found
    return holder


def _before_who(page: Page, verb: Token) -> Token | None:
    """Who stands right before "who", though the clause hangs on another word: "the towns with Ruto, who said"."""
    tokens = page.parsed.tokens
    who = next((c for c in page.parsed.children(verb, "nsubj") if c.lower == "who"), None)
    if who is None or who.i < 2:
        return None
    word = tokens[who.i - 2] if tokens[who.i - 1].text == "," else tokens[who.i - 1]
    while word.rel in ("flat", "appos", "compound") and not word.is_root:
        word = tokens[word.head]
    return word if can_speak(page, word) else None


def _is_loose_participle(page: Page, verb: Token) -> bool:
    """True for a participle behind a comma that the parser took for a sentence inserted: "..., this time warning"."""
    parsed = page.parsed
    above = parsed.head(verb)
    if not verb.lower.endswith("ing") or parsed.children(verb, "nsubj", "aux"):
        return False
    return verb.rel == "parataxis" or (verb.rel == "conj" and above is not None and _is_loose_participle(page, above))
