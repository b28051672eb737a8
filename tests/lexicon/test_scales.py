"""Quad classes, Goldstein scores, CAMEO codes: every type and mode has them; the table is what its sources give."""

from __future__ import annotations

from pathlib import Path

import pytest

from chancery.errors import DataError
from chancery.lexicon.event_rules import MODES
from chancery.lexicon.scales import HEADER, QUAD_CLASSES, Scale, load_scales, scale
from training.scales import OUT, table

KINDS = [(event, mode) for event, modes in MODES.items() for mode in (None, *sorted(modes))]


def told(event: str, mode: str | None = None) -> Scale:
    found = scale(event, mode)
    assert found is not None
    return found


@pytest.mark.parametrize(("event", "mode"), KINDS)
def test_every_type_and_mode_has_its_scales(event: str, mode: str | None) -> None:
    found = told(event, mode)
    assert found.quad_class == QUAD_CLASSES[found.quad]
    assert -10 <= found.goldstein <= 10
    assert found.cameo.isdigit()
    assert 2 <= len(found.cameo) <= 4
    assert found.goldstein > 0 if found.quad < 2 else found.goldstein < 0


def test_the_mode_says_more_than_the_type() -> None:
    assert told("PROTEST", "riot").goldstein < told("PROTEST", "demo").goldstein
    assert (told("PROTEST", "riot").cameo, told("PROTEST").cameo) == ("145", "14")
    assert told("SANCTION", "expel").quad_class == "material conflict"


def test_unknown_modes_and_types() -> None:
    assert scale("PROTEST", "sulk") == scale("PROTEST")
    assert scale("SULK") is None


def test_a_row_that_is_no_number_is_told(tmp_path: Path) -> None:
    path = tmp_path / "scales.tsv"
    path.write_text(HEADER.replace(" ", "\t") + "\nPROTEST\t\tthree\t-6\t14\t140\ttable\n", "utf-8")
    with pytest.raises(DataError, match=r"scales\.tsv:2: quad class and Goldstein score must be numbers"):
        load_scales(path)


def test_the_table_is_what_its_sources_give(shared: Path) -> None:
    codes = shared / "data" / "codes"
    names = ("CAMEO2PLOVER-2021.txt", "cameo_goldstein.tsv")
    assert OUT.read_text("utf-8").splitlines() == list(table(*((codes / n).read_text("utf-8") for n in names)))
