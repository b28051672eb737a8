"""Which meetings become one entry: what has to be joined, and the traps where joining would be false."""

from __future__ import annotations

from typing import Any

import pytest

from chancery.observations.types import Reading
from chancery.record.merge import merge, witnesses_of
from chancery.record.types import Joined, Kind
from tests.record.made import met, told

KIM, XI, TRUMP = "Kim Jong-un/PRK", "Xi Jinping/CHN", "Donald Trump/USA"


def entries(*readings: Reading, kind: Kind = "meetings") -> list[Joined]:
    joined = merge(w for reading in readings for w in witnesses_of(reading))
    return [j for j in joined if j.kind == kind]


def field(found: list[Joined], name: str) -> list[Any]:
    return sorted((j.fields[name] for j in found), key=str)


def test_two_reports_of_one_day_are_one_meeting() -> None:
    [entry] = entries(
        told(
            "2019-04-25", met(KIM, "Vladimir Putin/RUS", start="2019-04-25", place="Russky Island", place_country="RUS")
        ),
        told(
            "2019-04-26",
            met("Putin/RUS", "Kim Jong Un/PRK", start="2019-04-25", place="Vladivostok", place_country="RUS"),
        ),
    )
    assert len(entry.members) == 2
    assert [p["name"] for p in entry.fields["participants"]] == ["Kim Jong Un", "Vladimir Putin"]
    assert [link.judgement for link in entry.links] == ["same", "same"]


def test_two_meetings_of_a_pair_in_one_week_stay_two() -> None:
    found = entries(
        told("2019-01-08", met(KIM, XI, start="2019-01-08")),
        told("2019-01-10", met(KIM, XI, start="2019-01-09")),
        told("2019-01-11", met("Kim/PRK", "Xi/CHN", start="2019-01-08")),
    )
    assert field(found, "start") == ["2019-01-08", "2019-01-09"]


def test_a_month_joins_the_only_meeting_in_it() -> None:
    [entry] = entries(
        told("2019-02-27", met(KIM, TRUMP, start="2019-02-27", place="Hanoi", place_country="VNM")),
        told("2019-04-26", met(KIM, TRUMP, start="2019-02")),
    )
    assert (entry.fields["start"], len(entry.members)) == ("2019-02-27", 2)


def test_a_month_with_two_meetings_joins_neither_and_glues_nothing() -> None:
    found = entries(
        told("2018-05-08", met(KIM, XI, start="2018-05-07")),
        told("2018-05-27", met(KIM, XI, start="2018-05-26")),
        told("2019-01-01", met(KIM, XI, start="2018-05")),
    )
    assert field(found, "start") == ["2018-05", "2018-05-07", "2018-05-26"]
    [vague] = [j for j in found if j.fields["start"] == "2018-05"]
    unsure = sorted(link.entry for link in vague.links if link.judgement == "unsure")
    assert unsure == sorted(j.id for j in found if j is not vague)


def test_a_month_with_two_meetings_joins_the_one_at_its_place() -> None:
    found = entries(
        told("2018-05-08", met(KIM, XI, start="2018-05-07", place="Dalian", place_country="CHN")),
        told("2018-05-27", met(KIM, XI, start="2018-05-26")),
        told("2019-01-01", met(KIM, XI, start="2018-05", place="Dalian", place_country="CHN")),
    )
    assert field(found, "start") == ["2018-05-07", "2018-05-26"]


def test_an_undated_meeting_needs_its_place() -> None:
    hanoi = told("2019-02-28", met(KIM, TRUMP, start="2019-02-27", place="Hanoi", place_country="VNM"))
    assert len(entries(hanoi, told("2019-04-26", met(KIM, TRUMP, place="Hanoi", place_country="VNM")))) == 1
    assert len(entries(hanoi, told("2019-04-26", met(KIM, TRUMP)))) == 2


def test_what_is_held_cannot_be_later_than_its_report() -> None:
    found = entries(
        told("2019-04-26", met(KIM, XI, start="2019")),
        told("2019-06-21", met(KIM, XI, start="2019-06-20")),
    )
    assert len(found) == 2
    assert all(link.judgement == "same" for j in found for link in j.links)


@pytest.mark.parametrize(
    ("later", "status"),
    [("held", "held"), ("cancelled", "cancelled"), ("postponed", "postponed")],
)
def test_a_plan_becomes_what_the_last_report_says(later: str, status: str) -> None:
    [entry] = entries(
        told("2019-04-23", met(KIM, "Vladimir Putin/RUS", start="2019-04-25", status="planned")),
        told("2019-04-25", met(KIM, "Vladimir Putin/RUS", start="2019-04-25", status=later)),
    )
    assert entry.status == entry.fields["status"] == status


