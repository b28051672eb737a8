"""Where it happened: the phrase that ties a place to an act, and no other place in the sentence."""

from __future__ import annotations

from functools import cache

import pytest

from chancery.grammar.conllu import parsed_from
from chancery.grammar.types import Parsed, Token
from chancery.lexicon.load import Lexicon, load_lexicon
from chancery.mentions.places.find import find_places, place_of
from chancery.mentions.types import Marked, Party
from tests.observations.meetings.scene import scene


@cache
def lexicon() -> Lexicon:
    return load_lexicon()


PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"


def word(marked: Marked, form: str) -> Token:
    return next(t for t in marked.parsed.tokens if t.text == form)


def where(marked: Marked, form: str) -> str | None:
    found = place_of(marked, word(marked, form))
    return found.name if found is not None else None


def test_the_phrase_on_the_verb() -> None:
    marked = scene(f"""
    Ruto PROPN 2 nsubj =Ruto
    met/meet VERB 0 root {PAST}
    Museveni PROPN 2 obj =Museveni
    in ADP 5 case
    Entebbe PROPN 2 obl @Entebbe
    """)
    assert where(marked, "met") == "Entebbe"


def test_a_town_that_acts_is_not_where_it_happened() -> None:
    marked = scene(f"""
    Nairobi PROPN 2 nsubj @Nairobi
    condemned/condemn VERB 0 root {PAST}
    the DET 4 det
    meeting NOUN 2 obj
    """)
    assert where(marked, "condemned") is None
    assert where(marked, "meeting") is None


def test_the_town_before_the_noun() -> None:
    marked = scene(f"""
    The DET 3 det
    Kigali PROPN 3 compound @Kigali
    summit NOUN 4 nsubj
    ended/end VERB 0 root {PAST}
    """)
    assert where(marked, "summit") == "Kigali"


def test_a_state_before_the_noun_is_a_side() -> None:
    marked = scene(f"""
    The DET 3 det
    Uganda PROPN 3 compound =Uganda @Uganda
    talks NOUN 4 nsubj
    ended/end VERB 0 root {PAST}
    """)
    assert where(marked, "talks") is None


def test_a_town_before_its_state() -> None:
    marked = scene(f"""
    They PRON 2 nsubj
    met/meet VERB 0 root {PAST}
    in ADP 4 case
    Uganda PROPN 2 obl =Uganda @Uganda
    , PUNCT 7 punct
    in ADP 7 case
    Entebbe PROPN 2 obl @Entebbe
    """)
    assert where(marked, "met") == "Entebbe"


@pytest.mark.parametrize("rel", ["nsubj", "obj", "obl"])
def test_the_phrase_on_the_verb_that_holds_the_noun_up(rel: str) -> None:
    marked = scene(f"""
    talks NOUN 2 {rel}
    began/begin VERB 0 root {PAST}
    in ADP 4 case
    Kigali PROPN 2 obl @Kigali
    """)
    assert where(marked, "talks") == "Kigali"


def test_a_clause_on_the_noun() -> None:
    marked = scene(f"""
    a DET 2 det
    summit NOUN 6 nsubj
    held/hold VERB 2 acl Tense=Past|VerbForm=Part
    in ADP 5 case
    Kigali PROPN 3 obl @Kigali
    failed/fail VERB 0 root {PAST}
    """)
    assert where(marked, "summit") == "Kigali"


def test_where_stands_for_the_place_before_it() -> None:
    marked = scene(f"""
    a DET 2 det
    visit NOUN 0 root
    to ADP 4 case
    Kampala PROPN 2 nmod @Kampala
    where ADV 7 advmod
    he PRON 7 nsubj
    met/meet VERB 2 acl:relcl {PAST}
    """)
    assert where(marked, "met") == "Kampala"


def test_the_phrase_hung_on_the_other_side() -> None:
    marked = scene(f"""
    Ruto PROPN 2 nsubj =Ruto
    met/meet VERB 0 root {PAST}
    Museveni PROPN 2 obj =Museveni
    in ADP 5 case
    Entebbe PROPN 3 nmod @Entebbe
    """)
    assert where(marked, "met") == "Entebbe"


