"""One spelling for many: names as tables and reports write them, brought to a form that can be compared."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

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


def plain_prefixes(words: Sequence[str], at: int, most: int) -> list[tuple[int, str]]:
    """The plain forms of the 1, 2, ... `most` tokens from `at` on, each with its number of tokens.

    Tokens are as Universal Dependencies split them: "'s" is glued to the word before it, a hyphen between words
    is passed over, and any other mark ends the name. A form never ends in a hyphen or comma.
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
        text = text + piece if glued else f"{text} {piece}"
        found.append((n + 1, text))
    return found
