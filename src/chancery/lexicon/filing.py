"""What the tables of states, bodies and places name, filed as the policy says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from chancery.lexicon.known import Known, Names
from chancery.lexicon.policy import FilingKind, Policy
from chancery.lexicon.tables import forms


class Filer:
    """Makes what the tables name, with the states that the policy files it under.

    Args:
        policy: what is filed otherwise than its table says. rows: those of countries.tsv.

    Attributes:
        countries: the states and territories by alpha-3, filed. filed: alpha-3 of a state to the one it is filed under.
        states: the alpha-3 codes that something can be filed under.

    Raises:
        DataError: here and in the methods, where the policy files what is not known.
    """

    def __init__(self, policy: Policy, rows: list[list[str]]) -> None:
        self.policy = policy
        plainly = {row[0]: _country(row) for row in rows}
        self.states = {row[0] for row in rows if row[8] != "former"}
        policy.check("state", (name for row in rows for name in (row[1], *forms(row[2]))), self.states)
        self.filed: dict[str, str] = {}
        for row in rows:
            filing = policy.of("state", row[1], *forms(row[2]))
            if filing is not None and filing.under not in (None, row[0]):
                self.filed[row[0]] = filing.under or ""
        self.countries = {key: self._state(known, plainly) for key, known in plainly.items()}

    def _state(self, known: Known, plainly: Mapping[str, Known]) -> Known:
        above = self.filed.get(known.key)
        return known if above is None else replace(known, country=above, code=plainly[above].code)

    def _under(self, kind: FilingKind, names: list[str], country: str) -> str | None:
        """The state of something with these names that its table puts in a country ("" for none)."""
        filing = self.policy.of(kind, *names)
        told = country or None if filing is None else filing.under
        return self.filed.get(told, told) if told is not None else None

    def _code(self, state: str | None) -> str | None:
        known = self.countries.get(state or "")
        return None if known is None else known.code

    def bodies(self, rows: list[list[str]]) -> list[tuple[Known, list[str]]]:
        """The bodies of the rows of organisations.tsv, with their forms."""
        found = []
        for key, name, aliases, country, code, sector in rows:
            names = [name, *forms(aliases)]
            state = self._under("body", names, country)
            if state != (country or None) and code not in ("NGO", "MNC"):
                code = self._code(state) or ""
            found.append((Known(key, "body", name, state, code or None, sector or None), names))
        self.policy.check("body", (name for _, names in found for name in names), self.states)
        return found

    def places(self, rows: list[list[str]]) -> list[tuple[Known, list[str]]]:
        """The places of the rows of places.tsv, with their forms."""
        found = []
        for key, name, aliases, country, _, _ in rows:
            names = [name, *forms(aliases)]
            state = self._under("place", names, country)
            code = self._code(state)
            found.append((Known(key, "place", name, state, code, None), names))
        self.policy.check("place", (name for _, names in found for name in names), self.states)
        return found

    def seats(self, seats: dict[str, Known], known: Mapping[str, Known], sites: Names) -> dict[str, Known | None]:
        """The seats of power, those that the policy gives to somebody else or to nobody included."""
        self.policy.check("seat", [*seats, *sites.by_form], (k for k in known if k in self.states or k[:4] == "org:"))
        told = {name: known[f.under] if f.under is not None else None for name, f in self.policy.of_kind("seat")}
        return {**seats, **told}


def _country(row: list[str]) -> Known:
    key, name, status, above = row[0], row[1], row[8], row[9] or None
    country = above if status == "former" else key
    code = above if status == "former" or above else key
    return Known(key=key, kind="country", name=name, country=country, code=code, sector="GOV")
