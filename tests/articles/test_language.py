"""English is told from its neighbours; foreign names don't matter."""

from __future__ import annotations

import pytest

from chancery.articles.language import language_of, language_told


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ministers of both countries met on Friday and said that they would meet again.", "en"),
        ("Kim Jong-un met Xi Jinping in Dalian.", "en"),
        ("Comrade Kim Jong Un received Choe Ryong Hae, Pak Pong Ju, Ri Yong Ho and Kim Yong Chol in Pyongyang.", "en"),
        ("Kim meets Putin", "en"),
        ("Die Minister beider Länder haben sich am Freitag in Oslo getroffen und über den Handel gesprochen.", "de"),
        ("Les ministres des deux pays se sont rencontrés vendredi à Oslo pour parler de commerce.", "fr"),
        ("Los ministros de los dos países se reunieron el viernes en Oslo para hablar de comercio.", "es"),
        ("De ministers van beide landen hebben elkaar vrijdag in Oslo ontmoet om over handel te praten.", "nl"),
        ("Министры двух стран встретились в пятницу в Осло и обсудили торговлю.", "ru"),
        ("두 나라의 장관들이 금요일 오슬로에서 만나 무역을 논의했다.", "ko"),
    ],
)
def test_languages(text: str, code: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("EN_us", "en"),
        ("eng", "en"),
        ("English", "en"),
        ("fr", "fr"),
        ("und", None),
        ("", None),
    ],
)
def test_language_tags(tag: str, code: str | None) -> None:
    assert language_told(tag) == code
