"""The model card tells of the model that lies beside it, and the model keeps what was promised."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import pytest

from chancery.grammar.reader import load_reader
from training.corpora import Words, read_columns, read_conllu, read_iob
from training.evaluate import WIKI, by_ten, names, trees_given, trees_raw

FOLDER = Path(str(files("chancery.grammar") / "english"))
CARD = (FOLDER / "README.md").read_text("utf-8")


def test_the_card_tells_size_and_hash_of_each_file() -> None:
    told = {
        name: (size, digest) for name, size, digest in re.findall(r"\| (\S+) \| ([\d,]+) \| ([0-9a-f]{64}) \|", CARD)
    }
    there = {
        path.name: path.read_bytes()
        for path in FOLDER.iterdir()
        if path.suffix not in (".md", ".py") and path.is_file()
    }
    assert told == {name: (f"{len(raw):,}", hashlib.sha256(raw).hexdigest()) for name, raw in there.items()}


def test_the_card_names_the_version() -> None:
    assert f"\n{load_reader().name};" in CARD


def f1(corpus: Sequence[Words], measure: str) -> float:
    return names(load_reader(), corpus).shares[measure].f1


@pytest.mark.slow
def test_trees_are_as_good_as_promised(shared: Path) -> None:
    reader, banks = load_reader(), shared / "data/treebanks"
    pud = list(read_conllu(banks / "pud-test.conllu"))
    given, raw = trees_given(reader, pud).shares, trees_raw(reader, by_ten(pud)).shares
    assert given["LAS"].f1 >= 87.5
    assert given["LAS"].f1 - raw["LAS"].f1 <= 1
    assert given["UPOS"].f1 >= 96.5
    assert given["lemma"].f1 >= 96
    assert raw["sentences"].f1 >= 97
    assert trees_given(reader, list(read_conllu(banks / "ewt-test.conllu"))).shares["LAS"].f1 >= 90
    gum = trees_given(reader, list(read_conllu(banks / "gum-test.conllu"))).shares
    assert gum["LAS"].f1 >= 89.5
    assert gum["lemma"].f1 >= 97


@pytest.mark.slow
def test_names_are_as_good_as_promised(shared: Path) -> None:
    folder = shared / "data/names"
    wiki = list(read_columns(folder / "wikigold.conll", WIKI))
    assert f1(wiki[len(wiki) * 4 // 5 :], "names") >= 76
    assert f1(list(read_iob(folder / "uner-ewt-test.iob2")), "names") >= 76
    assert f1(list(read_iob(folder / "uner-pud-test.iob2")), "names") >= 76
