"""Statements that a verb reports: finds the verb, whether it was said, who said it, and which frame it takes."""

from __future__ import annotations

from collections.abc import Iterator

from chancery.grammar.clauses import agent, by_phrase, is_passive, subject
from chancery.grammar.types import Token
from chancery.lexicon.cues import Cue
from chancery.observations.speech_adjacent import content_before, quotation_behind
from chancery.observations.speech_clauses import is_said
from chancery.observations.speech_frames import (
    GAP,
    Frame,
    asked_question,
    called,
    judged_as,
    reported_clause,
    stressed_need,
    urged_to,
    warned_of,
)
from chancery.observations.speech_page import Page, Said

_PHRASE_STOPS = frozenset({",", ";", "–", "—", "-", "--", "?", "!"})
_FRAMES: tuple[tuple[frozenset[str], Frame], ...] = (
    (frozenset({"to"}), urged_to),
    (frozenset({"that", "beside", "quoted"}), quotation_behind),
    (frozenset({"wh"}), asked_question),
    (frozenset({"that"}), reported_clause),
    (frozenset({"beside"}), content_before),
    (frozenset({"as"}), judged_as),
    (frozenset({"name"}), called),
    (frozenset({"need"}), stressed_need),
    (frozenset({"about"}), warned_of),
)
"""Which rule serves which frames, in the order that they are tried."""


def verb_sayings(page: Page) -> Iterator[Said]:
    """The sayings that verbs report, in text order of the verbs; at most one a verb."""
    for token in page.parsed.tokens:
        if token.upos != "VERB" and token.lower not in ("said", "says"):
            continue
        cues = page.cues.verbs.get(token.lower, ())
        if cues and is_said(page, token):
            found = next(_sayings(page, token, cues), None)
            if found is not None:
                yield found


def _sayings(page: Page, verb: Token, cues: tuple[Cue, ...]) -> Iterator[Said]:
    for cue, last in _matching(page, verb, cues):
        holder, first = _holder(page, verb)
        if "speaker" in cue.takes and not can_speak(page, holder):
            continue
        for frames, frame in _FRAMES:
            if not frames & cue.takes:
                continue
            found = frame(page, verb, cue, last)
            span = page.trimmed(*found.span) if found else None
            if found and span:
                cue_span = (first.start, last.end) if last.i - first.i <= GAP + 1 else (verb.start, verb.end)
                yield Said(span, verb, holder, found.rule, cue, cue_span, found.addressee, found.target)


def _matching(page: Page, verb: Token, cues: tuple[Cue, ...]) -> list[tuple[Cue, Token]]:
    """The cues whose fixed phrase stands here, longer ones first, then those that span least."""
    found = [(cue, last) for cue in cues if (last := fixed_end(page, verb, cue)) is not None]
    return sorted(found, key=lambda pair: (-len(pair[0].rest), pair[1].i))


def fixed_end(page: Page, verb: Token, cue: Cue) -> Token | None:
    """The last token of a cue's fixed phrase, the verb itself where it is one word; None where it isn't there."""
    last = verb
    stop = page.parsed.sentence(verb).last
    for word in cue.rest:
        window = page.parsed.tokens[last.i + 1 : min(last.i + 2 + GAP, stop)]
        found = next((t for t in window if t.lower == word), None)
        if found is None or any(t.text in _PHRASE_STOPS for t in window[: found.i - last.i - 1]):
            return None
        last = found
    return last


def can_speak(page: Page, holder: Token | None) -> bool:
    """True for who or what has words of its own: a party, a person, a body, a document."""
    if holder is None:
        return False
    if page.marked.named(holder) or holder.upos == "PROPN":
        return True
    if holder.upos == "PRON":
        return holder.lower not in ("it", "this", "that", "which", "what", "these", "those", "there")
    if holder.lemma.lower() in page.cues.speakers or holder.lower in page.cues.speakers:
        return True
    return holder.upos in ("NUM", "DET")


def speaker_of(page: Page, verb: Token) -> Token | None:
    """The head of the phrase that names who speaks by a verb of reporting."""
    return _holder(page, verb)[0]


def _holder(page: Page, verb: Token) -> tuple[Token | None, Token]:
    """The head of the phrase that names the speaker, and the first word of the cue ("quoted as saying")."""
    parsed = page.parsed
    above = parsed.head(verb)
    if verb.lower == "saying" and above is not None and above.lower in ("quoted", "cited", "quotes", "quoting"):
        told = subject(parsed, above) if is_passive(parsed, above) else parsed.child(above, "obj")
        return told, above
    if is_passive(parsed, verb):
        return by_phrase(parsed, verb), verb
    told = _interrupted(page, verb)
    if told is not None:
        return agent(parsed, told), verb
    return _able(page, verb, agent(parsed, _outer(page, verb))), verb


def _interrupted(page: Page, verb: Token) -> Token | None:
    """The verb that goes on behind an inserted "..., the ministry said, and stressed": its own first verb."""
    parsed = page.parsed
    above = parsed.head(verb)
    if verb.rel != "conj" or above is None or parsed.children(verb, "nsubj"):
        return None
    before = [c for c in parsed.children(above, "ccomp", "parataxis") if c.i < above.i]
    comma = [t for t in parsed.tokens[above.i + 1 : verb.i] if t.text == ","]
    return before[0] if before and comma else None


def _able(page: Page, verb: Token, holder: Token | None) -> Token | None:
    """The holder, or who stands behind one that cannot speak: whose it is, or who acts on it.

    "His visit ..., saying": he says. "They questioned the claim, saying": they say, not the claim.
    """
    if holder is None or can_speak(page, holder) or holder.upos == "PRON":
        return holder
    owner = page.parsed.child(holder, "nmod:poss")
    if verb.rel == "advcl" and owner is not None and can_speak(page, owner):
        return owner
    above = page.parsed.head(holder)
    if verb.rel == "acl" and above is not None and above.upos == "VERB":
        return agent(page.parsed, above) or holder
    return holder


def _outer(page: Page, verb: Token) -> Token:
    """The reporting verb that a participle goes on from ("said ..., adding ..."), whatever it hangs on."""
    if verb.rel not in ("advcl", "acl", "conj") or not verb.lower.endswith("ing"):
        return verb
    tokens = page.parsed.tokens
    if verb.i == 0 or tokens[verb.i - 1].text != ",":
        return verb
    above = page.parsed.head(verb)
    while above is not None and above.rel not in ("ccomp", "root"):
        above = page.parsed.head(above)
    if above is None or above.rel != "ccomp" or above.i > verb.i:
        return verb
    reporter = page.parsed.head(above)
    return reporter if reporter is not None and reporter.lower in page.cues.verbs else verb
