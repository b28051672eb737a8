"""The inflected forms of listed English lemmas, so that a word list finds its words whatever lemma a parser gave.

Regular forms are made by the spelling rules of English (Quirk et al. 1985, chapters 3 and 5); others are data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_VOWELS = "aeiou"
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_UNDOUBLED = ("er", "en", "on", "it", "et", "or", "el", "al", "in", "ow", "ew", "ay", "oy")
"""Ends of many-syllabled verbs whose last consonant stays single ("offer", "visit"); "refer" and its like double."""

_DOUBLED = frozenset(
    "refer defer confer prefer infer deter incur occur concur permit admit submit commit remit transmit omit rebut "
    "regret abet beset rebel repel expel compel propel dispel impel patrol control cancel travel label level quarrel "
    "shovel model begin forget forbid kidnap program humbug equip quit rebut outfit".split()
)
"""Verbs of more syllables that double it."""


def lemma_by_form(lemmas: Iterable[str], irregular: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Each inflected form of the lemmas with its lemma; of two lemmas with one form, the first by alphabet has it."""
    ordered = sorted(set(lemmas))
    found: dict[str, str] = {}
    for lemma in ordered:
        for form in (*irregular.get(lemma, ()), *forms(lemma, regular_past=lemma not in irregular)):
            found.setdefault(form, lemma)
    return {form: lemma for form, lemma in found.items() if form != lemma}


def forms(lemma: str, regular_past: bool = True) -> list[str]:
    """The regular forms of a verb or noun: "-s", "-ing" and, unless its past is irregular, "-ed"."""
    if not lemma or not lemma[-1].isalpha():
        return []
    found = [with_s(lemma), *(f"{stem}ing" for stem in _ing_stems(lemma))]
    if regular_past:
        found += [f"{stem}ed" for stem in _ed_stems(lemma)]
    return found


def with_s(lemma: str) -> str:
    """The plural of a noun, or the third person of a verb."""
    if lemma.endswith(_SIBILANTS):
        return lemma + "es"
    if _ends_in_consonant_y(lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith("o") else "s")


def _ed_stems(lemma: str) -> list[str]:
    if lemma.endswith("e"):
        return [lemma[:-1]]
    if _ends_in_consonant_y(lemma):
        return [lemma[:-1] + "i"]
    return _doublings(lemma)


def _ing_stems(lemma: str) -> list[str]:
    if lemma.endswith("ie"):
        return [lemma[:-2] + "y"]
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return [lemma[:-1]]
    return _doublings(lemma)


def _doublings(lemma: str) -> list[str]:
    """The stem before a vowel: doubled where it must be, both ways where usage differs ("travelled", "traveled")."""
    doubled = lemma + lemma[-1]
    if lemma in _DOUBLED:
        return [doubled, lemma]
    closed = len(lemma) > 2 and lemma[-1] not in _VOWELS + "wxy" and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS
    if not closed or (_syllables(lemma) > 1 and lemma.endswith(_UNDOUBLED)):
        return [lemma]
    return [doubled] if _syllables(lemma) == 1 else [lemma, doubled]


def _syllables(lemma: str) -> int:
    """Runs of vowels, which is near enough for doubling."""
    return sum(a in _VOWELS + "y" and b not in _VOWELS + "y" for a, b in zip(lemma, lemma[1:] + "-", strict=True))


def _ends_in_consonant_y(lemma: str) -> bool:
    return lemma.endswith("y") and len(lemma) > 1 and lemma[-2] not in _VOWELS
