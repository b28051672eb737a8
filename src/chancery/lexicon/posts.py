"""Which offices are one post: "Minister of External Affairs" and "foreign minister", "premier" and "prime minister".

The words are in `data/posts.tsv`. A report's office and one of the table of holders are compared as sets of posts,
since one person may be told to hold several at once ("deputy prime minister and foreign minister").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files

from chancery.errors import DataError
from chancery.lexicon.spelling import plain
from chancery.lexicon.tables import numbered_rows

SINGLE = frozenset({"head of state", "prime minister", "foreign minister", "defense minister", "finance minister"})
"""Posts that a state has one of, so that two holders at one time contradict each other."""
_MINISTERS = frozenset({"minister", "secretary"})
_SPLIT = re.compile(
    r"\s*[/;,]\s*"
    r"|\s+and\s+(?=(?:the\s+)?(?:\S+\s+){0,4}(?:minister|secretary|president|premier)\b)"
)


@dataclass(frozen=True)
class PostWords:
    """The words of `posts.tsv` by kind."""

    whole: Mapping[str, frozenset[str]]
    part: Mapping[str, str]
    rank: Mapping[str, str]
    passing: frozenset[str]
    empty: frozenset[str]


@cache
def post_words() -> PostWords:
    """The table that the package ships.

    Raises:
        DataError: where a row has an unknown kind.
    """
    kinds: dict[str, dict[str, str]] = {kind: {} for kind in ("whole", "part", "rank", "passing", "empty")}
    with as_file(files("chancery.lexicon") / "data" / "posts.tsv") as path:
        for where, (kind, form, post) in numbered_rows(path, "kind form post"):
            if kind not in kinds:
                raise DataError(f"{where}: {form} has the unknown kind {kind}")
            kinds[kind][form] = post
    whole = {form: frozenset(post.split("|")) for form, post in kinds["whole"].items()}
    return PostWords(whole, kinds["part"], kinds["rank"], frozenset(kinds["passing"]), frozenset(kinds["empty"]))


@lru_cache(maxsize=16384)
def posts_of(office: str) -> frozenset[str]:
    """The posts that an office's words name: "Deputy PM and Minister of Defence" gives two.

    Returns:
        For each a class ("prime minister", "foreign minister"), led by "deputy" where it is one below; an office that
        is in no table is its own words in alphabetical order.
    """
    return frozenset(post for piece in _SPLIT.split(office.lower()) if piece for post in _posts(_words(piece)))


def same_post(one: str, other: str) -> bool:
    """Whether two offices, as words, have a post in common, or nearly the same words."""
    left, right = posts_of(one), posts_of(other)
    return bool(left & right) or any(_near(a, b) for a in left for b in right)


def _words(piece: str) -> list[str]:
    """The words of one office; "secretary general" is one, since a secretary alone may be a minister."""
    text = plain(piece).replace("secretary general", "secretary-general")
    return text.replace("minister of state for", "junior minister for").split()


def _posts(words: list[str]) -> Iterator[str]:
    table = post_words()
    words = [w for w in words if w not in table.passing]
    for form in (" ".join(words), " ".join(w for w in words if w != "the")):
        if form in table.whole:
            yield from table.whole[form]
            return
    rank = next((table.rank[w] for w in words if w in table.rank), None)
    left = [w for w in words if w not in table.rank]
    whole = table.whole.get(" ".join(left))
    if rank is not None and whole is not None:
        yield from (f"{rank} {post}" for post in whole)
        return
    led = f"{rank} " if rank is not None else ""
    parts = {table.part[w] for w in left if w in table.part}
    if parts and _MINISTERS & set(left):
        yield from (f"{led}{part} minister" for part in sorted(parts))
    elif left:
        yield led + " ".join(sorted({table.part.get(w, w) for w in left if w not in table.empty} or set(left)))


def _near(one: str, other: str) -> bool:
    """Whether of two offices that no table has more than half of all the words are the same."""
    left, right = set(one.split()), set(other.split())
    ranked = "deputy" in left ^ right or one.endswith("minister") or other.endswith("minister")
    return not ranked and 2 * len(left & right) > len(left | right)
