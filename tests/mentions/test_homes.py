"""The state that a report is at home in."""

from chancery.mentions.homes import home_of
from chancery.mentions.types import Mention, Party
from tests.mentions.scenes import lexicon

PARTIES = (Party(0, "country", "Kenya", "KEN"), Party(1, "country", "Uganda", "UGA"), Party(2, "body", "UN"))


def home(*entities: int, dateline: str | None = None) -> str | None:
    mentions = [Mention(entity, "name", at, at, at + 1, "name") for at, entity in enumerate(entities)]
    return home_of(lexicon().atlas, dateline, PARTIES, mentions)


def test_the_state_named_most_by_far() -> None:
    assert home(0, 0, 0, 0, 1, 2) == "KEN"


def test_two_states_named_about_as_often_leave_it_open() -> None:
    assert home(0, 0, 0, 1, 1) is None


def test_the_dateline_chooses_between_the_two() -> None:
    assert home(0, 0, 0, 1, 1, dateline="Kampala") == "UGA"
    assert home(0, 0, 0, 1, 1, dateline="Paris") is None


def test_too_few_mentions_tell_nothing() -> None:
    assert home(0, 0) is None
