"""Floors under the accuracy on annotated reports. They only rise; bench/README.md has the figures themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.accuracy import scored
from chancery.run.kit import Kit
from chancery.run.measures import MEASURES

SEED_FLOOR = 0.8
DEV_FLOORS = {
    "meetings: who": 0.70,
    "meetings: who, when, held or not": 0.55,
    "statements: content": 0.93,
    "statements: content, speaker": 0.87,
    "events: type, sentence": 0.60,
    "events: type, parties": 0.50,
    "tallies": 0.55,
    "figures": 0.85,
    "offices": 0.85,
}


def test_the_report_that_the_project_began_with(shared: Path, kit: Kit) -> None:
    counts = scored(shared / "gold/seed", kit).counts
    assert {m.name: round(counts[m.name].f1, 3) for m in MEASURES if counts[m.name].f1 < SEED_FLOOR} == {}


def test_the_development_reports(shared: Path, kit: Kit) -> None:
    result = scored(shared / "gold/dev", kit)
    assert result.absent == []
    assert {
        name: round(result.counts[name].f1, 3) for name, floor in DEV_FLOORS.items() if result.counts[name].f1 < floor
    } == {}


@pytest.mark.parametrize("name", sorted(DEV_FLOORS))
def test_floors_are_for_measures_that_exist(name: str) -> None:
    assert name in {measure.name for measure in MEASURES}
