"""What the record holds: witnesses, the entries that they join to, and claims checked against them.

A witness is one observation of one report. An entry is a view over its witnesses and can always be rebuilt
from the readings; nothing is told by an entry that no witness tells.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from chancery.observations.types import Event, Figure, Meeting, Office, Statement, Tally

Kind = Literal["meetings", "statements", "events", "tallies", "figures", "offices"]
KINDS: tuple[Kind, ...] = ("meetings", "statements", "events", "tallies", "figures", "offices")
Observation = Meeting | Statement | Event | Tally | Figure | Office
Judgement = Literal["same", "different", "unsure"]
Verdict = Literal["agrees", "disagrees", "cannot tell"]
Row = dict[str, Any]
"""An entry or a report as JSON values under the contract's names."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report as the record lists it; `family` is shared by reports whose texts are copies of each other."""

    id: str
    source: str
    outlet: str | None
    agency: str | None
    headline: str | None
    dateline: str | None
    published: str | None
    language: str
    url: str | None
    family: str


@dataclass(frozen=True, slots=True)
class Witness:
    """One observation of one report.

    Attributes:
        id: permanent: a hash of the report's id, the kind, the span and `turn`.
        article, published: the report that tells it, and when it was published (ISO, maybe cut) or None.
        turn: its number among the report's observations of this kind with the same span, from 0.
    """

    id: str
    kind: Kind
    article: str
    published: str | None
    turn: int
    detail: Observation

    def __hash__(self) -> int:
        return hash(self.id)  # comparing thousands of witnesses, the rules look them up all the time

    @property
    def order(self) -> tuple[str, str, tuple[int, int], int]:
        """The fixed order of witnesses: by publication (untold last), report, place in the report."""
        return (self.published or "9999", self.article, self.detail.span, self.turn)


@dataclass(frozen=True, slots=True)
class Judged:
    """What comparing two witnesses gave: points for what agrees, and why, for a reader.

    "different" forbids joining them, even through others; "open" neither forbids it nor speaks for it.
    """

    judgement: Judgement | Literal["open"]
    points: float
    reason: str


@dataclass(frozen=True, slots=True)
class Link:
    """A decision to put a witness with an entry ("same"), or that it might belong there ("unsure").

    `score` runs from 0 to 1; `by` names the rule that decided.
    """

    observation: str
    entry: str
    judgement: Judgement
    score: float
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Joined:
    """An entry as merging makes it: `links` has one "same" a member, then what it was unsure of."""

    kind: Kind
    id: str
    status: str
    fields: Mapping[str, Any]
    members: tuple[Witness, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry as the record lists it, with the reports and the families of copies that tell it."""

    kind: Kind
    id: str
    status: str
    fields: Mapping[str, Any]
    articles: tuple[str, ...]
    independent: int


@dataclass(frozen=True, slots=True)
class Attestation:
    """One witness of an entry: the report, its words, what it says in its own version, and why it was joined."""

    observation: str
    report: Report
    evidence: str
    span: tuple[int, int]
    values: Mapping[str, Any]
    link: Link


@dataclass(frozen=True, slots=True)
class Entry:
    """One occurrence with all that rests under it. `links` are the unsure ones, from it and to it."""

    kind: Kind
    id: str
    status: str
    fields: Mapping[str, Any]
    reports: int
    independent: int
    attestations: tuple[Attestation, ...]
    links: tuple[Link, ...]

    def as_json(self) -> Row:
        """The entry as the listings print it, with its kind, witnesses and unsure links beside."""
        return {
            "id": self.id,
            "kind_of_entry": self.kind,
            **self.fields,
            "status": self.status,
            "reports": self.reports,
            "independent": self.independent,
            "witnesses": [asdict(a) for a in self.attestations],
            "links": [asdict(link) for link in self.links],
        }


@dataclass(frozen=True, slots=True)
class Checked:
    """A count that a report claims, against the record.

    Attributes:
        tally: the claim.
        counted: the rows (as `query.meetings` gives them) that were counted.
        doubtful: rows that may belong to the count but need not, each with its `doubt` in words.
        since, until: the window counted in, ISO; None is open.
        question: what was asked of the record, in words; command: the listing that shows the rows.
        reason: why the verdict, in words.
    """

    tally: Tally
    verdict: Verdict
    counted: tuple[Row, ...]
    doubtful: tuple[Row, ...]
    since: str | None
    until: str | None
    question: str
    command: str
    reason: str

    def as_json(self) -> Row:
        """The claim, the verdict, and what it rests on, as JSON values."""
        return {**asdict(self), "counted": list(self.counted), "doubtful": list(self.doubtful)}
