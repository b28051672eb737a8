"""Decoding: always a tree, with one root, and the best one."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.grammar.trees import best_heads


def is_tree(heads: list[int]) -> bool:
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        seen, at = set(), start
        while at:
            if at in seen:
                return False
            seen.add(at)
            at = heads[at - 1]
    return True


def total(scores: np.ndarray, heads: tuple[int, ...] | list[int]) -> float:
    return float(sum(scores[i, h] for i, h in enumerate(heads)))


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_the_best_of_all_trees(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32)
    trees = [h for h in itertools.product(range(n + 1), repeat=n) if is_tree(list(h))]
    found = best_heads(scores)
    assert is_tree(found)
    assert total(scores, found) == pytest.approx(max(total(scores, t) for t in trees), abs=1e-4)


@settings(max_examples=50, deadline=None)
@given(st.integers(6, 60), st.integers(0, 10_000))
def test_long_sentences_are_trees(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32)
    assert is_tree(best_heads(scores))


def test_nothing_to_parse() -> None:
    assert best_heads(np.zeros((0, 1), np.float32)) == []


def test_of_equal_trees_it_is_always_the_same() -> None:
    scores = np.zeros((30, 31), np.float32)
    assert is_tree(best_heads(scores))
    assert best_heads(scores) == best_heads(scores)


def test_rings_within_rings() -> None:
    n = 400
    scores = np.full((n, n + 1), -50.0, np.float32)
    for i in range(n):  # pairs that prefer each other, and pairs of pairs that come next, and so on
        for level in range(8):
            scores[i, (i ^ (1 << level)) % n + 1] = -float(level)
    found = best_heads(scores)
    assert is_tree(found)


def test_one_root_however_many_words_would_be_it() -> None:
    scores = np.full((5, 6), -8.0, np.float32)
    scores[:, 0] = [-0.3, -0.1, -0.2, -0.1, -0.4]
    found = best_heads(scores)
    assert found.count(0) == 1
    assert found.index(0) == 1


@settings(max_examples=30, deadline=None)
@given(st.integers(2, 12), st.integers(0, 10_000))
def test_a_constant_added_to_a_words_scores_changes_nothing(n: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    scores = random.integers(-40, 0, size=(n, n + 1)).astype(np.float32)
    shifted = scores + random.integers(-9, 9, size=(n, 1)).astype(np.float32)
    found = best_heads(shifted)
    assert total(scores, found) == total(scores, best_heads(scores))
