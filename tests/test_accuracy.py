"""Floors under the accuracy on annotated reports. They only rise; bench/README.md has the figures themselves."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from bench.accuracy import scored
from chancery.run.kit import Kit
from chancery.run.measures import MEASURES
from chancery.run.score import Score

SEED_FLOOR = 0.8
DEV_FLOORS = {
    "meetings: who": 0.795,
    "meetings: who, when, held or not": 0.715,
    "statements: content": 0.955,
    "statements: content, speaker": 0.91,
    "events: type, sentence": 0.672,
    "events: type, parties": 0.605,
    "events: type, parties, when": 0.505,
    "tallies": 0.6,
    "figures": 0.93,
    "offices": 0.88,
}


SAMPLE_FLOORS = {
    "meetings: who": 0.85,
    "statements: content": 0.92,
    "statements: content, speaker": 0.88,
    "events: type, parties": 0.645,
    "events: type, parties, when": 0.525,
    "tallies": 0.74,
    "offices": 0.9,
}


def test_the_samples(samples: Path, kit: Kit) -> None:
    result = scored(samples, kit)
    assert result.absent == []
    assert _below(result, SAMPLE_FLOORS) == {}


def test_the_report_that_the_project_began_with(shared: Path, kit: Kit) -> None:
    counts = scored(shared / "gold/seed", kit).counts
    assert {m.name: round(counts[m.name].f1, 3) for m in MEASURES if counts[m.name].f1 < SEED_FLOOR} == {}


def test_the_development_reports(shared: Path, kit: Kit) -> None:
    result = scored(shared / "gold/dev", kit)
    assert result.absent == []
    assert _below(result, DEV_FLOORS) == {}


def _below(result: Score, floors: Mapping[str, float]) -> dict[str, float]:
    found = {name: round(result.counts[name].f1, 3) for name in floors}
    return {name: f1 for name, f1 in found.items() if f1 < floors[name]}


@pytest.mark.parametrize("name", sorted({*DEV_FLOORS, *SAMPLE_FLOORS}))
def test_floors_are_for_measures_that_exist(name: str) -> None:
    assert name in {measure.name for measure in MEASURES}
