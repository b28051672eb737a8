"""One spelling for many: names as tables and reports write them, brought to a form that can be compared.

The first half is for any name or term and for rows of tokens, the second for names of people.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Literal

from chancery.errors import DataError
from chancery.lexicon.tables import forms, numbered_rows

_PLAIN = str.maketrans(
    {
        "-": " ", "‐": " ", "‑": " ", "–": " ", "—": " ", "/": " ", ".": None, ",": None, "'": None, "’": None,
        "‘": None, "ʼ": None, "ʿ": None, "`": None, "´": None, "\u00a0": " ", "\u00ad": None, "&": "and",
        "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "Æ": "Ae",
        "ə": "e", "Ə": "E", "þ": "th", "ð": "d",
    }
)  # fmt: skip
JOINTS = frozenset({"-", "‐", "‑", "–", ",", "/"})
"""Tokens that may stand inside a name without being a word of it."""
ELIDED = frozenset({"d'", "d’", "D'", "D’", "l'", "l’", "L'", "L’", "N'", "N’"})
"""Tokens that are written together with the word after them."""


@lru_cache(maxsize=1 << 16)  # the same words come again all the time
def plain(form: str) -> str:
    """A form without accents, dots, commas and apostrophes, hyphens as spaces; upper and lower case are kept.

    "Côte d'Ivoire" gives "Cote dIvoire", "U.S." gives "US", "Guinea-Bissau" gives "Guinea Bissau".
    """
    if not form.isascii():
        form = unicodedata.normalize("NFKD", form.translate(_PLAIN))
        form = "".join(c for c in form if not unicodedata.combining(c))
    return " ".join(form.translate(_PLAIN).split())


def joined(words: Sequence[str]) -> str:
    """Tokens set as running text: ["North", "Korea", "'s", "army"] gives "North Korea's army"."""
    text = ""
    for i, word in enumerate(words):
        glued = i == 0 or word[:1] in "'’" or word in JOINTS or words[i - 1] in ELIDED
        hyphen = i > 0 and words[i - 1] in JOINTS and words[i - 1] != ","
        text += word if glued or hyphen else " " + word
    return text


def plain_prefixes(
    words: Sequence[str], at: int, most: int, goes_on: Callable[[str], bool] | None = None
) -> list[tuple[int, str]]:
    """The plain forms of the 1, 2, ... `most` tokens from `at` on, each with its number of tokens.

    Tokens are as Universal Dependencies split them: "'s" is glued to the word before it, a hyphen between words
    is passed over, and any other mark ends the name. A form never ends in a hyphen or comma. Where `goes_on` tells
    that no longer form is wanted behind one and a space, the row ends there (see `stems`).
    """
    found: list[tuple[int, str]] = []
    text = ""
    for n in range(min(most, len(words) - at)):
        word = words[at + n]
        if word in JOINTS:
            if not text:
                return found
            continue
        piece = plain(word)
        if not piece and word not in ("'", "’"):
            return found
        glued = not text or word[0] in "'’" or words[at + n - 1] in ELIDED
        if not glued and goes_on is not None and not goes_on(text):
            return found
        text = text + piece if glued else f"{text} {piece}"
        found.append((n + 1, text))
    return found


def stems(forms_: Iterable[str]) -> frozenset[str]:
    """The beginnings of forms in their plain spelling, word by word: "New" and "New York" of "New York City"."""
    return frozenset(form[:i] for form in forms_ for i, letter in enumerate(form) if letter == " ")


def openings(forms_: Iterable[str], key: Callable[[str], str] = plain) -> Callable[[Sequence[str], int], bool]:
    """What tells whether one of some forms may begin at a token, by one look at most words.

    Args:
        forms_: in their plain spelling. key: what makes the plain spelling of a token.
    """
    whole = frozenset(forms_)
    begun = whole | stems(whole)

    @lru_cache(maxsize=1 << 16)
    def alone(word: str) -> bool:
        return word[:1] in "'’" or word in ELIDED or word in JOINTS or key(word) in begun

    def may_begin(words: Sequence[str], at: int) -> bool:
        if alone(words[at]):
            return True
        after = words[at + 1] if at + 1 < len(words) else " "
        return after[:1] in "'’" or after in JOINTS  # "People" | "'s"

    return may_begin


# Names of people. Four levels, each built on the one before: `name_words` takes marks and courtesies off,
# `core_words` also initials and particles, `sound` hides how a word was put into Latin letters, and `compare` says
# whether two names may be one person's.

Likeness = Literal["same", "short", "no"]

COURTESY = frozenset({"the", "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "madam", "mme"})
PARTICLES = frozenset(
    "de del della der den dem di da la le las los van von ten ter bin bint ibn ben al el abu as ash ad ar ur ul dos "
    "das do du af av zu y e i of".split()
)
"""Words inside names that may be left out or written in another way, and never tell one person from another."""
_GIVEN = frozenset({"ben", "van", "abu"})
"""Particles that are a given name where they come first: "Ben" but not "Ahmed ben Bella"."""
_ARTICLES = frozenset({"al", "el", "ul", "as", "ash", "ad", "ar", "an", "at", "az"})
_SERVANT = frozenset({"abd", "abdal", "abdel", "abdul", "abdol", "abdur", "abdus", "abdou"})
_JUNIOR = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr"}
_ORDINALS = frozenset("ii iii iv vi vii viii ix xii xiii xiv xv xvi xviii xxiii".split())
"""Numbers of monarchs and popes; XI is left out, which is rather a Chinese family name."""
_POSSESSIVE = re.compile(r"['’]s?$|['’]s\b")
_WORD = re.compile(r"[^\W_]+")
_SOUNDS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"^(?:ye|ie)(?=[lvrg])", "e"), (r"(?<=.)(?:ieff|eff|iev|yev|yov)$", "ev"), (r"(?<=.)off$", "ov"),
        (r"tch", "ch"), (r"sch", "sh"), (r"(?<!^)ks", "x"), (r"kh", "h"), (r"gh", "g"), (r"dh", "d"), (r"th", "t"),
        (r"ph", "f"), (r"dj", "j"), (r"ck", "k"), (r"q(?!i)", "k"), (r"w", "v"), (r"y", "i"), (r"j(?=$)", "i"),
        (r"oo|ou|o", "u"), (r"ee", "i"), (r"(.)\1+", r"\1"), (r"(?<=a)h$", ""), (r"(?<=[a-z]{2})ij$", "i"),
    )
)  # fmt: skip
_LONG = 5
"""Letters from which on "e" and "i" of one word are taken for one: "Khaled" and "Khalid", but not "Peng" and "Ping"."""
_LONE_VARIANT = 6
"""Letters that a name of one word needs before a variant of it is taken for the same name."""
_TABLED_VARIANT = 4
"""The same where the table of spellings has the variant: "Sisi" and "Sissi", but not "Pak" and "Park"."""


@cache
def variants() -> Mapping[str, str]:
    """The words of `data/spellings.tsv`, each with the first of its group.

    Raises:
        DataError: where a word stands in two groups, or the table is not one.
    """
    found: dict[str, str] = {}
    with as_file(files("chancery.lexicon") / "data" / "spellings.tsv") as path:
        for where, (group,) in numbered_rows(path, "spellings"):
            first, *others = forms(group)
            for word in (first, *others):
                if found.setdefault(word, first) != first:
                    raise DataError(f"{where}: {word} stands in two groups")
    return found


@lru_cache(maxsize=65536)
def name_words(name: str | None) -> tuple[str, ...]:
    """The words of a name: lower case, no accents and apostrophes, split at hyphens, no courtesies, no "'s".

    A name made of nothing but courtesies keeps them.
    """
    bare = " ".join(_POSSESSIVE.sub("", word) for word in (name or "").replace(".", " ").split())
    found = tuple(_WORD.findall(plain(bare).lower()))
    return tuple(w for w in found if w not in COURTESY) or found


def core_words(name: str) -> tuple[str, ...]:
    """The words of a name without initials, particles, "Jr." and ordinals; all of them where nothing else is left."""
    return _telling(name_words(name))


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A plain word in a spelling that hides how it was transcribed: "Lavroff" and "Lavrov", "Khaled" and "Khalid".

    Groups of `spellings.tsv` ("Mohammed", "Muhammad") come out as one. Vowels are kept apart but for o and u, and
    in long words e and i: "Hassan" and "Hussein", "Mahmoud" and "Mohammed" are different names.
    """
    known = variants().get(word)
    if known is not None:
        word = known
    for pattern, put in _SOUNDS:
        word = pattern.sub(put, word)
    return word.replace("ie", "i").replace("e", "i") if len(word) >= _LONG else word


