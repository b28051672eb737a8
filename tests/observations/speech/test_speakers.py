"""Who speaks: issuers of documents, names given later, both of two, transcripts, states of unnamed officials."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

from chancery.lexicon.load import Lexicon
from chancery.observations.speech.find import find_statements
from tests.lexicon.cue_table import CUES
from tests.observations.speech.scene import scene, statements

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
LEXICON = cast(Lexicon, SimpleNamespace(cues=CUES))


def speakers(text: str) -> list[str]:
    return [s.speaker for s in statements(text)]


def states(text: str, home: str | None) -> list[str | None]:
    return [s.speaker_country for s in find_statements(replace(scene(text), home=home), LEXICON)]


def said(subject: str, verb: int) -> str:
    return (
        f"{subject} said|VERB|0|root|{FIN} ports|NOUN|{verb + 3}|nsubj had|AUX|{verb + 3}|aux|{FIN} "
        f"closed|VERB|{verb}|ccomp ~.|PUNCT|{verb}|punct"
    )


def test_a_statement_by_somebody_is_that_persons() -> None:
    assert speakers(said("A|DET|2|det tweet|NOUN|5|nsubj by|ADP|4|case Ruto|PROPN|2|nmod =Ruto", 5)) == ["William Ruto"]


def test_a_statement_on_somebodys_website_is_that_persons() -> None:
    text = (
        "The|DET|2|det statement|NOUN|7|nsubj published/publish|VERB|2|acl on|ADP|6|case Ruto|PROPN|6|nmod:poss =Ruto "
        "website|NOUN|3|obl"
    )
    assert speakers(said(text, 7)) == ["William Ruto"]


def test_a_study_speaks_for_itself() -> None:
    assert speakers(said("A|DET|2|det report|NOUN|5|nsubj by|ADP|4|case Ruto|PROPN|2|nmod =Ruto", 5)) == [
        "report by Ruto"
    ]


def test_both_of_two_that_the_parser_left_apart() -> None:
    text = "Both|CCONJ|2|cc:preconj Ruto|PROPN|5|nsubj =Ruto and|CCONJ|4|cc Mbeki|PROPN|5|nsubj =Mbeki"
    assert speakers(said(text, 5)) == ["William Ruto", "Sipho Mbeki"]


def test_a_second_verb_is_said_by_who_said_the_first() -> None:
    assert speakers(
        "“|PUNCT|3|punct ~Kenya|PROPN|3|nsubj =Kenya closed|VERB|7|ccomp ~,|PUNCT|3|punct ~”|PUNCT|3|punct "
        f"Ruto|PROPN|7|nsubj =Ruto said|VERB|0|root|{FIN} ~,|PUNCT|10|punct and|CCONJ|10|cc added|VERB|7|conj|{FIN} "
        f"that|SCONJ|14|mark ports|NOUN|14|nsubj were|AUX|14|cop|{FIN} full|ADJ|10|ccomp ~.|PUNCT|7|punct"
    ) == ["William Ruto", "William Ruto"]


def test_a_post_in_the_lead_is_the_person_named_later() -> None:
    lead = said("Kenya|PROPN|2|compound =Kenya president|NOUN|3|nsubj", 3)
    later = said("Ruto|PROPN|2|nsubj =Ruto", 2)
    assert speakers(f"{said('A|DET|2|det president|NOUN|3|nsubj', 3)}\n{later}") == ["president", "William Ruto"]
    assert speakers(f"{lead}\n{later}") == ["William Ruto", "William Ruto"]
    assert speakers(f"{said('A|DET|2|det envoy|NOUN|3|nsubj', 3)}\n{later}") == ["envoy", "William Ruto"]


def test_a_state_is_named_as_printed() -> None:
    assert speakers(said("Kenya|PROPN|2|nsubj =Kenya", 2)) == ["Kenya"]


def test_a_transcript_in_plain_letters() -> None:
    found = statements(
        "Reporter|NOUN|4|dep ~:|PUNCT|1|punct Are|AUX|5|cop they|PRON|5|nsubj open|ADJ|0|root ~?|PUNCT|5|punct\n\n"
        "Ruto|PROPN|5|dep =Ruto ~:|PUNCT|1|punct They|PRON|5|nsubj are|AUX|5|cop open|ADJ|0|root ~.|PUNCT|5|punct"
    )
    assert [(s.speaker, s.content) for s in found] == [("William Ruto", "They are open.")]


def test_police_and_judges_are_of_the_reports_state() -> None:
    assert states(said("Police|NOUN|2|nsubj", 2), "KEN") == ["KEN"]
    assert states(said("Local/local|ADJ|2|amod officials/official|NOUN|3|nsubj", 3), "KEN") == ["KEN"]
    assert states(said("Police|NOUN|2|nsubj", 2), None) == [None]


def test_diplomats_sources_and_foreigners_may_be_of_any() -> None:
    for subject in ("A|DET|2|det diplomat|NOUN|3|nsubj", "A|DET|2|det source|NOUN|3|nsubj"):
        assert states(said(subject, 3), "KEN") == [None]
    assert states(said("Western/western|ADJ|2|amod officials/official|NOUN|3|nsubj", 3), "KEN") == [None]
