"""Joint appearances before the press as encounters."""

from __future__ import annotations

from tests.observations.meetings.scene import scene
from tests.observations.meetings.test_find import BOTH, PAST, meetings, only, who

CONFERENCE = """
Ruto PROPN 2 nsubj =Ruto
held/hold VERB 0 root Tense=Past|VerbForm=Fin
a DET 6 det
{kind} ADJ 6 amod
news NOUN 6 compound
conference NOUN 2 obj
with ADP 8 case
Museveni PROPN 6 nmod =Museveni
in ADP 10 case
Kampala PROPN 2 obl @Kampala
"""


def test_who_faces_the_press_together_has_met() -> None:
    meeting = only(scene(CONFERENCE.format(kind="joint")))
    assert (sorted(who(meeting)), meeting.place, meeting.status) == (sorted(BOTH), "Kampala", "held")


def test_a_news_conference_of_one_is_no_encounter() -> None:
    assert meetings(scene(CONFERENCE.format(kind="short"))) == []


def test_who_speaks_alongside_another_has_met_them() -> None:
    meeting = only(
        scene(f"""
    Speaking/speak VERB 7 advcl VerbForm=Ger
    alongside ADP 3 case
    Museveni PROPN 1 obl =Museveni
    in ADP 5 case
    Kampala PROPN 1 obl @Kampala
    Ruto PROPN 7 nsubj =Ruto
    pledged/pledge VERB 0 root {PAST}
    help NOUN 7 obj
    """)
    )
    assert (sorted(who(meeting)), meeting.place) == (sorted(BOTH), "Kampala")


def test_an_appearance_joins_the_encounter_told_before() -> None:
    meeting = only(
        scene(
            f"""
    Ruto PROPN 2 nsubj =Ruto
    met/meet VERB 0 root {PAST}
    Museveni PROPN 2 obj =Museveni
    on ADP 5 case
    Monday PROPN 2 obl
    """,
            CONFERENCE.format(kind="joint"),
        )
    )
    assert (meeting.start, meeting.place) == ("2023-05-08", "Kampala")
