"""Readings of many reports joined to entries: pure, and the same whatever the order of the readings.

Ids. A witness (one observation of one report) has an id that never changes: a hash of the report's id, the
kind, the span, and its number among observations with that span. An entry bears the id of its first witness
by publication, report id and place in the report. So an id once given keeps naming its entry for as long as
the report that it came from is in the record: if an earlier report of the same occurrence is added later, the
entry is listed under the earlier witness's id, and the old one still finds it (`Record.find`).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping

from chancery.observations.types import Reading
from chancery.record import names, same_count, same_event, same_meeting, same_office, same_statement
from chancery.record.joining import Rule, join
from chancery.record.types import KINDS, Joined, Kind, Observation, Witness

RULES: Mapping[Kind, Rule] = {
    "meetings": same_meeting.RULE,
    "statements": same_statement.RULE,
    "events": same_event.RULE,
    "tallies": same_count.TALLIES,
    "figures": same_count.FIGURES,
    "offices": same_office.RULE,
}
RULES_VERSION = " ".join([*(rule.name for rule in RULES.values()), names.VERSION])
"""Kept with a record; one that was joined by other rules is joined anew when it is opened for writing."""

ID_DIGITS = 16


def witnesses_of(reading: Reading) -> tuple[Witness, ...]:
    """The observations of a reading as witnesses, in the contract's order of kinds."""
    article = reading.article
    found: list[Witness] = []
    for kind in KINDS:
        turns: Counter[tuple[int, int]] = Counter()
        details: tuple[Observation, ...] = getattr(reading, kind)
        for detail in details:
            turn = turns[detail.span]
            turns[detail.span] += 1
            id = witness_id(kind, article.id, detail.span, turn)
            found.append(Witness(id, kind, article.id, article.published, turn, detail))
    return tuple(found)


def witness_id(kind: Kind, article: str, span: tuple[int, int], turn: int) -> str:
    """The kind's first letter and a hash of what makes the observation this one."""
    text = f"{kind}\n{article}\n{span[0]}:{span[1]}\n{turn}"
    return kind[0] + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:ID_DIGITS]


def keys_of(witness: Witness) -> tuple[str, ...]:
    """Only witnesses that share one of these are compared, directly or through others that share one."""
    return RULES[witness.kind].keys(witness)


def merge(witnesses: Iterable[Witness]) -> tuple[Joined, ...]:
    """Joins witnesses of all kinds to entries, in the order of kinds and ids.

    Merging a part gives the entries of the whole for that part, provided that the part holds every witness
    that shares a key with one of its own: this is what lets the record join only what a report touches.
    """
    by_kind: dict[Kind, list[Witness]] = {kind: [] for kind in KINDS}
    for witness in witnesses:
        by_kind[witness.kind].append(witness)
    return tuple(j for kind in KINDS for j in join(kind, by_kind[kind], RULES[kind]))
