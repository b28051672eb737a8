"""Statements: which words make one, where its content ends, and who speaks. Trees are drawn by hand."""

from __future__ import annotations

import pytest

from chancery.observations.types import Statement
from tests.observations.speech.scene import statements

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"


def only(text: str) -> Statement:
    found = statements(text)
    assert len(found) == 1, found
    return found[0]


def contents(text: str) -> list[str]:
    return [s.content for s in statements(text)]


def test_a_clause_with_that() -> None:
    said = only(
        f"Ruto|PROPN|2|nsubj =Ruto said|VERB|0|root|{FIN} on|ADP|4|case Monday|PROPN|2|obl that|SCONJ|9|mark "
        "the|DET|7|det port|NOUN|9|nsubj would|AUX|9|aux open|VERB|2|ccomp ~.|PUNCT|2|punct"
    )
    assert (said.content, said.cue, said.kind) == ("the port would open", "said", "indirect")
    assert (said.speaker, said.speaker_country, said.office) == ("William Ruto", "KEN", "President")
    assert (said.official, said.act, said.date) == (True, "assert", "2023-05-08")


def test_the_time_of_speaking_is_no_content_without_that() -> None:
    assert contents(
        f"Ruto|PROPN|2|nsubj =Ruto said|VERB|0|root|{FIN} on|ADP|4|case Monday|PROPN|8|obl the|DET|6|det "
        "port|NOUN|8|nsubj would|AUX|8|aux open|VERB|2|ccomp ~.|PUNCT|2|punct"
    ) == ["the port would open"]


def test_a_clause_before_the_verb() -> None:
    said = only(
        "The|DET|2|det port|NOUN|4|nsubj will|AUX|4|aux open|VERB|7|ccomp ~,|PUNCT|4|punct Ruto|PROPN|7|nsubj =Ruto "
        f"said|VERB|0|root|{FIN} ~.|PUNCT|7|punct"
    )
    assert said.content == "The port will open"


def test_a_clause_around_an_inserted_verb_keeps_the_part_with_its_verb() -> None:
    assert contents(
        "The|DET|2|det port|NOUN|8|nsubj ~,|PUNCT|2|punct Ruto|PROPN|5|nsubj =Ruto "
        f"said|VERB|8|parataxis|{FIN} ~,|PUNCT|5|punct was|AUX|8|cop|{FIN} open|ADJ|0|root ~.|PUNCT|8|punct"
    ) == ["was open"]


def test_a_quotation_of_several_sentences_is_one_statement() -> None:
    said = only(
        "“|PUNCT|3|punct ~We|PRON|3|nsubj agree|VERB|0|root ~.|PUNCT|3|punct\n"
        "It|PRON|4|nsubj is|AUX|4|cop a|DET|4|det start|NOUN|8|ccomp ~,|PUNCT|4|punct ~”|PUNCT|4|punct "
        f"Ruto|PROPN|8|nsubj =Ruto said|VERB|0|root|{FIN} ~.|PUNCT|8|punct"
    )
    assert (said.content, said.kind) == ("We agree. It is a start", "direct")


def test_a_quotation_carried_on_has_no_cue_and_the_same_speaker() -> None:
    first, second = statements(
        "“|PUNCT|3|punct ~We|PRON|3|nsubj agree|VERB|7|ccomp ~,|PUNCT|3|punct ~”|PUNCT|3|punct "
        f"Ruto|PROPN|7|nsubj =Ruto said|VERB|0|root|{FIN} ~.|PUNCT|7|punct\n\n"
        "“|PUNCT|5|punct ~It|PRON|5|nsubj is|AUX|5|cop a|DET|5|det start|NOUN|0|root ~.|PUNCT|5|punct "
        "~”|PUNCT|5|punct"
    )
    assert (first.cue, second.cue) == ("said", None)
    assert second.content == "It is a start."
    assert second.speaker == "William Ruto"


