"""Quotations that no cue reports: they go on from the speaker before them."""

from __future__ import annotations

from chancery.grammar.quotes import Quote
from chancery.grammar.types import Token
from chancery.observations.speech.holder import can_speak
from chancery.observations.speech.page import Page, Said

_DASHES = frozenset({"-", "–", "—", "―", "--"})
_SIGNATURE = 14
"""Words of a signature at most: name, office, body."""
_SHORTEST = 3
"""Words that a quotation in single marks must have to be taken for speech and not for a name or a scare quote."""


def carried_sayings(page: Page, told: list[Said]) -> list[Said]:
    """The quotations that stand as sentences of their own without a cue, given to whom spoke just before.

    Args:
        told: the sayings that cues report, in text order.
    """
    found: list[Said] = []
    for quote in page.quotes:
        if any(s.span[0] < quote.inner_end and quote.inner_start < s.span[1] for s in told):
            continue
        holder = _signed(page, quote) if page.opens_sentence(quote) else None
        if holder is None and _goes_on(page, quote):
            holder = _speaker_before(page, quote, [*told, *found])
        tokens = page.parsed.covering(quote.inner_start, quote.inner_end)
        if holder is not None and tokens:
            span = page.trimmed(quote.start, quote.end)
            if span is not None:
                found.append(Said(span, tokens[0], holder, "quotation carried on"))
    return found


def _goes_on(page: Page, quote: Quote) -> bool:
    """True for a sentence in quotation marks of its own; one in single marks needs some words to be no mere name."""
    long = page.words_between(quote.inner_start, quote.inner_end) >= _SHORTEST
    return page.is_block(quote) and (long or not quote.single)


def _signed(page: Page, quote: Quote) -> Token | None:
    """The name that a dash sets under a quotation: `"..." - Ruto`, to the end of the paragraph."""
    dash = page.parsed.token_from(quote.end)
    if dash is None or dash.text not in _DASHES:
        return None
    behind = page.parsed.tokens[dash.i : dash.i + _SIGNATURE + 1]
    signature = [t for t in behind if t.par == dash.par]
    if len(signature) > _SIGNATURE:
        return None
    return next((t for t in signature if page.marked.named(t) or t.name == "PER"), None)


def _speaker_before(page: Page, quote: Quote, told: list[Said]) -> Token | None:
    """Who is heard in the sentence before: its speaker, else its subject, where that can speak."""
    before = _sentence_before(page, quote)
    if before is None:
        return None
    sentence = page.parsed.sentences[before]
    near = [s for s in told if s.span[0] < quote.start]
    near = [s for s in near if s.rule != "phrase"] or near
    last = max(near, key=lambda s: max(s.anchor.end, s.span[1]), default=None)
    if last is not None:
        reached = max(last.span[1], last.anchor.end)
        if reached > sentence.start or not page.words_between(reached, quote.start):
            return last.holder
    root = next(t for t in page.parsed.tokens_of(sentence) if t.is_root)
    subject = page.parsed.child(root, "nsubj")
    named = subject is not None and (can_speak(page, subject) and bool(page.marked.named(subject)))
    return subject if named else None


def _sentence_before(page: Page, quote: Quote) -> int | None:
    """The number of the last sentence that begins before a quotation."""
    found = [s.number for s in page.parsed.sentences if s.start < quote.start]
    return found[-1] if found else None
