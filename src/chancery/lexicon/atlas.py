"""States, organisations and places by the names that reports give them.

The tables are `data/countries.tsv`, `organisations.tsv`, `places.tsv`, `seats.tsv` and `organs.tsv`; their headers
say what the columns mean. What is disputed is filed as `policy.tsv` says (`chancery.lexicon.policy`). Members of bodies
are in `chancery.lexicon.membership`, office-holders in `chancery.lexicon.holders`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from chancery.errors import DataError
from chancery.lexicon.filing import Filer
from chancery.lexicon.holders import Holders, Holding, load_holders
from chancery.lexicon.known import Known as Known
from chancery.lexicon.known import Names, index_names
from chancery.lexicon.membership import Membership, load_membership
from chancery.lexicon.policy import Policy, load_policy
from chancery.lexicon.spelling import joined, openings, plain, plain_prefixes, stems
from chancery.lexicon.tables import forms, read_rows

_REACH = 4  # words that a longer name can begin before one that it covers ("Papua New Guinea" before "Guinea")
_WORDS_IN_CAPITALS = frozenset({"IS", "WHO", "CAR", "ICE", "MUD", "PACE", "SPA", "ARENA", "ACTED", "AN", "ECO", "SEC"})
"""Abbreviations that are plain words where a whole line is set in capitals."""


@dataclass(frozen=True)
class Atlas:
    """The name tables. Forms are matched to the letter, but for accents, dots, apostrophes and hyphens."""

    countries: Mapping[str, Known]
    bodies: Mapping[str, Known]
    actors: Names
    sites: Names
    adjectives: Mapping[str, Known]
    demonyms: Mapping[str, Known]
    seats: Mapping[str, Known | None]
    """Places that act, and whom they stand for; None for those that the policy lets stand for nobody."""
    organs: Mapping[str, str]
    numbers: Mapping[str, tuple[int | None, int | None]]
    holders: Holders
    membership: Membership
    groups: Mapping[tuple[str, str], str]
    """Words that name a group of states, and how ("Baltic" "before" "states"), to its key in the membership."""
    policy: Policy
    """Under which code what is disputed is filed."""
    filed: Mapping[str, str]
    """Alpha-3 codes of states that the policy files under another one."""

    def names(self, form: str) -> tuple[Known, ...]:
        """Countries, bodies and places of that name, in this order. "US" is the country, "us" is nothing."""
        return self.actors.find(form) + self.sites.find(form)

    def match(self, words: Sequence[str], at: int) -> tuple[int, Known] | None:
        """The longest name of a country or body that begins at a token, with its number of tokens.

        None where a longer name covers it: "America" in "Latin America", "Mexico" in "Mexico City".
        """
        found = self.actors.match(words, at)
        if found is None or self._covered(words, at, found[0]):
            return None
        if words[at] in _WORDS_IN_CAPITALS and found[0] == 1 and _in_capitals(words, at):
            return None
        return found[0], found[1][0]

    def may_begin(self, words: Sequence[str], at: int) -> bool:
        """Whether the name of a country, body or place may begin at a token, by one look at most words."""
        return self._anything.may_begin(words, at)

    def may_compose(self, words: Sequence[str], at: int) -> bool:
        """The same, of a state's organ named by what it is ("Russian Foreign Ministry") too."""
        if words[at].lower() == "the":
            return self.may_begin(words, at)
        return self._opens_anything(words, at)

    @cached_property
    def _opens_anything(self) -> Callable[[Sequence[str], int], bool]:
        tables = (self.actors.by_form, self.sites.by_form, self.adjectives, self.organs)
        return openings((form.lower() for table in tables for form in table), lambda word: plain(word).lower())

    @cached_property
    def _anything(self) -> Names:
        return Names({**self.sites.by_form, **self.actors.by_form}, {}, frozenset())

    def place_match(self, words: Sequence[str], at: int) -> tuple[int, Known] | None:
        """The longest name of a place that begins at a token, if no longer name covers it."""
        found = self.sites.match(words, at)
        if found is None or self._covered(words, at, found[0]):
            return None
        return found[0], found[1][0]

    def composed(self, words: Sequence[str], at: int) -> tuple[int, Known] | None:
        """An organ of a state named by what it is, beginning at a token, with its number of tokens.

        "Russian Foreign Ministry", "North Korea's army", "U.S. Treasury", "foreign ministry of Chile". The
        name is the words as they stand.
        """
        return self._owner_first(words, at) or self._organ_first(words, at)

    def organ(self, form: str) -> str | None:
        """The PLOVER sector of a state's organ called so ("foreign ministry": GOV), in any case."""
        return self.organs.get(plain(form).lower())

    def may_close_organ(self, word: str) -> bool:
        """Whether the name of an organ may end with a word."""
        return plain(word).lower().rpartition(" ")[2] in self._organ_ends

    @cached_property
    def _organ_ends(self) -> frozenset[str]:
        return frozenset(form.rpartition(" ")[2] for form in self.organs)

    def adjective(self, form: str) -> Known | None:
        """The country of an adjective: "Russian", "North Korean", "Sino" in "Sino-Russian"."""
        return self.adjectives.get(plain(form))

    def demonym(self, form: str) -> Known | None:
        """The country of people called so: "Russians", "a Frenchman", "the Dutch"."""
        text = plain(form)
        head, _, rest = text.partition(" ")
        return self.demonyms.get(rest if head.lower() in ("a", "an", "the") else text)

    def metonym(self, form: str) -> Known | None:
        """Who is meant by a capital or seat of power that acts: "Pyongyang", "the Kremlin", "Foggy Bottom"."""
        text = plain(form)
        bare = text[4:] if text[:4].lower() == "the " else text
        for name in (text, bare):
            if name in self.seats:
                return self.seats[name]
        if not self.sites.find(bare):
            return None
        return next((k for k in self.actors.find(bare) if k.kind == "body"), None)

    def place(self, form: str) -> Known | None:
        """The place of that name, countries left aside."""
        found = self.sites.find(form)
        return found[0] if found else None

    def country(self, alpha3: str) -> Known | None:
        return self.countries.get(alpha3)

    def holder(self, name: str, on: str | None = None, country: str | None = None) -> tuple[Holding, ...]:
        """The public offices of a person so named, as `Holders.find` gives them, states filed as the policy says."""
        found = self.holders.find(name, on, country)
        if not self.filed:
            return found
        return tuple(replace(h, country=self.filed.get(h.country or "", h.country)) for h in found)

    def filed_under(self, place: str, country: str | None) -> str | None:
        """The state that the policy files a place of this name under; without a row for it, the given one's filing."""
        filing = self.policy.of("place", place)
        told = country if filing is None else filing.under
        return None if told is None else self.filed.get(told, told)

    def members(self, body: str, on: str | None = None) -> tuple[Known, ...]:
        """The states and bodies that belonged to a body ("org:NATO") on a day, month or year; now without one."""
        keys = self.membership.members(body, on)
        return tuple(self.countries[k] if k in self.countries else self.bodies[k] for k in keys)

    def _covered(self, words: Sequence[str], at: int, length: int) -> bool:
        """Whether a longer name of any kind begins at the token or a little before it and covers the name."""
        for back in range(min(_REACH, at) + 1):
            for names in (self.actors, self.sites):
                found = names.match(words, at - back)
                if found is not None and found[0] >= back + length and found[0] > length:
                    return True
        return False

    def _owner_first(self, words: Sequence[str], at: int) -> tuple[int, Known] | None:
        owner = self._owner(words, at)
        if owner is None:
            return None
        n, country = owner
        if at + n < len(words) and words[at + n] in ("'s", "’s", "'", "’"):
            n += 1
        organ = self._organ(words, at + n)
        if organ is None:
            return None
        m, form = organ
        return n + m, self._part(country, form, words[at : at + n + m])

    def _organ_first(self, words: Sequence[str], at: int) -> tuple[int, Known] | None:
        organ = self._organ(words, at)
        if organ is None:
            return None
        n, form = organ
        if at + n >= len(words) or words[at + n] != "of":
            return None
        n += 1
        if at + n < len(words) and words[at + n] == "the":
            n += 1
        owner = self.actors.match(words, at + n) if at + n < len(words) else None
        if owner is None or owner[1][0].kind != "country":
            return None
        n += owner[0]
        return n, self._part(owner[1][0], form, words[at : at + n])

    def _owner(self, words: Sequence[str], at: int) -> tuple[int, Known] | None:
        """The country that is named, or meant by an adjective, at a token."""
        found = self.actors.match(words, at)
        if found is not None and found[1][0].kind == "country":
            return found[0], found[1][0]
        if not self._adjective_may_begin(words, at):
            return None
        for n, text in reversed(plain_prefixes(words, at, 4, self._adjective_stems.__contains__)):
            if text in self.adjectives:
                return n, self.adjectives[text]
        return None

    def _organ(self, words: Sequence[str], at: int) -> tuple[int, str] | None:
        if at >= len(words) or not self._organ_may_begin(words, at):
            return None
        for n, text in reversed(plain_prefixes(words, at, 6, self._organ_goes_on)):
            if text.lower() in self.organs:
                return n, text.lower()
        return None

    @cached_property
    def _adjective_may_begin(self) -> Callable[[Sequence[str], int], bool]:
        return openings(self.adjectives)

    @cached_property
    def _organ_may_begin(self) -> Callable[[Sequence[str], int], bool]:
        return openings(self.organs, lambda word: plain(word).lower())

    @cached_property
    def _adjective_stems(self) -> frozenset[str]:
        return stems(self.adjectives)

    @cached_property
    def _organ_stems(self) -> frozenset[str]:
        return stems(self.organs)

    def _organ_goes_on(self, text: str) -> bool:
        return text.lower() in self._organ_stems

    def _part(self, owner: Known, form: str, words: Sequence[str]) -> Known:
        return Known(
            key=f"{owner.key}:{form}",
            kind="body",
            name=joined(words),
            country=owner.country,
            code=owner.code,
            sector=self.organs[form],
        )


