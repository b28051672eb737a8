"""Explanations: what is told is what was coded, and near misses name the condition that failed."""

from __future__ import annotations

import pytest

from chancery.observations.events.explain import Explanation, NearMiss
from chancery.run.explaining import Explained, explained
from chancery.run.kit import Kit, load_kit

SENTENCES = (
    "Peru expelled two Chilean envoys on Friday after its foreign minister accused them of spying.",
    "Kenya said on Monday it would not withdraw its troops from Somalia.",
    "Peruvian Foreign Minister Ana Ruiz met Chilean Foreign Minister Luis Paz in Lima on Thursday.",
    "Thousands of Peruvians marched in Lima on Sunday to demand a new constitution.",
    "Peru may impose sanctions on Chile.",
)


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def read(kit: Kit, text: str) -> Explained:
    return explained(text, kit, published="2019-04-29")


def explanation(kit: Kit, text: str) -> Explanation:
    return read(kit, text).events


def missed(found: Explanation, key: str) -> NearMiss:
    return next(near for near in found.near if near.rule.key == key)


@pytest.mark.parametrize("text", SENTENCES)
def test_what_is_told_is_what_was_coded(kit: Kit, text: str) -> None:
    found = read(kit, text)
    told = [coding.event for coding in found.events.codings if coding.event is not None]
    for event in found.reading.events:
        assert event in told or event.rule.startswith("consult-of-")
    for coding in found.events.codings:
        assert all(condition.held for condition in coding.conditions)
        if coding.event is not None:
            assert coding.event.rule == coding.rule.key
            assert len(coding.actor.names) == len(coding.event.actor) or not coding.actor.names


def test_rule_conditions_sides_status_and_date(kit: Kit) -> None:
    (coding, *_) = explanation(kit, SENTENCES[0]).codings
    assert (coding.rule.key, coding.word) == ("sanction-expel", "expelled")
    assert "two Chilean envoys" in {condition.words for condition in coding.conditions}
    assert (coding.actor.names, coding.actor.way, coding.actor.words) == (("Peru (PER)",), "agent", "Peru")
    assert coding.recipient.names == ("two Chilean envoys (CHL)",)
    assert coding.status == ("nothing says otherwise",)
    assert coding.date == "its own time, “Friday”"


def test_status_names_the_words_that_say_it(kit: Kit) -> None:
    (coding, *_) = explanation(kit, SENTENCES[4]).codings
    assert coding.status == ("hypothetical by “impose”",)
    (planned, *_) = explanation(kit, "Peru planned to impose sanctions on Chile.").codings
    assert planned.status == ("planned by “planned”",)


def test_a_status_that_the_rule_changes_says_so(kit: Kit) -> None:
    (coding, *_) = explanation(kit, SENTENCES[1]).codings
    assert coding.event is not None
    assert (coding.event.event, coding.event.status) == ("REJECT", "done")
    assert coding.status[-1] == "not to do it is the act"


def test_near_misses_name_what_failed(kit: Kit) -> None:
    near = missed(explanation(kit, "Peru expelled the smoke from the hall."), "sanction-expel")
    assert near.failed.startswith("patient=DIPLOMAT_N")
    assert near.failed.endswith("there stands “the smoke”")
    assert near.lacking == 1


def test_missing_sides_are_told(kit: Kit) -> None:
    near = missed(explanation(kit, "The committee condemned the weather."), "accuse-condemn")
    assert near.failed.startswith("an actor and a recipient must be told; found as actor: ")
    assert near.lacking == 0


def test_the_nearest_come_first_and_none_that_only_came_later(kit: Kit) -> None:
    found = explanation(kit, SENTENCES[0])
    assert [near.lacking for near in found.near] == sorted(near.lacking for near in found.near)
    assert not {near.rule.key for near in found.near if near.word == "expelled"} & {"sanction-expel"}


def test_habits_are_told_as_dropped(kit: Kit) -> None:
    codings = explanation(kit, "Peru expels Chilean envoys every year.").codings
    assert {coding.dropped for coding in codings} == {"told as a habit or lasting state"}
    assert all(coding.event is None for coding in codings)


def test_nothing_found(kit: Kit) -> None:
    assert explanation(kit, "The weather was fine.") == Explanation((), ())