def test_mixed_content_keeps_its_inner_marks() -> None:
    said = only(
        f"Ruto|PROPN|2|nsubj =Ruto said|VERB|0|root|{FIN} talks|NOUN|6|nsubj were|AUX|6|cop|{FIN} “|PUNCT|6|punct "
        "~frank|ADJ|2|ccomp ~”|PUNCT|6|punct ~.|PUNCT|2|punct"
    )
    assert (said.content, said.kind) == ("talks were “frank”", "mixed")


def test_a_colon_brings_in_a_quotation() -> None:
    said = only(
        f"Ruto|PROPN|2|nsubj =Ruto told|VERB|0|root|{FIN} reporters|NOUN|2|iobj ~:|PUNCT|2|punct “|PUNCT|7|punct "
        "~We|PRON|7|nsubj agree|VERB|2|ccomp ~.|PUNCT|7|punct ~”|PUNCT|7|punct"
    )
    assert (said.content, said.addressee) == ("We agree.", "reporters")


def test_a_demand_with_its_addressee() -> None:
    said = only(
        f"Ruto|PROPN|2|nsubj =Ruto urged|VERB|0|root|{FIN} Uganda|PROPN|2|obj =Uganda to|PART|5|mark "
        "open|VERB|2|xcomp the|DET|7|det port|NOUN|5|obj ~.|PUNCT|2|punct"
    )
    assert (said.content, said.cue, said.act) == ("Uganda to open the port", "urged", "ask")
    assert said.addressee == "Uganda"


def test_a_bare_call_is_none() -> None:
    assert not statements(
        f"Ruto|PROPN|2|nsubj =Ruto called|VERB|0|root|{FIN} for|ADP|4|case talks|NOUN|2|obl ~.|PUNCT|2|punct"
    )


def test_a_name_in_quotation_marks_says_something() -> None:
    said = only(
        f"Ruto|PROPN|2|nsubj =Ruto called|VERB|0|root|{FIN} it|PRON|2|obj a|DET|7|det “|PUNCT|7|punct "
        "~frank|ADJ|7|amod "
        "talk|NOUN|2|xcomp ~”|PUNCT|7|punct ~.|PUNCT|2|punct"
    )
    assert said.content == "it a “frank talk”"


def test_a_name_without_them_says_nothing() -> None:
    assert not statements(
        f"Ruto|PROPN|2|nsubj =Ruto called|VERB|0|root|{FIN} it|PRON|2|obj a|DET|5|det talk|NOUN|2|xcomp "
        "~.|PUNCT|2|punct"
    )


@pytest.mark.parametrize(
    "words",
    [
        f"did|AUX|4|aux|{FIN} not|PART|4|advmod say|VERB|0|root|VerbForm=Inf",
        "will|AUX|4|aux|VerbForm=Fin soon|ADV|4|advmod say|VERB|0|root|VerbForm=Inf",
    ],
)
def test_what_was_not_said_is_no_statement(words: str) -> None:
    assert not statements(
        f"Ruto|PROPN|4|nsubj =Ruto {words} that|SCONJ|9|mark the|DET|7|det port|NOUN|9|nsubj would|AUX|9|aux "
        "open|VERB|4|ccomp ~.|PUNCT|4|punct"
    )


def test_a_refusal_to_say_is_none_but_going_on_to_say_is_one() -> None:
    tree = (
        "Ruto|PROPN|2|nsubj =Ruto {0}|VERB|0|root|" + FIN + " {1} to|PART|5|mark say|VERB|2|{2}|VerbForm=Inf "
        "that|SCONJ|10|mark the|DET|8|det port|NOUN|10|nsubj would|AUX|10|aux open|VERB|5|ccomp ~.|PUNCT|2|punct"
    )
    assert not statements(tree.format("declined/decline", "again|ADV|2|advmod", "xcomp"))
    assert statements(tree.format("went/go", "on|ADV|2|advmod", "advcl"))


def test_a_participle_goes_on_from_the_speaker() -> None:
    first, second = statements(
        f"Ruto|PROPN|2|nsubj =Ruto said|VERB|0|root|{FIN} talks|NOUN|4|nsubj failed|VERB|2|ccomp|{FIN} "
        "~,|PUNCT|6|punct "
        f"adding|VERB|4|advcl|VerbForm=Ger that|SCONJ|9|mark nobody|PRON|9|nsubj came|VERB|6|ccomp|{FIN} "
        "~.|PUNCT|2|punct"
    )
    assert first.content == "talks failed"
    assert (second.content, second.cue, second.speaker) == ("nobody came", "adding", "William Ruto")


