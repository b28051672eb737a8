"""The state that a report is at home in."""

from chancery.mentions.bodies.homes import home_of
from tests.mentions.scenes import lexicon


def home(*states: str, dateline: str | None = None) -> str | None:
    return home_of(lexicon().atlas, dateline, states)


def test_the_state_named_most_by_far() -> None:
    assert home("KEN", "KEN", "KEN", "KEN", "UGA", "TZA") == "KEN"


def test_two_states_named_about_as_often_leave_it_open() -> None:
    assert home("KEN", "KEN", "KEN", "KEN", "UGA", "UGA", "UGA") is None


def test_the_dateline_chooses_between_the_two() -> None:
    assert home("KEN", "KEN", "KEN", "KEN", "UGA", "UGA", "UGA", dateline="Kampala") == "UGA"
    assert home("KEN", "KEN", "KEN", "KEN", "UGA", "UGA", "UGA", dateline="Paris") is None


def test_too_few_mentions_tell_nothing() -> None:
    assert home("KEN", "KEN") is None
