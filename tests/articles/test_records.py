"""JSON reports: what they carry is taken as told."""

from __future__ import annotations

from typing import Any

import pytest

from chancery.articles.records import own_name, record_draft

TEXT = "The ministers met in Oslo on Friday.\n\nThey will meet again."


def test_an_object_with_text() -> None:
    draft = record_draft(
        {
            "text": TEXT,
            "headline": "Ministers meet",
            "published": "2019-04",
            "outlet": "Fjord Times",
            "agency": "AFP",
            "url": "https://fjord.example/1",
            "language": "en-GB",
            "id": 7,
        }
    )
    assert draft is not None
    assert draft.paragraphs == ("The ministers met in Oslo on Friday.", "They will meet again.")
    assert (draft.headline, draft.published, draft.outlet) == ("Ministers meet", "2019-04", "Fjord Times")
    assert (draft.agency, draft.url, draft.language) == ("AFP", "https://fjord.example/1", "en-GB")


def test_ninjs() -> None:
    draft = record_draft(
        {
            "uri": "tag:fjord.example,2019:1",
            "headline": "Ministers meet",
            "versioncreated": "2019-04-26T22:00:00Z",
            "located": "Oslo",
            "infosources": [{"name": "Harbour Wire"}],
            "copyrightholder": "Fjord Times",
            "body_xhtml": f"<p>{TEXT.replace(chr(10) * 2, '</p><p>')}</p>",
        }
    )
    assert draft is not None
    assert draft.paragraphs == ("The ministers met in Oslo on Friday.", "They will meet again.")
    assert (draft.published, draft.dateline) == ("2019-04-26", "Oslo")
    assert (draft.outlet, draft.agency) == ("Fjord Times", "Harbour Wire")


def test_ninjs_with_lists_of_bodies_and_headlines() -> None:
    draft = record_draft(
        {"headlines": [{"value": "Ministers meet"}], "bodies": [{"contenttype": "text/plain", "value": TEXT}]}
    )
    assert draft is not None
    assert draft.headline == "Ministers meet"
    assert len(draft.paragraphs) == 2


def test_what_it_carries_goes_before_what_its_page_says() -> None:
    page = (
        "<html><head><meta property='og:site_name' content='Copy Site'><meta name='date' content='2020-01-01'></head>"
        f"<body><article><h1>Another headline of the page</h1><p>{TEXT}</p></article></body></html>"
    )
    draft = record_draft({"html": page, "published": "2019-04-26", "headline": "Ministers meet"})
    assert draft is not None
    assert (draft.headline, draft.published, draft.outlet) == ("Ministers meet", "2019-04-26", "Copy Site")


@pytest.mark.parametrize("told", ["2006", 2006, "2006-02", "Feb. 3, 2006"])
def test_publication_dates_whole_and_cut(told: object) -> None:
    draft = record_draft({"text": TEXT, "published": told})
    assert draft is not None
    assert draft.published is not None
    assert draft.published.startswith("2006")


def test_a_date_that_is_none_is_told() -> None:
    draft = record_draft({"text": TEXT, "published": "last week"})
    assert draft is not None
    assert draft.published is None
    assert [(s.reason, s.detail) for s in draft.skipped] == [("publication date not understood", "last week")]


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"headline": "x"},
        {"text": ""},
        {"text": " \n"},
        {"text": None},
        {"text": 5},
        {"html": "<br>"},
        {"bodies": [{}]},
        {"bodies": "x"},
    ],
)
def test_records_without_text(record: dict[str, Any]) -> None:
    assert record_draft(record) is None


def test_a_record_goes_by_its_id_then_its_address() -> None:
    assert own_name({"id": "a1", "url": "https://fjord.example/1"}) == "a1"
    assert own_name({"url": "https://fjord.example/1"}) == "https://fjord.example/1"
    assert own_name({"uri": "tag:1"}) == "tag:1"
    assert own_name({"id": None}) is None
