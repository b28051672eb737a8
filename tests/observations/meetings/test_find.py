"""Meetings: which words make an entry, and what is told of it."""

from __future__ import annotations

from functools import cache

import pytest

from chancery.lexicon.load import Lexicon, load_lexicon
from chancery.mentions.types import Marked
from chancery.observations.meetings.find import find_meetings
from chancery.observations.types import Meeting
from tests.observations.meetings.scene import scene

PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"


@cache
def lexicon() -> Lexicon:
    return load_lexicon()


def meetings(marked: Marked) -> list[Meeting]:
    return find_meetings(marked, lexicon())


def only(marked: Marked) -> Meeting:
    (meeting,) = meetings(marked)
    return meeting


def who(meeting: Meeting) -> list[tuple[str | None, str | None]]:
    return [(p.name, p.country) for p in meeting.participants]


BOTH = [("William Ruto", "KEN"), ("Yoweri Museveni", "UGA")]
MET = f"""
Ruto PROPN 2 nsubj =Ruto
met/meet VERB 0 root {PAST}
Museveni PROPN 2 obj =Museveni
in ADP 5 case
Entebbe PROPN 2 obl @Entebbe
on ADP 7 case
Thursday PROPN 2 obl
. PUNCT 2 punct
"""


def test_a_verb_with_subject_and_object() -> None:
    meeting = only(scene(MET))
    assert who(meeting) == BOTH
    assert (meeting.start, meeting.end, meeting.date_basis) == ("2023-05-11", None, "relative")
    assert (meeting.place, meeting.place_country) == ("Entebbe", "UGA")
    assert (meeting.status, meeting.kind) == ("held", "summit")
    assert meeting.evidence == "Ruto met Museveni in Entebbe on Thursday ."
    assert meeting.rule == "meetings.verb.meet"


def test_evidence_is_its_span_to_the_letter() -> None:
    marked = scene(MET)
    meeting = only(marked)
    assert marked.parsed.article.text[slice(*meeting.span)] == meeting.evidence


@pytest.mark.parametrize(("auxiliary", "status"), [("will", "planned"), ("may", "proposed"), ("could", "proposed")])
def test_auxiliaries_tell_the_status(auxiliary: str, status: str) -> None:
    tree = f"""
    Ruto PROPN 3 nsubj =Ruto
    {auxiliary} AUX 3 aux
    meet VERB 0 root VerbForm=Inf
    Museveni PROPN 3 obj =Museveni
    """
    assert only(scene(tree)).status == status


@pytest.mark.parametrize(
    ("governor", "status"),
    [
        ("expected/expect", "planned"), ("agreed/agree", "planned"), ("plans/plan", "planned"),
        ("offered/offer", "proposed"), ("wants/want", "proposed"),
    ],
)  # fmt: skip
def test_governing_verbs_tell_the_status(governor: str, status: str) -> None:
    tree = f"""
    Ruto PROPN 2 nsubj =Ruto
    {governor} VERB 0 root {PAST}
    to PART 4 mark
    meet VERB 2 xcomp VerbForm=Inf
    Museveni PROPN 4 obj =Museveni
    """
    assert only(scene(tree)).status == status


@pytest.mark.parametrize("governor", ["refused/refuse", "declined/decline"])
def test_a_refusal_is_no_meeting(governor: str) -> None:
    tree = f"""
    Ruto PROPN 2 nsubj =Ruto
    {governor} VERB 0 root {PAST}
    to PART 4 mark
    meet VERB 2 xcomp VerbForm=Inf
    Museveni PROPN 4 obj =Museveni
    """
    assert meetings(scene(tree)) == []


def test_plans_that_have_been_cancelled() -> None:
    tree = """
    Ruto PROPN 3 nmod:poss =Ruto
    's PART 1 case
    plans/plan NOUN 9 nsubj:pass Number=Plur
    to PART 5 mark
    visit VERB 3 acl VerbForm=Inf
    Uganda PROPN 5 obj =Uganda @Uganda
    have AUX 9 aux
    been/be AUX 9 aux:pass
    cancelled/cancel VERB 0 root Tense=Past|VerbForm=Part
    """
    meeting = only(scene(tree))
    assert (meeting.status, meeting.kind) == ("cancelled", "visit")
    assert who(meeting) == [("William Ruto", "KEN"), (None, "UGA")]


