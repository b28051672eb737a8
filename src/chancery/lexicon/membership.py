"""Who belonged to an international body, or to a group of states, on a day.

The table is `data/members.tsv`; its header says what the columns mean. Dates are compared only as far as both sides
tell them: who joined "1993" was a member in "1993-02", and who left on 2020-01-31 was one in "2020".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from chancery.errors import DataError
from chancery.lexicon.tables import forms, numbered_rows

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Term:
    """One member's time in a body: ISO dates, whole or cut; `until` is the last day, None while it goes on."""

    member: str
    since: str
    until: str | None

    def holds(self, on: str | None) -> bool:
        """Does the term cover a day, month or year? Without one it must still go on."""
        if on is None:
            return self.until is None
        started = _cut(self.since, on) <= _cut(on, self.since)
        return started and (self.until is None or _cut(on, self.until) <= _cut(self.until, on))


@dataclass(frozen=True, slots=True)
class Membership:
    """The terms of the members of each body, by the body's key."""

    terms: Mapping[str, tuple[Term, ...]]

    def members(self, body: str, on: str | None = None) -> tuple[str, ...]:
        """The keys of a body's members on a day, month or year (now without one), in the table's order.

        Empty for a body that the table has not, and for a day before it was founded.
        """
        held = (term.member for term in self.terms.get(body, ()) if term.holds(on))
        return tuple(dict.fromkeys(held))


def load_membership(folder: Path, bodies: Collection[str], members: Collection[str]) -> Membership:
    """The table of members.

    Args:
        folder: where `members.tsv` is. bodies: the keys of all bodies. members: those of all states and bodies.

    Raises:
        DataError: where a key is unknown, a date is none, or a term ends before it begins; it names file and line.
    """
    found: dict[str, list[Term]] = {}
    for where, (body, since, until, cell) in numbered_rows(folder / "members.tsv", "body since until members"):
        if body not in bodies:
            raise DataError(f"{where}: {body} is no body of organisations.tsv or groups.tsv")
        _check_dates(where, since, until)
        for member in forms(cell):
            if member not in members:
                raise DataError(f"{where}: {member} is no state or body")
            found.setdefault(body, []).append(Term(member, since, until or None))
    return Membership({body: tuple(terms) for body, terms in found.items()})


def _check_dates(where: str, since: str, until: str) -> None:
    if _DATE.fullmatch(since) is None or (until and _DATE.fullmatch(until) is None):
        raise DataError(f"{where}: dates are written 2004, 2004-05 or 2004-05-01")
    if until and _cut(until, since) < _cut(since, until):
        raise DataError(f"{where}: the term ends on {until}, before it begins on {since}")


def _cut(date: str, other: str) -> str:
    return date[: len(other)]
