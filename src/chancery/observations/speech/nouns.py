"""Statements that a noun or a phrase reports: "his insistence that ...", "according to ..."."""

from __future__ import annotations

from collections.abc import Iterator

from chancery.grammar.clauses import RELATIVE_PRONOUNS, agent, oblique, preposition
from chancery.grammar.types import Token
from chancery.lexicon.cues import Cue
from chancery.observations.speech.clauses import is_finite
from chancery.observations.speech.holder import can_speak
from chancery.observations.speech.page import Page, Said
from chancery.observations.speech.said import is_said
from chancery.observations.speech.tail import tail_cut
from chancery.observations.speech.verbs import fixed_end
from chancery.observations.types import Span

_SHORTEST = 3
"""Words that must stand before a phrase for it to vouch for them, not for what follows."""


def noun_sayings(page: Page) -> Iterator[Said]:
    """The sayings that nouns report ("the claim that ..."), in text order of the nouns."""
    for noun in page.parsed.tokens:
        if noun.upos != "NOUN" or page.quote_of(noun) is not None:
            continue
        for cue in page.cues.nouns.get(noun.lower, ()):
            found = _noun_saying(page, noun, cue)
            if found is not None:
                yield found
                break


def _noun_saying(page: Page, noun: Token, cue: Cue) -> Said | None:
    verb = _reasoned(page, noun) if "reason" in cue.takes else _voicing(page, noun)
    if verb is None and cue.takes & {"voiced", "reason"}:
        return None
    span = _that_clause(page, noun) if "that" in cue.takes else None
    if span is None and "reason" in cue.takes:
        span = _reason_behind(page, noun)
    if span is None and "quoted" in cue.takes:
        span = _quoted_infinitive(page, noun)
    if span is None and verb is not None and cue.takes >= {"quoted", "voiced"}:
        span = _quoted_phrase(page, noun)
    holder = _holder(page, noun, verb) if span else None
    content = page.trimmed(*span) if span else None
    if content is None or not can_speak(page, holder):
        return None
    word = verb if verb is not None and cue.takes & {"voiced", "reason"} else noun
    return Said(content, noun, holder, "noun", cue, (word.start, word.end))


def _voicing(page: Page, noun: Token) -> Token | None:
    """The verb that the noun is voiced with ("expressed the view", "gave warning"), if it was done."""
    verb = page.parsed.head(noun)
    if verb is None or noun.rel != "obj":
        return None
    voices = any("voice" in cue.takes for cue in page.cues.verbs.get(verb.lower, ()))
    return verb if voices and is_said(page, verb) else None


def _reasoned(page: Page, noun: Token) -> Token | None:
    """The refusal that a reason is given for ("rejected it on the grounds that ...")."""
    verb = page.parsed.head(noun)
    if verb is None or noun.rel != "obl" or preposition(page.parsed, noun) != "on" or not is_said(page, verb):
        return None
    refuses = any(cue.act in ("deny", "blame") for cue in page.cues.verbs.get(verb.lower, ()))
    return verb if refuses or verb.lemma.lower() in page.words.refusals else None


def _that_clause(page: Page, noun: Token) -> Span | None:
    """The clause that tells what a noun of saying contains; no relative clause ("the claim that he made")."""
    parsed = page.parsed
    above = parsed.head(noun)
    hung = parsed.children(above, "ccomp", "advcl") if above is not None and noun.rel in ("obj", "obl") else ()
    for clause in (*parsed.children(noun, "acl", "ccomp", "advcl", "nmod", "appos"), *hung):
        if clause.i < noun.i or not is_finite(page, clause):
            continue
        mark = _that(page, clause)
        if clause.deprel == "acl:relcl" and mark is None:
            continue
        inside = [t for t in parsed.subtree(clause) if t.i > noun.i]
        bare = clause.head == noun.i and inside[0].i == noun.i + 1 and not parsed.children(clause, "mark")
        if bare and not _stands_alone(page, clause):
            continue
        if mark is not None and not _close(page, noun, mark):
            continue
        if mark is not None or bare:
            start = parsed.tokens[mark.i + 1] if mark is not None else inside[0]
            return start.start, tail_cut(page, start, inside[-1]).end
    return None


def _reason_behind(page: Page, noun: Token) -> Span | None:
    """What follows "on the grounds that", however the parser drew it."""
    parsed = page.parsed
    inside = [t for t in parsed.subtree(noun) if t.i > noun.i]
    told = inside[1:]
    if not told or inside[0].lower != "that" or inside[0].i != noun.i + 1:
        return None
    if not any(t.feat("VerbForm") == "Fin" for t in told):
        return None
    return told[0].start, tail_cut(page, told[0], told[-1]).end


def _that(page: Page, clause: Token) -> Token | None:
    """The "that" which brings in a content clause; None for a relative clause ("the claim that he made").

    The parser often takes the one for the other. A clause that misses its subject is relative, and so is one
    whose verb is done to sayings; what else follows a noun of saying tells what it says.
    """
    parsed = page.parsed
    for child in parsed.children(clause, "mark", "obj", "det", "nsubj"):
        if child.lower != "that" or child.i > clause.i:
            continue
        if child.rel == "mark":
            return child
        subject = next((s for s in parsed.children(clause, "nsubj", "expl") if s.i != child.i), None)
        done = clause.lemma.lower() in page.words.done_to_sayings
        return child if subject is not None and child.rel == "obj" and not done else None
    return None