def test_an_aside_in_the_present_is_the_reporters() -> None:
    assert contents(
        f"Ruto|PROPN|2|nsubj =Ruto said|VERB|0|root|{FIN} trade|NOUN|5|nsubj would|AUX|5|aux grow|VERB|2|ccomp "
        "with|ADP|7|case Uganda|PROPN|5|obl =Uganda ~,|PUNCT|11|punct which|PRON|11|nsubj is|AUX|11|cop|VerbForm=Fin "
        "landlocked|ADJ|7|acl:relcl ~.|PUNCT|2|punct"
    ) == ["trade would grow with Uganda"]


def test_a_second_verb_of_another_form_is_the_reporters() -> None:
    assert contents(
        f"Ruto|PROPN|2|nsubj =Ruto said|VERB|0|root|{FIN} he|PRON|5|nsubj would|AUX|5|aux "
        "stay|VERB|2|ccomp|VerbForm=Inf "
        f"and|CCONJ|7|cc thanked|VERB|5|conj|{FIN} Uganda|PROPN|7|obj =Uganda ~.|PUNCT|2|punct"
    ) == ["he would stay"]


def test_according_to() -> None:
    said = only(
        f"The|DET|2|det port|NOUN|3|nsubj closed|VERB|0|root|{FIN} ~,|PUNCT|7|punct according|VERB|7|case "
        "to|ADP|5|fixed "
        "Mbeki|PROPN|3|obl =Mbeki ~.|PUNCT|3|punct"
    )
    assert (said.content, said.cue, said.official) == ("The port closed", "according to", False)


def test_a_noun_can_be_the_cue() -> None:
    said = only(
        "Kenya|PROPN|3|nmod:poss =Kenya ~'s|PART|1|case claim|NOUN|9|nsubj that|SCONJ|7|mark talks|NOUN|7|nsubj "
        f"had|AUX|7|aux|{FIN} failed|VERB|3|acl|VerbForm=Part was|AUX|9|cop|{FIN} wrong|ADJ|0|root ~.|PUNCT|9|punct"
    )
    assert (said.content, said.cue, said.speaker) == ("talks had failed", "claim", "Kenya")


def test_a_relative_clause_behind_such_a_noun_is_none() -> None:
    assert not statements(
        "Kenya|PROPN|3|nmod:poss =Kenya ~'s|PART|1|case claim|NOUN|8|nsubj that|PRON|6|obj it|PRON|6|nsubj "
        f"made/make|VERB|3|acl:relcl|{FIN} was|AUX|8|cop|{FIN} wrong|ADJ|0|root ~.|PUNCT|8|punct"
    )


def test_speakers_side_by_side_are_one_entry_each() -> None:
    found = statements(
        f"Ruto|PROPN|4|nsubj =Ruto and|CCONJ|3|cc Mbeki|PROPN|1|conj =Mbeki said|VERB|0|root|{FIN} "
        "talks|NOUN|6|nsubj "
        f"failed|VERB|4|ccomp|{FIN} ~.|PUNCT|4|punct"
    )
    assert [s.speaker for s in found] == ["William Ruto", "Sipho Mbeki"]
    assert len({s.span for s in found}) == 1


def test_an_agency_that_only_passes_on_is_no_speaker() -> None:
    found = statements(
        f"Ruto|PROPN|2|nsubj =Ruto said|VERB|7|ccomp|{FIN} talks|NOUN|4|nsubj failed|VERB|2|ccomp|{FIN} "
        "~,|PUNCT|2|punct "
        f"Tass|PROPN|7|nsubj =Tass reported|VERB|0|root|{FIN} ~.|PUNCT|7|punct"
    )
    assert [s.speaker for s in found] == ["William Ruto"]


