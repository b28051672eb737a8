"""Every event rule's example is coded by that rule, and its near miss is not, by the shipped parser and lexicon."""

from __future__ import annotations

import pytest

from chancery.articles.types import Article
from chancery.lexicon.events import EventRule
from chancery.mentions.mark import mark
from chancery.observations.event_match import match_at
from chancery.observations.event_memory import Memory
from chancery.observations.event_slots import Scene
from chancery.observations.events import coded_status
from chancery.run.kit import Kit, load_kit

TOLD = ("done", "ongoing", "background", "promised")


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def told_by(kit: Kit, text: str) -> set[str]:
    """The keys of the rules that find an act told as one in a text."""
    parsed = kit.reader.parse(Article("example", "example", text, published="2019-04-26"))
    scene = Scene(mark(parsed, kit.lexicon), kit.lexicon.events, Memory(kit.lexicon.events.recalls))
    found = (match_at(scene, token) for token in parsed.tokens)
    return {m.rule.key for m in found if m is not None and coded_status(scene, m, None) in TOLD}


def failing(kit: Kit, rules: tuple[EventRule, ...]) -> list[str]:
    missed = [f"{r.key} misses: {r.example}" for r in rules if r.key not in told_by(kit, r.example)]
    return missed + [f"{r.key} codes: {r.near_miss}" for r in rules if r.key in told_by(kit, r.near_miss)]


def test_examples_are_coded_and_near_misses_are_not(kit: Kit) -> None:
    assert failing(kit, kit.lexicon.events.rules) == []