def test_a_denied_meeting_is_told_as_denied() -> None:
    tree = f"""
    Ruto PROPN 2 nsubj =Ruto
    denied/deny VERB 0 root {PAST}
    meeting/meet VERB 2 xcomp VerbForm=Ger
    Museveni PROPN 3 obj =Museveni
    """
    assert only(scene(tree)).status == "denied"


def test_no_meeting_inside_one_government() -> None:
    tree = f"""
    Ruto PROPN 2 nsubj =Ruto
    met/meet VERB 0 root {PAST}
    his PRON 4 nmod:poss =Ruto
    advisers NOUN 2 obj =advisers Number=Plur
    """
    assert meetings(scene(tree)) == []


def test_reporters_are_no_side() -> None:
    tree = f"""
    Ruto PROPN 2 nsubj =Ruto
    spoke/speak VERB 0 root {PAST}
    to ADP 4 case
    reporters NOUN 2 obl =reporters Number=Plur
    by ADP 6 case
    phone NOUN 2 obl
    """
    assert meetings(scene(tree)) == []


@pytest.mark.parametrize("often", ["repeatedly ADV 2 advmod", "often ADV 2 advmod", "twice ADV 2 advmod"])
def test_many_meetings_are_no_entry(often: str) -> None:
    tree = f"""
    Ruto PROPN 2 nsubj =Ruto
    met/meet VERB 0 root {PAST}
    Museveni PROPN 2 obj =Museveni
    {often}
    """
    assert meetings(scene(tree)) == []


def test_a_call_by_phone() -> None:
    tree = f"""
    Ruto PROPN 2 nsubj =Ruto
    spoke/speak VERB 0 root {PAST}
    with ADP 4 case
    Museveni PROPN 2 obl =Museveni
    by ADP 6 case
    phone NOUN 2 obl
    """
    meeting = only(scene(tree))
    assert (meeting.kind, who(meeting)) == ("call", BOTH)


def test_one_who_is_received() -> None:
    tree = f"""
    Ruto PROPN 3 nsubj:pass =Ruto
    was/be AUX 3 aux:pass {PAST}
    received/receive VERB 0 root Tense=Past|VerbForm=Part
    by ADP 5 case
    Museveni PROPN 3 obl =Museveni
    """
    assert sorted(who(only(scene(tree)))) == BOTH


def test_journey_and_purpose_are_one_entry() -> None:
    tree = f"""
    Ruto PROPN 2 nsubj =Ruto
    flew/fly VERB 0 root {PAST}
    to ADP 4 case
    Entebbe PROPN 2 obl @Entebbe
    on ADP 6 case
    Tuesday PROPN 2 obl
    to PART 8 mark
    meet VERB 2 advcl VerbForm=Inf
    Museveni PROPN 8 obj =Museveni
    """
    meeting = only(scene(tree))
    assert who(meeting) == BOTH
    assert (meeting.place, meeting.start, meeting.status) == ("Entebbe", "2023-05-09", "held")


def test_setting_out_in_the_present_tense_lies_ahead() -> None:
    tree = """
    Ruto PROPN 3 nsubj =Ruto
    is/be AUX 3 aux
    heading/head VERB 0 root Tense=Pres|VerbForm=Part
    to ADP 5 case
    Kampala PROPN 3 obl @Kampala
    """
    meeting = only(scene(tree))
    assert (meeting.status, meeting.kind) == ("planned", "visit")
    assert who(meeting) == [("William Ruto", "KEN"), (None, "UGA")]


def test_a_journey_at_home_is_no_visit() -> None:
    tree = f"""
    Ruto PROPN 2 nsubj =Ruto
    flew/fly VERB 0 root {PAST}
    to ADP 4 case
    Nairobi PROPN 2 obl @Nairobi
    """
    assert meetings(scene(tree)) == []


