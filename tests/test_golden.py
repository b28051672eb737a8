"""Whole sample reports read as they were when somebody last looked (tests/golden/renew.py)."""

from __future__ import annotations

import json

import pytest

from chancery.observations.shape import from_json, one_line, to_dict
from chancery.observations.types import Reading
from chancery.run.kit import Kit, load_kit
from chancery.run.reading import read_files
from tests.golden.renew import ROOT, SAMPLES, golden_path


def raised(error: Exception) -> None:
    raise error


def readings(sample: str, kit: Kit) -> list[Reading]:
    return list(read_files([sample], kit, on_error=raised))


@pytest.mark.parametrize("sample", SAMPLES)
def test_reads_as_before(sample: str, kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = readings(sample, kit)
    assert [to_dict(reading) for reading in found] == json.loads(golden_path(sample).read_text("utf-8")), (
        "if the change is wanted: make golden, and look at the difference"
    )


def test_every_span_is_its_text_and_every_reading_comes_back(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for reading in read_files(["samples"], kit, on_error=raised):
        data = to_dict(reading, reasons=True)
        text = data["report"]["text"]
        for kind in ("meetings", "statements", "events", "tallies", "figures"):
            for row in data[kind]:
                assert text[slice(*row["span"])] == row["content" if kind == "statements" else "evidence"]
        assert all(text[slice(*row["span"])].strip() for row in data["offices"])
        assert from_json(one_line(data)) == reading


def test_the_same_report_reads_the_same_twice(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert readings(SAMPLES[0], kit) == readings(SAMPLES[0], load_kit())
