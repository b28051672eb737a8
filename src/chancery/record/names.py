"""Names in the record: parts that a listing asks for, and the fullest of several forms.

Whether two names may be one person's is told by `lexicon.spelling.compare`, on the words of `name_words`.
"""

from __future__ import annotations

from chancery.lexicon.spelling import Likeness, compare
from chancery.lexicon.spelling import name_words as words

__all__ = ["VERSION", "Likeness", "compare", "fullest", "part_of", "words"]

VERSION = "names/2"
"""Changes with how names are compared, so that a record is joined anew (`merge.RULES_VERSION`)."""


def part_of(part: str, name: str | None) -> bool:
    """True where each word of `part` is one of the name's ("Kim" in "Kim Jong-un"), or both are one name."""
    wanted = words(part)
    return bool(wanted and name) and (set(wanted) <= set(words(name)) or compare(part, name or "") == "same")


def fullest(names: list[str]) -> str:
    """The form with the most words; of those, the most frequent; of those, the first in the alphabet."""
    return min(set(names), key=lambda n: (-len(words(n)), -names.count(n), n))