@lru_cache(maxsize=65536)
def sounds(name: str) -> tuple[str, ...]:
    """The sounds of a name's words, Arabic articles left out and "Abd al-" run together with what it is said of."""
    return tuple(sound(w) for w in _joined_servants(name_words(name)))


@lru_cache(maxsize=65536)
def compare(one: str, other: str) -> Likeness:
    """How far two names may be one person's.

    Returns:
        "same": the same words in any order or run together ("Kim Jong Un", "Kim Jong-un"), spelt another way
        ("Zelensky", "Zelenskyy"), or with middle names, initials or particles left out; "short": one is part of
        the other ("Kim"), has a short given name ("Mike Pompeo") or an initial for it; "no": anything else, as
        where initials, ordinals ("Abdullah II", "Abdullah III") or "Jr." and "Sr." differ, or an empty name.
    """
    left, right = name_words(one), name_words(other)
    if not left or not right or _told_apart(left, right):
        return "no"
    if sorted(left) == sorted(right) or "".join(left) == "".join(right) or _sound_alike(one, other):
        return "same"
    likeness = _part(left, right)
    if likeness == "no" and _tellable(one, other):
        likeness = _part(sounds(one), sounds(other))
    if likeness == "no" and _short_given_name(left, right):
        return "short"
    return likeness