def load_atlas(folder: Path, policy: Path | None = None) -> Atlas:
    """The atlas from the tables in a folder.

    Args:
        folder: where the tables are. policy: a user's file that overrides rows of `policy.tsv`.

    Raises:
        DataError: where a table has not the columns that it should have, two rows of a table share a form or a key,
            or the policy files what is not known.
    """
    rows = read_rows(
        folder / "countries.tsv",
        "key name aliases adjectives demonyms capitals cow gw status belongs_to",
    )
    filer = Filer(load_policy(folder / "policy.tsv", policy), rows)
    countries = filer.countries
    bodies = filer.bodies(read_rows(folder / "organisations.tsv", "key name aliases country code sector"))
    places = filer.places(read_rows(folder / "places.tsv", "key name aliases country type source"))
    named = [(known, [row[1], *forms(row[2])]) for known, row in zip(countries.values(), rows, strict=True)]
    by_key = {known.key: known for known, _ in bodies}
    everything = {**countries, **by_key}
    seats = _seats(folder, rows, everything)
    sites = index_names([*places, *_unlisted(seats, [*named, *bodies, *places])], "places.tsv")
    groups = read_rows(folder / "groups.tsv", "form key use")
    return Atlas(
        countries=countries,
        bodies=by_key,
        actors=index_names([*named, *bodies], "countries.tsv and organisations.tsv"),
        sites=sites,
        adjectives=_by_form((countries[row[0]], forms(row[3])) for row in rows),
        demonyms=_by_form((countries[row[0]], forms(row[4])) for row in rows),
        seats=filer.seats({plain(form): known for form, known in seats.items()}, everything, sites),
        organs={plain(form).lower(): sector for form, sector in read_rows(folder / "organs.tsv", "form sector")},
        numbers={row[0]: (_number(row[6]), _number(row[7])) for row in rows},
        holders=load_holders(folder),
        membership=load_membership(folder, {*by_key, *(key for _, key, _ in groups)}, everything),
        groups={(plain(form), use): key for form, key, use in groups},
        policy=filer.policy,
        filed=filer.filed,
    )


