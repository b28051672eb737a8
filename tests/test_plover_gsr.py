"""The conversion to PLOVER's gold standard, and the tables that the bench page shows."""

from __future__ import annotations

from bench.plover_gsr import MEASURES, PAGE, coded, tables
from chancery.observations.types import Actor, Event
from chancery.run.kit import Kit

SHARES = {"p": 0.5, "r": 0.25, "f1": 0.333, "tp": 1, "fn": 3}


def _event(actor: Actor, recipient: Actor) -> Event:
    return Event("ACCUSE", (actor,), (recipient,), "done", "x", (0, 1), "rule")


def test_states_and_organisations_as_such_have_no_sector_there(kit: Kit) -> None:
    event = _event(Actor("Kenya", "KEN", "GOV"), Actor("United Nations", "IGO", "IGO"))
    told = coded(event, kit.lexicon.atlas)
    assert told["source"] == [{"code": "KEN", "sector": ""}]
    assert told["target"] == [{"code": "IGO", "sector": ""}]


def test_people_keep_their_sector_and_nobody_known_has_no_code(kit: Kit) -> None:
    event = _event(Actor("Kenyan officials", "KEN", "GOV"), Actor("gunmen", "NON", "UAF"))
    told = coded(event, kit.lexicon.atlas)
    assert told["source"] == [{"code": "KEN", "sector": "GOV"}]
    assert told["target"] == [{"code": "", "sector": "UAF"}]


def test_tables_have_every_measure_and_the_commonest_type_first() -> None:
    more = SHARES | {"fn": 9}
    figures = {
        "micro": dict.fromkeys(MEASURES, SHARES),
        "per_type": {"AID": SHARES, "AGREE": more},
        "macro_f1": 0.5,
    }
    lines = list(tables(figures, figures | {"per_type": {"AID": SHARES, "REJECT": SHARES}}))
    assert [line.split(" | ")[0][2:] for line in lines[2:9]] == list(MEASURES)
    assert lines[-4:] == [
        "| AGREE | 10 | 0.500 | 0.250 | 0.333 | 0.000 |",
        "| AID | 4 | 0.500 | 0.250 | 0.333 | 0.333 |",
        "| REJECT | 0 | 0.000 | 0.000 | 0.000 | 0.333 |",
        "| mean of all types | | | | 0.500 | 0.500 |",
    ]


def test_the_page_has_the_marks() -> None:
    text = PAGE.read_text("utf-8")
    assert text.index("<!-- events -->") < text.index("<!-- end of events -->")
