"""Events whose sides no word beside the act names: the speaker of what is said, the state at home."""

from __future__ import annotations

from pathlib import Path

import pytest

import chancery.lexicon
from chancery.lexicon.events import EventRules, load_events
from chancery.observations.events.dates import dated
from chancery.observations.events.find import coded_status
from chancery.observations.events.match import match_at
from chancery.observations.events.memory import Memory
from chancery.observations.events.merge import Told, merged
from chancery.observations.events.slots import Scene
from chancery.observations.events.voices import home_state, sayers
from chancery.observations.types import Actor, Event, Statement
from tests.observations.meetings.scene import scene

KEN, UGA = Actor("Kenya", "KEN", "GOV"), Actor("Uganda", "UGA", "GOV")


@pytest.fixture(scope="module")
def rules() -> EventRules:
    return load_events(Path(chancery.lexicon.__file__).parent / "data")


def at(rules: EventRules, tree: str, *statements: Statement) -> Scene:
    return Scene(scene(tree), rules, Memory(rules.recalls), statements)


def coded(found: Scene) -> dict[str, tuple[str, ...]]:
    """Status and the codes of both sides by the key of the rule that spoke."""
    told = {}
    for token in found.parsed.tokens:
        match = match_at(found, token)
        if match is not None:
            sides = [" ".join(p.code or "NON" for p in side) for side in (match.actors, match.recipients)]
            told[match.rule.key] = (coded_status(found, match, None), *sides)
    return told


SAYING = """
    Kenya PROPN 2 nsubj =Kenya
    said/say VERB 0 root Tense=Past|VerbForm=Fin
    Uganda PROPN {verb} nsubj =Uganda
    {more}
    violated/violate VERB 2 ccomp Tense=Past|VerbForm=Fin
    truces/truce NOUN {verb} obj
"""


def test_what_is_said_of_another_accuses_it(rules: EventRules) -> None:
    plain = SAYING.replace("{verb}", "5").replace("{more}", "often ADV 5 advmod")
    assert coded(at(rules, plain))["accuse-say-wrong"] == ("done", "KEN", "UGA")


@pytest.mark.parametrize("more", ["not/not PART 5 advmod", "may AUX 5 aux"])
def test_what_is_denied_or_supposed_accuses_nobody(rules: EventRules, more: str) -> None:
    tree = SAYING.replace("{verb}", "5").replace("{more}", more)
    assert "accuse-say-wrong" not in coded(at(rules, tree))


QUOTED = """
    Uganda PROPN 2 nsubj =Uganda
    violated/violate VERB 0 root Tense=Past|VerbForm=Fin
    truces/truce NOUN 2 obj
"""


def test_in_a_statement_its_speaker_says_it(rules: EventRules) -> None:
    assert coded(at(rules, QUOTED)) == {}
    known = Statement("William Ruto", "direct", QUOTED, (0, 99), "said", speaker_country="KEN")
    assert coded(at(rules, QUOTED, known))["accuse-say-wrong"] == ("done", "KEN", "UGA")
    unnamed = Statement("an envoy", "direct", QUOTED, (0, 99), "said", speaker_country="RWA", official=True)
    (speaker,) = sayers(at(rules, QUOTED, unnamed), scene(QUOTED).parsed.tokens[1])
    assert (speaker.name, speaker.code, speaker.sector) == ("an envoy", "RWA", "GOV")


SENTENCED = """
    reporters PROPN 3 nsubj:pass =reporters
    were/be AUX 3 aux:pass
    sentenced/sentence VERB 0 root Tense=Past|VerbForm=Part
    in ADP 5 case
    Nairobi PROPN 3 obl @Nairobi
"""


def test_the_state_of_the_place_is_the_one_that_sentences(rules: EventRules) -> None:
    found = at(rules, SENTENCED)
    assert [p.code for p in home_state(found, found.parsed.tokens[2])] == ["KEN"]
    assert coded(found)["sanction-convict"] == ("done", "KEN", "NON")


def test_nobody_is_at_home_where_no_state_is_told(rules: EventRules) -> None:
    found = at(rules, "reporters PROPN 2 nsubj =reporters\n met/meet VERB 0 root")
    assert home_state(found, found.parsed.tokens[1]) == ()


@pytest.mark.parametrize(("form", "spoke"), [("release", True), ("releases/release", False)])
def test_a_demand_in_the_subjunctive(rules: EventRules, form: str, spoke: bool) -> None:
    tree = f"""
        Kenya PROPN 2 nsubj =Kenya
        insisted/insist VERB 0 root Tense=Past|VerbForm=Fin
        Uganda PROPN 4 nsubj =Uganda Number=Sing
        {form} VERB 2 ccomp VerbForm=Fin
        prisoners/prisoner NOUN 4 obj
    """
    assert ("request-insist-do" in coded(at(rules, tree))) == spoke


def test_what_is_only_believed_of_another_is_no_refusal(rules: EventRules) -> None:
    tree = """
        Kenya PROPN 2 nsubj =Kenya
        {say} VERB 0 root Tense=Past|VerbForm=Fin
        Uganda PROPN 6 nsubj =Uganda
        will AUX 6 aux
        not/not PART 6 advmod
        negotiate VERB 2 ccomp VerbForm=Inf
    """
    told = {say: coded(at(rules, tree.replace("{say}", say))) for say in ("said/say", "believed/believe")}
    assert {say: found["reject-will-not"][0] for say, found in told.items()} == {
        "said/say": "done",
        "believed/believe": "hypothetical",
    }


def test_a_clause_that_goes_on_shares_the_time(rules: EventRules) -> None:
    tree = """
        Kenya PROPN 2 nsubj =Kenya
        voted/vote VERB 0 root Tense=Past|VerbForm=Fin
        on ADP 4 case
        Monday PROPN 2 obl
        and CCONJ 6 cc
        condemned/condemn VERB 2 conj Tense=Past|VerbForm=Fin
        Uganda PROPN 6 obj =Uganda
    """
    found = at(rules, tree)
    match = match_at(found, found.parsed.tokens[5])
    assert match is not None
    assert dated(found, match, []).date == "2023-05-08"


@pytest.mark.parametrize(("day", "date"), [("2023-05-10", "2023-05-10"), ("2022-05-10", None)])
def test_an_act_belongs_to_an_encounter_that_is_news(rules: EventRules, day: str, date: str | None) -> None:
    tree = "Kenya PROPN 2 nsubj =Kenya\n condemned/condemn VERB 0 root\n Uganda PROPN 2 obj =Uganda"
    found = at(rules, tree)
    match = match_at(found, found.parsed.tokens[1])
    assert match is not None
    told = Event("CONSULT", (KEN, UGA, Actor("Rwanda", "RWA")), (), "done", "They met.", (-10, -1), "x", date=day)
    assert dated(found, match, [told]).date == date


def test_a_telling_that_leaves_out_towards_whom_is_the_same_event() -> None:
    told = Event("REJECT", (KEN,), (UGA,), "done", "Kenya refused Uganda's offer.", (0, 29), "x")
    bare = Event("REJECT", (KEN,), (), "done", "Kenya refused the offer.", (30, 54), "x")
    about = frozenset({"offer"})
    assert merged([Told(told, about), Told(bare, about)]) == [told]
    assert len(merged([Told(told, about), Told(bare, frozenset({"visit"}))])) == 2
