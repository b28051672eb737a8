"""Number words: "twelve", "1,400", "50bn", "two dozen", "twenty-first", "14th"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from chancery.errors import DataError
from chancery.lexicon.tables import numbered_rows

_WHOLE = r"(\d{1,3}(?:,\d{3}){1,5}|\d{1,18})"
"""Digits of a number: a longer run is an account or a key, and no count."""
_DIGITS = re.compile(_WHOLE + r"(\.\d+)?([a-z]*)$")
_NTH = re.compile(_WHOLE + r"-?(st|nd|rd|th)$")
_MOST = 1e18
"""A value that no further word of scale is read into."""
_LEADING = frozenset({"a", "an", "one", "half"})
"""Words that a number may begin with, beside numbers themselves."""
_HYPHENS = ("-", "‐", "‑")
DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Numbers:
    """Values by lower-case word: cardinals ("ten"), ordinals ("fourth"), scales ("dozen"), times ("twice")."""

    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int]
    scales: Mapping[str, int]
    times: Mapping[str, int]

    def number(self, text: str) -> float | None:
        """The value of one word: "1,400", "3.5", "50bn", "twelve", "twenty-two"; None for other words."""
        word = text.lower()
        if word in self.cardinals:
            return self.cardinals[word]
        found = _DIGITS.match(word)
        if found is not None:
            whole, part, scale = found.groups()
            if scale and scale not in self.scales:
                return None
            return float(whole.replace(",", "") + (part or "")) * self.scales.get(scale, 1)
        tens, _, ones = word.partition("-")
        return self._joined(tens, ones, self.cardinals)

    def count(self, text: str) -> int | None:
        """The value of one word where it is a whole number, else None."""
        found = self.number(text)
        return int(found) if found is not None and found == int(found) else None

    def ordinal(self, text: str) -> int | None:
        """The value of an ordinal in one word: "fourth", "14th", "twenty-first"; None for other words."""
        word = text.lower()
        if word in self.ordinals:
            return self.ordinals[word]
        found = _NTH.match(word)
        if found is not None:
            return int(found.group(1).replace(",", ""))
        tens, _, ones = word.partition("-")
        return self._joined(tens, ones, self.ordinals)

    def may_begin(self, word: str) -> bool:
        """May a number begin with a word in lower case? Most words are told apart by this alone."""
        return word in self.cardinals or word in _LEADING or word[:1].isdigit() or "-" in word

    def phrase(self, words: Sequence[str]) -> tuple[float, int] | None:
        """The number that words begin with, and how many of them it takes.

        "3", "billion" gives (3e9, 2); "two", "dozen" (24, 2); "twenty", "-", "two" (22, 3); "a", "dozen"
        (12, 2); "six", "hundred", "thousand" (600000, 3); "half", "a", "million" (500000, 3). None where
        they begin with no number.
        """
        if not words:
            return None
        found = self._leading(words)
        if found is None:
            return None
        value, taken = found
        while value < _MOST and (step := self._scale(words[taken:])) is not None:
            value *= step[0]
            taken += step[1]
        return value, taken

    def _leading(self, words: Sequence[str]) -> tuple[float, int] | None:
        """The number before any scale: "3", "twenty - two", "a" before "dozen", "half a" before "million"."""
        first = self.number(words[0])
        if first is None:
            half = 1 if words[0].lower() == "half" else 0
            behind = [w.lower() for w in words[half : half + 2]]
            one = behind[:1] in (["a"], ["an"], ["one"])
            if not (one and len(behind) > 1 and behind[1] in self.scales):
                return None
            return (0.5, 2) if half else (1, 1)
        if len(words) > 2 and words[1] in _HYPHENS:
            joined = self._joined(words[0].lower(), words[2].lower(), self.cardinals)
            if joined is not None:
                return joined, 3
        return first, 1

    def _scale(self, words: Sequence[str]) -> tuple[int, int] | None:
        """The scale that words begin with and how many it takes: "million"; "-", "million" in "$5-million"."""
        skipped = 1 if len(words) > 1 and words[0] in _HYPHENS else 0
        word = words[skipped].lower() if len(words) > skipped else ""
        return (self.scales[word], skipped + 1) if len(word) > 1 and word in self.scales else None

    def _joined(self, tens: str, ones: str, ends: Mapping[str, int]) -> int | None:
        high, low = self.cardinals.get(tens), ends.get(ones)
        if high is None or low is None or high % 10 or not 20 <= high <= 90 or not 1 <= low <= 9:
            return None
        return high + low


def load_numbers(folder: Path = DATA) -> Numbers:
    """Reads `numbers.tsv` (kind, word, value).

    Raises:
        DataError: where a row has not three columns, an unknown kind, or a value that is no whole number.
    """
    kinds: dict[str, dict[str, int]] = {"cardinal": {}, "ordinal": {}, "scale": {}, "times": {}}
    for where, (kind, word, value) in numbered_rows(folder / "numbers.tsv", "kind word value"):
        if kind not in kinds or not value.isdecimal():
            raise DataError(f"{where}: want a known kind, a word and a whole number")
        kinds[kind][word] = int(value)
    return Numbers(kinds["cardinal"], kinds["ordinal"], kinds["scale"], kinds["times"])


@cache
def english_numbers() -> Numbers:
    """The number words that the package ships."""
    return load_numbers()
