"""Who is meant: names, posts, descriptions, pronouns, seats of government."""

from chancery.mentions.types import Marked, Party
from chancery.mentions.who import is_collective, parties
from tests.mentions.scenes import marked, word

LEAD = """
1 North North PROPN _ _ 3 compound _ _
2 Korean Korean ADJ _ _ 3 amod _ _
3 leader leader NOUN _ Number=Sing 6 nsubj _ _
4 Ri Ri PROPN _ _ 3 flat _ Name=B-PER
5 Tae-song Tae-song PROPN _ _ 4 flat _ Name=I-PER
6 met meet VERB _ VerbForm=Fin 0 root _ _
7 Ana Ana PROPN _ _ 6 obj _ Name=B-PER
8 Petrova Petrova PROPN _ _ 7 flat _ Name=I-PER|SpaceAfter=No
9 , , PUNCT _ _ 12 punct _ _
10 the the DET _ _ 12 det _ _
11 Russian Russian ADJ _ _ 12 amod _ _
12 envoy envoy NOUN _ Number=Sing 7 appos _ _
13 for for ADP _ _ 14 case _ _
14 trade trade NOUN _ _ 12 nmod _ SpaceAfter=No
15 , , PUNCT _ _ 12 punct _ _
16 in in ADP _ _ 17 case _ _
17 Moscow Moscow PROPN _ _ 6 obl _ Name=B-LOC|SpaceAfter=No
18 . . PUNCT _ _ 6 punct _ _
"""

FOLLOWS = """
1 She she PRON _ Gender=Fem|Number=Sing|PronType=Prs 2 nsubj _ _
2 said say VERB _ VerbForm=Fin 0 root _ _
3 the the DET _ _ 5 det _ _
4 two two NUM _ _ 5 nummod _ _
5 sides side NOUN _ Number=Plur 6 nsubj _ _
6 agreed agree VERB _ VerbForm=Fin 2 ccomp _ _
7 while while SCONJ _ _ 9 mark _ _
8 Washington Washington PROPN _ _ 9 nsubj _ Name=B-LOC
9 objected object VERB _ VerbForm=Fin 6 advcl _ SpaceAfter=No
10 . . PUNCT _ _ 2 punct _ _
"""


def only(scene: Marked, form: str, nth: int = 0) -> Party:
    found = scene.named(word(scene, form, nth))
    assert len(found) == 1, found
    return found[0]


def test_a_title_before_a_name_gives_office_and_state() -> None:
    scene = marked(LEAD)
    leader = only(scene, "Ri")
    assert (leader.name, leader.kind, leader.country, leader.office) == ("Ri Tae-song", "person", "PRK", "leader")
    assert only(scene, "leader") == leader


def test_an_apposition_gives_office_and_state() -> None:
    scene = marked(LEAD)
    envoy = only(scene, "Petrova")
    assert (envoy.name, envoy.country, envoy.code, envoy.sector) == ("Ana Petrova", "RUS", "RUS", "GOV")
    assert envoy.office == "envoy for trade"
    post = next(p for p in scene.posts if p.entity == envoy.entity)
    assert scene.parsed.article.text[post.start : post.end] == "envoy for trade"
    assert post.rule == "apposition after name"


def test_a_place_is_no_actor_but_a_seat_of_government_that_acts_is() -> None:
    assert marked(LEAD).named(word(marked(LEAD), "Moscow")) == ()
    both = marked(LEAD + FOLLOWS)
    washington = only(both, "Washington")
    assert (washington.kind, washington.country, washington.name) == ("country", "USA", "Washington")


def test_the_two_sides_are_the_two_states_that_met() -> None:
    scene = marked(LEAD + FOLLOWS)
    sides = parties(scene, word(scene, "sides"))
    assert [p.country for p in sides] == ["PRK", "RUS"]
    assert is_collective(scene, word(scene, "sides"))


def test_a_pronoun_that_two_people_may_be_is_left_alone() -> None:
    scene = marked(
        """
1 Kim Kim PROPN _ _ 4 nsubj _ Name=B-PER
2 and and CCONJ _ _ 3 cc _ _
3 Park Park PROPN _ _ 1 conj _ Name=B-PER
4 spoke speak VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
5 . . PUNCT _ _ 4 punct _ _

1 He he PRON _ Gender=Masc|Number=Sing|PronType=Prs 2 nsubj _ _
2 left leave VERB _ VerbForm=Fin 0 root _ _
"""
    )
    kim = scene.named(word(scene, "Kim"))
    park = scene.named(word(scene, "Park"))
    assert kim
    assert park
    assert scene.named(word(scene, "He")) != park  # the conjunct is never the better guess


