"""Counts that reports claim, against a record of what was held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chancery.observations.types import Reading
from chancery.record.claims import check
from chancery.record.store import Record
from chancery.record.types import Checked
from tests.record.made import counted, met, told

KIM, XI, TRUMP, PUTIN = "Kim Jong-un/PRK", "Xi Jinping/CHN", "Donald Trump/USA", "Vladimir Putin/RUS"
BEIJING = {"place": "Beijing", "place_country": "CHN"}
COUNTRIES = {"China": "CHN", "North Korea": "PRK", "United States": "USA"}


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """Kim and Xi met on four visits by April 2019 and again in June; Kim and Trump twice."""
    with Record.open(tmp_path / "record.duckdb", write=True) as record:
        record.add(
            [
                told("2018-03-28", met(KIM, XI, start="2018-03-26", **BEIJING)),
                told("2018-03-29", met("Kim/PRK", "Xi/CHN", start="2018-03", **BEIJING)),
                told("2018-05-08", met(KIM, XI, start="2018-05-07", place="Dalian", place_country="CHN")),
                told("2018-06-20", met(KIM, XI, start="2018-06-19", **BEIJING)),
                told("2019-01-09", met(KIM, XI, start="2019-01-08", **BEIJING)),
                told("2019-01-10", met(KIM, XI, start="2019-01-09", kind="visit", **BEIJING)),
                told("2019-06-21", met(KIM, XI, start="2019-06-20", place="Pyongyang", place_country="PRK")),
                told("2018-06-12", met(KIM, TRUMP, start="2018-06-12", place="Sentosa", place_country="SGP")),
                told("2019-02-28", met(KIM, TRUMP, start="2019-02-27", place="Hanoi", place_country="VNM")),
                told("2019-03-01", met(KIM, TRUMP, start="2019", status="planned")),
            ]
        )
        yield record


def claim(subject: str, object: str, count: int, **more: Any) -> Reading:
    return told("2019-04-26", counted(subject, object, count, **more))


def one(record: Record, reading: Reading) -> Checked:
    [checked] = check(record, reading, COUNTRIES.get)
    return checked


def starts(checked: Checked) -> list[str | None]:
    return [row["start"] for row in checked.counted]


def test_as_many_as_claimed_agrees_and_a_later_one_is_outside(record: Record) -> None:
    checked = one(record, claim("Kim Jong Un", "Donald Trump", 2, since="2018-03"))
    assert checked.verdict == "agrees"
    assert starts(checked) == ["2018-06-12", "2019-02-27"]
    assert (checked.since, checked.until) == ("2018-03", "2019-04-26")
    assert checked.command == (
        "chancery meetings --who 'Kim Jong Un' --who 'Donald Trump' --since 2018-03 --until 2019-04-26 --status held"
    )
    assert checked.question == "meeting of Kim Jong Un and Donald Trump from 2018-03 until 2019-04-26: 2 claimed."


@pytest.mark.parametrize(
    ("count", "verdict"), [(3, "disagrees"), (4, "agrees"), (5, "agrees"), (6, "cannot tell"), (1, "disagrees")]
)
def test_talks_on_two_days_of_one_visit_are_one_or_two(record: Record, count: int, verdict: str) -> None:
    checked = one(record, claim("Kim Jong-un", "Xi Jinping", count, since="2018-03"))
    assert checked.verdict == verdict
    assert starts(checked) == ["2018-03-26", "2018-05-07", "2018-06-19", "2019-01-08", "2019-01-09"]


def test_the_first_and_last_day_of_one_stay_prove_one_meeting(record: Record) -> None:
    pyongyang = {"place": "Pyongyang", "place_country": "PRK"}
    record.add(
        [
            told("2018-09-19", met(KIM, "Moon Jae-in/KOR", start="2018-09-18", **pyongyang)),
            told("2018-09-20", met(KIM, "Moon Jae-in/KOR", start="2018-09-20", **pyongyang)),
        ]
    )
    assert one(record, claim("Kim Jong-un", "Moon Jae-in", 1, since="2018-09")).verdict == "agrees"


def test_fewer_cannot_tell_and_says_how_many_are_missing(record: Record) -> None:
    checked = one(record, claim("Kim Jong-un", "Donald Trump", 5))
    assert checked.verdict == "cannot tell"
    assert checked.reason == "The record holds 2; 3 may be missing from it."


def test_nothing_of_the_two_cannot_tell(record: Record) -> None:
    checked = one(record, claim("Kim Jong-un", "Vladimir Putin", 1))
    assert (checked.verdict, checked.reason) == ("cannot tell", "The record holds none.")


def test_until_ends_the_window(record: Record) -> None:
    checked = one(record, claim("Kim Jong-un", "Xi Jinping", 3, since="2018-03", until="2018"))
    assert (checked.verdict, checked.until) == ("agrees", "2018")


def test_a_window_that_cuts_a_vague_date_is_in_doubt(record: Record) -> None:
    record.add([told("2019-01-02", met("Moon Jae-in/KOR", KIM, start="2018"))])
    checked = one(record, claim("Moon Jae-in", "Kim Jong-un", 1, since="2018-03"))
    assert checked.verdict == "cannot tell"
    assert [row["doubt"] for row in checked.doubtful] == ["may lie outside the window"]


def test_vague_retellings_are_not_counted_on_top(record: Record) -> None:
    record.add([told("2019-04-01", met(KIM, TRUMP, start="2018")), told("2019-04-02", met(KIM, TRUMP))])
    checked = one(record, claim("Kim Jong-un", "Donald Trump", 2))
    assert (checked.verdict, len(checked.counted)) == ("agrees", 2)
    doubts = {row["doubt"] for row in checked.doubtful}
    assert doubts == {"may be one of the meetings counted, told again", "its day is not told"}


def test_a_vague_date_proves_nothing_against_a_claim(record: Record) -> None:
    record.add([told("2018-12-31", met(KIM, TRUMP, start="2018-09", place="Beijing", place_country="CHN"))])
    checked = one(record, claim("Kim Jong-un", "Donald Trump", 2))
    assert checked.verdict == "agrees"
    assert checked.reason == "The record holds 3, of which 2 are surely separate."


def test_a_gathering_may_not_be_meant(record: Record) -> None:
    record.add([told("2019-04-20", met(KIM, XI, "Moon Jae-in/KOR", start="2019-04-18", kind="multilateral"))])
    checked = one(record, claim("Kim Jong-un", "Xi Jinping", 5, since="2018-03"))
    assert checked.verdict == "agrees"
    assert [row["doubt"] for row in checked.doubtful] == ["told as multilateral, which may not be meant"]


def test_calls_are_counted_apart(record: Record) -> None:
    record.add([told("2019-04-20", met(XI, TRUMP, start="2019-04-19", kind="call"))])
    assert one(record, claim("Xi Jinping", "Donald Trump", 1, what="call")).verdict == "agrees"
    assert one(record, claim("Xi Jinping", "Donald Trump", 1)).verdict == "cannot tell"


def test_what_the_record_does_not_count(record: Record) -> None:
    checked = one(record, claim("Kim Jong-un", "Xi Jinping", 2, what="test"))
    assert (checked.verdict, checked.reason) == ("cannot tell", "The record does not count “test”.")


def test_a_name_that_fits_two_people_cannot_tell(record: Record) -> None:
    record.add([told("2019-01-19", met("Kim Yong-chol/PRK", TRUMP, start="2019-01-18"))])
    checked = one(record, claim("Kim", "Donald Trump", 3))
    assert (checked.verdict, checked.reason) == ("cannot tell", "“Kim” may be Kim Yong-chol or Kim Jong-un.")


def test_states_are_counted_by_their_codes(record: Record) -> None:
    checked = one(record, claim("North Korea", "United States", 2))
    assert checked.verdict == "agrees"
    assert "--country PRK --country USA" in checked.command


@pytest.mark.parametrize(("object", "verdict"), [("China", "agrees"), ("Dalian", "disagrees")])
def test_visits_are_counted_by_where_they_were(record: Record, object: str, verdict: str) -> None:
    record.add([told("2018-12-31", met(KIM, "Wang Yi/CHN", start="2018-05-01", place="Dalian", place_country="CHN"))])
    count = 5 if object == "China" else 1
    assert one(record, claim("Kim Jong-un", object, count, what="visit", since="2018")).verdict == verdict


def test_an_undated_report_has_no_end(record: Record) -> None:
    checked = one(record, told(None, counted("Kim Jong-un", "Donald Trump", 2)))
    assert checked.verdict == "cannot tell"
    assert "not told until when" in checked.reason


# Ordinals


def numbered(count: int, other: str, published: str = "2019-04-26", **meeting: Any) -> Reading:
    """A report of Kim's so-manieth meeting with somebody, with the tally that its sentence makes."""
    reading = told(published, met(KIM, other, ordinal=count, **meeting))
    [told_here] = reading.meetings
    tally = counted("Kim Jong-un", other.partition("/")[0], count, rule="ordinal before a noun")
    return replace(reading, tallies=(replace(tally, span=told_here.span, evidence=told_here.evidence),))


