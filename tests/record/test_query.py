"""Listings, their filters, and one entry in full."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chancery.errors import RecordError
from chancery.observations.shape import KINDS
from chancery.record.query import LISTINGS, Filters, show
from chancery.record.store import Record
from chancery.record.types import Row
from tests.record.made import acted, counted, figure, holds, met, said, told

KIM, PUTIN, XI = "Kim Jong-un/PRK", "Vladimir Putin/RUS", "Xi Jinping/CHN"
PREVIEW = told(
    "2019-04-23",
    met(KIM, PUTIN, start="2019-04", status="planned", kind="summit"),
    said("Dmitry Peskov", "a meeting is being prepared", speaker_country="RUS", act="announce", date="2019-04-22"),
    holds("Dmitry Peskov", "Kremlin spokesman", "RUS"),
    source="preview.txt",
    outlet="Eastgate",
)
REPORT = told(
    "2019-04-26",
    met(KIM, PUTIN, start="2019-04-25", kind="summit", place="Vladivostok", place_country="RUS"),
    met(KIM, XI, start="2018-03", kind="visit"),
    met(KIM, XI),
    acted("REQUEST", "RUS", "PRK", "2019-04-25", mode="yield", context=("economic",)),
    counted("Kim Jong-un", "Xi Jinping", 4, since="2018-03"),
    figure("bilateral trade", 34_000_000, between=("PRK", "RUS"), period="2018"),
    source="report.txt",
    outlet="Meridian",
    agency="AFP",
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "record.duckdb", write=True) as record:
        record.add([REPORT, PREVIEW])
        yield record


def listed(record: Record, kind: str, **filters: Any) -> list[Row]:
    return LISTINGS[kind](record, Filters(**filters))


def starts(record: Record, **filters: Any) -> list[str | None]:
    return [row["start"] for row in listed(record, "meetings", **filters)]


def test_rows_have_the_contracts_fields_and_the_records(record: Record) -> None:
    beside = {"id", "status", "reports", "independent", "report", "first_told", "last_told"}
    for kind, fields in KINDS.items():
        for row in listed(record, kind):
            assert set(row) == (set(fields) - {"rule"}) | beside
            assert json.loads(json.dumps(row)) == row


def test_meetings_stand_by_date_and_count_their_reports(record: Record) -> None:
    rows = listed(record, "meetings")
    assert [row["start"] for row in rows] == ["2018-03", "2019-04-25", None]
    assert (rows[1]["status"], rows[1]["reports"], rows[1]["independent"]) == ("held", 2, 2)
    assert (rows[1]["first_told"], rows[1]["last_told"]) == ("2019-04-23", "2019-04-26")


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"who": ("kim", "PUTIN")}, ["2019-04-25"]),
        ({"who": ("Jong Un",), "country": ("CHN",)}, ["2018-03", None]),
        ({"country": ("rus",)}, ["2019-04-25"]),
        ({"who": ("Trump",)}, []),
        ({"since": "2018-03-15", "until": "2019-04-24"}, ["2018-03"]),
        ({"since": "2019"}, ["2019-04-25"]),
        ({"until": "2019-04"}, ["2018-03", "2019-04-25"]),
        ({"type": "VISIT"}, ["2018-03"]),
        ({"status": "planned"}, []),
        ({"status": "planned", "as_of": "2019-04-24"}, ["2019-04"]),
    ],
)
def test_filters_of_meetings(record: Record, filters: dict[str, Any], expected: list[str | None]) -> None:
    assert starts(record, **filters) == expected


def test_filters_of_the_other_kinds(record: Record) -> None:
    assert len(listed(record, "statements", who=("Peskov",), type="announce", until="2019-04-22")) == 1
    assert listed(record, "statements", since="2019-04-23") == []
    assert len(listed(record, "events", country=("RUS", "PRK"), type="request")) == 1
    assert len(listed(record, "events", type="economic")) == 1
    assert listed(record, "events", type="ACCUSE") == []
    assert len(listed(record, "tallies", who=("Xi", "Kim"), type="meeting", since="2019-04-26")) == 1
    assert len(listed(record, "figures", country=("PRK",), type="trade", until="2018")) == 1
    assert len(listed(record, "offices", type="spokesman", country=("RUS",))) == 1


def test_reports_stand_by_publication_and_are_found_by_what_they_tell(record: Record) -> None:
    def sources(**filters: Any) -> list[str]:
        return [row["source"] for row in listed(record, "reports", **filters)]

    assert sources() == ["preview.txt", "report.txt"]
    assert sources(who=("Xi",)) == ["report.txt"]
    assert sources(country=("RUS",), until="2019-04-25") == ["preview.txt"]
    assert sources(as_of="2019-04-23") == ["preview.txt"]
    assert sources(type="afp") == ["report.txt"]


def test_a_wrong_date_is_told(record: Record) -> None:
    with pytest.raises(RecordError, match="'yesterday' is no date"):
        listed(record, "meetings", since="yesterday")


def test_show_has_every_witness_with_its_words(record: Record) -> None:
    [row] = listed(record, "meetings", who=("Putin",))
    entry = show(record, row["id"][:10])
    assert entry.id == row["id"]
    assert (entry.reports, entry.independent) == (2, 2)
    assert [a.report.source for a in entry.attestations] == ["preview.txt", "report.txt"]
    for attestation, reading in zip(entry.attestations, (PREVIEW, REPORT), strict=True):
        assert attestation.evidence == reading.meetings[0].evidence
        assert reading.article.text[slice(*attestation.span)] == attestation.evidence
        assert attestation.link.judgement == "same"
        assert attestation.link.reason
    assert entry.attestations[0].values["status"] == "planned"
    assert entry.status == "held"


def test_show_has_unsure_links_of_both_ends(record: Record) -> None:
    record.add([told("2019-05-01", met("Kim/PRK", "Xi/CHN", start="2018-03", kind="visit"))])
    unsure = [entry for row in listed(record, "meetings") if (entry := show(record, row["id"])).links]
    assert len(unsure) >= 2
    assert {link.judgement for entry in unsure for link in entry.links} == {"unsure"}


def test_an_entry_as_json_is_plain(record: Record) -> None:
    [row] = listed(record, "meetings", who=("Putin",))
    plain = show(record, row["id"]).as_json()
    assert json.loads(json.dumps(plain))["witnesses"][1]["report"]["agency"] == "AFP"
    assert plain["start"] == "2019-04-25"
