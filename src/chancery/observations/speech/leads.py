"""Speakers whom a report leaves unnamed in its first lines and names later ("an envoy said", "..., envoy X said").

Reports open with the post and give the name a paragraph or two on. The two are taken for one where a single person
who is heard soon after is called by the same word and belongs to the same state.
"""

from __future__ import annotations

from chancery.observations.speech.page import Page, Said
from chancery.observations.speech.source import Source

_LEAD = 2
"""Sentences in which a report may still leave its speaker unnamed."""
_SOON = 12
"""Sentences from the start in which the name must have come."""
_ALIKE = {
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
}

Told = list[tuple[Said, tuple[Source, ...]]]


def named_later(page: Page, told: Told) -> Told:
    """The sayings with their speakers, those of the first lines by name where the report gives it later."""
    found: Told = []
    for place, (said, speakers) in enumerate(told):
        if len(speakers) == 1 and _is_unnamed(page, said, speakers[0]):
            fits = _called(page, told[place + 1 :], speakers[0])
            speakers = (fits[0],) if len(fits) == 1 else speakers
        found.append((said, speakers))
    return found


def _is_unnamed(page: Page, said: Said, source: Source) -> bool:
    early = page.parsed.sentence(said.anchor).number < _LEAD
    return early and source.kind == "person" and bool(source.noun) and not source.plural


def _called(page: Page, later: Told, unnamed: Source) -> list[Source]:
    """The named people heard soon after who are called by the same word, each once."""
    found: dict[str, Source] = {}
    for said, speakers in later:
        if page.parsed.sentence(said.anchor).number > _SOON:
            break
        for source in speakers:
            same_state = source.country is not None and source.country == unnamed.country
            if not source.noun and source.known and same_state and _word(unnamed.noun) in _words(source.office):
                found.setdefault(source.name, source)
    return list(found.values())


def _words(office: str | None) -> set[str]:
    return {_word(word) for word in (office or "").lower().split()}


def _word(noun: str) -> str:
    return _ALIKE.get(noun, noun)
