"""Short forms that a report introduces."""

from __future__ import annotations

import pytest

from chancery.grammar.conllu import parsed_from
from chancery.grammar.types import Parsed
from chancery.mentions.bodies.shortforms import introduced
from tests.mentions.scenes import marked, word


def flat(text: str) -> Parsed:
    """A sentence of words apart by spaces, all hanging on the first."""
    lines = [
        f"{i} {form} {form} X _ _ {min(i - 1, 1)} {'root' if i == 1 else 'dep'} _ _"
        for i, form in enumerate(text.split(), start=1)
    ]
    return parsed_from("\n".join(lines) + "\n", published="2019-04-26")


@pytest.mark.parametrize(
    ("text", "form", "long"),
    [
        ("the Zambezi River Authority ( ZRA ) runs the dam", "ZRA", "Zambezi River Authority"),
        ("the Korea Institute for National Unification ( KINU ) said", "KINU",
         "Korea Institute for National Unification"),
        ("the Movement for the Salvation of Azawad ( MSA ) signed", "MSA", "Movement for the Salvation of Azawad"),
        ("the Centre for Strategic Forecasting , or CSF , said", "CSF", "Centre for Strategic Forecasting"),
        ("the ministry of industry and trade ( MIT ) said", "MIT", "ministry of industry and trade"),
        ("the All India Trinamool Congress ( “ AITC ” ) said", "AITC", "All India Trinamool Congress"),
        ("the Free Aceh Movement [ FAM ] said", "FAM", "Free Aceh Movement"),
    ],
)  # fmt: skip
def test_a_long_form_before_its_short_one(text: str, form: str, long: str) -> None:
    parsed = flat(text)
    (short,) = introduced(parsed)
    assert short.form == form
    assert " ".join(t.text for t in parsed.tokens[short.first : short.last]) == long


@pytest.mark.parametrize(
    "text",
    [
        "the minister ( who leaves in May ) said",
        "the senator ( R ) said",
        "a party of the left ( SPD ) said",
        "the agency ( AFP ) reported",
        "in the capital ( see page 5 ) of the state",
        "( ABC ) opened the day",
    ],
)
def test_other_words_in_brackets_are_none(text: str) -> None:
    assert introduced(flat(text)) == ()


AUTHORITY = """
1 The the DET _ _ 4 det _ _
2 Popular Popular PROPN _ Number=Sing 4 compound _ Name=B-ORG
3 Alliance Alliance PROPN _ Number=Sing 4 compound _ Name=I-ORG
4 Party Party PROPN _ Number=Sing 8 nsubj _ Name=I-ORG
5 ( ( PUNCT _ _ 6 punct _ SpaceAfter=No
6 PAP PAP PROPN _ Number=Sing 4 appos _ Name=B-ORG|SpaceAfter=No
7 ) ) PUNCT _ _ 6 punct _ _
8 agreed agree VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
9 . . PUNCT _ _ 8 punct _ _

1 The the DET _ _ 2 det _ _
2 PAP PAP PROPN _ Number=Sing 3 nsubj _ Name=B-PER
3 objected object VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
4 . . PUNCT _ _ 3 punct _ _
"""

WATCHDOG = """
1 The the DET _ _ 5 det _ _
2 International International PROPN _ Number=Sing 5 compound _ Name=B-ORG
3 Atomic Atomic PROPN _ Number=Sing 5 compound _ Name=I-ORG
4 Energy Energy PROPN _ Number=Sing 5 compound _ Name=I-ORG
5 Agency Agency PROPN _ Number=Sing 9 nsubj _ Name=I-ORG
6 ( ( PUNCT _ _ 7 punct _ SpaceAfter=No
7 IAEA IAEA PROPN _ Number=Sing 5 appos _ Name=B-ORG|SpaceAfter=No
8 ) ) PUNCT _ _ 7 punct _ _
9 agreed agree VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
10 . . PUNCT _ _ 9 punct _ _
"""


def test_the_report_goes_before_the_atlas() -> None:
    scene = marked(AUTHORITY)
    (party,) = scene.named(word(scene, "PAP", 1))
    assert (party.name, party.country) == ("Popular Alliance Party", None)
    assert scene.named(word(scene, "Party")) == (party,)
    assert scene.named(word(scene, "PAP")) == (party,)


def test_what_the_atlas_knows_alike_stays_known() -> None:
    scene = marked(WATCHDOG)
    (party,) = scene.named(word(scene, "IAEA"))
    assert (party.kind, party.code, party.name) == ("body", "IGO", "International Atomic Energy Agency")
