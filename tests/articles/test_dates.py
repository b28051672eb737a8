"""Publication dates: every usual printed form, and none guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.articles.dates import date_near, find_date, iso_date


@pytest.mark.parametrize(
    "printed",
    [
        "2019-04-26",
        "2019-04-26T06:00:00Z",
        "2019/04/26 06:00",
        "2019.04.26",
        "20190426",
        "26-Apr-2019",
        "26 April 2019",
        "26th of April 2019",
        "26th April, 2019",
        "Fri, 26 Apr 2019 06:00:00 GMT",
        "Friday, 26 April 2019",
        "April 26, 2019",
        "Apr. 26, 2019, 6:00 a.m.",
        "APRIL 26TH 2019",
        "26/04/2019",
        "04/26/2019",
        "26.04.2019",
        "Published: 26 April 2019, 14:05 GMT",
    ],
)
def test_one_day_in_many_forms(printed: str) -> None:
    assert iso_date(printed) == "2019-04-26"


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("2019-02", "2019-02"),
        ("February 2019", "2019-02"),
        ("Sept. 2018", "2018-09"),
        ("2006", "2006"),
        ("5.4.2018", "2018-04-05"),  # day first wherever dates have full stops
        ("04/05/2018", "2018"),  # 4 May or April 5: the year alone is sure
        ("04/04/2018", "2018-04-04"),
    ],
)
def test_cut_and_ambiguous_dates(printed: str, iso: str) -> None:
    assert iso_date(printed) == iso


@pytest.mark.parametrize(
    "text", ["", "yesterday", "31 February 2019", "Resolution 2397", "10:30", "1.2.3.2019.5", "maybe 3"]
)
def test_what_is_no_date(text: str) -> None:
    assert iso_date(text) is None


def test_the_date_of_a_line_and_where_it_stands() -> None:
    line = "26-Apr-2019 Meridian Post | AFP"
    found = find_date(line)
    assert found is not None
    assert line[found.start : found.end] == "26-Apr-2019"


def test_a_day_is_taken_before_the_month_that_it_begins_with() -> None:
    assert iso_date("2019-04-26 and 2019-05") == "2019-04-26"


@pytest.mark.parametrize(
    ("day", "published", "iso"),
    [
        ("July 19", "2024-07-19", "2024-07-19"),
        ("Dec. 31", "2019-01-01", "2018-12-31"),
        ("April 27", "2019-04-26", "2019-04-27"),  # filed east of its outlet
        ("3 January", "2018-01-04", "2018-01-03"),
        ("January 3, 2017", "2018-01-04", "2017-01-03"),
        ("July 19", "2024-07", None),
        ("July 19", None, None),
        ("Feb. 29", "2019-03-01", None),
    ],
)
def test_a_dateline_takes_its_year_from_the_publication(day: str, published: str | None, iso: str | None) -> None:
    assert date_near(day, published) == iso


@given(
    st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%d-%b-%Y"]),
)
def test_printing_and_reading_a_day_gives_it_back(day: date, form: str) -> None:
    assert iso_date(day.strftime(form)) == day.isoformat()


@given(st.text(max_size=80))
def test_any_line_is_read_without_error(line: str) -> None:
    found = find_date(line)
    assert found is None or 0 <= found.start < found.end <= len(line)
