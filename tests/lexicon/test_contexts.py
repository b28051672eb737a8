"""The table of contexts: the 37 of PLOVER's data, each with words enough, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

import chancery.lexicon
from chancery.errors import DataError
from chancery.lexicon.contexts import ENOUGH, load_contexts

TABLE = Path(chancery.lexicon.__file__).parent / "data" / "events" / "contexts.tsv"
NAMES = (
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy "
    "economic legal reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity "
    "inequality diplomatic territory peacekeeping health asylum migration disasters natural_resources environment "
    "technology terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking"
).split()
HEAD = "context\twords\texample\tnear_miss\n"
TEN = " ".join(f"word{letter}" for letter in "abcdefghij")


def test_all_contexts_are_there() -> None:
    assert {c.name for c in load_contexts(TABLE)} == set(NAMES)
    assert len(NAMES) == 37


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("sea\tship\tA.\tB.", f"a context needs {ENOUGH} words"),
        (f"sea\t{TEN}\tA.\t", "an example and a near miss"),
        (f"sea\t{TEN}\tA.", "3 cells"),
        (f"sea\t{TEN}\tA.\tB.\nsea\t{TEN}\tA.\tB.", "'sea' is there twice"),
    ],
)
def test_rows_that_cannot_be_right(tmp_path: Path, row: str, reason: str) -> None:
    path = tmp_path / "contexts.tsv"
    path.write_text(HEAD + row + "\n", "utf-8")
    with pytest.raises(DataError, match=rf"contexts\.tsv:\d: .*{reason}"):
        load_contexts(path)
