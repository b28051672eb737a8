"""When an event happened, where its own words give no time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import chancery.lexicon
from chancery.lexicon.events import EventRules, load_events
from chancery.observations.events.dates import dated
from chancery.observations.events.match import match_at
from chancery.observations.events.memory import Memory
from chancery.observations.events.slots import Scene
from chancery.observations.types import Actor, Event, Statement
from tests.observations.meetings.scene import scene

KEN, UGA = Actor("Kenya", "KEN", "GOV"), Actor("Uganda", "UGA", "GOV")
TALKS = Event("CONSULT", (KEN, UGA), (), "done", "At the talks they ate.", (-10, -1), "x", date="2023-05-09")
AT_TALKS = """
    Kenya PROPN 2 nsubj =Kenya
    condemned/condemn VERB 0 root Tense=Past|VerbForm=Fin
    Uganda PROPN 2 obj =Uganda
    at ADP 6 case
    the DET 6 det
    {noun} NOUN 2 obl
"""
SPOKEN = """
    Uganda PROPN 2 nsubj =Uganda
    condemned/condemn VERB 5 ccomp Tense=Past|VerbForm=Fin
    Kenya PROPN 2 obj =Kenya
    Uganda PROPN 5 nsubj =Uganda
    said/say VERB 0 root Tense=Past|VerbForm=Fin
"""


@pytest.fixture(scope="module")
def rules() -> EventRules:
    return load_events(Path(chancery.lexicon.__file__).parent / "data")


def date_of(rules: EventRules, tree: str, consults: list[Event], *statements: Statement) -> str | None:
    """The date of the event whose word stands second."""
    at = Scene(scene(tree, published="2023-05-12"), rules, Memory(rules.recalls), statements)
    match = match_at(at, at.parsed.tokens[1])
    assert match is not None
    return dated(at, match, consults).date


def test_what_was_done_at_an_encounter_has_its_day(rules: EventRules) -> None:
    rwanda = replace(TALKS, actor=(Actor("Rwanda", "RWA"),))  # of others, but it is the talks that the words name
    assert date_of(rules, AT_TALKS.replace("{noun}", "talks/talk"), [rwanda]) == "2023-05-09"
    assert date_of(rules, AT_TALKS.replace("{noun}", "summit"), [rwanda]) is None


def test_words_of_a_speaker_belong_to_the_occasion_told_before(rules: EventRules) -> None:
    earlier = Statement("Uganda", "indirect", "it ate", (-30, -20), "x", date="2023-05-10", speaker_country="UGA")
    assert date_of(rules, SPOKEN, [], earlier) == "2023-05-10"
    assert date_of(rules, SPOKEN, [], replace(earlier, speaker="Kenya")) is None
    assert date_of(rules, SPOKEN, [], replace(earlier, span=(900, 910))) is None


def test_what_has_been_said_is_of_no_one_occasion(rules: EventRules) -> None:
    has = """
        Kenya PROPN 2 nsubj =Kenya
        condemned/condemn VERB 0 root Tense=Past|VerbForm=Part
        {word} AUX 2 aux
        Uganda PROPN 2 obj =Uganda
    """
    assert date_of(rules, has.replace("{word}", "had/have"), [TALKS]) == "2023-05-09"
    assert date_of(rules, has.replace("{word}", "has/have"), [TALKS]) is None


def test_a_time_ahead_is_that_of_what_is_promised(rules: EventRules) -> None:
    """In "condemned Uganda next week" only a parser can have hung the week on the condemning."""
    tree = """
        Kenya PROPN 2 nsubj =Kenya
        {verb} VERB 0 root {form}
        {will} AUX 2 aux
        Uganda PROPN 2 obj =Uganda
        next ADJ 6 amod
        month NOUN 2 obl
    """
    past = {"{verb}": "condemned/condemn", "{form}": "Tense=Past|VerbForm=Fin", "{will}": "had/have"}
    ahead = {"{verb}": "condemn", "{form}": "VerbForm=Inf", "{will}": "will"}
    told = []
    for change in (past, ahead):
        text = tree
        for old, new in change.items():
            text = text.replace(old, new)
        told.append(date_of(rules, text, []))
    assert told == [None, "2023-06"]