def test_a_short_name_is_the_full_one_and_a_namesake_is_not() -> None:
    scene = marked(
        """
1 Kim Kim PROPN _ _ 3 nsubj _ Name=B-PER
2 Jong-un Jong-un PROPN _ _ 1 flat _ Name=I-PER
3 sent send VERB _ VerbForm=Fin 0 root _ _
4 Kim Kim PROPN _ _ 3 obj _ Name=B-PER
5 Yo-jong Yo-jong PROPN _ _ 4 flat _ Name=I-PER|SpaceAfter=No
6 . . PUNCT _ _ 3 punct _ _

1 Yo-jong Yo-jong PROPN _ _ 2 nsubj _ Name=B-PER
2 left leave VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
3 . . PUNCT _ _ 2 punct _ _
"""
    )
    assert only(scene, "Kim", 0).name == "Kim Jong-un"
    assert only(scene, "Kim", 1).name == "Kim Yo-jong"
    assert only(scene, "Yo-jong", 1).name == "Kim Yo-jong"


def test_an_institute_gives_no_state_office_but_its_country() -> None:
    scene = marked(
        """
1 Lena Lena PROPN _ _ 15 nsubj _ Name=B-PER
2 Orlova Orlova PROPN _ _ 1 flat _ Name=I-PER|SpaceAfter=No
3 , , PUNCT _ _ 6 punct _ _
4 a a DET _ _ 6 det _ _
5 senior senior ADJ _ _ 6 amod _ _
6 researcher researcher NOUN _ Number=Sing 1 appos _ _
7 at at ADP _ _ 10 case _ _
8 the the DET _ _ 10 det _ _
9 Harbour Harbour PROPN _ _ 10 compound _ Name=B-ORG
10 Institute Institute PROPN _ _ 6 nmod _ Name=I-ORG
11 in in ADP _ _ 12 case _ _
12 Seoul Seoul PROPN _ _ 10 nmod _ Name=B-LOC|SpaceAfter=No
13 , , PUNCT _ _ 6 punct _ _
14 yesterday yesterday NOUN _ _ 15 obl _ _
15 spoke speak VERB _ VerbForm=Fin 0 root _ _
"""
    )
    person = only(scene, "Orlova")
    assert person.office == "senior researcher"
    assert person.body == "Harbour Institute"
    assert person.country == "KOR"
    post = scene.posts[0]
    assert (post.country, post.body) == (None, "Harbour Institute")


def test_quotes_hide_whom_they_speak_of() -> None:
    scene = marked(
        """
# newpar
1 Orlova Orlova PROPN _ _ 2 nsubj _ Name=B-PER
2 spoke speak VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
3 . . PUNCT _ _ 2 punct _ _

# newpar
1 “ “ PUNCT _ _ 3 punct _ SpaceAfter=No
2 Petrov Petrov PROPN _ _ 3 nsubj _ Name=B-PER
3 waits wait VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
4 ” ” PUNCT _ _ 3 punct _ _
5 he he PRON _ Number=Sing|PronType=Prs 6 nsubj _ _
6 said say VERB _ VerbForm=Fin 3 parataxis _ _
"""
    )
    assert only(scene, "he").name == "Orlova"


ADDRESSED = """
1 Lima Lima PROPN _ _ 2 nsubj _ Name=B-LOC
2 asked ask VERB _ VerbForm=Fin 0 root _ _
3 Ottawa Ottawa PROPN _ _ 2 iobj _ Name=B-LOC
4 and and CCONJ _ _ 5 cc _ _
5 called call VERB _ VerbForm=Fin 2 conj _ _
6 on on ADP _ _ 7 case _ _
7 Tehran Tehran PROPN _ _ 5 obl _ Name=B-LOC
8 to to PART _ _ 9 mark _ _
9 wait wait VERB _ VerbForm=Inf 5 xcomp _ SpaceAfter=No
10 . . PUNCT _ _ 2 punct _ _
"""


def test_a_seat_of_government_that_is_asked_or_called_on_is_its_state() -> None:
    scene = marked(ADDRESSED)
    assert [only(scene, form).country for form in ("Lima", "Ottawa", "Tehran")] == ["PER", "CAN", "IRN"]


def test_a_state_before_a_comma_is_not_the_state_of_the_title_behind_it() -> None:
    scene = marked(
        """
1 On on ADP _ _ 2 case _ _
2 Taiwan Taiwan PROPN _ _ 6 obl _ Name=B-LOC|SpaceAfter=No
3 , , PUNCT _ _ 2 punct _ _
4 President President PROPN _ _ 5 nmod:desc _ _
5 Okello Okello PROPN _ _ 6 nsubj _ Name=B-PER
6 spoke speak VERB _ VerbForm=Fin 0 root _ _
"""
    )
    assert only(scene, "Okello").country != "TWN"