def test_where_the_journey_led() -> None:
    marked = scene(f"""
    Ruto PROPN 2 nsubj =Ruto
    flew/fly VERB 0 root {PAST}
    to ADP 4 case
    Entebbe PROPN 2 obl @Entebbe
    and CCONJ 6 cc
    met/meet VERB 2 conj {PAST}
    Museveni PROPN 6 obj =Museveni
    """)
    assert where(marked, "met") == "Entebbe"


VENUE = """
They PRON 2 nsubj _ _
met VERB 0 root _ _
at ADP 6 case _ _
the DET 6 det _ _
Karimjee PROPN 6 compound _ _
palace NOUN 2 obl _ _
in ADP 8 case _ _
Moscow PROPN 6 nmod Name=B-LOC _
, PUNCT 10 punct _ _
Russia PROPN 8 appos Name=B-LOC _
. PUNCT 2 punct _ _
"""


def drawn(tree: str) -> Parsed:
    rows = [line.split() for line in tree.strip().splitlines()]
    return parsed_from(
        "\n".join(
            f"{n} {form} {form} {upos} _ _ {head} {rel} _ {misc}"
            for n, (form, upos, head, rel, misc, _) in enumerate(rows, start=1)
        )
    )


def test_places_are_found_with_their_country() -> None:
    found = find_places(drawn(VENUE), lexicon())
    assert [(p.name, p.country) for p in found][-2:] == [("Moscow", "RUS"), ("Russia", "RUS")]


def test_a_building_with_a_name_takes_the_country_beside_it() -> None:
    first = find_places(drawn(VENUE), lexicon())[0]
    assert (first.name, first.country) == ("Karimjee palace", "RUS")


def test_a_building_that_acts_is_no_place() -> None:
    parsed = drawn("""
    The DET 3 det _ _
    Karimjee PROPN 3 compound _ _
    palace NOUN 4 nsubj _ _
    refused VERB 0 root _ _
    """)
    assert find_places(parsed, lexicon()) == ()


def test_spans_are_the_words_of_the_name() -> None:
    parsed = drawn(VENUE)
    for place in find_places(parsed, lexicon()):
        tokens = parsed.tokens[place.first : place.last]
        assert parsed.article.text[tokens[0].start : tokens[-1].end] == place.name
        assert place.first <= place.head < place.last


def test_no_place_told_is_none() -> None:
    marked = scene(f"Ruto PROPN 2 nsubj =Ruto\nspoke/speak VERB 0 root {PAST}")
    assert where(marked, "spoke") is None
    assert isinstance(marked.named(word(marked, "Ruto"))[0], Party)


def test_the_phrase_on_the_time_beside() -> None:
    marked = scene(f"""
    They PRON 2 nsubj
    met/meet VERB 0 root {PAST}
    on ADP 5 case
    12 NUM 5 nummod
    June PROPN 2 obl
    in ADP 7 case
    Kigali PROPN 5 nmod @Kigali
    """)
    assert where(marked, "met") == "Kigali"


def test_where_somebody_was_and_met_others() -> None:
    marked = scene(f"""
    Ruto PROPN 4 nsubj =Ruto
    was/be AUX 4 cop {PAST}
    in ADP 4 case
    Entebbe PROPN 0 root @Entebbe
    and CCONJ 6 cc
    met/meet VERB 4 conj {PAST}
    Museveni PROPN 6 obj =Museveni
    """)
    assert where(marked, "met") == "Entebbe"


def test_behind_an_aside_a_place_is_of_the_act() -> None:
    marked = scene(f"""
    Ruto PROPN 2 nsubj =Ruto
    met/meet VERB 0 root {PAST}
    Museveni PROPN 2 obj =Museveni
    , PUNCT 6 punct
    who PRON 6 nsubj
    leads/lead VERB 3 acl:relcl Tense=Pres
    Uganda PROPN 6 obj =Uganda @Uganda
    , PUNCT 10 punct
    in ADP 10 case
    Entebbe PROPN 6 obl @Entebbe
    """)
    assert where(marked, "met") == "Entebbe"
