"""Windows: they cover a sentence and overlap; scores come from where a word has most of its surroundings."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.grammar.trees import best_heads
from chancery.grammar.windows import UNSEEN, Scores, merged, windows

PARATAXIS = 9


def scores(n: int, heads: dict[int, int], label: int = 1) -> Scores:
    """Scores of n words that all favour `heads` (from 0; the root's is -1), else the word before."""
    arcs = np.full((n, n + 1), -9.0, np.float32)
    for i in range(n):
        arcs[i, heads.get(i, i - 1) + 1] = -0.1
    plain = np.full(n, label)
    return Scores(plain, plain, plain, np.zeros((n, 3), np.float32), arcs, np.full((n, n + 1), label))


@given(st.lists(st.integers(1, 8), min_size=1, max_size=300), st.integers(20, 60))
def test_windows_cover_the_sentence_and_overlap(sizes: list[int], room: int) -> None:
    found = windows(sizes, room, room // 2)
    assert found[0].start == 0
    assert found[-1].stop == len(sizes)
    assert all(sum(sizes[i] for i in window) <= room for window in found)
    for one, other in itertools.pairwise(found):
        assert one.start < other.start < one.stop < other.stop
        assert sum(sizes[one.stop - 1 : other.start - 1 : -1]) >= room // 2 - 8


def test_what_fits_is_one_window() -> None:
    assert windows([1] * 50, 50, 20) == [range(50)]
    assert len(windows([1] * 51, 50, 20)) == 2


def test_windows_grow_with_the_text_and_no_faster() -> None:
    counts = [len(windows([1] * n, 50, 20)) for n in (1_000, 2_000, 4_000)]
    assert counts[1] <= 2 * counts[0] + 1
    assert counts[2] <= 2 * counts[1] + 1


def test_a_lone_window_stays_as_it_is() -> None:
    alone = scores(4, {})
    assert merged([(range(4), alone)], PARATAXIS) is alone


def test_labels_come_from_the_window_with_most_around_the_word() -> None:
    whole = merged([(range(8), scores(8, {}, 1)), (range(4, 12), scores(8, {}, 2))], PARATAXIS)
    assert whole.upos.tolist() == [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2]
    assert whole.rels[5, 3] == 1
    assert whole.rels[6, 5] == 2


def test_a_head_that_one_window_hides_is_found_in_the_other() -> None:
    left, right = scores(8, {7: 1}), scores(8, {0: 3})  # word 7 is at home in the right one, its head 1 is not there
    right.arcs[3, :] = -12.0  # nothing in the right window will do
    whole = merged([(range(8), left), (range(4, 12), right)], PARATAXIS)
    assert best_heads(whole.arcs)[7] == 1 + 1


def test_a_second_root_out_of_sight_hangs_on_the_first() -> None:
    parts = [(range(8), scores(8, {0: -1})), (range(4, 12), scores(8, {5: -1, 0: -1}))]
    whole = merged(parts, PARATAXIS)
    heads = best_heads(whole.arcs)
    assert heads[0] == 0
    assert heads[9] == 1
    assert whole.rels[9, 1] == PARATAXIS
    assert heads.count(0) == 1


def test_pairs_that_no_window_shows_are_unseen() -> None:
    whole = merged([(range(8), scores(8, {})), (range(4, 12), scores(8, {}))], PARATAXIS)
    assert whole.arcs[2, 11] == pytest.approx(UNSEEN)
    assert whole.arcs[11, 3] == pytest.approx(UNSEEN)
