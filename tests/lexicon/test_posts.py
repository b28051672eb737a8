"""Which offices are one post."""

from __future__ import annotations

import pytest

from chancery.lexicon.posts import posts_of, same_post


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Foreign Minister", "Minister of Foreign Affairs"),
        ("External Affairs Minister", "minister of foreign affairs and trade"),
        ("Secretary of State", "foreign minister"),
        ("PM", "Prime Minister"),
        ("Federal Chancellor", "prime minister"),
        ("acting president", "President"),
        ("deputy PM and foreign minister", "Minister for Foreign Affairs"),
        ("Deputy Prime Minister/Foreign Minister", "deputy prime minister"),
        ("Vice Foreign Minister", "deputy minister of foreign affairs"),
        ("NATO Secretary General", "secretary-general of NATO"),
        ("special envoy for Syria", "envoy for Syria"),
    ],
)
def test_one_post(one: str, other: str) -> None:
    assert same_post(one, other)
    assert same_post(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deputy Foreign Minister", "Foreign Minister"),
        ("Vice President", "President"),
        ("Minister of Defence", "Foreign Minister"),
        ("ambassador to Egypt", "ambassador to India"),
        ("alternate prime minister", "prime minister"),
        ("Secretary-General of the United Nations", "secretary-general of NATO"),
    ],
)
def test_two_posts(one: str, other: str) -> None:
    assert not same_post(one, other)


def test_several_posts_of_one_holder() -> None:
    assert posts_of("deputy prime minister and minister of defence") == {"deputy prime minister", "defense minister"}
