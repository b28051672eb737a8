"""Date arithmetic at its edges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.mentions.times import calendar
from chancery.mentions.times.calendar import Stamp, stamp_of


@pytest.mark.parametrize("text", ["2019-04-26", "2019-04", "2003"])
def test_a_stamp_prints_as_it_was_read(text: str) -> None:
    assert str(stamp_of(text)) == text


@pytest.mark.parametrize("text", [None, "", "April", "2019-13", "2019-02-30", "19-04-26", "0000"])
def test_what_is_no_date_is_none(text: str | None) -> None:
    assert stamp_of(text) is None


@given(st.dates(), st.integers(0, 6), st.booleans())
def test_the_nearest_weekday_lies_within_a_week_on_its_side(day: object, weekday: int, ahead: bool) -> None:
    base = stamp_of(str(day))
    assert base is not None
    found = calendar.weekday_near(base, weekday, ahead=ahead)
    if found is None:  # beyond the calendar's ends
        assert base.year in (1, 9999)
        return
    then, now = found.date(), base.date()
    assert then is not None
    assert now is not None
    assert then.weekday() == weekday
    assert 0 <= (then - now).days * (1 if ahead else -1) < 7


def test_weeks_cross_years() -> None:
    assert calendar.week(Stamp(2019, 1, 1), -1) == (Stamp(2018, 12, 24), Stamp(2018, 12, 30))
    assert calendar.week(Stamp(2019, 1), -1) is None


def test_weekends() -> None:
    monday, sunday = Stamp(2019, 4, 22), Stamp(2019, 4, 21)
    assert calendar.weekend(monday, ahead=False) == (Stamp(2019, 4, 20), Stamp(2019, 4, 21))
    assert calendar.weekend(monday, ahead=True) == (Stamp(2019, 4, 27), Stamp(2019, 4, 28))
    assert calendar.weekend(sunday, ahead=False) == (Stamp(2019, 4, 20), Stamp(2019, 4, 21))


def test_months() -> None:
    assert calendar.shift_months(Stamp(2019, 1, 31), -1) == Stamp(2018, 12)
    assert calendar.shift_months(Stamp(2019), 1) is None
    assert calendar.month_near(Stamp(2019, 4), 4, ahead=False) == Stamp(2019, 4)
    assert calendar.month_near(Stamp(2019, 4), 5, ahead=False) == Stamp(2018, 5)
    assert calendar.month_near(Stamp(2019, 4), 3, ahead=True) == Stamp(2020, 3)


def test_a_weekday_decides_the_year() -> None:
    assert calendar.day_near(Stamp(2016, 3, 1), 3, 20, ahead=None, weekday=4) == Stamp(2015, 3, 20)


def test_first_and_last_days() -> None:
    assert calendar.last_day(Stamp(2020, 2)) == Stamp(2020, 2, 29)
    assert calendar.last_day(Stamp(2020)) == Stamp(2020, 12, 31)
    assert calendar.first_day(Stamp(2020)) == Stamp(2020, 1, 1)


def test_a_dateline_counts_where_the_publication_date_leaves_room() -> None:
    day = Stamp(2019, 4, 24)
    assert calendar.resting_day(None, day) == (day, True)
    assert calendar.resting_day(Stamp(2019, 4), day) == (day, True)
    assert calendar.resting_day(Stamp(2019, 4, 26), day) == (day, True)
    assert calendar.resting_day(Stamp(2019, 6, 1), day) == (Stamp(2019, 6, 1), False)
    assert calendar.resting_day(Stamp(2018), day) == (Stamp(2018), False)
    assert calendar.resting_day(Stamp(2019, 4, 26), None) == (Stamp(2019, 4, 26), False)


def test_a_day_by_its_number() -> None:
    base = Stamp(2019, 4, 26)
    assert calendar.day_of_month(base, 30, ahead=True) == Stamp(2019, 4, 30)
    assert calendar.day_of_month(base, 3, ahead=True) == Stamp(2019, 5, 3)
    assert calendar.day_of_month(base, 30, ahead=False) == Stamp(2019, 3, 30)
    assert calendar.day_of_month(Stamp(2019), 3, ahead=False) is None
