"""Verbs that tell an encounter only with the words around them."""

from __future__ import annotations

import pytest

from tests.observations.meetings.scene import scene
from tests.observations.meetings.test_find import BOTH, PAST, meetings, only, who


def test_what_an_official_tells_another_in_a_place_is_said_face_to_face() -> None:
    meeting = only(
        scene(f"""
    Ruto PROPN 2 nsubj =Ruto
    told/tell VERB 0 root {PAST}
    Museveni PROPN 2 iobj =Museveni
    in ADP 5 case
    Entebbe PROPN 2 obl @Entebbe
    on ADP 7 case
    Monday PROPN 2 obl
    """)
    )
    assert (who(meeting), meeting.place, meeting.start) == (BOTH, "Entebbe", "2023-05-08")


def test_what_is_told_without_a_place_may_be_a_letter() -> None:
    tree = f"""
    Ruto PROPN 2 nsubj =Ruto
    told/tell VERB 0 root {PAST}
    Museveni PROPN 2 iobj =Museveni
    """
    assert meetings(scene(tree)) == []


def test_a_call_to_a_name_that_the_tree_takes_for_what_it_is_called() -> None:
    meeting = only(
        scene(f"""
    Ruto PROPN 2 nsubj =Ruto
    called/call VERB 0 root {PAST}
    Museveni PROPN 2 xcomp =Museveni
    """)
    )
    assert (who(meeting), meeting.kind) == (BOTH, "call")


@pytest.mark.parametrize("row", ["a DET 5 det\nrival NOUN 3 appos", "“ PUNCT 5 punct\nrival NOUN 2 xcomp"])
def test_who_is_called_something_is_not_telephoned(row: str) -> None:
    tree = f"""
Ruto PROPN 2 nsubj =Ruto
called/call VERB 0 root {PAST}
Museveni PROPN 2 obj =Museveni
{row}
"""
    assert meetings(scene(tree)) == []


def test_a_partner_that_the_tree_mislays_is_read_behind_with() -> None:
    meeting = only(
        scene(f"""
    Ruto PROPN 2 nsubj =Ruto
    met/meet VERB 0 root {PAST}
    today NOUN 2 obl
    with ADP 5 case
    Museveni PROPN 1 nmod =Museveni
    """)
    )
    assert who(meeting) == BOTH


def test_the_second_half_of_a_gapped_clause() -> None:
    found = meetings(
        scene(f"""
    Ruto PROPN 2 nsubj =Ruto
    received/receive VERB 0 root {PAST}
    Museveni PROPN 2 obj =Museveni
    on ADP 5 case
    Monday PROPN 2 obl
    and CCONJ 7 cc
    Kagame PROPN 5 conj =Kagame
    on ADP 9 case
    Tuesday PROPN 2 obl
    """)
    )
    assert [(m.participants[1].name, m.start) for m in found] == [
        ("Yoweri Museveni", "2023-05-08"),
        ("Paul Kagame", "2023-05-09"),
    ]


def test_a_clause_of_time_lies_ahead_with_the_act_that_it_times() -> None:
    meeting = only(
        scene("""
    Ruto PROPN 3 nsubj =Ruto
    will AUX 3 aux
    sign VERB 0 root VerbForm=Inf
    on ADP 5 case
    Monday PROPN 3 obl
    when ADV 8 advmod
    he PRON 8 nsubj =Ruto
    meets/meet VERB 3 advcl Tense=Pres|VerbForm=Fin
    Museveni PROPN 8 obj =Museveni
    """)
    )
    assert (meeting.status, meeting.start) == ("planned", "2023-05-15")


def test_what_is_met_with_something_has_met_nobody() -> None:
    tree = """
    Uganda PROPN 3 nsubj:pass =Uganda
    was/be AUX 3 aux:pass Tense=Past|VerbForm=Fin
    met/meet VERB 0 root Tense=Past|VerbForm=Part
    with ADP 5 case
    rebels NOUN 3 obl =rebels
    """
    assert meetings(scene(tree)) == []


def test_a_call_received_is_a_call_between_two() -> None:
    meeting = only(
        scene(f"""
    Ruto PROPN 2 nsubj =Ruto
    received/receive VERB 0 root {PAST}
    a DET 4 det
    call NOUN 2 obj
    from ADP 6 case
    Museveni PROPN 4 nmod =Museveni
    """)
    )
    assert (sorted(who(meeting)), meeting.kind) == (sorted(BOTH), "call")