def _stands_alone(page: Page, clause: Token) -> bool:
    """True for a clause with a subject of its own and no relative pronoun: "warning the trip might not happen"."""
    subject = page.parsed.child(clause, "nsubj", "expl", "csubj")
    return subject is not None and subject.i < clause.i and subject.lower not in RELATIVE_PRONOUNS


def _close(page: Page, noun: Token, mark: Token) -> bool:
    """True where only modifiers of the noun stand between it and "that", no other verb."""
    between = page.parsed.tokens[noun.i + 1 : mark.i]
    return len(between) <= 12 and not any(t.upos == "VERB" or t.text in (";", ":") for t in between)


def _quoted_infinitive(page: Page, noun: Token) -> Span | None:
    """`threat to "burn the bridges"`: an infinitive that holds a quotation."""
    for clause in page.parsed.children(noun, "acl", "xcomp", "advcl"):
        inside = page.parsed.subtree(clause)
        if clause.i > noun.i and inside[0].lower == "to" and any(page.quote_of(t) for t in inside):
            quote = page.quote_of(clause)
            whole = quote is not None and page.words_between(inside[0].end, quote.start) == 0
            if quote is not None and whole and page.words_between(quote.end, inside[-1].end) == 0:
                return quote.start, quote.end
            return inside[0].start, inside[-1].end
    return None


def _quoted_phrase(page: Page, noun: Token) -> Span | None:
    """`gave an "unshakeable" commitment to the pact`: the noun's own phrase, where quotation marks stand inside it."""
    parsed = page.parsed
    inside = parsed.subtree(noun, without=lambda t: t.deprel == "acl:relcl" or t.rel in ("conj", "cc", "appos"))
    inside = [t for t in inside if not (t.head == noun.i and t.feat("Poss") == "Yes")]
    return (inside[0].start, inside[-1].end) if any(page.quote_of(t) for t in inside) else None


def _holder(page: Page, noun: Token, verb: Token | None) -> Token | None:
    """Whose saying it is: a possessor, "of" or "by" whom, in which report, or who voices it."""
    parsed = page.parsed
    owner = parsed.child(noun, "nmod:poss")
    if owner is not None:
        return owner
    for words in (("by",), ("from",), ("of",), ("in",)):
        named = oblique(parsed, noun, *words)
        if named is not None and can_speak(page, named):
            return named
    if verb is not None:
        return agent(parsed, verb)
    return next((c for c in parsed.children(noun, "amod", "compound") if page.marked.named(c)), None)


# ---- "according to" -------------------------------------------------------------------------------------


def phrase_sayings(page: Page) -> Iterator[Said]:
    """The sayings that a phrase such as "according to" reports, in text order."""
    for token in page.parsed.tokens:
        for cue in page.cues.prepositions.get(token.lower, ()):
            last = fixed_end(page, token, cue)
            if last is None or page.quote_of(token) is not None:
                continue
            found = _phrase_saying(page, token, last, cue)
            if found is not None:
                yield found


def _phrase_saying(page: Page, first: Token, last: Token, cue: Cue) -> Said | None:
    holder = _named_behind(page, first, last)
    if holder is None or holder.i < last.i or not can_speak(page, holder):
        return None
    branch = page.parsed.subtree(
        holder, without=lambda t: t.rel in ("parataxis", "acl", "advcl") and t.i > holder.i + 9
    )
    start, end = min(first.i, branch[0].i), max(t.i for t in branch)
    span = _told_beside(page, holder, start, end)
    content = page.trimmed(*span) if span else None
    if content is None:
        return None
    return Said(content, first, holder, "phrase", cue, (first.start, last.end))


def _named_behind(page: Page, first: Token, last: Token) -> Token | None:
    """The head of the phrase behind "according to"."""
    parsed = page.parsed
    for above in (parsed.head(first), parsed.head(last)):
        if above is not None and above.i > last.i:
            return above
    return next((c for c in parsed.children(first, "obl", "nmod", "obj") if c.i > last.i), None)


def _told_beside(page: Page, holder: Token, start: int, end: int) -> Span | None:
    """What the phrase vouches for: the clause that it stands at the end, at the head or in the middle of."""
    parsed = page.parsed
    tokens = parsed.tokens
    sentence = parsed.sentence(holder)
    told = parsed.head(holder)
    if told is not None and not start <= told.i <= end and _is_relative(page, told):
        inside = [t for t in parsed.subtree(told) if not start <= t.i <= end]
        before = [t for t in inside if t.i < start]
        return (before[0].start, tokens[start].start) if before else None
    if page.words_between(sentence.start, tokens[start].start) == 0:
        return tokens[end].end, sentence.end
    if told is not None and told.i > end and _opens_part(page, start):
        return tokens[end].end, max(t.end for t in parsed.subtree(told))
    if page.words_between(sentence.start, tokens[start].start) < _SHORTEST:
        return tokens[end].end, sentence.end
    return sentence.start, tokens[start].start


def _is_relative(page: Page, clause: Token) -> bool:
    opening = page.parsed.subtree(clause)[0]
    return clause.deprel == "acl:relcl" or (opening.lower in RELATIVE_PRONOUNS and opening.lower != "that")


def _opens_part(page: Page, start: int) -> bool:
    """True where the phrase follows "and" or a comma, so that what it vouches for comes behind it."""
    return page.parsed.tokens[start - 1].text in (",", "and", "but") if start else True
