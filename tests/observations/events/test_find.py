"""Events: what rules make of hand-drawn trees, how acts told as meetings are coded, what counts as one event."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import chancery.lexicon
from chancery.lexicon.events import EventRules, load_events
from chancery.observations.events.consult import consult_events
from chancery.observations.events.dates import dated
from chancery.observations.events.match import Match, match_at
from chancery.observations.events.memory import Act, Memory
from chancery.observations.events.merge import Told, merged
from chancery.observations.events.parties import owners
from chancery.observations.events.slots import Scene
from chancery.observations.events.status import is_habit, status_of
from chancery.observations.types import Actor, Event, EventStatus, Meeting, Participant
from tests.observations.meetings.scene import KENYA, UGANDA, scene

KEN, UGA = Actor("Kenya", "KEN", "GOV"), Actor("Uganda", "UGA", "GOV")
BASE = Event("SANCTION", (KEN,), (UGA,), "done", "Kenya closed its border.", (0, 24), "x")


@pytest.fixture(scope="module")
def rules() -> EventRules:
    return load_events(Path(chancery.lexicon.__file__).parent / "data")


def matches(rules: EventRules, tree: str) -> dict[str, tuple[str, str]]:
    """The codes of both sides by the key of the rule that spoke."""
    at = Scene(scene(tree), rules, Memory(rules.recalls))
    found = [m for t in at.parsed.tokens if (m := match_at(at, t))]
    return {m.rule.key: (_codes(m, "actors"), _codes(m, "recipients")) for m in found}


def _codes(match: Match, side: str) -> str:
    return " ".join(p.code or "NON" for p in getattr(match, side))


def test_an_active_clause_and_its_passive_say_the_same(rules: EventRules) -> None:
    active = """
        Kenya PROPN 2 nsubj =Kenya
        condemned/condemn VERB 0 root
        Uganda PROPN 2 obj =Uganda
    """
    passive = """
        Uganda PROPN 3 nsubj:pass =Uganda
        was/be AUX 3 aux:pass
        condemned/condemn VERB 0 root
        by ADP 5 case
        Kenya PROPN 3 obl =Kenya
    """
    assert matches(rules, active) == matches(rules, passive) == {"accuse-condemn": ("KEN", "UGA")}


def test_a_thing_stands_for_who_is_answerable_for_it(rules: EventRules) -> None:
    tree = """
        Kenya PROPN 2 nsubj =Kenya
        condemned/condemn VERB 0 root
        a DET 4 det
        series NOUN 2 obj
        of ADP 6 case
        moves/move NOUN 4 nmod
        by ADP 8 case
        Uganda PROPN 6 nmod =Uganda
    """
    assert matches(rules, tree) == {"accuse-condemn": ("KEN", "UGA")}


def test_of_names_the_victim_after_words_of_harm(rules: EventRules) -> None:
    tree = """
        the DET 2 det
        {noun} NOUN 0 root
        of ADP 4 case
        Uganda PROPN 2 nmod =Uganda
    """
    for noun, codes in (("policy", ["UGA"]), ("bombing", [])):
        at = Scene(scene(tree.replace("{noun}", noun)), rules, Memory(rules.recalls))
        assert [p.code for p in owners(at, at.parsed.tokens[1])] == codes


def test_a_light_verb_lends_its_subject_to_the_noun(rules: EventRules) -> None:
    tree = """
        Kenya PROPN 2 nsubj =Kenya
        voiced/voice VERB 0 root
        support NOUN 2 obj
        for ADP 5 case
        Uganda PROPN 3 nmod =Uganda
    """
    assert matches(rules, tree) == {"support-express": ("KEN", "UGA")}


def test_the_object_decides_what_is_done(rules: EventRules) -> None:
    tree = """
        Kenya PROPN 2 nsubj =Kenya
        {verb} VERB 0 root
        {noun} NOUN 2 obj
        on ADP 5 case
        Uganda PROPN 3 nmod =Uganda
    """
    told = {
        (verb, noun): matches(rules, tree.replace("{verb}", verb).replace("{noun}", noun))
        for verb, noun in (("impose", "tariff"), ("lift", "tariff"), ("impose", "order"))
    }
    assert told["impose", "tariff"] == {"sanction-impose": ("KEN", "UGA")}
    assert told["lift", "tariff"] == {"concede-ease": ("KEN", "UGA")}
    assert told["impose", "order"] == {}


def test_a_particle_makes_another_verb(rules: EventRules) -> None:
    tree = """
        Kenya PROPN 2 nsubj =Kenya
        called/call VERB 0 root
        {rows}
    """
    on = "on ADP 4 case\n Uganda PROPN 2 obl =Uganda\n to PART 6 mark\n withdraw VERB 2 xcomp VerbForm=Inf"
    found = matches(rules, tree.replace("{rows}", on))
    assert found == {"request-call-on": ("KEN", "UGA")}


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        ("attacked/attack VERB 0 root", "done"),
        ("not PART 3 advmod\n attacked/attack VERB 0 root", "denied"),
        ("will AUX 3 aux\n attack VERB 0 root", "planned"),
        ("could AUX 3 aux\n attack VERB 0 root", "hypothetical"),
        ("is/be AUX 3 aux\n attacking/attack VERB 0 root VerbForm=Part", "ongoing"),
        ("refused/refuse VERB 0 root\n to PART 4 mark\n attack VERB 2 xcomp VerbForm=Inf", "denied"),
        ("began/begin VERB 0 root\n to PART 4 mark\n attack VERB 2 xcomp VerbForm=Inf", "done"),
        ("vowed/vow VERB 0 root\n to PART 4 mark\n attack VERB 2 xcomp VerbForm=Inf", "promised"),
        ("threatened/threaten VERB 0 root\n an DET 4 det\n attack NOUN 2 obj", "hypothetical"),
    ],
)
def test_what_governs_an_act_gives_its_status(rules: EventRules, rows: str, status: EventStatus) -> None:
    at = Scene(scene(f"Kenya PROPN 2 nsubj =Kenya\n {rows}"), rules, Memory(rules.recalls))
    (word,) = [t for t in at.parsed.tokens if t.lemma == "attack"]
    assert status_of(at, word) == status


def test_an_accusation_denied_has_been_made(rules: EventRules) -> None:
    at = Scene(
        scene("""
            Kenya PROPN 2 nsubj =Kenya
            denied/deny VERB 0 root
            the DET 4 det
            accusation NOUN 2 obj
        """),
        rules,
        Memory(rules.recalls),
    )
    noun = at.parsed.tokens[3]
    assert status_of(at, noun) == "denied"
    assert status_of(at, noun, verbal=True) == "done"


@pytest.mark.parametrize(
    ("rows", "material", "habit"),
    [
        ("stations/station VERB 0 root Tense=Pres|VerbForm=Fin", True, True),
        ("stations/station VERB 0 root Tense=Pres|VerbForm=Fin", False, False),
        ("often ADV 3 advmod\n threatens/threaten VERB 0 root Tense=Pres|VerbForm=Fin", False, True),
        ("often ADV 3 advmod\n threatened/threaten VERB 0 root Tense=Past|VerbForm=Fin", False, False),
    ],
)
def test_states_and_habits_are_no_events(rules: EventRules, rows: str, material: bool, habit: bool) -> None:
    at = Scene(scene(f"Kenya PROPN 2 nsubj =Kenya\n {rows}"), rules, Memory(rules.recalls))
    assert is_habit(at, at.parsed.tokens[-1], material) == habit


SAID = """
    Kenya PROPN 2 nsubj =Kenya
    said/say VERB 0 root Tense=Past|VerbForm=Fin
    on ADP 4 case
    Monday PROPN 2 obl
    it PRON 6 nsubj =Kenya
    condemned/condemn VERB 2 ccomp Tense=Past|VerbForm=Fin
    Uganda PROPN 6 obj =Uganda
