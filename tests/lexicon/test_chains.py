"""Words by which a report speaks again of whom it has named."""

from __future__ import annotations

from pathlib import Path
from shutil import copy

import pytest

from chancery.errors import DataError
from chancery.lexicon.chains import load_chain_words
from chancery.lexicon.load import load_lexicon

DATA = Path(load_chain_words.__code__.co_filename).parent / "data"


def test_sexes_by_noun_and_by_given_name() -> None:
    chains = load_lexicon().chains
    assert (chains.sex("spokeswoman"), chains.sex("king"), chains.sex("envoy")) == ("f", "m", None)
    assert chains.sex_of_name("José Pereira") == "m"
    assert chains.sex_of_name("Angela Brandt") == "f"
    assert chains.sex_of_name("Kim Jong-un") is None


def test_a_mans_given_name_alone_may_be_a_family_name() -> None:
    chains = load_lexicon().chains
    assert (chains.sex_of_name("Thomas"), chains.sex_of_name("Gloria")) == (None, "f")


def test_a_missing_list_and_a_wrong_sex_are_told_with_their_file(tmp_path: Path) -> None:
    for name in ("chains.tsv", "retold.tsv", "given_names.tsv"):
        copy(DATA / name, tmp_path / name)
    (tmp_path / "given_names.tsv").write_text("name\tsex\nAda\tx\n", "utf-8")
    with pytest.raises(DataError, match=r"given_names.tsv:2: the sex of Ada"):
        load_chain_words(tmp_path)
    (tmp_path / "chains.tsv").write_text("women\tlady\n", "utf-8")
    with pytest.raises(DataError, match=r"chains.tsv: the lists should be"):
        load_chain_words(tmp_path)