def test_he_is_whoever_spoke_last() -> None:
    found = statements(
        f"Ruto|PROPN|2|nsubj =Ruto said|VERB|0|root|{FIN} Mbeki|PROPN|4|nsubj =Mbeki "
        f"failed|VERB|2|ccomp|{FIN} ~.|PUNCT|2|punct\n"
        f"He|PRON|2|nsubj =Mbeki said|VERB|0|root|{FIN} talks|NOUN|4|nsubj ended|VERB|2|ccomp|{FIN} ~.|PUNCT|2|punct"
    )
    assert [s.speaker for s in found] == ["William Ruto", "William Ruto"]


def test_speech_inside_a_quotation_is_not_opened_up() -> None:
    assert contents(
        "“|PUNCT|3|punct ~Mbeki|PROPN|3|nsubj =Mbeki said|VERB|9|ccomp|VerbForm=Fin talks|NOUN|5|nsubj "
        "failed|VERB|3|ccomp "
        f"~,|PUNCT|3|punct ~”|PUNCT|3|punct Ruto|PROPN|9|nsubj =Ruto said|VERB|0|root|{FIN} ~.|PUNCT|9|punct"
    ) == ["Mbeki said talks failed"]


def test_a_document_gives_the_paragraphs_behind_its_colon() -> None:
    found = statements(
        "The|DET|2|det statement|NOUN|3|nsubj says|VERB|0|root|VerbForm=Fin ~:|PUNCT|3|punct\n\n"
        f"Both|DET|2|det sides|NOUN|3|nsubj met|VERB|0|root|{FIN} ~.|PUNCT|3|punct\n\n"
        f"They|PRON|2|nsubj agreed|VERB|0|root|{FIN} ~.|PUNCT|2|punct"
    )
    assert [(s.content, s.cue, s.speaker) for s in found] == [
        ("Both sides met.", "says", "statement"),
        ("They agreed.", None, "statement"),
    ]


def test_a_transcript_names_its_speakers_in_capitals() -> None:
    found = statements(
        "MR.|PROPN|2|nmod:desc RUTO|PROPN|5|vocative =Ruto ~:|PUNCT|5|punct We|PRON|5|nsubj "
        "agree|VERB|0|root ~.|PUNCT|5|punct\n\n"
        "QUESTION|NOUN|3|dep ~:|PUNCT|1|punct Why|ADV|0|root ~?|PUNCT|3|punct\n\n"
        "MR.|PROPN|2|nmod:desc RUTO|PROPN|5|vocative =Ruto ~:|PUNCT|5|punct It|PRON|5|nsubj "
        "helps|VERB|0|root ~.|PUNCT|5|punct"
    )
    assert [s.content for s in found] == ["We agree.", "It helps."]
    assert {s.speaker for s in found} == {"William Ruto"}


def test_contents_are_the_text_to_the_letter() -> None:
    for said in statements(
        f"Ruto|PROPN|2|nsubj =Ruto said|VERB|0|root|{FIN} talks|NOUN|6|nsubj were|AUX|6|cop|{FIN} “|PUNCT|6|punct "
        "~frank|ADJ|2|ccomp ~”|PUNCT|6|punct ~.|PUNCT|2|punct"
    ):
        assert said.span[1] - said.span[0] == len(said.content)


SIGNED = (
    "“|PUNCT|3|punct ~We|PRON|3|nsubj agree|VERB|0|root ~.|PUNCT|3|punct ~”|PUNCT|3|punct "
    "—|PUNCT|7|punct Ruto|PROPN|3|parataxis =Ruto"
)


@pytest.mark.parametrize("after", ["", f"\n\nTalks|NOUN|2|nsubj ended|VERB|0|root|{FIN} ~.|PUNCT|2|punct"])
def test_a_signature_names_the_speaker(after: str) -> None:
    said = only(SIGNED + after)
    assert (said.content, said.speaker, said.cue) == ("We agree.", "William Ruto", None)


def test_a_report_cut_off_behind_that_tells_nothing() -> None:
    assert statements(f"Ruto|PROPN|2|nsubj =Ruto said|VERB|0|root|{FIN} that|SCONJ|2|mark") == []