"""


def test_an_act_of_speech_has_the_time_of_its_saying(rules: EventRules) -> None:
    at = Scene(scene(SAID, published="2023-05-12"), rules, Memory(rules.recalls))
    match = match_at(at, at.parsed.tokens[5])
    assert match is not None
    assert dated(at, match, []).date == "2023-05-08"


def test_an_act_between_those_who_met_has_the_time_of_their_meeting(rules: EventRules) -> None:
    tree = """
        Museveni PROPN 2 nsubj =Museveni
        condemned/condemn VERB 0 root Tense=Past|VerbForm=Fin
        Kenya PROPN 2 obj =Kenya
    """
    at = Scene(scene(tree), rules, Memory(rules.recalls))
    match = match_at(at, at.parsed.tokens[1])
    assert match is not None
    sides = (Actor("Yoweri Museveni", "UGA", "GOV"),), (Actor("William Ruto", "KEN", "GOV"),)
    told = Event("CONSULT", *sides, "done", "They met.", (-10, -1), "x", date="2023-05-10", date_basis="stated")
    assert dated(at, match, [told]).date == "2023-05-10"
    others = replace(told, actor=(Actor("Paul Kagame", "RWA", "GOV"),))
    assert dated(at, match, [others]).date is None


def meeting(*sides: tuple[str | None, str | None], **more: str | None) -> Meeting:
    told = {"status": "held", "kind": "talks", **more}
    return Meeting(tuple(Participant(*s) for s in sides), evidence="They met.", span=(0, 9), rule="met", **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("place", "kind", "mode", "recipients"),
    [
        ("KEN", "talks", "visit", ["KEN"]),
        ("RWA", "talks", "third-party", []),
        (None, "talks", None, []),
        (None, "call", "phone", []),
        (None, "visit", "visit", ["KEN"]),
        ("KEN", "multilateral", "multilateral", []),
    ],
)
def test_a_held_meeting_is_a_consult(place: str | None, kind: str, mode: str | None, recipients: list[str]) -> None:
    marked = scene("They PRON 0 root")
    held = meeting(("Yoweri Museveni", "UGA"), ("William Ruto", "KEN"), place_country=place, kind=kind)
    (event,) = consult_events(marked, [held])
    assert (event.mode, [a.code for a in event.recipient]) == (mode, recipients)
    assert {a.code for a in (*event.actor, *event.recipient)} == {"UGA", "KEN"}
    assert {a.sector for a in event.actor} == {"GOV"}


def test_who_hosts_without_a_told_place_is_visited() -> None:
    marked = scene("They PRON 0 root")
    held = meeting(("Yoweri Museveni", "UGA"), ("William Ruto", "KEN"), kind="talks")
    (event,) = consult_events(marked, [replace(held, rule="meetings.verb.host")])
    assert (event.mode, [a.code for a in event.recipient]) == ("visit", ["UGA"])


def test_meetings_to_come_are_none() -> None:
    marked = scene("They PRON 0 root")
    assert consult_events(marked, [meeting(("Yoweri Museveni", "UGA"), (None, "KEN"), status="planned")]) == []


def test_an_event_told_twice_is_one_with_what_both_tell() -> None:
    later = replace(BASE, date="2019-04-25", mode="discontinue", span=(60, 80), evidence="The border was closed.")
    (one,) = merged([Told(later), Told(BASE)])
    assert (one.date, one.mode, one.evidence) == ("2019-04-25", "discontinue", BASE.evidence)


@pytest.mark.parametrize(
    "other",
    [
        replace(BASE, event="ACCUSE"),
        replace(BASE, actor=(UGA,), recipient=(KEN,)),
        replace(BASE, date="2018-01"),
        replace(BASE, status="denied"),
    ],
)
def test_other_events_stay_apart(other: Event) -> None:
    first = replace(BASE, date="2019-04")
    assert len(merged([Told(first), Told(replace(other, span=(60, 80), date=other.date or "2019-04"))])) == 2


def test_the_first_told_stands_first() -> None:
    second = replace(BASE, event="ACCUSE", span=(60, 80))
    assert [e.event for e in merged([Told(second), Told(BASE)])] == ["SANCTION", "ACCUSE"]


def test_acts_of_speech_about_different_things_are_two() -> None:
    first, second = replace(BASE, event="ACCUSE"), replace(BASE, event="ACCUSE", span=(60, 80))
    assert len(merged([Told(first, frozenset({"trade"})), Told(second, frozenset({"arrest"}))])) == 2
    assert len(merged([Told(first, frozenset({"trade"})), Told(second, frozenset({"trade", "policy"}))])) == 1
    assert len(merged([Told(first), Told(second, frozenset({"trade"}))])) == 1
    assert len(merged([Told(first), Told(replace(second, rule="y"), frozenset({"trade"}))])) == 2


def test_a_definite_noun_points_back(rules: EventRules) -> None:
    tree = """
        Kenya PROPN 2 nsubj =Kenya
        condemned/condemn VERB 0 root
        {det} DET 4 det
        visit NOUN 2 obj
    """
    for det, told in (("the", {"accuse-condemn": ("KEN", "UGA")}), ("a", {})):
        at = Scene(scene(tree.replace("{det}", det)), rules, Memory(rules.recalls))
        at.memory.acts.append(Act("CONSULT", "visit", -20, (UGANDA,), ()))
        found = [m for t in at.parsed.tokens if (m := match_at(at, t))]
        assert {m.rule.key: (_codes(m, "actors"), _codes(m, "recipients")) for m in found} == told


def test_a_bare_denial_answers_the_accusation_before(rules: EventRules) -> None:
    tree = """
        Kenya PROPN 2 nsubj =Kenya
        denied/deny VERB 0 root
        the DET 4 det
        charge NOUN 2 obj
    """
    at = Scene(scene(tree), rules, Memory(rules.recalls))
    at.memory.acts.append(Act("ACCUSE", None, 0, (UGANDA,), (KENYA,)))
    match = match_at(at, at.parsed.tokens[1])
    assert match is not None
    assert (match.rule.event, _codes(match, "recipients")) == ("REJECT", "UGA")
