"""Which rows go through the network together, so that little time goes to padding and to calls.

A row's scores must not hang on its company. The kernels of onnxruntime sum in an order that depends on the size of
the matrix in which they multiply each word with each head, so that rows share a batch only if they have the same
number of words after rounding up to `STEP`, and are padded to just that number. The length in pieces may differ:
no sum runs over it but the one of attention, in which padding adds exact zeros.
"""

from __future__ import annotations

from collections.abc import Sequence

BATCH_PIECES = 512
"""Pieces (with padding) in one call at most; see bench/README.md for how speed hangs on it."""
CALL_PIECES = 24
"""What a call costs beside its pieces, in pieces."""
STEP = 16


def width(words: int) -> int:
    """The number of words, with padding, of a row: with the root, a multiple of `STEP`."""
    return -(-(words + 1) // STEP) * STEP - 1


def batches(shapes: Sequence[tuple[int, int]], limit: int = BATCH_PIECES) -> list[list[int]]:
    """The cheapest batches: lists of places in `shapes`.

    Args:
        shapes: words and pieces of each row.
        limit: pieces of a batch at most, with padding; a row that is longer goes alone.
    """
    order = sorted(range(len(shapes)), key=lambda i: (width(shapes[i][0]), shapes[i][1], i))
    costs, begins = [0], [0]
    for stop in range(1, len(order) + 1):
        words, pieces = shapes[order[stop - 1]]
        best, begin = costs[stop - 1] + CALL_PIECES + pieces, stop - 1
        for start in range(stop - 2, -1, -1):
            padded = (stop - start) * pieces
            if padded > limit or width(shapes[order[start]][0]) != width(words):
                break
            if costs[start] + CALL_PIECES + padded < best:
                best, begin = costs[start] + CALL_PIECES + padded, start
        costs.append(best)
        begins.append(begin)
    found = []
    stop = len(order)
    while stop:
        found.append(order[begins[stop] : stop])
        stop = begins[stop]
    return found[::-1]