def test_held_stays_held_whatever_is_told_after_it() -> None:
    [entry] = entries(
        told("2018-05-25", met(KIM, TRUMP, start="2018-06-12", status="cancelled")),
        told("2018-06-12", met(KIM, TRUMP, start="2018-06-12")),
        told("2018-06-13", met(KIM, TRUMP, start="2018-06-12", status="planned")),
    )
    assert entry.status == "held"


def test_other_people_of_the_same_states_are_another_meeting() -> None:
    day = {"start": "2018-10-07", "place": "Pyongyang", "place_country": "PRK"}
    found = entries(
        told("2018-10-07", met(KIM, "Mike Pompeo/USA", **day)),
        told("2018-10-07", met("Kim Yong-chol/PRK", "Mike Pompeo/USA", **day)),
        told("2018-10-08", met("Kim/PRK", "Pompeo/USA", **day)),
    )
    assert sorted(len(j.members) for j in found) == [1, 1, 1]


def test_a_bare_country_is_only_a_hint_of_its_people() -> None:
    day = {"start": "2018-10-07", "place": "Pyongyang", "place_country": "PRK"}
    found = entries(
        told("2018-10-07", met(KIM, "Mike Pompeo/USA", **day)), told("2018-10-08", met("/PRK", "/USA", **day))
    )
    assert len(found) == 2
    assert [link.judgement for j in found for link in j.links].count("unsure") == 1


def test_one_named_side_is_enough_on_the_day() -> None:
    [entry] = entries(
        told("2018-10-07", met(KIM, "Mike Pompeo/USA", start="2018-10-07")),
        told("2018-10-08", met("/PRK", "Mike Pompeo/USA", start="2018-10-07")),
    )
    assert [p["name"] for p in entry.fields["participants"]] == ["Kim Jong-un", "Mike Pompeo"]


def test_delegations_around_the_same_leaders_are_one_meeting() -> None:
    [entry] = entries(
        told("2019-04-25", met(KIM, "Vladimir Putin/RUS", start="2019-04-25")),
        told("2019-04-26", met("Putin/RUS", "Sergei Lavrov/RUS", "Kim Jong Un/PRK", start="2019-04-25")),
    )
    assert len(entry.fields["participants"]) == 3


def test_two_people_of_one_state_must_both_be_told() -> None:
    found = entries(
        told("2017-10-12", met("Mahmoud Abbas/PSE", "Ismail Haniyeh/PSE", start="2017-10-12")),
        told("2017-10-12", met("Mahmoud Abbas/PSE", "Mohammed Dahlan/PSE", start="2017-10-12")),
    )
    assert len(found) == 2


def test_a_call_is_no_encounter() -> None:
    assert len(
        entries(
            told("2019-06-18", met(XI, TRUMP, start="2019-06-18", kind="call")),
            told("2019-06-18", met(XI, TRUMP, start="2019-06-18")),
        )
    ) == 2  # fmt: skip


def test_two_countries_on_vague_days_are_two_meetings() -> None:
    found = entries(
        told("2018-09-30", met(KIM, TRUMP, start="2018-06", place_country="SGP")),
        told("2018-09-30", met("Trump/USA", "Kim/PRK", start="2018-06-12", place_country="VNM")),
    )
    assert len(found) == 2


def test_observations_of_one_report_stay_apart() -> None:
    found = entries(
        told("2019-01-10", met(KIM, XI, start="2019-01-09"), met(KIM, XI, start="2019-01-09", kind="visit"))
    )
    assert len(found) == 2


def test_a_report_that_tells_a_meeting_twice_makes_no_other_report_ambiguous() -> None:
    found = entries(
        told("2019-01-10", met(KIM, XI, start="2019-01-09"), met(KIM, XI, start="2019-01-09", kind="visit")),
        told("2019-01-11", met(KIM, XI, start="2019-01-09", place="Beijing", place_country="CHN")),
        told("2019-01-12", met(KIM, XI, start="2019-01-09", kind="summit")),
    )
    assert sorted(len(j.members) for j in found) == [1, 3]


def test_ids_stay_good_when_an_earlier_report_comes_later() -> None:
    late = told("2019-04-26", met(KIM, "Vladimir Putin/RUS", start="2019-04-25"))
    early = told("2019-04-25", met("Putin/RUS", "Kim/PRK", start="2019-04-25"))
    [before] = entries(late)
    [after] = entries(early, late)
    assert before.id in {w.id for w in after.members}
    assert after.id == entries(early)[0].id