def test_partners_with_places_of_their_own_are_met_apart() -> None:
    tree = """
    Ruto PROPN 2 nsubj =Ruto
    arrives/arrive VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
    for ADP 4 case
    talks/talk NOUN 2 obl Number=Plur
    with ADP 6 case
    Museveni PROPN 4 nmod =Museveni
    in ADP 8 case
    Entebbe PROPN 6 nmod @Entebbe
    and CCONJ 10 cc
    Kagame PROPN 6 conj =Kagame
    in ADP 12 case
    Kigali PROPN 10 nmod @Kigali
    """
    found = meetings(scene(tree))
    assert [(who(m), m.place, m.status) for m in found] == [
        (BOTH, "Entebbe", "planned"),
        ([("William Ruto", "KEN"), ("Paul Kagame", "RWA")], "Kigali", "planned"),
    ]


def test_a_noun_held_up_by_a_verb() -> None:
    tree = f"""
    Ruto PROPN 2 nsubj =Ruto
    held/hold VERB 0 root {PAST}
    talks/talk NOUN 2 obj Number=Plur
    with ADP 5 case
    Museveni PROPN 3 nmod =Museveni
    """
    meeting = only(scene(tree))
    assert (who(meeting), meeting.status) == (BOTH, "held")


def test_the_side_that_speaks_after_the_meeting() -> None:
    tree = f"""
    After ADP 3 case
    a DET 3 det
    meeting NOUN 8 obl Number=Sing
    with ADP 5 case
    Museveni PROPN 3 nmod =Museveni
    , PUNCT 3 punct
    Ruto PROPN 8 nsubj =Ruto
    smiled/smile VERB 0 root {PAST}
    """
    assert who(only(scene(tree))) == BOTH


def test_states_before_the_noun() -> None:
    tree = f"""
    The DET 6 det
    Kenya PROPN 4 compound =Kenya
    - PUNCT 2 punct
    Uganda PROPN 6 compound =Uganda
    Entebbe PROPN 6 compound @Entebbe
    summit NOUN 7 nsubj Number=Sing
    ended/end VERB 0 root {PAST}
    """
    meeting = only(scene(tree))
    assert who(meeting) == [(None, "KEN"), (None, "UGA")]
    assert (meeting.kind, meeting.place) == ("summit", "Entebbe")


def test_later_mentions_add_place_and_date() -> None:
    first = f"""
    Ruto PROPN 2 nsubj =Ruto
    met/meet VERB 0 root {PAST}
    Museveni PROPN 2 obj =Museveni
    """
    second = f"""
    Thursday PROPN 3 nmod:poss
    's PART 1 case
    meeting NOUN 4 nsubj Number=Sing
    took/take VERB 0 root {PAST}
    place NOUN 4 obj
    in ADP 7 case
    Entebbe PROPN 4 obl @Entebbe
    """
    meeting = only(scene(first, second))
    assert (meeting.start, meeting.place) == ("2023-05-11", "Entebbe")
    assert meeting.evidence == "Ruto met Museveni"


def test_other_days_are_other_meetings() -> None:
    again = MET.replace("Thursday", "Monday")
    found = meetings(scene(MET, again))
    assert [m.start for m in found] == ["2023-05-11", "2023-05-08"]


def test_a_meeting_ahead_is_not_the_one_held() -> None:
    ahead = """
    Ruto PROPN 3 nsubj =Ruto
    will AUX 3 aux
    meet VERB 0 root VerbForm=Inf
    Museveni PROPN 3 obj =Museveni
    again ADV 3 advmod
    """
    assert [m.status for m in meetings(scene(MET, ahead))] == ["held", "planned"]


def test_an_untold_day_stays_untold() -> None:
    tree = f"""
    Ruto PROPN 2 nsubj =Ruto
    met/meet VERB 0 root {PAST}
    Museveni PROPN 2 obj =Museveni
    """
    meeting = only(scene(tree))
    assert (meeting.start, meeting.end, meeting.date_basis, meeting.place) == (None, None, None, None)


def test_a_press_conference_is_no_meeting() -> None:
    tree = f"""
    Ruto PROPN 2 nsubj =Ruto
    held/hold VERB 0 root {PAST}
    a DET 5 det
    news NOUN 5 compound
    conference NOUN 2 obj Number=Sing
    with ADP 7 case
    Museveni PROPN 5 nmod =Museveni
    """
    assert meetings(scene(tree)) == []
