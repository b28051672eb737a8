"""Which language a text is in. Chancery reads English; the others are told apart to be named."""

from __future__ import annotations

import py3langid

LOOK_AT = 20_000
"""Characters from the start of a text that its language is told from."""
ENGLISH_SHARE = 0.12
"""Share of words that are English function words from which a text is English. English news has about 0.25;
German, Dutch and the Romance languages share few of these words and stay under 0.05."""

TELLING_WORDS = 5
"""Different words besides names from which another language can be told; with fewer of them nothing speaks against
English, which is what Chancery is given."""

_FUNCTION_WORDS = frozenset(
    (
        "the and that with from which have has had were their this his they said would will been by for to not "
        "after about its who whose when are it he she of on at as is be"
    ).split()
)
_NEWS_LANGUAGES = frozenset(
    (
        "en ar bg bn bs ca cs da de el es et fa fi fr ga he hi hr hu hy id is it ja ka kk ko ky lt lv mk mn ms nb "
        "ne nl no pl ps pt ro ru si sk sl sq sr sv sw ta th tr uk ur uz vi zh"
    ).split()
)
_CODES = {"english": "en", "eng": "en", "french": "fr", "fra": "fr", "fre": "fr", "german": "de", "deu": "de"}


def language_of(text: str) -> str:
    """ISO 639-1 of a text. Foreign names don't make an English report another language: words that begin
    with a capital are left out of what the language is told from."""
    start = text[:LOOK_AT]
    words = start.split()
    english = sum(word.strip(".,;:\"'“”‘’()").lower() in _FUNCTION_WORDS for word in words)
    if words and english >= ENGLISH_SHARE * len(words):
        return "en"
    if not _is_latin(start):
        return _guess(start)
    plain = list(dict.fromkeys(word for word in words if word[0].islower()))
    return _guess(" ".join(plain)) if len(plain) >= TELLING_WORDS else "en"


def _is_latin(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return sum(c < "\u0250" for c in letters) * 2 >= len(letters)


def _guess(text: str) -> str:
    return next((code for code, _ in py3langid.rank(text) if code in _NEWS_LANGUAGES), "en")


def language_told(tag: str) -> str | None:
    """ISO 639-1 from a language tag or name ("en-GB", "eng", "English"), or None where it is no such thing."""
    base = tag.strip().replace("_", "-").split("-")[0].lower()
    code = _CODES.get(base, base)
    return code if len(code) in (2, 3) and code.isalpha() and code != "und" else None
