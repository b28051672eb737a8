"""One sentence, two trees: what two parsers draw differently must give the same encounters."""

from __future__ import annotations

import pytest

from chancery.observations.types import Meeting
from tests.observations.meetings.scene import scene
from tests.observations.meetings.test_find import BOTH, PAST, meetings, who

PLU = "Number=Plur"


def told(*trees: str) -> list[Meeting]:
    return meetings(scene(*trees))


@pytest.mark.parametrize(("above", "rel"), [(6, "conj"), (2, "conj"), (3, "conj")])
def test_each_partner_with_a_day_is_met_on_that_day(above: int, rel: str) -> None:
    """The second name hangs on the first day, on the verb or on the first name."""
    found = told(f"""
    Ruto PROPN 2 nsubj =Ruto
    received/receive VERB 0 root {PAST}
    Museveni PROPN 2 obj =Museveni
    on ADP 6 case
    last ADJ 6 amod
    Monday PROPN 2 obl
    and CCONJ 8 cc
    Kagame PROPN {above} {rel} =Kagame
    on ADP 10 case
    Tuesday PROPN 2 obl
    . PUNCT 2 punct
    """)
    assert [([p.name for p in m.participants], m.start) for m in found] == [
        (["William Ruto", "Yoweri Museveni"], "2023-05-01"),
        (["William Ruto", "Paul Kagame"], "2023-05-09"),
    ]


@pytest.mark.parametrize("above", [1, 3])
def test_what_is_told_of_talks_dates_them_wherever_it_hangs(above: int) -> None:
    """The clause "which broke down" hangs on the talks, or on who was met there."""
    (meeting,) = told(f"""
    Ruto PROPN 2 nsubj =Ruto
    held/hold VERB 0 root {PAST}
    talks/talk NOUN 2 obj {PLU}
    with ADP 5 case
    Museveni PROPN 3 nmod =Museveni
    which PRON 7 nsubj
    collapsed/collapse VERB {3 if above == 1 else 5} acl:relcl {PAST}
    in ADP 9 case
    March PROPN 7 obl
    . PUNCT 2 punct
    """)
    assert (who(meeting), meeting.status, meeting.start) == (BOTH, "held", "2023-03")


@pytest.mark.parametrize("tree", ["noun", "name"])
def test_who_the_last_visitor_was_is_told_by_either_root(tree: str) -> None:
    leader, name = ((0, "root"), (4, "nsubj")) if tree == "noun" else ((9, "nsubj"), (0, "root"))
    cop = 4 if tree == "noun" else 9
    (meeting,) = told(f"""
    The DET 4 det
    last ADJ 4 amod
    Kenyan ADJ 4 amod
    leader NOUN {leader[0]} {leader[1]}
    to PART 6 mark
    visit VERB 4 acl VerbForm=Inf
    Uganda PROPN 6 obj =Uganda @Uganda
    was/be AUX {cop} cop {PAST}
    Ruto PROPN {name[0]} {name[1]} =Ruto
    . PUNCT {cop} punct
    """)
    assert who(meeting) == [("William Ruto", "KEN"), (None, "UGA")]


@pytest.mark.parametrize("above", [2, 9])
def test_a_time_behind_what_is_ahead_is_its_own(above: int) -> None:
    """ "Next week" hangs on the journey, or on the talks ahead of which it is made."""
    found = told(f"""
    Kagame PROPN 2 nsubj =Kagame
    waited/wait VERB 0 root {PAST}
    ahead ADV 5 case
    of ADP 3 fixed
    talks/talk NOUN 2 obl {PLU}
    between ADP 7 case
    Ruto PROPN 5 nmod =Ruto
    and CCONJ 9 cc
    Museveni PROPN 7 conj =Museveni
    next ADJ 11 amod
    week NOUN {5 if above == 9 else 2} obl:unmarked
    in ADP 13 case
    Kigali PROPN 9 nmod @Kigali
    . PUNCT 2 punct
    """)
    assert [(who(m), m.start, m.end, m.place) for m in found] == [(BOTH, "2023-05-15", "2023-05-21", "Kigali")]


def test_a_last_visit_of_long_ago_is_not_the_one_of_now() -> None:
    found = told(
        f"""
    Ruto PROPN 2 nsubj =Ruto
    met/meet VERB 0 root {PAST}
    Museveni PROPN 2 obj =Museveni
    in ADP 5 case
    Kampala PROPN 2 obl @Kampala
    . PUNCT 2 punct
    """,
        f"""
    Ruto PROPN 3 nmod:poss =Ruto
    last ADJ 3 amod
    visit NOUN 8 nsubj
    to ADP 5 case
    Uganda PROPN 3 nmod =Uganda @Uganda
    was/be AUX 8 cop {PAST}
    in ADP 8 case
    2009 NUM 0 root NumType=Card
    . PUNCT 8 punct
    """,
    )
    assert [(who(m), m.start) for m in found] == [
        (BOTH, None),
        ([("William Ruto", "KEN"), (None, "UGA")], "2009"),
    ]


@pytest.mark.parametrize("above", [8, 10])
def test_plans_that_are_called_off_wherever_their_subject_hangs(above: int) -> None:
    """ "Plans for X to visit were cancelled, officials said": "plans" hangs on its verb, or on "said"."""
    (meeting,) = told(f"""
    Plans/plan NOUN {above} nsubj {PLU}
    for ADP 3 case
    Ruto PROPN 1 nmod =Ruto
    to PART 5 mark
    visit VERB 1 acl VerbForm=Inf
    Uganda PROPN 5 obj =Uganda @Uganda
    were/be AUX 8 aux:pass {PAST}
    cancelled/cancel VERB 10 ccomp Tense=Past|VerbForm=Part
    officials/official NOUN 10 nsubj {PLU}
    said/say VERB 0 root {PAST}
    . PUNCT 10 punct
    """)
    assert (meeting.status, who(meeting)) == ("cancelled", [("William Ruto", "KEN"), (None, "UGA")])


def test_the_island_is_the_state_told_last() -> None:
    found = told(
        f"""
    Kagame PROPN 2 nsubj =Kagame
    left/leave VERB 0 root {PAST}
    Uganda PROPN 2 obj =Uganda @Uganda
    . PUNCT 2 punct
    """,
        f"""
    Ruto PROPN 3 nmod:poss =Ruto
    planned ADJ 3 amod
    trip NOUN 7 nsubj
    to ADP 6 case
    the DET 6 det
    country NOUN 3 nmod
    drew/draw VERB 0 root {PAST}
    praise NOUN 7 obj
    . PUNCT 7 punct
    """,
    )
    assert [(m.status, who(m)) for m in found] == [("planned", [("William Ruto", "KEN"), (None, "UGA")])]
