"""Where a content stands and ends: clauses hung on the occasion, asides of who said it, second verbs."""

from __future__ import annotations

from tests.observations.speech.scene import statements

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
PRES = "Mood=Ind|Tense=Pres|VerbForm=Fin"


def told(text: str) -> list[tuple[str, str]]:
    return [(s.speaker, s.content) for s in statements(text)]


def test_what_the_speaker_was_doing_is_no_content() -> None:
    assert told(
        f"Ruto|PROPN|2|nsubj =Ruto said|VERB|0|root|{FIN} time|NOUN|5|nsubj was|AUX|5|aux|{FIN} running|VERB|2|ccomp "
        f"out|ADP|5|compound as|SCONJ|9|mark he|PRON|9|nsubj met/meet|VERB|5|advcl|{FIN} "
        "dockers|NOUN|9|obj ~.|PUNCT|2|punct"
    ) == [("William Ruto", "time was running out")]


def test_who_said_it_all_is_no_content() -> None:
    found = told(
        f"Ruto|PROPN|2|nsubj =Ruto told|VERB|0|root|{FIN} lawmakers|NOUN|2|iobj that|SCONJ|6|mark it|PRON|6|nsubj "
        f"plans|VERB|2|ccomp|{PRES} a|DET|8|det sale|NOUN|6|obj ~,|PUNCT|12|punct the|DET|11|det "
        f"ministry|NOUN|12|nsubj said|VERB|2|parataxis|{FIN} ~,|PUNCT|14|punct drawing|VERB|6|advcl "
        "anger|NOUN|14|obj ~.|PUNCT|2|punct"
    )
    assert ("William Ruto", "it plans a sale") in found


def test_the_fact_holds_what_is_said() -> None:
    assert told(
        f"Ruto|PROPN|2|nsubj =Ruto reminded|VERB|0|root|{FIN} of|ADP|5|case the|DET|5|det fact|NOUN|2|obl "
        f"that|SCONJ|8|mark ports|NOUN|8|nsubj close|VERB|5|acl|{PRES} early|ADV|8|advmod ~.|PUNCT|2|punct"
    ) == [("William Ruto", "ports close early")]


def test_a_clause_hung_on_the_occasion() -> None:
    assert told(
        f"Ruto|PROPN|2|nsubj =Ruto said|VERB|0|root|{FIN} at|ADP|5|case a|DET|5|det briefing|NOUN|2|obl "
        "that|SCONJ|9|mark ports|NOUN|9|nsubj would|AUX|9|aux close|VERB|5|acl ~.|PUNCT|2|punct"
    ) == [("William Ruto", "ports would close")]


def test_a_relative_clause_behind_the_occasion_is_no_content() -> None:
    assert not told(
        f"Ruto|PROPN|2|nsubj =Ruto spoke/speak|VERB|0|root|{FIN} at|ADP|5|case a|DET|5|det briefing|NOUN|2|obl "
        f"that|PRON|7|nsubj angered|VERB|5|acl:relcl|{FIN} dockers|NOUN|7|obj ~.|PUNCT|2|punct"
    )


def test_as_somebody_said_vouches_for_the_rest() -> None:
    assert told(
        f"As|SCONJ|3|mark Ruto|PROPN|3|nsubj =Ruto noted|VERB|7|advcl|{FIN} ~,|PUNCT|3|punct ports|NOUN|7|nsubj "
        f"are|AUX|7|cop|{PRES} full|ADJ|0|root ~.|PUNCT|7|punct"
    ) == [("William Ruto", "ports are full")]


def test_as_somebody_spoke_is_but_a_time() -> None:
    assert not told(
        f"As|SCONJ|3|mark Ruto|PROPN|3|nsubj =Ruto announced|VERB|8|advcl|{FIN} the|DET|5|det plan|NOUN|3|obj "
        f"~,|PUNCT|3|punct dockers|NOUN|8|nsubj cheered|VERB|0|root|{FIN} ~.|PUNCT|8|punct"
    )


def test_asking_for_somebody_to_do_something() -> None:
    assert told(
        f"Ruto|PROPN|2|nsubj =Ruto asked|VERB|0|root|{FIN} for|SCONJ|6|mark Kenya|PROPN|2|iobj =Kenya to|PART|6|mark "
        "host|VERB|2|xcomp talks|NOUN|6|obj ~.|PUNCT|2|punct"
    ) == [("William Ruto", "for Kenya to host talks")]


def test_asking_without_saying_whom() -> None:
    assert told(
        f"Ruto|PROPN|2|nsubj =Ruto wrote/write|VERB|0|root|{FIN} to|ADP|5|case the|DET|5|det embassy|NOUN|2|obl "
        "asking/ask|VERB|2|advcl|VerbForm=Ger to|PART|8|mark waive|VERB|6|xcomp immunity|NOUN|8|obj ~.|PUNCT|2|punct"
    ) == [("William Ruto", "to waive immunity")]


def test_wanting_to_do_something_oneself_asks_nothing() -> None:
    assert not told(
        f"Ruto|PROPN|2|nsubj =Ruto asked|VERB|0|root|{FIN} to|PART|4|mark leave|VERB|2|xcomp ~.|PUNCT|2|punct"
    )


def test_a_past_verb_behind_a_present_clause_is_the_reporters() -> None:
    found = told(
        f"Ruto|PROPN|2|nsubj =Ruto said|VERB|0|root|{FIN} Kenya|PROPN|4|nsubj =Kenya seeks|VERB|2|ccomp|{PRES} "
        f"peace|NOUN|4|obj and|CCONJ|7|cc urged|VERB|4|conj|{FIN} Uganda|PROPN|7|obj =Uganda to|PART|10|mark "
        "wait|VERB|7|xcomp ~.|PUNCT|2|punct"
    )
    assert found == [("William Ruto", "Kenya seeks peace"), ("William Ruto", "Uganda to wait")]


def test_a_comma_far_behind_does_not_stretch_the_clause() -> None:
    assert told(
        f"Ruto|PROPN|2|nsubj =Ruto said|VERB|0|root|{FIN} ports|NOUN|5|nsubj were|AUX|5|cop|{FIN} full|ADJ|2|ccomp "
        f"~,|PUNCT|8|punct but|CCONJ|8|cc added|VERB|2|conj|{FIN} that|SCONJ|12|mark trade|NOUN|12|nsubj "
        "had|AUX|12|aux grown/grow|VERB|8|ccomp ~,|PUNCT|5|punct ~.|PUNCT|2|punct"
    ) == [("William Ruto", "ports were full"), ("William Ruto", "trade had grown")]


def test_an_addressee_taken_for_the_subject() -> None:
    assert told(
        f"Ruto|PROPN|2|nsubj =Ruto told/tell|VERB|0|root|{FIN} the|DET|4|det council|NOUN|8|nsubj:pass "
        f"about|ADV|6|advmod ten|NUM|4|nmod were|AUX|8|aux:pass|{FIN} hurt|VERB|2|ccomp ~.|PUNCT|2|punct"
    ) == [("William Ruto", "about ten were hurt")]


def test_an_active_verb_with_a_passive_subject() -> None:
    assert told(
        f"Ruto|PROPN|3|nsubj:pass =Ruto has/have|AUX|3|aux|{PRES} called|VERB|0|root on|ADP|5|case "
        "Uganda|PROPN|3|obl =Uganda to|PART|7|mark wait|VERB|3|xcomp ~.|PUNCT|3|punct"
    ) == [("William Ruto", "Uganda to wait")]
