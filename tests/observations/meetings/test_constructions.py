"""Constructions that tell a meeting only together with the words around them, and some that seem to."""

from __future__ import annotations

import pytest

from chancery.observations.types import Meeting
from tests.observations.meetings.scene import scene
from tests.observations.meetings.test_find import BOTH, MET, PAST, meetings, only, who


def told(*trees: str) -> list[Meeting]:
    return meetings(scene(*trees))


def test_a_delegation_is_met_in_its_leader() -> None:
    meeting = only(
        scene(f"""
    Ruto PROPN 2 nsubj =Ruto
    received/receive VERB 0 root {PAST}
    a DET 4 det
    delegation NOUN 2 obj =delegation
    led/lead VERB 4 acl Tense=Past|VerbForm=Part
    by ADP 7 case
    Museveni PROPN 5 obl:agent =Museveni
    """)
    )
    assert who(meeting) == BOTH


def test_an_envoy_without_a_name_stands_for_the_state() -> None:
    meeting = only(
        scene(f"""
    Kenya PROPN 2 nsubj =Kenya
    sent/send VERB 0 root {PAST}
    an DET 4 det
    envoy NOUN 2 obj
    to ADP 6 case
    Kampala PROPN 2 obl @Kampala
    """)
    )
    assert (who(meeting), meeting.kind, meeting.place) == ([(None, "KEN"), (None, "UGA")], "visit", "Kampala")


PEACE = f"""
Peace NOUN 2 compound
talks/talk NOUN 3 nsubj Number=Plur
began/begin VERB 0 root {PAST}
in ADP 5 case
Kigali PROPN 3 obl @Kigali
"""
WARRING = f"""
The DET 2 det
cabinet NOUN 3 nsubj =cabinet
accused/accuse VERB 0 root {PAST}
the DET 5 det
rebels NOUN 3 obj =rebels Number=Plur
"""


def test_peace_talks_are_between_a_government_and_its_opponents() -> None:
    meeting = only(scene(PEACE, WARRING))
    assert who(meeting) == [("Kenyan government", "KEN"), ("Kenyan opposition", "KEN")]
    assert (meeting.place, meeting.status) == ("Kigali", "held")


def test_peace_talks_in_a_report_without_a_war_name_nobody() -> None:
    assert told(PEACE) == []


def test_a_round_that_collapsed_before_it_began_is_cancelled() -> None:
    meeting = only(
        scene(f"""
    Talks/talk NOUN 6 nsubj Number=Plur
    between ADP 3 case
    Kenya PROPN 1 nmod =Kenya
    and CCONJ 5 cc
    Uganda PROPN 3 conj =Uganda
    collapsed/collapse VERB 0 root {PAST}
    before SCONJ 9 mark
    they PRON 9 nsubj
    began/begin VERB 6 advcl {PAST}
    """)
    )
    assert meeting.status == "cancelled"


def test_what_they_will_discuss_is_no_second_meeting() -> None:
    later = """
    Ruto PROPN 5 nsubj =Ruto
    and CCONJ 3 cc
    Museveni PROPN 1 conj =Museveni
    will AUX 5 aux
    discuss VERB 0 root VerbForm=Inf
    trade NOUN 5 obj
    """
    assert [m.status for m in told(MET, later)] == ["held"]


def test_they_last_met() -> None:
    later = f"""
    They PRON 3 nsubj
    last ADV 3 advmod
    met/meet VERB 0 root {PAST}
    in ADP 5 case
    January PROPN 3 obl
    in ADP 7 case
    Nairobi PROPN 3 obl @Nairobi
    """
    found = told(MET, later)
    assert [(who(m), m.start, m.place) for m in found] == [
        (BOTH, "2023-05-11", "Entebbe"),
        (BOTH, "2023-01", "Nairobi"),
    ]


def test_a_council_that_meets_by_itself() -> None:
    assert (
        told("""
    The DET 2 det
    Union PROPN 4 nsubj =Union
    will AUX 4 aux
    meet VERB 0 root VerbForm=Inf
    on ADP 6 case
    Monday PROPN 4 obl
    """)
        == []
    )


