"""Which state an unnamed speaker belongs to where the phrase itself doesn't tell: "police", "officials", "a judge".

Only those who serve a state are given one: that of the same office named before ("the Kenyan ministry ... a
ministry official"), else the one that the report is at home in. Envoys, diplomats and sources may be of any.
"""

from __future__ import annotations

from chancery.grammar.types import Token
from chancery.observations.speech.page import Page

_NEAR = 3
"""Sentences before a phrase in which the same office counts as meant."""


def state_of(page: Page, head: Token) -> str | None:
    """The alpha-3 code of the state that an official phrase without one belongs to, or None."""
    words = {t.lemma.lower() for t in page.parsed.children(head, "amod", "compound")}
    noun = head.lemma.lower()
    if words & page.words.abroad or (noun not in page.words.domestic and noun not in page.words.shared):
        return None
    told = _same_office(page, head, {noun, *words} & page.words.domestic)
    if told is not None:
        return told
    if noun in page.words.domestic or words & page.words.local:
        return page.marked.home
    return _same_people(page, head) if noun == "official" else None


def state_of_post(page: Page, office: str) -> str | None:
    """The state of a named person whose post in a state's service is told without it: "chair of the committee"."""
    words = office.lower().split(" of ")[0].split()
    at_home = bool(words) and words[-1] in page.words.domestic and not set(words) & page.words.abroad
    return page.marked.home if at_home else None


def _same_office(page: Page, head: Token, offices: set[str]) -> str | None:
    """The state of the same office, named not long before."""
    parsed = page.parsed
    number = parsed.sentence(head).number
    first = parsed.sentences[max(0, number - _NEAR)].first
    for token in reversed(parsed.tokens[first : head.i]):
        if token.lemma.lower() not in offices or page.quote_of(token) is not None:
            continue
        above = parsed.tokens[token.head]
        for at in (token, above) if token.rel == "compound" else (token,):
            states = {party.country for party in page.marked.named(at)}
            if len(states) == 1 and None not in states:
                return states.pop()
    return None


def _same_people(page: Page, head: Token) -> str | None:
    """The one state whose officials the report has, else the one that it is at home in."""
    like = [t for t in page.parsed.tokens if t.lemma.lower() == head.lemma.lower()]
    states = {party.country for t in like for party in page.marked.named(t) if party.country is not None}
    if states:
        return states.pop() if len(states) == 1 else None
    return page.marked.home
