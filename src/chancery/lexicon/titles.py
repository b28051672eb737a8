"""Titles of people ("deputy foreign minister") and words for unnamed people and bodies ("troops").

The tables are `data/titles.tsv` and `data/roles.tsv`; their headers say what the columns mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal, cast, get_args

from chancery.errors import DataError
from chancery.lexicon.spelling import ELIDED, JOINTS, plain
from chancery.lexicon.tables import read_rows

Rank = Literal[
    "head_of_state", "head_of_government", "minister", "envoy", "spokesperson", "official", "legislator",
    "military", "judge", "party", "royal", "clergy", "academic", "analyst", "journalist", "business", "rebel", "other",
]  # fmt: skip
RANKS: tuple[str, ...] = get_args(Rank)
LEADERS: frozenset[Rank] = frozenset({"head_of_state", "head_of_government", "royal"})
"""Ranks of those who lead a state."""
_ONE_BELOW: Mapping[str, Rank] = {"head_of_state": "minister", "head_of_government": "minister", "royal": "royal"}
_OPEN: frozenset[str] = frozenset({"official", "spokesperson", "other", "party"})
_OF = ("of", "for", "on")
_ELIDED_LETTERS = frozenset(word[0].lower() for word in ELIDED)
_PORTFOLIO_HEADS = frozenset({"minister", "secretary", "undersecretary", "adviser", "advisor", "commissioner"})


@dataclass(frozen=True, slots=True)
class Title:
    """A title or a noun for an office.

    Attributes:
        form: the words in lower case, as far as they are the title's ("former deputy foreign minister").
        sector: PLOVER sector, or None where the title tells of none.
        rank: the class of office. official: whether its holder speaks for a state, organisation, party or armed
            group. former: whether the words say that the post is no longer held.
    """

    form: str
    sector: str | None
    rank: Rank
    official: bool
    former: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """A word for unnamed people ("soldier") or a body of them ("army"), with its PLOVER sector or None."""

    form: str
    sector: str | None
    kind: Literal["person", "group"]


@dataclass(frozen=True)
class Titles:
    """The title and role tables; all forms are looked up in lower case and without dots, hyphens as spaces."""

    titles: Mapping[str, Title]
    portfolios: frozenset[str]
    modifiers: Mapping[str, tuple[str | None, Rank | None]]
    prefixes: Mapping[str, str]
    honorifics: frozenset[str]
    roles: Mapping[str, Role]
    longest: int

    def head(self, lemma: str) -> Title | None:
        """The title of a noun or phrase standing alone: "minister", "secretary of state"."""
        return self.titles.get(_low(lemma))

    def role(self, form: str) -> Role | None:
        """The role of a noun or phrase, singular or a regular plural: "troops", "rebels", "aid agency"."""
        return self._role_of(form)

    @cached_property
    def _role_of(self) -> Callable[[str], Role | None]:
        @lru_cache(maxsize=1 << 16)
        def role_of(form: str) -> Role | None:
            return next((self.roles[f] for f in _singulars(_low(form)) if f in self.roles), None)

        return role_of

    def may_close(self, word: str, lemma: str) -> bool:
        """Whether a title or role may end with a noun, so that the phrases before most nouns need no look."""
        text = _last_word(_low(word))
        return word[:1] in "'’" or not self._closing.isdisjoint((*_singulars(text), _last_word(_low(lemma))))

    @cached_property
    def _closing(self) -> frozenset[str]:
        return _endings(self.titles, self.roles)

    def qualifies(self, form: str) -> bool:
        """Whether a word is one that titles are made with but no title itself: "deputy", "foreign", "outgoing"."""
        text = _low(form)
        return text in self.prefixes or text in self.modifiers or text in self.portfolios

    def honorific(self, form: str) -> bool:
        """Whether a word or phrase is set before names: "Mr", "Gen.", "His Majesty"."""
        return _low(form) in self.honorifics

    def match(self, words: Sequence[str], end_at: int) -> tuple[int, Title] | None:
        """The longest title whose last word is the token `end_at`: the token that it begins with, and the title.

        Words before the title's noun that belong to it are taken along: what a minister is for, whose people they
        are, "deputy" and "former". Hyphens between words are passed over.
        """
        if not self._may_end(words[end_at]):
            return None
        found = self._of_portfolio(words, end_at) or self._listed(words, end_at)
        if found is None:
            return None
        start, title = found
        return self._with_prefixes(words, *self._with_modifiers(words, start, title))

    @cached_property
    def _may_end(self) -> Callable[[str], bool]:
        """Can a title end with a word? Most words are told apart by this alone. An "'s" is part of the word before."""
        ends = _endings(self.titles, self.portfolios)

        @lru_cache(maxsize=1 << 16)  # the same words come again all the time
        def may_end(word: str) -> bool:
            last = _low(word).split()[-1:]
            return word[:1] in "'’" or any(form in ends for text in last for form in _singulars(text))

        return may_end

    @cached_property
    def _longest_ending(self) -> Mapping[str, int]:
        """How many tokens a title may have that ends with a word: a mark may stand between any two of its words."""
        found: dict[str, int] = {}
        for form in self.titles:
            words = form.split()
            found[words[-1]] = max(2 * len(words), found.get(words[-1], 0))
        return found

    @cached_property
    def _portfolio_ends(self) -> frozenset[str]:
        return frozenset(map(_last_word, self.portfolios))

    def _listed(self, words: Sequence[str], end_at: int) -> tuple[int, Title] | None:
        ends = _singulars(_last_word(_low(words[end_at])))
        most = max(self._longest_ending.get(end, 0) for end in ends) or self.longest
        for start, text in reversed(_spans_ending(words, end_at, most)):
            for form in _singulars(text):
                if form in self.titles:
                    return start, self.titles[form]
        return None

    def _of_portfolio(self, words: Sequence[str], end_at: int) -> tuple[int, Title] | None:
        """ "minister of foreign affairs", "secretary for trade": a title, "of", and what it is for."""
        if words[end_at][:1] not in "'’" and _last_word(_low(words[end_at])) not in self._portfolio_ends:
            return None
        for start, text in reversed(_spans_ending(words, end_at, 6)):
            if text not in self.portfolios:
                continue
            before = _step_over_list(words, start - 1)
            if before >= 0 and words[before].lower() == "the":
                before -= 1
            if before < 1 or words[before].lower() not in _OF:
                continue
            found = self._listed(words, before - 1)
            if found is not None and found[1].form.split()[-1] in _PORTFOLIO_HEADS:
                form = " ".join(w.lower() for w in words[found[0] : end_at + 1])
                secretary = found[1].rank == "official" and found[1].form.endswith("secretary")
                rank: Rank = "minister" if secretary else found[1].rank
                return found[0], replace(found[1], form=form, rank=rank)
        return None

    def _with_modifiers(self, words: Sequence[str], start: int, title: Title) -> tuple[int, Title]:
        """Takes in "foreign" before "minister" and "rebel" before "spokesman", as often as they come."""
        while True:
            found = self._modifier_before(words, start)
            if found is None:
                return start, title
            start, text = found
            sector, rank = self.modifiers.get(text, (None, None))
            title = replace(title, form=f"{text} {title.form}")
            if sector is not None and title.rank in _OPEN:
                title = replace(title, sector=sector)
            if rank is not None and title.rank in ("official", "other"):
                title = replace(title, rank=rank)

    def _modifier_before(self, words: Sequence[str], start: int) -> tuple[int, str] | None:
        end = _step_left(words, start)
        if end is None:
            return None
        for at, text in reversed(list(_spans_ending(words, end, 5))):
            if text in self.modifiers or text in self.portfolios:
                return at, text
        return None

    def _with_prefixes(self, words: Sequence[str], start: int, title: Title) -> tuple[int, Title]:
        while True:
            end = _step_left(words, start)
            spans = [] if end is None else list(_spans_ending(words, end, 3))
            found = next(((at, text) for at, text in reversed(spans) if text in self.prefixes), None)
            if found is None:
                return start, title
            start, text = found
            title = _changed(title, text, self.prefixes[text])
            start, title = self._with_modifiers(words, start, title)


def load_titles(folder: Path) -> Titles:
    """The tables in a folder.

    Raises:
        DataError: where a row has an unknown kind or rank.
    """
    titles: dict[str, Title] = {}
    portfolios: set[str] = set()
    modifiers: dict[str, tuple[str | None, Rank | None]] = {}
    prefixes: dict[str, str] = {}
    honorifics: set[str] = set()
    for kind, form, sector, rank, official in read_rows(folder / "titles.tsv", "kind form sector rank official"):
        text = _low(form)
        if kind == "title":
            titles[text] = Title(text, _sector(sector), _rank(form, rank), official == "yes")
        elif kind == "portfolio":
            portfolios.add(text)
        elif kind == "modifier":
            modifiers[text] = (_sector(sector), _rank(form, rank) if rank else None)
        elif kind == "prefix":
            prefixes[text] = rank
        elif kind == "honorific":
            honorifics.add(text)
        else:
            raise DataError(f"titles.tsv: {form} has the unknown kind {kind}")
    return Titles(
        titles=titles,
        portfolios=frozenset(portfolios),
        modifiers=modifiers,
        prefixes=prefixes,
        honorifics=frozenset(honorifics),
        roles=_load_roles(folder),
        longest=2 * max(len(t.split()) for t in titles),
    )


def _load_roles(folder: Path) -> dict[str, Role]:
    roles: dict[str, Role] = {}
    for form, sector, kind in read_rows(folder / "roles.tsv", "form sector kind"):
        if kind not in ("person", "group"):
            raise DataError(f"roles.tsv: {form} has the unknown kind {kind}")
        roles[_low(form)] = Role(_low(form), _sector(sector), cast(Literal["person", "group"], kind))
    return roles


def _sector(cell: str) -> str | None:
    return None if cell in ("", "NON") else cell


def _rank(form: str, cell: str) -> Rank:
    if cell not in RANKS:
        raise DataError(f"titles.tsv: {form} has the unknown rank {cell}")
    return cast(Rank, cell)


@lru_cache(maxsize=1 << 16)
def _low(form: str) -> str:
    return plain(form).lower()


def _last_word(form: str) -> str:
    return form.rpartition(" ")[2]


def _endings(*tables: Iterable[str]) -> frozenset[str]:
    """The last words of forms, also without the letter that tokens may cut off them: "chargé d'" | "affaires"."""
    ends = {_last_word(form) for forms in tables for form in forms if form}
    return frozenset(ends | {word[1:] for word in ends if word[:1] in _ELIDED_LETTERS})


def _changed(title: Title, prefix: str, effect: str) -> Title:
    title = replace(title, form=f"{prefix} {title.form}")
    if effect == "former":
        return replace(title, former=True, official=False, sector="ELI" if title.sector == "GOV" else title.sector)
    if effect == "deputy":
        return replace(title, rank=_ONE_BELOW.get(title.rank, title.rank))
    return title


def _singulars(text: str) -> list[str]:
    """The form and what it may be the plural of: "deputy" for "deputies", "chief of staff" for "chiefs of staff"."""
    found = [text]
    head, of, rest = text.partition(" of ")
    tail = of + rest
    if head.endswith("ies"):
        found.append(head[:-3] + "y" + tail)
    if head.endswith("es"):
        found.append(head[:-2] + tail)
    if head.endswith("s") and not head.endswith("ss"):
        found.append(head[:-1] + tail)
    if head.endswith("men"):
        found.append(head[:-3] + "man" + tail)
    return found


def _step_over_list(words: Sequence[str], before: int) -> int:
    """Past what else somebody is for: from "and" in "Minister for Europe and Foreign Affairs" to "for"."""
    at = before
    while at > 1 and words[at].lower() in ("and", "&", ","):
        at -= 1
        while at > 0 and words[at][:1].isupper():
            at -= 1
    return at if at >= 0 and words[at].lower() in _OF else before


def _step_left(words: Sequence[str], start: int) -> int | None:
    """The token before `start`, hyphens passed over; None at the start of the row."""
    at = start - 1
    while at >= 0 and words[at] in JOINTS - {","}:
        at -= 1
    return at if at >= 0 else None


def _spans_ending(words: Sequence[str], end_at: int, most: int) -> list[tuple[int, str]]:
    """The runs of 1, 2, ... `most` tokens that end at a token, each with its first token and its plain form."""
    found: list[tuple[int, str]] = []
    text = ""
    for at in range(end_at, max(-1, end_at - most), -1):
        word = words[at]
        if word in JOINTS and word != ",":
            continue
        piece = _low(word)
        if not piece and word not in ("'", "’"):
            break
        glue = "" if not text or words[at + 1][0] in "'’" or word in ELIDED else " "
        text = f"{piece}{glue}{text}"
        if word[0] not in "'’":
            found.append((at, text))
    return found
