"""Bodies and people spoken of again by a common noun, and the sides of a conflict within a state."""

from __future__ import annotations

from tests.mentions.scenes import marked, word

BODY = """
1 The the DET _ _ 4 det _ _
2 Lakeside Lakeside PROPN _ _ 4 compound _ Name=B-ORG
3 Refugee Refugee PROPN _ _ 4 compound _ Name=I-ORG
4 Council Council PROPN _ _ 5 nsubj _ Name=I-ORG
5 spoke speak VERB _ VerbForm=Fin 0 root _ SpaceAfter=No
6 . . PUNCT _ _ 5 punct _ _
"""


def names(conllu: str, form: str, nth: int = 0) -> list[str]:
    scene = marked(conllu)
    return [p.name for p in scene.named(word(scene, form, nth))]


def noun(form: str, more: str = "") -> str:
    return f"""
1 The the DET _ _ 2 det _ _
2 {form} {form} NOUN _ Number=Sing 3 nsubj _ _
3 left leave VERB _ VerbForm=Fin 0 root _ _
{more}"""


def test_a_body_is_spoken_of_again_by_a_noun_of_its_name_or_by_any_bodys() -> None:
    assert names(f"{BODY}\n{noun('council')}", "council") == ["Lakeside Refugee Council"]
    assert names(f"{BODY}\n{noun('organisation')}", "organisation") == ["Lakeside Refugee Council"]


def test_a_noun_that_says_itself_which_one_it_means_is_not_the_body_before() -> None:
    of = "4 of of ADP _ _ 5 case _ _\n5 experts expert NOUN _ Number=Plur 2 nmod _ _\n"
    assert names(f"{BODY}\n{noun('organisation', of)}", "organisation") == []


def test_two_bodies_leave_a_noun_of_no_kind_open() -> None:
    other = BODY.replace("Lakeside", "Hilltop").replace("Refugee", "Farming").replace("Council", "Trust")
    assert names(f"{BODY}\n{other}\n{noun('organisation')}", "organisation") == []


def test_the_minister_is_whom_the_report_gives_that_very_post() -> None:
    people = """
1 Defence Defence PROPN _ _ 2 compound _ _
2 Minister Minister PROPN _ _ 3 nmod:desc _ _
3 Okello Okello PROPN _ _ 4 nsubj _ Name=B-PER
4 met meet VERB _ VerbForm=Fin 0 root _ _
5 Foreign Foreign ADJ _ _ 6 amod _ _
6 Minister Minister PROPN _ _ 7 nmod:desc _ _
7 Barasa Barasa PROPN _ _ 4 obj _ Name=B-PER|SpaceAfter=No
8 . . PUNCT _ _ 4 punct _ _
"""
    said = """
1 The the DET _ _ 3 det _ _
2 defence defence NOUN _ Number=Sing 3 compound _ _
3 minister minister NOUN _ Number=Sing 4 nsubj _ _
4 left leave VERB _ VerbForm=Fin 0 root _ _
"""
    assert names(f"{people}\n{said}", "minister") == ["Okello"]


def test_both_sides_of_a_conflict_within_a_state_are_no_states() -> None:
    scene = marked(
        """
1 Sudan Sudan PROPN _ _ 3 nmod:poss _ Name=B-LOC|SpaceAfter=No
2 's 's PART _ _ 1 case _ _
3 army army NOUN _ Number=Sing 4 nsubj _ _
4 attacked attack VERB _ VerbForm=Fin 0 root _ _
5 Sudanese Sudanese ADJ _ _ 6 amod _ _
6 rebels rebel NOUN _ Number=Plur 4 obj _ SpaceAfter=No
7 . . PUNCT _ _ 4 punct _ _

1 Both both DET _ _ 2 det _ _
2 sides side NOUN _ Number=Plur 3 nsubj _ _
3 denied deny VERB _ VerbForm=Fin 0 root _ _
4 it it PRON _ _ 3 obj _ _
"""
    )
    both = scene.named(word(scene, "sides"))
    assert "country" not in {p.kind for p in both}
    assert {p.country for p in both} <= {"SDN"}
