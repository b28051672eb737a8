"""What else the words tell of a statement: to whom, by what means, when, and what saying it did."""

from __future__ import annotations

from chancery.grammar.clauses import phrase, preposition
from chancery.grammar.types import Token
from chancery.mentions.times.find import time_of
from chancery.mentions.who import parties
from chancery.observations.speech.page import Page, Said

_TO_WHOM = frozenset({"to"})
_BY_MEANS = frozenset("in on at via through during over by with".split())
_RELATIVES = frozenset({"who", "whom", "which", "that", "what"})
_AFTERWARDS = frozenset("after ahead before during following since until when where".split())
_PLATFORM_VERBS = frozenset("write post tweet blog".split())


def addressee_of(page: Page, said: Said) -> str | None:
    """Who was spoken to, as printed: "reporters" in "told reporters"."""
    head = said.addressee or _told(page, said)
    if head is None and said.cue is not None and said.cue.kind == "verb":
        head = next(
            (c for c in page.parsed.children(said.anchor, "obl") if preposition(page.parsed, c) in _TO_WHOM), None
        )
    if head is None or head.lower in _RELATIVES or _is_channel(page, head):
        return None
    named = parties(page.marked, head) if head.upos == "PRON" else ()
    return named[0].name if len(named) == 1 else _printed(page, head)


def _told(page: Page, said: Said) -> Token | None:
    """The object of a verb that takes whom it is said to, where that stands outside what is said."""
    if said.cue is None or "whom" not in said.cue.takes:
        return None
    objects = page.parsed.children(said.anchor, "iobj", "obj")
    return next((c for c in objects if not _within(said, c)), None)


def _is_channel(page: Page, head: Token) -> bool:
    return head.upos == "NOUN" and (head.lower in page.cues.channels or head.lemma.lower() in page.cues.channels)


def medium_of(page: Page, said: Said) -> str | None:
    """By what means it was said, as printed: "a statement", "an interview with CNBC", "X"."""
    if said.cue is None:
        return None
    if said.cue.word in ("tweet", "text", "blog", "cable", "email", "e-mail"):
        return said.cue.word
    told = said.addressee or _told(page, said)
    if told is not None and _is_channel(page, told):
        return _printed(page, told)  # "told a news conference"
    for child in page.parsed.children(said.anchor, "obl"):
        if preposition(page.parsed, child) not in _BY_MEANS or _within(said, child):
            continue
        known = child.lower in page.cues.channels or child.lemma.lower() in page.cues.channels
        named = said.cue.word in _PLATFORM_VERBS and child.upos == "PROPN" and child.name != "LOC"
        if known or (named and preposition(page.parsed, child) in ("on", "in")):
            return _printed(page, child)
    return None


def date_of(page: Page, said: Said) -> str | None:
    """The day that the words give to the saying itself."""
    if said.cue is None:
        return None
    when = time_of(page.marked, said.anchor)
    if when is None:
        return None
    start, end = page.parsed.tokens[when.first].start, page.parsed.tokens[when.last - 1].end
    inside = said.span[0] <= start and end <= said.span[1]
    return None if inside else when.start


def target_of(page: Page, said: Said) -> str | None:
    """What is judged ("described the vote as a sham"), or who is asked or blamed."""
    if said.target is not None:
        return _printed(page, said.target)
    return addressee_of(page, said) if said.rule == "verb + whom + to" else None


def act_of(page: Page, said: Said) -> str | None:
    """What saying it did: the cue's own act; urging somebody to do something asks it."""
    if said.cue is None:
        return "ask" if page.text[said.span[1] - 1] == "?" else None
    if said.rule == "verb + whom + to":
        return "ask"
    return said.cue.act


def _printed(page: Page, head: Token) -> str | None:
    tokens = [t for t in phrase(page.parsed, head) if t.upos != "PUNCT"]
    while tokens and tokens[0].lower in ("a", "an", "the"):
        tokens = tokens[1:]
    timed = {when.first for when in page.marked.times}
    for place, token in enumerate(tokens):
        follows = token.i + 1 in timed and token.upos == "ADP"
        behind = token.i > head.i
        if behind and (token.i in timed or follows or token.lower in _AFTERWARDS or token.upos == "ADV"):
            tokens = tokens[:place]
            break
    if not tokens:
        return None
    return " ".join(page.text[tokens[0].start : tokens[-1].end].split())


def _within(said: Said, token: Token) -> bool:
    return said.span[0] <= token.start < said.span[1]