def _joined_servants(words: tuple[str, ...]) -> tuple[str, ...]:
    """ "abd al rahman", "abdul rahman" and "abdurrahman" as one word, "bin" for all its forms, no articles."""
    found: list[str] = []
    i = 0
    while i < len(words):
        word = words[i]
        if word in _SERVANT and i + 1 < len(words):
            i += 1 + (words[i + 1] in _ARTICLES and i + 2 < len(words))
            found.append("abdul" + words[i])
        elif word not in _ARTICLES or len(words) == 1:
            found.append(re.sub(r"^abd[aeou](?:l|r(?=r)|s(?=s))", "abdul", word) if len(word) > 7 else word)
        i += 1
    return tuple(found)


def _told_apart(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Do ordinals, initials or "Jr." tell of two people, both names having one?"""
    if "i" in (left[-1], right[-1]) and left[-1] != right[-1] and {left[-1], right[-1]} <= _ORDINALS | {"i"}:
        return True
    kinds: tuple[Callable[[str], bool], ...] = (_ORDINALS.__contains__, _JUNIOR.__contains__, _initial)
    for kind in kinds:
        here, there = {_JUNIOR.get(w, w) for w in left if kind(w)}, {_JUNIOR.get(w, w) for w in right if kind(w)}
        if here and there and here != there:
            return True
    return False


def _initial(word: str) -> bool:
    return len(word) == 1 and word not in PARTICLES


def _sound_alike(one: str, other: str) -> bool:
    """The same sounds in any order, and, of several words, at least one to the letter or in the table."""
    left, right = sounds(one), sounds(other)
    alike = sorted(left) == sorted(right) or "".join(left) == "".join(right)
    return alike and _tellable(one, other)


def _tellable(one: str, other: str) -> bool:
    """Is enough of two names the same that a variant of the rest is believed?

    Of a name of one word its length, else a word that both have, to the letter or by the table of spellings.
    """
    left, right = sounds(one), sounds(other)
    table = variants()
    common = {table.get(w, w) for w in name_words(one)} & {table.get(w, w) for w in name_words(other)} - PARTICLES
    if min(len(left), len(right)) == 1:
        letters = len(min(left, right, key=len)[0])
        return letters >= _LONE_VARIANT or (bool(common) and letters >= _TABLED_VARIANT)
    return bool(common) or "".join(left) == "".join(right)


def _part(left: tuple[str, ...], right: tuple[str, ...]) -> Likeness:
    """Whether the words of one name are among those of the other, initials and particles aside."""
    short, long = sorted((_telling(left), _telling(right)), key=len)
    if not short or Counter(short) - Counter(long):
        return "no"
    outer = len(short) > 1 and {long[0], long[-1]} <= set(short)
    return "same" if outer else "short"


def _telling(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(w for i, w in enumerate(words) if _tells(w) or (i == 0 and w in _GIVEN)) or words


def _tells(word: str) -> bool:
    return len(word) > 1 and word not in PARTICLES and word not in _JUNIOR and word not in _ORDINALS


def _short_given_name(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """ "Mike Pompeo" and "Michael Pompeo", "B. Obama": one family name, given names that begin alike."""
    if len(left) < 2 or len(right) < 2 or left[-1] != right[-1] or len(left[-1]) < 4:
        return False
    one, other = sorted((left[0], right[0]), key=len)
    if len(one) == 1 and min(len(left), len(right)) == 2:
        return other.startswith(one)
    return len(left) == len(right) == 2 and len(one) >= 3 and other.startswith(one)
