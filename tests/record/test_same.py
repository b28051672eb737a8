"""Statements, events, tallies, figures and offices of several reports."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from chancery.observations.types import Reading
from chancery.record.merge import merge, witnesses_of
from chancery.record.types import Joined
from tests.record.made import acted, counted, figure, holds, said, told

QUOTE = "there is no other effective mechanism for now"


def entries(*readings: Reading) -> tuple[Joined, ...]:
    return merge(w for reading in readings for w in witnesses_of(reading))


def sizes(*readings: Reading) -> list[int]:
    return sorted(len(j.members) for j in entries(*readings))


def test_the_same_words_of_one_speaker_are_one_statement() -> None:
    [entry] = entries(
        told("2019-04-24", said("Peskov", QUOTE)),
        told("2019-04-26", said("Dmitry Peskov", f"talks go on, but “{QUOTE.capitalize()}”", kind="mixed")),
    )
    assert entry.fields["speaker"] == "Dmitry Peskov"
    assert entry.fields["content"] == QUOTE


def test_the_same_words_of_two_speakers_are_two_statements() -> None:
    assert sizes(told("2019-04-24", said("Peskov", QUOTE)), told("2019-04-24", said("Lavrov", QUOTE))) == [1, 1]


def test_other_words_are_another_statement() -> None:
    assert sizes(told("2019-04-24", said("Peskov", QUOTE)), told("2019-04-24", said("Peskov", f"{QUOTE} yet"))) == [
        1,
        1,
    ]


def test_short_words_are_joined_about_the_same_day_alone() -> None:
    ready = said("Kim Jong-un", "we are ready")
    assert sizes(told("2019-04-24", ready), told("2019-04-25", ready)) == [2]
    assert sizes(told("2019-04-24", ready), told("2019-06-25", ready)) == [1, 1]


def test_an_event_is_its_type_its_parties_and_its_day() -> None:
    told_first = told("2019-01-03", acted("SANCTION", "USA", "IRN", "2019-01-02"))
    assert sizes(told_first, told("2019-01-04", acted("SANCTION", "USA", "IRN", "2019-01-02", mode="convict"))) == [2]
    assert sizes(told_first, told("2019-01-04", acted("SANCTION", "USA", "IRN", "2019-01-03"))) == [1, 1]
    assert sizes(told_first, told("2019-01-04", acted("SANCTION", "IRN", "USA", "2019-01-02"))) == [1, 1]
    assert sizes(told_first, told("2019-01-04", acted("COERCE", "USA", "IRN", "2019-01-02"))) == [1, 1]


def test_an_encounter_has_no_direction_but_has_people() -> None:
    kim = told("2019-04-25", acted("CONSULT", "Kim Jong-un/PRK", "Vladimir Putin/RUS", "2019-04-25"))
    putin = told("2019-04-26", acted("CONSULT", "Putin/RUS", "Kim/PRK", "2019-04-25"))
    ministers = told("2019-04-26", acted("CONSULT", "Lavrov/RUS", "Ri Yong-ho/PRK", "2019-04-25"))
    assert sizes(kim, putin) == [2]
    assert sizes(kim, ministers) == [1, 1]


def test_an_undated_event_needs_the_same_sentence() -> None:
    sentence = "Moscow has already called for sanctions on the North to be eased by the Council."
    first = told("2019-04-25", acted("REQUEST", "RUS", "PRK", evidence=sentence))
    again = told("2019-04-26", acted("REQUEST", "RUS", "PRK", evidence=sentence))
    other = told("2019-04-26", acted("REQUEST", "RUS", "PRK", evidence="Russia wants its loans paid back."))
    assert sizes(first, again) == [2]
    assert sizes(first, other) == [1, 1]


def test_events_without_parties_are_never_joined() -> None:
    one = acted("PROTEST", "", "", "2019-04-25")
    assert sizes(told("2019-04-25", one), told("2019-04-26", one)) == [1, 1]


def test_a_done_event_outweighs_its_plan() -> None:
    [entry] = entries(
        told("2019-04-24", acted("AID", "RUS", "PRK", "2019-04-25", status="planned")),
        told("2019-04-26", acted("AID", "RUS", "PRK", "2019-04-25")),
    )
    assert entry.status == "done"


def test_a_tally_is_the_same_either_way_round() -> None:
    first = told("2019-04-25", counted("Kim Jong-un", "Xi Jinping", 4, since="2018-03"))
    assert sizes(first, told("2019-04-26", counted("Xi", "Kim Jong Un", 4, since="2018-03"))) == [2]
    assert sizes(first, told("2019-04-26", counted("Xi", "Kim Jong Un", 5, since="2018-03"))) == [1, 1]
    assert sizes(first, told("2019-04-26", counted("Xi", "Moon Jae-in", 4, since="2018-03"))) == [1, 1]


def test_figures_are_joined_within_a_hundredth_and_else_linked() -> None:
    about = {"between": ("PRK", "RUS"), "period": "2018"}
    first = told("2019-04-25", figure("bilateral trade", 34_000_000, **about))
    assert sizes(first, told("2019-04-26", figure("trade", 34_100_000, **about))) == [2]
    found = entries(first, told("2019-04-26", figure("trade", 40_000_000, **about)))
    assert len(found) == 2
    assert [link.judgement for j in found for link in j.links].count("unsure") == 1


def test_an_office_is_attested_from_its_first_report_to_its_last() -> None:
    [entry] = entries(
        told("2019-04-25", holds("Putin", "President", "RUS")),
        told("2018-01-02", holds("Vladimir Putin", "president", "RUS")),
    )
    assert entry.fields["person"] == "Vladimir Putin"
    assert (entry.fields["first_told"], entry.fields["last_told"]) == ("2018-01-02", "2019-04-25")


def test_two_holders_of_one_post_are_two_entries() -> None:
    first = told("2016-04-25", holds("Barack Obama", "President", "USA"))
    assert sizes(first, told("2019-04-25", holds("Donald Trump", "President", "USA"))) == [1, 1]


def test_one_post_under_two_names_is_one_entry() -> None:
    first = told("2018-01-02", holds("Li Keqiang", "premier", "CHN"))
    assert sizes(first, told("2019-04-25", holds("Li Keqiang", "Prime Minister", "CHN"))) == [2]
    assert sizes(first, told("2024-04-25", holds("Li Keqiang", "former premier", "CHN"))) == [1, 1]


def test_the_term_of_the_table_stands_beside_the_attested_interval() -> None:
    term: dict[str, Any] = {"term_start": "2018-05-07", "verified_until": "2025-01", "agrees": True, "wikidata": "Q1"}
    office = replace(holds("Ana Ruiz", "President", "PER"), **term)
    [entry] = entries(told("2019-04-25", office), told("2019-06-01", holds("Ruiz", "President", "PER")))
    assert {name: entry.fields[name] for name in term} == term
    assert (entry.fields["first_told"], entry.fields["last_told"]) == ("2019-04-25", "2019-06-01")
