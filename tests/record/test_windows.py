"""What ISO dates cover."""

from __future__ import annotations

from datetime import date

import pytest

from chancery.record.windows import Window, overlap_points, window


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("2019-04-25", None, date(2019, 4, 25), date(2019, 4, 25)),
        ("2019-02", None, date(2019, 2, 1), date(2019, 2, 28)),
        ("2003", None, date(2003, 1, 1), date(2003, 12, 31)),
        ("2019-01-07", "2019-01-10", date(2019, 1, 7), date(2019, 1, 10)),
        ("2018-12", "2019-01", date(2018, 12, 1), date(2019, 1, 31)),
        ("2019-04", "2018", date(2019, 4, 1), date(2019, 4, 30)),
    ],
)
def test_window(start: str, end: str | None, first: date, last: date) -> None:
    assert window(start, end) == Window(first, last)


@pytest.mark.parametrize(
    "text", [None, "", "last week", "2019-13", "2019-02-30", "0000", "19-04-26", "2019-4-1", "２０１９", "April"]
)
def test_no_date_is_no_window(text: str | None) -> None:
    assert window(text) is None


def test_gap_and_cuts() -> None:
    week = Window(date(2019, 4, 15), date(2019, 4, 21))
    assert week.gap(Window(date(2019, 4, 22), date(2019, 4, 22))) == 1
    assert week.gap(Window(date(2019, 4, 20), date(2019, 4, 30))) <= 0
    assert week.until(date(2019, 4, 18)).last == date(2019, 4, 18)
    assert week.until(date(2019, 4, 1)) == week
    assert week.since(date(2019, 4, 18)).days == 4


def test_points_follow_the_vaguer_window() -> None:
    day, month, year = window("2019-02-27"), window("2019-02"), window("2019")
    assert day is not None
    assert month is not None
    assert year is not None
    assert overlap_points(day, day)[0] > overlap_points(day, month)[0] > overlap_points(month, year)[0] > 0
    assert overlap_points(day, Window(date.min, date.max)) == (0.0, "")
