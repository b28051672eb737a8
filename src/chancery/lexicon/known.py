"""Names and what bears them: found at the start of a row of tokens, whatever their accents, dots and hyphens."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from chancery.errors import DataError
from chancery.lexicon.spelling import openings, plain, plain_prefixes, stems

_PIECES = re.compile(r"\w+|[^\w\s]")
_KEY = 3  # characters of a form by which its first word is found quickly


@dataclass(frozen=True, slots=True)
class Known:
    """Something with a public identity.

    Attributes:
        key: alpha-3 of a country ("PRK"), "org:UN", "place:vladivostok"; "PRK:foreign ministry" for a state's organ.
        name: as the wires write it ("North Korea").
        country: alpha-3: its own, or of the state that it lies in or belongs to; None where there is no single one.
        code: PLOVER actor code (alpha-3, "IGO", "NGO", "MNC") or None.
        sector: PLOVER sector: "GOV" for countries; None for places.
    """

    key: str
    kind: Literal["country", "body", "place"]
    name: str
    country: str | None
    code: str | None
    sector: str | None


@dataclass(frozen=True)
class Names:
    """Forms of names in their plain spelling, found at the start of a row of tokens."""

    by_form: Mapping[str, tuple[Known, ...]]
    longest_from: Mapping[str, int]
    stems: frozenset[str]
    """What forms begin with, word by word, so that most words are passed by after one look (see `spelling.stems`)."""

    def find(self, form: str) -> tuple[Known, ...]:
        """What has this name; its article may stand or be missing where the table has it the other way."""
        text = plain(form)
        if text in self.by_form:
            return self.by_form[text]
        if text[:4].lower() == "the ":
            bare = text[4:]
            return self.by_form.get("The " + bare) or self.by_form.get(bare, ())
        return ()

    def match(self, words: Sequence[str], at: int) -> tuple[int, tuple[Known, ...]] | None:
        """The longest name that begins at a token: how many tokens it has, and what has it."""
        if not self.may_begin(words, at):
            return None
        article = words[at].lower() == "the"
        most = self.longest_from.get("The" if article else _start(plain(words[at])))
        if most is None:
            return None
        goes_on = self._goes_on_behind_the if article else self.stems.__contains__
        for n, text in reversed(plain_prefixes(words, at, most, goes_on)):
            found = self.by_form.get("The" + text[3:] if article else text)
            if found:
                return n, found
        return None

    def may_begin(self, words: Sequence[str], at: int) -> bool:
        """Whether a name may begin at a token: few words are let through that begin none."""
        if words[at] in ("the", "The", "THE"):
            return at + 1 < len(words) and self._behind_the(words, at + 1)
        return self._opens(words, at)

    @cached_property
    def _opens(self) -> Callable[[Sequence[str], int], bool]:
        return openings(self.by_form)

    @cached_property
    def _behind_the(self) -> Callable[[Sequence[str], int], bool]:
        return openings(form[4:] for form in self.by_form if form[:4] == "The ")

    def _goes_on_behind_the(self, text: str) -> bool:
        return "The" + text[3:] in self.stems


def index_names(entries: Iterable[tuple[Known, list[str]]], source: str) -> Names:
    """The index of names. Names of four letters and more are also found in capitals, as datelines set them."""
    by_form: dict[str, tuple[Known, ...]] = {}
    capitals: dict[str, tuple[Known, ...]] = {}
    longest: dict[str, int] = {}
    for known, spelled in entries:
        for form in spelled:
            text = plain(form)
            if text in by_form and by_form[text][0] != known:
                raise DataError(f"{source}: {form} stands for {by_form[text][0].key} and for {known.key}")
            by_form[text] = (known,)
            size = len(_PIECES.findall(form))
            loud = text.upper()
            if len(text) > 3 and (known.kind != "body" or " " in text):
                capitals.setdefault(loud, (known,))
            for start in {_start(text), _start(loud), _start(_PIECES.findall(form)[0])}:
                longest[start] = max(size, longest.get(start, 0))
    found = {**capitals, **by_form}
    return Names(by_form=found, longest_from=longest, stems=stems(found))


def _start(text: str) -> str:
    return text.partition(" ")[0][:_KEY]