def _by_form(entries: Iterable[tuple[Known, list[str]]]) -> dict[str, Known]:
    found: dict[str, Known] = {}
    for known, spelled in entries:
        for form in spelled:
            text = plain(form)
            if found.get(text, known) != known:
                raise DataError(f"countries.tsv: {form} is of {found[text].key} and of {known.key}")
            found[text] = known
    return found


def _seats(folder: Path, rows: list[list[str]], everything: Mapping[str, Known]) -> dict[str, Known]:
    """Whom capitals and the buildings of seats.tsv stand for, by their forms."""
    found = {capital: everything[row[0]] for row in rows for capital in forms(row[5])}
    for form, key in read_rows(folder / "seats.tsv", "form stands_for"):
        if key not in everything:
            raise DataError(f"seats.tsv: {form} stands for {key}, which no table has")
        found[form] = everything[key]
    return found


def _unlisted(seats: Mapping[str, Known], listed: Iterable[tuple[Known, list[str]]]) -> list[tuple[Known, list[str]]]:
    """The seats that no table of names has, as places, so that they are found in running text."""
    told = {plain(form) for _, spelled in listed for form in spelled}
    return [
        (Known(f"place:{form}", "place", form, known.country, known.code, None), [form])
        for form, known in seats.items()
        if plain(form) not in told
    ]


def _in_capitals(words: Sequence[str], at: int) -> bool:
    """Whether the words beside a token are in capitals too."""
    beside = [w for w in (*words[max(0, at - 2) : at], *words[at + 1 : at + 3]) if w.isalpha() and len(w) > 1]
    return bool(beside) and all(w.isupper() for w in beside)


def _number(cell: str) -> int | None:
    return int(cell) if cell else None
