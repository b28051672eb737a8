"""The scorer: matching and figures, and the same figures as the annotators' own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from chancery.errors import InputError
from chancery.run.measures import MEASURES
from chancery.run.score import Count, load_golds, load_readings, match, score

GOLD: dict[str, Any] = {
    "report": {"published": "2019-04-26"},
    "meetings": [
        {
            "participants": [{"name": "Ana Ruiz", "country": "PER"}, {"name": None, "country": "CHL"}],
            "start": "2019-04-25", "end": None, "status": "held", "place": "Lima",
        }
    ],
    "statements": [
        {"speaker": "Ana Ruiz", "speaker_country": "PER", "kind": "direct", "content": "We will meet again"}
    ],
    "events": [
        {"event": "CONSULT", "actor": [{"code": "PER"}, {"code": "CHL"}], "recipient": [], "date": "2019-04",
         "evidence": "They met in Lima."}
    ],
    "tallies": [{"subject": "Ruiz", "object": "Chile", "count": 3, "since": "2018", "until": None}],
    "figures": [{"value": 1000, "unit": "USD", "between": ["CHL", "PER"], "period": None}],
    "offices": [{"person": "Ana Ruiz", "office": "foreign minister", "country": "PER"}],
}  # fmt: skip


def f1(name: str, kind: str, said: dict[str, Any]) -> float:
    """The measure for a reading that has only this entry."""
    return score({"a": GOLD}, {"a": {kind: [said]}}).counts[name].f1


def changed(kind: str, **values: Any) -> dict[str, Any]:
    return {**GOLD[kind][0], **values}


def test_the_annotation_itself_scores_one_everywhere() -> None:
    scored = score({"a": GOLD}, {"a": GOLD})
    assert {count.f1 for count in scored.counts.values()} == {1.0}
    assert not scored.misses


@pytest.mark.parametrize(
    ("measure", "kind", "values", "expected"),
    [
        ("meetings: who", "meetings", {"participants": [{"name": "Ruiz", "country": "PER"}]}, 0),
        ("meetings: who, when, held or not", "meetings", {"start": "2019-04"}, 0),
        ("meetings: who, when, held or not", "meetings", {"status": "planned"}, 0),
        ("meetings: who, when, where", "meetings", {"place": None}, 0),
        ("meetings: who, when, where", "meetings", {"start": "2019-04-24", "end": "2019-04-25"}, 1),
        ("statements: content", "statements", {"content": "will meet again"}, 1),
        ("statements: content", "statements", {"content": "meet"}, 0),
        ("statements: content, speaker", "statements", {"speaker": "Ruiz"}, 1),
        ("statements: content, speaker", "statements", {"speaker": "the minister"}, 0),
        ("events: type, parties", "events", {"actor": [{"code": "CHL"}], "recipient": [{"code": "PER"}]}, 1),
        ("events: type, parties", "events", {"actor": [{"code": "CHL"}]}, 0),
        ("events: type, parties, when", "events", {"date": "2019-04-01", "end": "2019-04-12"}, 1),
        ("events: type, parties, when", "events", {"date": "2019"}, 0),
        ("tallies", "tallies", {"since": None}, 1),
        ("tallies, since and until", "tallies", {"since": None}, 0),
        ("tallies", "tallies", {"count": 4}, 0),
        ("figures", "figures", {"value": 1009.0}, 1),
        ("figures", "figures", {"value": "1000"}, 0),
        ("figures, period and parties", "figures", {"between": ["PER"]}, 0),
        ("offices", "offices", {"office": "minister"}, 1),
        ("offices", "offices", {"country": "CHL"}, 0),
    ],
)
def test_what_counts_as_the_same(measure: str, kind: str, values: dict[str, Any], expected: int) -> None:
    assert f1(measure, kind, changed(kind, **values)) == expected


def test_events_that_are_not_annotated_count_for_nothing() -> None:
    scored = score({"a": GOLD}, {"a": {"events": [changed("events", status="hypothetical")]}})
    assert scored.counts["events: type, parties"] == Count(gold=1, said=0, hits=0)


def test_a_report_that_was_not_read_counts_as_empty() -> None:
    scored = score({"a": GOLD, "b": GOLD}, {"a": GOLD})
    assert scored.absent == ["b"]
    assert scored.counts["tallies"].row() == {
        "gold": 2, "said": 1, "hits": 1, "precision": 1.0, "recall": 0.5, "f1": 0.667,
    }  # fmt: skip


def test_misses_tell_what_is_missed_and_what_is_made_up() -> None:
    wrong = changed("offices", person="Luis Paz")
    found = [m for m in score({"a": GOLD}, {"a": {"offices": [wrong]}}).misses if m.measure == "offices"]
    assert [(m.made_up, m.entry["person"]) for m in found] == [(False, "Ana Ruiz"), (True, "Luis Paz")]


def test_matching_gives_way_where_that_seats_more() -> None:
    """The first entry fits both, the second only one: both find a place."""
    pairs = match([{"n": 1}, {"n": 2}], [{"n": 1}, {"n": 9}], lambda g, s: g["n"] == 1 or s["n"] == 1)
    assert pairs == {0: 1, 1: 0}


def test_files_that_cannot_be_scored_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"holds no \*\.gold\.json"):
        load_golds(tmp_path)
    readings = tmp_path / "readings.jsonl"
    readings.write_text('{"report": {"source": "a"}}\n{"report": 1}\n', "utf-8")
    with pytest.raises(InputError, match=r"readings\.jsonl:2: not a reading"):
        load_readings(readings)


def shaken(gold: dict[str, Any], turn: int) -> dict[str, Any]:
    """An annotated report with every third entry gone and every fourth one altered."""
    out: dict[str, Any] = {"report": gold["report"]}
    for kind in {measure.kind for measure in MEASURES}:
        entries = [dict(e) for i, e in enumerate(gold.get(kind, [])) if (i + turn) % 3]
        for i, entry in enumerate(entries):
            if (i + turn) % 4 == 0:
                entry |= {
                    "start": "2019",
                    "date": None,
                    "content": "so they say",
                    "count": 7,
                    "office": "envoy",
                }
                entry |= {
                    "actor": entry.get("recipient") or [],
                    "recipient": [],
                    "value": 1.5,
                    "country": None,
                }
        out[kind] = entries[::-1]
    return out


@pytest.mark.parametrize("folder", ["seed", "dev"])
def test_the_same_figures_as_the_annotators_scorer(shared: Path, tmp_path: Path, folder: str) -> None:
    golds = load_golds(shared / "gold" / folder)
    readings = tmp_path / "readings.jsonl"
    with readings.open("w", encoding="utf-8") as out:
        for turn, (stem, gold) in enumerate(golds.items()):
            reading = shaken(dict(gold), turn)
            reading["report"] = {"source": f"{stem}.txt"}
            out.write(json.dumps(reading) + "\n")
    theirs = subprocess.run(
        [sys.executable, shared / "gold/score.py", shared / "gold" / folder, readings, "--json"],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    ours = score(golds, load_readings(readings))
    assert {"reports": ours.reports, **{n: c.row() for n, c in ours.counts.items()}} == json.loads(theirs.stdout)
