"""Values of options: dates and country codes."""

from __future__ import annotations

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.serve.options import country_code, iso_date


@pytest.mark.parametrize("text", ["2019-04-26", "2019-04", "2019", " 2020-02-29 ", "0001-01-01"])
def test_dates_whole_and_cut(text: str) -> None:
    assert iso_date(text) == text.strip()


@pytest.mark.parametrize(
    "text",
    ["", "19", "2019-4", "2019-13", "2019-02-30", "26-04-2019", "2019-04-26T10:00", "0000", "２０１９"],
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(click.BadParameter, match="write 2019-04-26"):
        iso_date(text)


@given(st.dates())
def test_every_day_is_a_date(day: object) -> None:
    assert iso_date(str(day)) == str(day)


def test_country_codes() -> None:
    assert country_code(" prk") == "PRK"
    for text in ("", "KP", "North Korea", "P1K"):
        with pytest.raises(click.BadParameter, match="three letters"):
            country_code(text)
