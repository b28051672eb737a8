"""Name tags: the likeliest row of tags that is well-formed."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.grammar.names import NameTags

TAGS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]


def well_formed(row: tuple[int, ...] | list[int]) -> bool:
    pairs = itertools.pairwise([0, *row])
    return all(not TAGS[b].startswith("I-") or TAGS[a][2:] == TAGS[b][2:] for a, b in pairs)


def total(scores: np.ndarray, row: tuple[int, ...] | list[int]) -> float:
    return float(sum(scores[i, tag] for i, tag in enumerate(row)))


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_the_best_of_all_well_formed_rows(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, len(TAGS))).astype(np.float32)
    rows = [row for row in itertools.product(range(len(TAGS)), repeat=n) if well_formed(row)]
    found = NameTags(TAGS).best(scores)
    assert well_formed(found)
    assert total(scores, found) == pytest.approx(max(total(scores, row) for row in rows), abs=1e-4)


def test_a_name_does_not_begin_inside() -> None:
    scores = np.log(np.array([[0.3, 0.2, 0.5, 0, 0], [0.1, 0, 0.9, 0, 0]], np.float32) + 1e-6)
    assert [TAGS[t] for t in NameTags(TAGS).best(scores)] == ["B-PER", "I-PER"]
