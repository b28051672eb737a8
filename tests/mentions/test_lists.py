"""States in lists and people called by their state."""

from __future__ import annotations

from chancery.mentions.who import parties
from tests.mentions.scenes import marked, word

HALVES = """
1  Talks   talk    NOUN   _  _  0  root      _  _
2  with    with    ADP    _  _  7  case      _  _
3  North   North   PROPN  _  _  6  compound  _  _
4  and     and     CCONJ  _  _  5  cc        _  _
5  South   South   PROPN  _  _  3  conj      _  Name=B-LOC
6  Korea   Korea   PROPN  _  _  1  nmod      _  Name=I-LOC
7  ,       ,       PUNCT  _  _  8  punct     _  _
8  Japan   Japan   PROPN  _  _  6  appos     _  Name=B-LOC
9  and     and     CCONJ  _  _  10 cc        _  _
10 China   China   PROPN  _  _  6  conj      _  Name=B-LOC
"""

PEOPLE = """
1  Israel       Israel       PROPN  _  _            2  nsubj   _  Name=B-LOC
2  freed        free         VERB   _  _            0  root    _  _
3  three        three        NUM    _  _            4  nummod  _  _
4  Palestinians Palestinian  PROPN  _  Number=Plur  2  obj     _  _
"""


def test_a_shared_last_word_and_an_apposition_are_a_list_of_states() -> None:
    scene = marked(HALVES)
    assert [p.country for p in parties(scene, word(scene, "Korea"))] == ["PRK", "KOR", "JPN", "CHN"]


def test_people_called_by_their_state_are_a_group_of_it() -> None:
    scene = marked(PEOPLE)
    (people,) = parties(scene, word(scene, "Palestinians"))
    assert (people.kind, people.code, people.name) == ("group", "PSE", "Palestinians")


TITLES = """
1 Presidents president NOUN _ Number=Plur 2 compound _ _
2 Park Park PROPN _ _ 5 nsubj _ Name=B-PER
3 and and CCONJ _ _ 4 cc _ _
4 Petrov Petrov PROPN _ _ 2 conj _ Name=B-PER
5 met meet VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
6 . . PUNCT _ _ 5 punct _ _
"""


def test_a_plural_title_is_that_of_each_in_the_list() -> None:
    scene = marked(TITLES)
    posts = [(scene.parties[p.entity].name, p.office) for p in scene.posts]
    assert posts == [("Park", "President"), ("Petrov", "President")]
    text = scene.parsed.article.text
    assert all(text[p.start : p.end] == p.office for p in scene.posts)


NAMED_BEHIND = """
1  Both     both     DET    _  _            2  det     _  _
2  allies   ally     NOUN   _  Number=Plur  9  nsubj   _  _
3  ,        ,        PUNCT  _  _            4  punct   _  _
4  Peru     Peru     PROPN  _  _            2  appos   _  Name=B-LOC
5  and      and      CCONJ  _  _            6  cc      _  _
6  Chile    Chile    PROPN  _  _            4  conj    _  Name=B-LOC
7  ,        ,        PUNCT  _  _            2  punct   _  _
8  have     have     AUX    _  _            9  aux     _  _
9  joined   join     VERB   _  _            0  root    _  _
10 states   state    NOUN   _  Number=Plur  9  obj     _  _
11 such     such     ADJ    _  _            13 case    _  _
12 as       as       ADP    _  _            11 fixed   _  _
13 Japan    Japan    PROPN  _  _            10 nmod    _  Name=B-LOC
"""


def test_states_named_behind_a_common_noun_are_those_meant() -> None:
    scene = marked(NAMED_BEHIND)
    assert [p.country for p in parties(scene, word(scene, "allies"))] == ["PER", "CHL"]
    assert [p.country for p in parties(scene, word(scene, "states"))] == ["JPN"]
