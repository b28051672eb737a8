"""Whether two names may be one person's: spelling variants, short and long forms, order of the parts.

Accents, case, hyphens and courtesy titles never matter. What counts as a variant is kept narrow, since names
that differ in one consonant or in a short syllable are often different people (Kim Jong-un, Kim Jong-il).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

Likeness = Literal["same", "short", "no"]

COURTESY = frozenset({"the", "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "madam", "mme"})
_BARRED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})
_APOSTROPHES = re.compile(r"['’‘ʼ`]")
_POSSESSIVE = re.compile(r"['’]s\b")
_WORD = re.compile(r"[^\W_]+")
_LONE_VARIANT = 6
"""Letters that a name of one word needs before a spelling variant of it is taken for the same name."""


@lru_cache(maxsize=65536)
def words(name: str | None) -> tuple[str, ...]:
    """The name's words: lower case, no accents, split at hyphens, courtesies dropped.

    A name made of nothing but courtesies keeps them.
    """
    plain = _POSSESSIVE.sub("", (name or "").lower().translate(_BARRED))
    marks_off = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    found = tuple(_WORD.findall(_APOSTROPHES.sub("", marks_off)))
    return tuple(w for w in found if w not in COURTESY) or found


@lru_cache(maxsize=65536)
def compare(one: str, other: str) -> Likeness:
    """How far two names may be one's.

    Returns:
        "same": the same words in any order or run together ("Kim Jong Un", "Kim Jong-un"), a spelling variant
        ("Zelensky", "Zelenskyy"), or one with middle names left out; "short": one is part of the other
        ("Kim"), or has a short given name ("Mike Pompeo"); "no": anything else, or an empty name.
    """
    left, right = words(one), words(other)
    if not left or not right:
        return "no"
    if sorted(left) == sorted(right) or "".join(left) == "".join(right) or _variant(left, right):
        return "same"
    short, long = sorted((left, right), key=len)
    if set(short) < set(long):
        outer = len(short) > 1 and {long[0], long[-1]} <= set(short)
        return "same" if outer else "short"
    return "short" if _short_given_name(left, right) else "no"


def part_of(part: str, name: str | None) -> bool:
    """True where each word of `part` is one of the name's ("Kim" in "Kim Jong-un"), or both are one name."""
    wanted = words(part)
    return bool(wanted and name) and (set(wanted) <= set(words(name)) or compare(part, name or "") == "same")


def fullest(names: list[str]) -> str:
    """The form with the most words; of those, the most frequent; of those, the first in the alphabet."""
    return min(set(names), key=lambda n: (-len(words(n)), -names.count(n), n))


def _variant(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """The same consonants word by word, and, of several words, at least one to the letter."""
    if len(left) != len(right):
        return False
    pairs = list(zip(left, right, strict=True))
    if not all(a == b or _spelt_alike(a, b) for a, b in pairs):
        return False
    if len(pairs) == 1:
        return min(len(left[0]), len(right[0])) >= _LONE_VARIANT
    return any(a == b for a, b in pairs)


def _spelt_alike(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= 3 and _skeleton(one) == _skeleton(other)


def _skeleton(word: str) -> str:
    """The first letter and the later consonants, doubled ones once: "zlnsk" for Zelensky and Zelenskyy."""
    rest = re.sub(r"[aeiouyw]", "", word[1:])
    return re.sub(r"(.)\1+", r"\1", word[0] + rest)


def _short_given_name(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """ "Mike Pompeo" and "Michael Pompeo": one family name, given names that begin alike."""
    if len(left) != 2 or len(right) != 2 or left[1] != right[1] or len(left[1]) < 4:
        return False
    return left[0][:2] == right[0][:2] and min(len(left[0]), len(right[0])) >= 3
