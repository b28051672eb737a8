"""Journeys, stays and invitations as encounters."""

from __future__ import annotations

from tests.observations.meetings.scene import scene
from tests.observations.meetings.test_find import PAST, meetings, only, who


def test_a_stay_abroad_is_a_visit() -> None:
    meeting = only(
        scene("""
    Ruto PROPN 4 nsubj =Ruto
    was/be AUX 4 cop Tense=Past|VerbForm=Fin
    in ADP 4 case
    Kampala PROPN 0 root @Kampala
    on ADP 6 case
    Monday PROPN 4 obl
    """)
    )
    assert (who(meeting), meeting.kind, meeting.status) == ([("William Ruto", "KEN"), (None, "UGA")], "visit", "held")
    assert meeting.start == "2023-05-08"


def test_a_stay_at_home_is_none() -> None:
    assert (
        meetings(
            scene("""
    Ruto PROPN 4 nsubj =Ruto
    was/be AUX 4 cop Tense=Past|VerbForm=Fin
    in ADP 4 case
    Nairobi PROPN 0 root @Nairobi
    """)
        )
        == []
    )


def test_who_is_on_the_way_is_still_to_arrive() -> None:
    meeting = only(
        scene("""
    Ruto PROPN 5 nsubj =Ruto
    was/be AUX 5 cop Tense=Past|VerbForm=Fin
    on ADP 5 case
    his PRON 5 nmod:poss
    way NOUN 0 root
    to ADP 7 case
    Kampala PROPN 5 nmod @Kampala
    """)
    )
    assert (meeting.status, meeting.place) == ("planned", "Kampala")


def test_an_invitation_proposes_a_visit_to_who_invites() -> None:
    meeting = only(
        scene(f"""
    Ruto PROPN 2 nsubj =Ruto
    invited/invite VERB 0 root {PAST}
    Museveni PROPN 2 obj =Museveni
    to ADP 5 case
    Nairobi PROPN 2 obl @Nairobi
    on ADP 7 case
    Monday PROPN 2 obl
    """)
    )
    assert who(meeting) == [("Yoweri Museveni", "UGA"), ("William Ruto", "KEN")]
    assert (meeting.status, meeting.start) == ("proposed", None)  # Monday is the day of the invitation


def test_an_invitation_that_is_accepted_is_a_plan() -> None:
    meeting = only(
        scene(
            f"""
    Ruto PROPN 2 nsubj =Ruto
    invited/invite VERB 0 root {PAST}
    Museveni PROPN 2 obj =Museveni
    to ADP 5 case
    Nairobi PROPN 2 obl @Nairobi
    """,
            f"""
    Museveni PROPN 2 nsubj =Museveni
    accepted/accept VERB 0 root {PAST}
    the DET 4 det
    invitation NOUN 2 obj
    """,
        )
    )
    assert meeting.status == "planned"


def test_each_stop_of_a_journey_has_its_own_day() -> None:
    found = meetings(
        scene("""
    Ruto PROPN 3 nsubj =Ruto
    will AUX 3 aux
    travel VERB 0 root
    to ADP 5 case
    Kampala PROPN 3 obl @Kampala
    on ADP 7 case
    Wednesday PROPN 3 obl
    and CCONJ 10 cc
    to ADP 10 case
    Kigali PROPN 5 conj @Kigali
    on ADP 12 case
    Thursday PROPN 3 obl
    """)
    )
    assert [(m.place, m.start) for m in found] == [("Kampala", "2023-05-17"), ("Kigali", "2023-05-18")]
