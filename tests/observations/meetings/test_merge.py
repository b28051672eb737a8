"""What is one encounter, and what are two."""

from __future__ import annotations

from tests.observations.meetings.scene import scene
from tests.observations.meetings.test_find import BOTH, MET, PAST, meetings, only, who


def test_talks_that_an_encounter_is_for_are_that_encounter() -> None:
    meeting = only(
        scene(f"""
    Ruto PROPN 2 nsubj =Ruto
    met/meet VERB 0 root {PAST}
    Museveni PROPN 2 obj =Museveni
    in ADP 5 case
    Entebbe PROPN 2 obl @Entebbe
    for ADP 7 case
    talks/talk NOUN 2 obl Number=Plur
    on ADP 9 case
    Uganda PROPN 7 nmod @Uganda
    """)
    )
    assert (who(meeting), meeting.place) == (BOTH, "Entebbe")


def test_what_an_encounter_is_timed_by_is_another_one() -> None:
    found = meetings(
        scene(f"""
    Ruto PROPN 2 nsubj =Ruto
    met/meet VERB 0 root {PAST}
    Museveni PROPN 2 obj =Museveni
    in ADP 5 case
    Entebbe PROPN 2 obl @Entebbe
    a DET 7 det
    month NOUN 2 obl
    after ADP 11 case
    their PRON 11 nmod:poss =Ruto+Museveni
    first ADJ 11 amod NumType=Ord
    summit NOUN 7 nmod
    in ADP 13 case
    Kigali PROPN 11 nmod @Kigali
    """)
    )
    assert [(m.place, m.ordinal) for m in found] == [("Entebbe", None), ("Kigali", 1)]


def test_a_second_summit_is_not_the_first() -> None:
    tree = f"""
    Ruto PROPN 2 nsubj =Ruto
    held/hold VERB 0 root {PAST}
    a DET 5 det
    ORDINAL ADJ 5 amod NumType=Ord
    summit NOUN 2 obj
    with ADP 7 case
    Museveni PROPN 5 nmod =Museveni
    """
    found = meetings(scene(tree.replace("ORDINAL", "first"), tree.replace("ORDINAL", "second")))
    assert [m.ordinal for m in found] == [1, 2]


def test_the_day_counted_from_another_act() -> None:
    found = meetings(
        scene(f"""
    Ruto PROPN 2 nsubj =Ruto
    spoke/say VERB 0 root {PAST}
    on ADP 4 case
    Thursday PROPN 2 obl
    , PUNCT 9 punct
    a DET 7 det
    day NOUN 9 obl
    after SCONJ 9 mark
    met/meet VERB 2 advcl {PAST}
    he PRON 9 nsubj =Ruto
    Museveni PROPN 9 obj =Museveni
    """)
    )
    assert [m.start for m in found] == ["2023-05-10"]


def test_the_predicate_tells_sides_and_ordinal() -> None:
    meeting = only(
        scene("""
    The DET 2 det
    meeting NOUN 5 nsubj
    was/be AUX 5 cop Tense=Past|VerbForm=Fin
    the DET 5 det
    fourth ADJ 0 root NumType=Ord
    between ADP 7 case
    Ruto PROPN 5 obl =Ruto
    and CCONJ 9 cc
    Museveni PROPN 7 conj =Museveni
    """)
    )
    assert (who(meeting), meeting.ordinal) == (BOTH, 4)


def test_the_host_of_separate_talks_is_at_each_of_them() -> None:
    found = meetings(
        scene(f"""
    Ruto PROPN 2 nsubj =Ruto
    held/hold VERB 0 root {PAST}
    separate ADJ 4 amod
    talks/talk NOUN 2 obj Number=Plur
    with ADP 6 case
    Museveni PROPN 4 nmod =Museveni
    and CCONJ 8 cc
    Kagame PROPN 6 conj =Kagame
    """)
    )
    assert [{p.name for p in m.participants} for m in found] == [
        {"William Ruto", "Yoweri Museveni"},
        {"William Ruto", "Paul Kagame"},
    ]


def test_an_encounter_and_its_purpose_are_one_entry() -> None:
    meeting = only(
        scene(
            MET.replace(". PUNCT 2 punct", "to PART 9 mark\ndiscuss VERB 2 advcl VerbForm=Inf\ntrade NOUN 9 obj"),
        )
    )
    assert (meeting.status, meeting.start) == ("held", "2023-05-11")


def test_partners_with_a_preposition_of_their_own_are_met_apart() -> None:
    found = meetings(
        scene(f"""
    Ruto PROPN 2 nsubj =Ruto
    held/hold VERB 0 root {PAST}
    a DET 4 det
    meeting NOUN 2 obj
    with ADP 6 case
    Museveni PROPN 4 nmod =Museveni
    and CCONJ 9 cc
    with ADP 9 case
    Kagame PROPN 6 conj =Kagame
    """)
    )
    assert [m.participants[1].name for m in found] == ["Yoweri Museveni", "Paul Kagame"]
