"""Posts before names: joined, in chains, with titles that go with the person; people whom the reader left out."""

from __future__ import annotations

import pytest

from chancery.mentions.types import Marked
from tests.mentions.scenes import marked


def line(words: str, verb: str = "spoke") -> str:
    """A sentence as CoNLL-U: each of `words` is FORM, FORM/UPOS, or FORM/UPOS/NAME; the verb ends it."""
    rows = []
    cells = [w.split("/") for w in words.split()] + [[verb, "VERB"], [".", "PUNCT"]]
    root = len(cells) - 1
    for n, (form, *rest) in enumerate(cells, 1):
        upos = rest[0] if rest else "PROPN"
        name = f"Name={rest[1]}" if len(rest) > 1 else "_"
        head, rel = (0, "root") if n == root else (root, "punct" if upos == "PUNCT" else "nsubj")
        rows.append(f"{n} {form} {form.lower()} {upos} _ _ {head} {rel} _ {name}")
    return "\n".join(rows) + "\n"


def told(scene: Marked) -> list[tuple[str, str, str | None]]:
    return [(scene.parties[p.entity].name, p.office, p.country) for p in scene.posts]


JOINED = "Peruvian/ADJ Vice Minister and/CCONJ Trade Minister Ana/PROPN/B-PER Lopez/PROPN/I-PER"
SLASH = "Peruvian/ADJ Prime Minister //SYM Foreign Minister Lopez/PROPN/B-PER"


def test_two_posts_joined_before_a_name_are_one_persons() -> None:
    assert told(marked(line(JOINED))) == [
        ("Ana Lopez", "Vice Minister", "PER"),
        ("Ana Lopez", "Trade Minister", "PER"),
    ]


def test_a_post_with_its_article_is_another_persons() -> None:
    scene = marked(line("The/DET President and/CCONJ Trade Minister Ana/PROPN/B-PER Lopez/PROPN/I-PER"))
    assert [office for _, office, _ in told(scene)] == ["Trade Minister"]


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("Omani/ADJ Foreign Minister Prince Tariq/PROPN/B-PER", "Foreign Minister"),
        ("Omani/ADJ Minister of/ADP Foreign Affairs/PROPN Tariq/PROPN/B-PER", "Minister of Foreign Affairs"),
        ("Omani/ADJ Prince Tariq/PROPN/B-PER", "Prince"),
        ("Chilean/ADJ First Lady Tariq/PROPN/B-PER", "First Lady"),
        ("Chilean/ADJ Director General Tariq/PROPN/B-PER", "Director General"),
    ],
)
def test_the_post_and_not_what_goes_with_the_person(words: str, office: str) -> None:
    assert [o for _, o, _ in told(marked(line(words)))] == [office]


def test_an_abbreviation_in_brackets_stands_in_no_ones_way() -> None:
    words = "Republic/PROPN/B-LOC of/ADP/I-LOC Korea/PROPN/I-LOC (/PUNCT ROK/PROPN/B-LOC )/PUNCT Special/ADJ Envoy"
    assert told(marked(line(f"{words} Noh/PROPN/B-PER"))) == [("Noh", "Special Envoy", "KOR")]


def test_a_minister_in_a_list_is_of_the_state_of_the_one_before() -> None:
    words = "Korean/PROPN/_ Trade Minister Kwon/PROPN/B-PER and/CCONJ Deputy Minister Ha/PROPN/B-PER"
    assert told(marked(line(words.replace("Korean/PROPN/_", "Japanese/ADJ"))))[1] == ("Ha", "Deputy Minister", "JPN")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the/DET Yemeni/ADJ President Al-Alimi", "Al-Alimi"),
        ("the/DET Dutch/ADJ Foreign/ADJ Minister Slot/NOUN", "Slot"),
        ("the/DET Thai/ADJ Foreign Minister Ben/PROPN/B-PER Aziz", "Ben"),
        ("Mohammed/PROPN/B-PER bin/ADP Zayed/PROPN/B-PER", "Mohammed bin Zayed"),
    ],
)
def test_people_whom_the_reader_left_out_or_cut(words: str, name: str) -> None:
    people = [p.name for p in marked(line(words)).parties if p.kind == "person"]
    assert len(people) == 1
    assert people[0].startswith(name)


@pytest.mark.parametrize(
    "words",
    [
        "the/DET Dutch/ADJ Prime/ADJ Minister Tuesday",
        "the/DET Dutch/ADJ Prime/ADJ Minister Office",
        "Dutch/ADJ Prime/ADJ Minister Resignation/NOUN",
    ],
)
def test_what_is_no_name_behind_a_title(words: str) -> None:
    scene = marked(line(words, verb="Comes" if "Resignation" in words else "comes"))
    assert not [p for p in scene.parties if p.kind == "person"]


def test_people_of_the_table_carry_their_id() -> None:
    scene = marked(line("Foreign Minister Sergei/PROPN/B-PER Lavrov/PROPN/I-PER"))
    (person,) = [p for p in scene.parties if p.kind == "person"]
    assert (person.country, person.wikidata) == ("RUS", "Q58217")


@pytest.mark.parametrize(
    ("name", "state"),
    [("Schallenberg", "AUT"), ("Hussein", None)],  # two of that name were foreign ministers then, of Iraq and Malaysia
)
def test_the_told_office_on_the_day_tells_the_state(name: str, state: str | None) -> None:
    scene = marked(line(f"Foreign Minister {name}/PROPN/B-PER"), published="2021-06-20")
    assert [p.country for p in scene.parties if p.kind == "person"] == [state]


ALONE = """
1 The the DET _ _ 4 det _ _
2 Russian Russian ADJ _ _ 4 amod _ _
3 foreign foreign ADJ _ _ 4 amod _ _
4 minister minister NOUN _ Number=Sing 5 nsubj _ _
5 spoke speak VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
6 . . PUNCT _ _ 5 punct _ _
"""


def test_a_title_alone_carries_the_id_of_its_holder() -> None:
    assert [p.wikidata for p in marked(ALONE).by_head[3]] == ["Q58217"]
    assert [p.wikidata for p in marked(ALONE.replace("The the", "A a")).by_head[3]] == [None]
    assert [p.wikidata for p in marked(ALONE, published=None).by_head[3]] == [None]
