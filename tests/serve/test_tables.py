"""How rows look to a reader."""

from __future__ import annotations

import io
from typing import Any

import pytest

from chancery.observations.shape import KINDS
from chancery.serve.console import console, safe
from chancery.serve.tables import COLUMNS, listing_columns, table


def shown(kind: str, *rows: dict[str, Any]) -> str:
    out = io.StringIO()
    console(out).print(table(COLUMNS[kind], rows))
    return out.getvalue()


def test_every_kind_has_columns() -> None:
    assert set(KINDS) <= set(COLUMNS)


def test_a_meeting() -> None:
    parties = [{"name": "Ana Ruiz", "country": "PER"}, {"name": None, "country": "CHL"}]
    text = shown(
        "meetings",
        {"participants": parties, "start": "2019-04-25", "end": "2019-04-26", "status": "held",
         "kind": "talks", "place": "Lima", "place_country": "PER", "ordinal": 22},
    )  # fmt: skip
    assert "2019-04-25 to 2019-04-26" in text
    assert "Ana Ruiz (PER), CHL" in text
    assert "Lima (PER)" in text
    assert "22nd" in text


@pytest.mark.parametrize(("number", "ordinal"), [(1, "1st"), (11, "11th"), (13, "13th"), (23, "23rd"), (4, "4th")])
def test_ordinals(number: int, ordinal: str) -> None:
    assert f"{ordinal}\n" in shown("meetings", {"participants": [], "ordinal": number}).replace(" ", "")


@pytest.mark.parametrize(
    ("value", "bound", "text"),
    [
        (34000000, "about", "about 34,000,000"),
        (2.5, "exact", "2.5"),
        (0, None, "0"),
        (2.21e11, None, "221,000,000,000"),
    ],
)
def test_figures(value: float, bound: str | None, text: str) -> None:
    assert (
        shown("figures", {"what": "trade", "value": value, "bound": bound}).splitlines()[1].split("trade")[1].strip()
        == text
    )


def test_columns_that_are_empty_throughout_are_left_out() -> None:
    assert "since" not in shown("tallies", {"subject": "A", "object": "B", "what": "visit", "count": 1})


def test_words_are_never_cut_in_a_pipe() -> None:
    content = "word " * 400 + "end"
    text = shown("statements", {"speaker": "Ana", "kind": "indirect", "cue": "said", "content": content})
    assert text.count("word") == 400
    assert "end" in text
    assert "…" not in text


def test_markup_in_a_report_is_text() -> None:
    assert "[bold]x[/bold]" in shown("offices", {"person": "[bold]x[/bold]", "office": "envoy"})


def test_a_report_cannot_steer_the_terminal() -> None:
    assert safe("a\x1b[31mb\u202ec\nd\x9be") == "a\ufffd[31mb\ufffdc d\ufffde"


def test_listings_show_a_short_id_and_the_number_of_reports() -> None:
    out = io.StringIO()
    rows = [{"id": "0123456789abcdef", "subject": "A", "object": "B", "what": "visit", "count": 1, "reports": 7}]
    console(out).print(table(listing_columns("tallies"), rows))
    assert "0123456789 " in out.getvalue()
    assert out.getvalue().rstrip().endswith("7")
