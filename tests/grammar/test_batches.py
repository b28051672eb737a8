"""Batches: every row once, rows of one width together, cheaper than one by one."""

from hypothesis import given
from hypothesis import strategies as st

from chancery.grammar.batches import CALL_PIECES, STEP, batches, width

shapes = st.lists(st.integers(1, 90).flatmap(lambda n: st.tuples(st.just(n), st.integers(n + 2, 2 * n + 2))))


def cost(found: list[list[int]], rows: list[tuple[int, int]]) -> int:
    return sum(CALL_PIECES + len(group) * max(rows[i][1] for i in group) for group in found)


@given(st.integers(1, 1000))
def test_width_leaves_room_for_the_root(words: int) -> None:
    assert words <= width(words) < words + STEP
    assert (width(words) + 1) % STEP == 0


@given(shapes, st.integers(1, 600))
def test_each_row_goes_once_with_rows_of_its_width(rows: list[tuple[int, int]], limit: int) -> None:
    found = batches(rows, limit)
    assert sorted(i for group in found for i in group) == list(range(len(rows)))
    for group in found:
        assert len({width(rows[i][0]) for i in group}) == 1
        assert len(group) == 1 or len(group) * max(rows[i][1] for i in group) <= limit


@given(shapes)
def test_no_dearer_than_one_by_one(rows: list[tuple[int, int]]) -> None:
    assert cost(batches(rows), rows) <= cost([[i] for i in range(len(rows))], rows)


def test_rows_of_one_length_fill_a_batch() -> None:
    assert batches([(10, 12)] * 8, limit=48) == [[0, 1, 2, 3], [4, 5, 6, 7]]


def test_a_call_more_is_paid_where_padding_would_cost_more() -> None:
    assert batches([(3, 5), (14, 90)]) == [[0], [1]]
    assert batches([(3, 5), (14, 17)]) == [[0, 1]]
