"""Hyphens: compounds part, prefixed words and names stay whole."""

import pytest

from chancery.grammar.hyphens import hyphen_parts


def parts(form: str, *, capitals: bool = False) -> list[str]:
    return [form[a:b] for a, b in hyphen_parts(form, 0, capitals=capitals)]


@pytest.mark.parametrize(
    "name",
    [
        "Jong-un", "Jae-in", "Geun-hye", "Jong-Un", "Jae-In", "Ing-wen", "Hsien-loong", "Jin-ping", "Kai-shek",
        "Kyung-wha", "Yong-nam", "Eui-yong", "Jean-Yves", "al-Assad", "al-Haq", "Chan-ocha", "Saif-ul-Islam",
        "Mar-a-Lago",
    ],
)  # fmt: skip
def test_names_stay_whole(name: str) -> None:
    assert parts(name) == [name]


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("US-led", "US - led"),
        ("Moscow-made", "Moscow - made"),
        ("Israeli-Palestinian", "Israeli - Palestinian"),
        ("Kim-Moon", "Kim - Moon"),
        ("Thai-Lao", "Thai - Lao"),
        ("Follow-up", "Follow - up"),
        ("Thirty-two", "Thirty - two"),
        ("Low-key", "Low - key"),
        ("two-year-old", "two - year - old"),
        ("half-a-dozen", "half - a - dozen"),
        ("self-declared", "self - declared"),
        ("S-400", "S - 400"),
    ],
)
def test_compounds_part(form: str, words: str) -> None:
    assert " ".join(parts(form)) == words


@pytest.mark.parametrize("form", ["pro-Beijing", "ex-minister", "cross-border", "non-aligned", "re-elected"])
def test_prefixed_words_stay_whole(form: str) -> None:
    assert parts(form) == [form]


def test_names_in_capitals_are_known_by_the_text_around_them() -> None:
    assert parts("JONG-UN", capitals=True) == ["JONG-UN"]
    assert parts("AL-ASSAD", capitals=True) == ["AL-ASSAD"]
    assert parts("US-UK", capitals=True) == ["US", "-", "UK"]
    assert parts("JONG-UN") == ["JONG", "-", "UN"]


@pytest.mark.parametrize("form", ["-a", "a-", "a--b", "-", "co-" * 3 + "x", "a-" * 5000 + "a"])
def test_odd_runs_are_cut_without_loss(form: str) -> None:
    assert "".join(parts(form)) == form
