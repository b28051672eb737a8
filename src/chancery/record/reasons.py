"""From which words the parties of an entry were read, and by which rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from chancery.observations.shape import PARTIES
from chancery.provenance import Resolution
from chancery.record.store import Record
from chancery.record.types import Attestation, Entry

NAMES = ("speaker", "addressee", "target", "subject", "object", "person")
"""Fields that hold the name of a party."""


def reasons(record: Record, entry: Entry) -> dict[str, tuple[tuple[str, Resolution], ...]]:
    """For each witness, by its observation's id: the words of its paragraph that stand for its parties, and why.

    Words that are a party's name as printed have no reason and are left out.
    """
    ids = sorted({witness.report.id for witness in entry.attestations})
    readings = {reading.article.id: reading for reading in record.readings(ids)}
    found = {}
    for witness in entry.attestations:
        reading = readings[witness.report.id]
        told = _of(witness, reading.article.text, reading.resolutions)
        found[witness.observation] = tuple(told)
    return found


def _of(witness: Attestation, text: str, resolutions: tuple[Resolution, ...]) -> Iterator[tuple[str, Resolution]]:
    start, end = witness.span
    first, last = text.rfind("\n\n", 0, start) + 1, text.find("\n\n", end)
    last = len(text) if last < 0 else last
    names, states = _parties(witness.values)
    for resolution in resolutions:
        inside = first <= resolution.span[0] and resolution.span[1] <= last
        if inside and any(name in names or country in states for name, country in resolution.parties):
            yield text[slice(*resolution.span)], resolution


def _parties(values: Mapping[str, Any]) -> tuple[set[str], set[str]]:
    """The names of an observation's parties, and the states of those that have no name."""
    names = {values[field] for field in NAMES if isinstance(values.get(field), str)}
    states: set[str] = set()
    for field in PARTIES:
        for party in values.get(field) or ():
            if party["name"] is not None:
                names.add(party["name"])
            elif party.get("country") or party.get("code"):
                states.add(party.get("country") or party.get("code"))
    return names, states
