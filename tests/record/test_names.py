"""Which names may be one person's."""

from __future__ import annotations

import pytest

from chancery.record.names import Likeness, compare, fullest, part_of, words


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("Kim Jong-un", "Kim Jong Un", "same"),
        ("Kim Jong-un", "Kim Jongun", "same"),
        ("Abe Shinzo", "Shinzo Abe", "same"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", "same"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "same"),
        ("Mohammed bin Salman", "Muhammad bin Salman", "same"),
        ("Donald Trump", "Donald J. Trump", "same"),
        ("Choe Son-hui", "Choe Sun-hui", "same"),
        ("Kim", "Kim Jong-un", "short"),
        ("Mike Pompeo", "Michael Pompeo", "same"),
        ("Stephen Biegun", "Steve Biegun", "same"),
        ("Bart Olsen", "Barthold Olsen", "short"),
        ("Kim Jong-un", "Kim Jong-il", "no"),
        ("Kim Yong-il", "Kim Jong-il", "no"),
        ("Kim Yong-chol", "Kim Yong-nam", "no"),
        ("Kim Jong-un", "Kim Yo-jong", "no"),
        ("Wang Yi", "Wang Qishan", "no"),
        ("Li Keqiang", "Li Kechang", "no"),
        ("Hillary Clinton", "Bill Clinton", "no"),
        ("Moon", "Mun", "no"),
        ("", "Kim", "no"),
    ],
)
def test_compare(one: str, other: str, likeness: Likeness) -> None:
    assert compare(one, other) == likeness
    assert compare(other, one) == likeness


def test_words_leave_courtesies_and_possessives_out() -> None:
    assert words("the Kremlin’s") == ("kremlin",)
    assert words("Mr. Ja'afari") == ("jaafari",)
    assert words("The Lady") == ("the", "lady")
    assert words(None) == ()


def test_part_of_takes_whole_words() -> None:
    assert part_of("jong un", "Kim Jong-un")
    assert part_of("KIM JONGUN", "Kim Jong-un")
    assert not part_of("Ki", "Kim Jong-un")
    assert not part_of("", "Kim Jong-un")
    assert not part_of("Kim", None)


def test_fullest_prefers_words_then_number() -> None:
    assert fullest(["Kim", "Kim Jong Un", "Kim Jong-un", "Kim Jong Un"]) == "Kim Jong Un"