def test_two_who_meet_a_third_who_is_no_side() -> None:
    assert (
        told(f"""
    Ruto PROPN 4 nsubj =Ruto
    and CCONJ 3 cc
    Museveni PROPN 1 conj =Museveni
    met/meet VERB 0 root {PAST}
    reporters NOUN 4 obj =reporters Number=Plur
    """)
        == []
    )


def test_an_invitation_names_both() -> None:
    meeting = only(
        scene(f"""
    Ruto PROPN 2 nsubj =Ruto
    invited/invite VERB 0 root {PAST}
    Museveni PROPN 2 obj =Museveni
    to ADP 6 case
    a DET 6 det
    meeting NOUN 2 obl Number=Sing
    in ADP 8 case
    Nairobi PROPN 6 nmod @Nairobi
    """)
    )
    assert (who(meeting), meeting.status, meeting.place) == (BOTH, "proposed", "Nairobi")


def test_the_speaker_at_the_talks_of_his_state() -> None:
    meeting = only(
        scene(f"""
    Ruto PROPN 2 nsubj =Ruto
    spoke/speak VERB 0 root {PAST}
    at ADP 4 case
    talks/talk NOUN 2 obl Number=Plur
    between ADP 6 case
    Kenya PROPN 4 nmod =Kenya
    and CCONJ 8 cc
    Uganda PROPN 6 conj =Uganda
    """)
    )
    assert who(meeting) == [("William Ruto", "KEN"), (None, "UGA")]


def test_a_trip_to_where_others_met_is_no_visit_to_that_state() -> None:
    summit = MET.replace("Entebbe", "Kigali")
    trip = f"""
    His PRON 2 nmod:poss =Ruto
    trip NOUN 5 nsubj Number=Sing
    to ADP 4 case
    Kigali PROPN 2 nmod @Kigali
    ended/end VERB 0 root {PAST}
    """
    (meeting,) = told(summit, trip)
    assert who(meeting) == BOTH


def test_several_destinations_are_several_visits() -> None:
    found = told("""
    Ruto PROPN 3 nsubj =Ruto
    will AUX 3 aux
    visit VERB 0 root VerbForm=Inf
    Kampala PROPN 3 obj @Kampala
    and CCONJ 6 cc
    Kigali PROPN 4 conj @Kigali
    """)
    assert [(m.place, m.participants[-1].country) for m in found] == [("Kampala", "UGA"), ("Kigali", "RWA")]


@pytest.mark.parametrize("mark", ["if", "unless"])
def test_a_condition_is_no_meeting(mark: str) -> None:
    assert (
        told(f"""
    Kenya PROPN 2 nsubj =Kenya
    gains/gain VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
    {mark} SCONJ 5 mark
    Ruto PROPN 5 nsubj =Ruto
    meets/meet VERB 2 advcl Mood=Ind|Tense=Pres|VerbForm=Fin
    Museveni PROPN 5 obj =Museveni
    """)
        == []
    )


def test_talks_as_such_are_no_meeting() -> None:
    assert (
        told(f"""
    Kenya PROPN 2 nsubj =Kenya
    backs/back VERB 0 root {PAST}
    talks/talk NOUN 2 obj Number=Plur
    with ADP 5 case
    Uganda PROPN 3 nmod =Uganda
    """)
        == []
    )


def test_a_summit_of_states_is_not_their_ministers_talks() -> None:
    minister = f"""
    Kenya PROPN 2 compound =Kenya
    Uganda PROPN 3 compound =Uganda
    summit NOUN 4 nsubj Number=Sing
    ended/end VERB 0 root {PAST}
    """
    talks = f"""
    speaker PROPN 2 nsubj =speaker
    met/meet VERB 0 root {PAST}
    Museveni PROPN 2 obj =Museveni
    """
    assert len(told(minister, talks)) == 2


def test_a_time_gone_by_is_when_it_was_proposed() -> None:
    meeting = only(
        scene(f"""
    Ruto PROPN 2 nsubj =Ruto
    proposed/propose VERB 0 root {PAST}
    a DET 4 det
    meeting NOUN 2 obj Number=Sing
    with ADP 6 case
    Museveni PROPN 4 nmod =Museveni
    yesterday NOUN 4 nmod
    """)
    )
    assert (meeting.status, meeting.start) == ("proposed", None)
