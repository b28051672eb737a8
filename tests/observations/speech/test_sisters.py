"""One sentence, two trees: what two parsers draw differently must give the same statement.

Each case has the tree of the guidelines and a sister that parsers draw in its place.
"""

from __future__ import annotations

import pytest

from tests.observations.speech.scene import statements

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
GER = "Tense=Pres|VerbForm=Part"
PLU = "Number=Plur"

Told = tuple[str, str]
"""Speaker and content."""

CASES: dict[str, tuple[Told, tuple[str, ...]]] = {
    "whom one is urged, under the verb or under what they are to do": (
        ("William Ruto", "all states to carry it"),
        tuple(
            f"Ruto|PROPN|2|nsubj =Ruto urged/urge|VERB|0|root|{FIN} all|DET|4|det states/state|NOUN|{head}|{rel} "
            "to|PART|6|mark carry|VERB|2|xcomp it|PRON|6|obj ~.|PUNCT|2|punct"
            for head, rel in ((2, "obj"), (6, "obj"), (6, "nsubj"))
        ),
    ),
    "what was told somebody, under the telling verb or under the agency's": (
        ("William Ruto", "it would end"),
        tuple(
            f"Ruto|PROPN|2|nsubj =Ruto told/tell|VERB|9|ccomp|{FIN} Mbeki|PROPN|2|iobj =Mbeki that|SCONJ|7|mark "
            f"it|PRON|7|nsubj would|AUX|7|aux|VerbForm=Fin end|VERB|{head}|ccomp|VerbForm=Inf ~,|PUNCT|7|punct "
            f"wrote/write|VERB|0|root|{FIN} Tass|PROPN|9|nsubj =Tass ~.|PUNCT|9|punct"
            for head in (2, 9)
        ),
    ),
    "the subject of what was added, or the object of adding": (
        ("William Ruto", "the move showed disregard"),
        tuple(
            f"Ruto|PROPN|2|nsubj =Ruto left/leave|VERB|0|root|{FIN} ~,|PUNCT|4|punct adding/add|VERB|2|advcl|{GER} "
            f"the|DET|6|det move|NOUN|{thing}|{rel} showed/show|VERB|{clause}|ccomp|{FIN} disregard|NOUN|7|obj "
            "~.|PUNCT|2|punct"
            for thing, rel, clause in ((7, "nsubj", 4), (4, "obj", 2))
        ),
    ),
    "a participle behind a comma, adverbial or inserted": (
        ("William Ruto", "ports would close"),
        tuple(
            f"Ruto|PROPN|2|nsubj =Ruto criticised/criticise|VERB|0|root|{FIN} it|PRON|2|obj ~,|PUNCT|6|punct "
            f"now|ADV|6|advmod warning/warn|VERB|2|{rel}|{GER} ports/port|NOUN|9|nsubj|{PLU} "
            "would|AUX|9|aux|VerbForm=Fin close|VERB|6|ccomp|VerbForm=Inf ~.|PUNCT|2|punct"
            for rel in ("advcl", "parataxis")
        ),
    ),
    "the subject of what was said, under its verb or under the reporting verb": (
        ("two envoys", "Plans had been dropped"),
        tuple(
            f"Plans/plan|NOUN|{head}|nsubj|{PLU} had|AUX|4|aux|{FIN} been|AUX|4|aux:pass dropped/drop|VERB|8|ccomp "
            f"~,|PUNCT|4|punct two|NUM|7|nummod envoys/envoy|NOUN|8|nsubj|{PLU} said/say|VERB|0|root|{FIN} "
            "~.|PUNCT|8|punct"
            for head in (4, 8)
        ),
    ),
    "who said it beside a relative clause hung too high": (
        ("William Ruto", "ports would close"),
        tuple(
            f"Uganda|PROPN|2|nsubj =Uganda saw/see|VERB|0|root|{FIN} towns/town|NOUN|2|obj|{PLU} with|ADP|5|case "
            f"Ruto|PROPN|3|nmod =Ruto ~,|PUNCT|8|punct who|PRON|8|nsubj said/say|VERB|{head}|acl:relcl|{FIN} "
            f"ports/port|NOUN|11|nsubj|{PLU} would|AUX|11|aux|VerbForm=Fin close|VERB|8|ccomp|VerbForm=Inf "
            "~.|PUNCT|2|punct"
            for head in (5, 3)
        ),
    ),
    "an office and its owner, who was taken for the subject": (
        ("Ruto’s office", "ports would close"),
        tuple(
            f"Ruto|PROPN|{head}|{rel} =Ruto ~’s|PART|1|case office|NOUN|4|nsubj said/say|VERB|0|root|{FIN} "
            f"ports/port|NOUN|7|nsubj|{PLU} would|AUX|7|aux|VerbForm=Fin close|VERB|4|ccomp|VerbForm=Inf "
            "~.|PUNCT|4|punct"
            for head, rel in ((3, "nmod:poss"), (4, "nsubj"))
        ),
    ),
    "a clause that goes on, under what was said or under the reporting verb": (
        ("William Ruto", "ports would close and it would appeal"),
        tuple(
            f"Ruto|PROPN|2|nsubj =Ruto said/say|VERB|0|root|{FIN} ports/port|NOUN|5|nsubj|{PLU} "
            "would|AUX|5|aux|VerbForm=Fin close|VERB|2|ccomp|VerbForm=Inf and|CCONJ|9|cc it|PRON|9|nsubj "
            f"would|AUX|9|aux|VerbForm=Fin appeal|VERB|{head}|conj|VerbForm=Inf ~.|PUNCT|2|punct"
            for head in (5, 2)
        ),
    ),
}


@pytest.mark.parametrize(("told", "tree"), [(told, tree) for told, trees in CASES.values() for tree in trees])
def test_both_trees_give_the_same_statement(told: Told, tree: str) -> None:
    assert told in [(s.speaker, s.content) for s in statements(tree)]


def test_what_is_called_for_on_somebody_is_not_called_on_them() -> None:
    tree = (
        f"Ruto|PROPN|2|nsubj =Ruto called/call|VERB|0|root|{FIN} for|ADP|4|case curbs/curb|NOUN|2|obl|{PLU} "
        "on|ADP|8|mark Uganda|PROPN|8|nsubj:pass =Uganda to|PART|8|mark ease|VERB|2|advcl ~.|PUNCT|2|punct"
    )
    assert not statements(tree)


@pytest.mark.parametrize("rel", ["appos", "nmod"])
def test_the_place_told_last_belongs_to_what_was_said(rel: str) -> None:
    tree = (
        f"Ruto|PROPN|2|nsubj =Ruto said/say|VERB|0|root|{FIN} troops/troop|NOUN|4|nsubj|{PLU} "
        f"left/leave|VERB|2|ccomp|{FIN} Uganda|PROPN|4|obj =Uganda ~,|PUNCT|9|punct the|DET|9|det last|ADJ|9|amod "
        f"base|NOUN|5|{rel} ~.|PUNCT|2|punct"
    )
    assert [s.content for s in statements(tree)] == ["troops left Uganda, the last base"]
