"""Number words, and the words of time."""

from __future__ import annotations

from pathlib import Path

import pytest

from chancery.errors import DataError
from chancery.lexicon.numbers import english_numbers, load_numbers
from chancery.lexicon.times import english_times, load_times


@pytest.mark.parametrize(
    ("words", "value", "taken"),
    [
        ("1,400 soldiers", 1400, 1),
        ("3 billion euros", 3e9, 2),
        ("50bn more", 50e9, 1),
        ("two dozen envoys", 24, 2),
        ("a dozen envoys", 12, 2),
        ("a million barrels", 1e6, 2),
        ("twenty - two envoys", 22, 3),
        ("six hundred thousand", 600_000, 3),
        ("2.5 million", 2.5e6, 2),
        ("seven of them", 7, 1),
    ],
)
def test_number_phrases(words: str, value: float, taken: int) -> None:
    assert english_numbers().phrase(words.split()) == (value, taken)


@pytest.mark.parametrize("words", ["", "a visit", "some people", "m", "1.4.2019", "3rd"])
def test_no_number(words: str) -> None:
    assert english_numbers().phrase(words.split()) is None


@pytest.mark.parametrize(
    ("word", "value"),
    [("fourth", 4), ("14th", 14), ("twenty-first", 21), ("1,000th", 1000), ("ninetieth", 90), ("four", None)],
)
def test_ordinals(word: str, value: int | None) -> None:
    assert english_numbers().ordinal(word) == value


def test_no_fraction_is_a_count() -> None:
    assert english_numbers().count("2.5") is None
    assert english_numbers().count("Twelve") == 12


@pytest.mark.parametrize("digits", [400, 5000])
def test_long_runs_of_digits_are_no_numbers(digits: int) -> None:
    numbers = english_numbers()
    assert numbers.number("9" * digits) is None
    assert numbers.count("9" * digits + "bn") is None
    assert numbers.ordinal("9" * digits + "th") is None


def test_scales_end_somewhere() -> None:
    found = english_numbers().phrase(["9", *["trillion"] * 400])
    assert found is not None
    assert found[0] < 1e31


@pytest.mark.parametrize("row", ["cardinal\tone", "colour\tred\t1", "cardinal\tone\tone"])
def test_a_bad_row_of_numbers_is_named(tmp_path: Path, row: str) -> None:
    (tmp_path / "numbers.tsv").write_text(f"# numbers\nkind\tword\tvalue\n{row}\n", "utf-8")
    with pytest.raises(DataError, match=r"numbers\.tsv:3"):
        load_numbers(tmp_path)


@pytest.mark.parametrize("row", ["month\tjune", "month\tjune\tsix", "unit\tjiffy\tjiffy", "part\tlate\t1", "x\ty\t"])
def test_a_bad_row_of_times_is_named(tmp_path: Path, row: str) -> None:
    (tmp_path / "times.tsv").write_text(f"kind\tword\tvalue\n{row}\n", "utf-8")
    with pytest.raises(DataError, match=r"times\.tsv:2"):
        load_times(tmp_path)


def test_the_shipped_words_of_time_are_whole() -> None:
    words = english_times()
    assert set(words.months.values()) == set(range(1, 13))
    assert set(words.weekdays.values()) == set(range(7))
    assert set(words.marks.values()) == {"since", "until", "aside"}
