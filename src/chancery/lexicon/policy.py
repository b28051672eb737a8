"""Under which code disputed states, places and capitals are filed: one file of ours, which a user's own overrides.

The table is `data/policy.tsv`; its header says what the columns mean. A filing says where reports are put, not who
is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, cast, get_args

from chancery.errors import DataError
from chancery.lexicon.spelling import plain
from chancery.lexicon.tables import forms, numbered_rows

FilingKind = Literal["state", "place", "seat", "body"]
COLUMNS = "kind name filed_under along ground"
NOBODY = "-"


@dataclass(frozen=True, slots=True)
class Filing:
    """One row of the policy.

    Attributes:
        kind: "state" (a row of countries.tsv), "place" (of places.tsv), "seat" (a place that acts), "body" (of
            organisations.tsv).
        name: as its table writes it.
        under: the key it is filed under: a state's; for a seat also a body's; None for nobody.
        where: file and line of the row.
    """

    kind: FilingKind
    name: str
    under: str | None
    where: str


@dataclass(frozen=True)
class Policy:
    """The filings by kind and plain name; those of places cover the places that go along with them."""

    filings: Mapping[tuple[FilingKind, str], Filing] = field(default_factory=dict)

    def of(self, kind: FilingKind, *names: str) -> Filing | None:
        """The filing of whatever has one of these names."""
        found = (self.filings.get((kind, plain(name))) for name in names)
        return next((f for f in found if f is not None), None)

    def of_kind(self, kind: FilingKind) -> Iterator[tuple[str, Filing]]:
        """The plain names of one kind with their filings."""
        return ((name, filing) for (of, name), filing in self.filings.items() if of == kind)

    def check(self, kind: FilingKind, names: Iterable[str], keys: Iterable[str]) -> None:
        """Raises a `DataError` where a filing names nothing that is known, or a key that may not stand there.

        Args:
            kind: which filings. names: what may be filed. keys: what it may be filed under.
        """
        known, allowed = {plain(name) for name in names}, set(keys)
        for name, filing in self.of_kind(kind):
            if name not in known:
                raise DataError(f"{filing.where}: no {kind} is called {filing.name}")
            if filing.under is None and kind == "state":
                raise DataError(f"{filing.where}: a state has to be filed under some state")
            if filing.under is not None and filing.under not in allowed:
                raise DataError(f"{filing.where}: {filing.under} is no key that {filing.name} can be filed under")


def load_policy(shipped: Path, own: Path | None = None) -> Policy:
    """Our policy, with a user's rows in the place of ours that have the same kind and name.

    What goes along with a place in our file goes along with it in the user's too, unless it has a row of its own.

    Raises:
        DataError: where a row is not what it should be; it names file, line and reason.
    """
    rows: dict[tuple[FilingKind, str], Filing] = {}
    along: dict[tuple[FilingKind, str], list[str]] = {}
    for path in (shipped, own) if own is not None else (shipped,):
        told: set[tuple[FilingKind, str]] = set()
        for filing, names in _rows(path):
            key = (filing.kind, plain(filing.name))
            if key in told:
                raise DataError(f"{filing.where}: {filing.name} is filed twice")
            told.add(key)
            rows[key] = filing
            along.setdefault(key, []).extend(names)
    filings = dict(rows)
    for key, filing in rows.items():
        for name in along[key]:
            filings.setdefault((filing.kind, plain(name)), replace(filing, name=name))
    return Policy(filings)


def _rows(path: Path) -> Iterator[tuple[Filing, list[str]]]:
    for where, (kind, name, under, along, _ground) in numbered_rows(path, COLUMNS):
        if kind not in get_args(FilingKind):
            raise DataError(f"{where}: {kind} is no kind of filing: state, place, seat or body")
        if not name or not under:
            raise DataError(f"{where}: name and filed_under are needed ({NOBODY} for nobody)")
        yield Filing(cast(FilingKind, kind), name, None if under == NOBODY else under, where), forms(along)