def test_an_ordinal_counts_up_to_its_own_meeting(record: Record) -> None:
    checked = one(record, numbered(1, TRUMP, start="2018-06-12"))
    assert (checked.verdict, checked.until) == ("agrees", "2018-06-12")
    assert one(record, numbered(3, TRUMP, start="2019-02-27")).verdict == "cannot tell"
    assert one(record, numbered(1, TRUMP, start="2019-02-27")).verdict == "disagrees"


def test_an_undated_ordinal_needs_so_many(record: Record) -> None:
    assert one(record, numbered(2, TRUMP)).verdict == "agrees"
    assert one(record, numbered(1, TRUMP)).verdict == "agrees"
    assert one(record, numbered(3, TRUMP)).verdict == "cannot tell"


def test_an_ordinal_without_its_meeting_needs_so_many(record: Record) -> None:
    assert one(record, claim("Kim Jong-un", "Donald Trump", 1, rule="ordinal before a noun")).verdict == "agrees"


def test_a_meeting_ahead_is_not_yet_in_the_record(record: Record) -> None:
    checked = one(record, numbered(3, TRUMP, status="planned"))
    assert checked.verdict == "agrees"
    assert checked.question.endswith("3 claimed, the one ahead included.")
    assert one(record, numbered(2, TRUMP, status="planned")).verdict == "disagrees"


def test_a_first_meeting_that_nobody_else_tells_cannot_be_told(record: Record) -> None:
    checked = one(record, numbered(1, PUTIN, start="2019-04-25"))
    assert (checked.verdict, checked.reason) == ("cannot tell", "The record holds none besides this one.")


def test_a_report_in_the_record_does_not_bear_itself_out(record: Record) -> None:
    first = numbered(1, PUTIN, start="2019-04-25")
    before = one(record, first)
    record.add([first])
    assert one(record, first) == before
    record.add([told("2019-04-27", met(KIM, PUTIN, start="2019-04-25"))])
    assert one(record, first).verdict == "agrees"


def test_the_next_of_a_series_counts_itself(record: Record) -> None:
    checked = one(record, numbered(3, TRUMP, published="2019-07-01", start="2019-06-30"))
    assert (checked.verdict, checked.reason) == ("agrees", "The record holds 2 besides this one.")


def test_checked_as_json_is_plain(record: Record) -> None:
    plain = one(record, claim("Kim Jong-un", "Donald Trump", 2)).as_json()
    assert plain["tally"]["count"] == 2
    assert [row["start"] for row in plain["counted"]] == ["2018-06-12", "2019-02-27"]
