"""Statements that a verb reports: finds the verb, whether it was said, who said it, and which frame it takes."""

from __future__ import annotations

from collections.abc import Iterator

from chancery.grammar.types import Token
from chancery.lexicon.cues import Cue
from chancery.observations.speech.adjacent import (
    content_before,
    quotation_before,
    quotation_behind,
    quotation_tagged,
    told_after_as,
)
from chancery.observations.speech.frames import (
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
from chancery.observations.speech.holder import can_speak, quoted_as, speaker_of, speaker_outside
from chancery.observations.speech.page import Page, Said
from chancery.observations.speech.said import is_said

_PHRASE_STOPS = frozenset({",", ";", "–", "—", "-", "--", "?", "!"})
_FRAMES: tuple[tuple[frozenset[str], Frame], ...] = (
    (frozenset({"to"}), urged_to),
    (frozenset({"beside"}), quotation_before),
    (frozenset({"that", "beside", "quoted"}), quotation_behind),
    (frozenset({"wh"}), asked_question),
    (frozenset({"that"}), reported_clause),
    (frozenset({"beside"}), told_after_as),
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
        if not cues or page.quote_of(token) is not None:
            continue
        found = next(_sayings(page, token, cues), None) if is_said(page, token) else None
        found = found or _tagged(page, token, cues)
        if found is not None:
            yield found


def _tagged(page: Page, verb: Token, cues: tuple[Cue, ...]) -> Said | None:
    """A quotation with its verb by print alone, where the tree shows neither."""
    cue = next((c for c in cues if "beside" in c.takes and not c.rest), None)
    found = quotation_tagged(page, verb) if cue is not None else None
    span = page.trimmed(*found.span) if found else None
    if cue is None or found is None or span is None:
        return None
    before = page.parsed.tokens[verb.i - 1] if verb.i else None
    holder = speaker_of(page, verb)
    if holder is None and before is not None and (before.upos == "PRON" or can_speak(page, before)):
        holder = before
    return Said(span, verb, holder, found.rule, cue, (verb.start, verb.end))


def _sayings(page: Page, verb: Token, cues: tuple[Cue, ...]) -> Iterator[Said]:
    for cue, last in _matching(page, verb, cues):
        holder, first = speaker_of(page, verb), quoted_as(page, verb) or verb
        if "speaker" in cue.takes and not can_speak(page, holder):
            continue
        for frames, frame in _FRAMES:
            if not frames & cue.takes:
                continue
            found = frame(page, verb, cue, last)
            span = page.trimmed(*found.span) if found else None
            if found and span:
                if holder is not None and span[0] <= holder.start < span[1]:
                    holder = speaker_outside(page, verb, span)
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
