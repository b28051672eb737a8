"""Sentences that are longer than the encoder sees at once: overlapping windows, and scores put together again.

Each word takes its scores from the window that shows most of the text on both sides of it. For a head that this
window does not show, they come from one that shows both; where none does, the word may still hang on the
sentence's root, as what is loosely joined does ("parataxis").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

WINDOW_PIECES = 128
"""Pieces of a window at most. The encoder has 512 places, but of the 21,139 sentences that it was taught on three
are longer than this, and it reads longer ones worse (`python -m bench.seams` measures it)."""
OVERLAP_PIECES = 64
"""Pieces that neighbouring windows share at least."""
UNSEEN = -1e4
"""The score of a head that no window shows together with the word."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of n words.

    Attributes:
        upos, feats, lemmas: n numbers of labels.
        names: n x tags, log-probabilities.
        arcs: n x (n + 1) log-probabilities of heads, column 0 the root.
        rels: n x (n + 1), the number of the best relation to each head.
    """

    upos: Ints
    feats: Ints
    lemmas: Ints
    names: Floats
    arcs: Floats
    rels: Ints


def windows(sizes: Sequence[int], room: int = WINDOW_PIECES, overlap: int = OVERLAP_PIECES) -> list[range]:
    """The words of each window of a sentence; one window where all fits in.

    Args:
        sizes: pieces of each word; none may be larger than `room - overlap`.
        room: pieces of a window at most.
        overlap: pieces that neighbours share, but for the part of a word that is cut.
    """
    edges = [0, *accumulate(sizes)]
    found, begin = [], 0
    while edges[-1] - edges[begin] > room:
        end = bisect_right(edges, edges[begin] + room) - 1
        found.append(range(begin, end))
        begin = bisect_left(edges, edges[end] - overlap)
    if found:  # the last window shows as much as it has room for
        begin = bisect_left(edges, edges[-1] - room)
    return [*found, range(begin, len(sizes))]


def merged(parts: Sequence[tuple[range, Scores]], apart: int) -> Scores:
    """The scores of a sentence from those of its windows.

    Args:
        parts: the windows in their order, each with its scores; together they cover the sentence.
        apart: the number of the relation of what hangs loosely on the root.
    """
    if len(parts) == 1:
        return parts[0][1]
    n = parts[-1][0].stop
    home = homes([window for window, _ in parts], n)
    whole = _blank(n, parts[0][1].names.shape[1], apart)
    for window, scores in parts:
        _place(scores, np.ones(len(window), bool), window, whole)
    for k, (window, scores) in enumerate(parts):
        _place(scores, home[window.start : window.stop] == k, window, whole)
    _one_root(whole.arcs)
    return whole


def _blank(n: int, tags: int, apart: int) -> Scores:
    upos, feats, lemmas = np.zeros((3, n), np.int64)
    arcs = np.full((n, n + 1), UNSEEN, np.float32)
    return Scores(upos, feats, lemmas, np.zeros((n, tags), np.float32), arcs, np.full((n, n + 1), apart, np.int64))


def _place(part: Scores, kept: npt.NDArray[np.bool_], window: range, whole: Scores) -> None:
    """Writes the scores of the `kept` words of a window over what stands in those of the whole sentence."""
    rows = np.flatnonzero(kept) + window.start
    for mine, into in (
        (part.upos, whole.upos),
        (part.feats, whole.feats),
        (part.lemmas, whole.lemmas),
        (part.names, whole.names),
        (part.arcs[:, 0], whole.arcs[:, 0]),
        (part.rels[:, 0], whole.rels[:, 0]),
        (part.arcs[:, 1:], whole.arcs[:, window.start + 1 : window.stop + 1]),
        (part.rels[:, 1:], whole.rels[:, window.start + 1 : window.stop + 1]),
    ):
        into[rows] = mine[kept]


def homes(spans: Sequence[range], n: int) -> Ints:
    """For each word, the number of the window whose cut edges are farthest from it."""
    margins = np.full((len(spans), n), -1)
    for k, span in enumerate(spans):
        places = np.arange(span.start, span.stop)
        before = places - span.start if span.start else np.full(len(places), n)
        after = span.stop - 1 - places if span.stop < n else np.full(len(places), n)
        margins[k, span.start : span.stop] = np.minimum(before, after)
    found: Ints = margins.argmax(axis=0)
    return found


def _one_root(arcs: Floats) -> None:
    """Keeps the first root; what is a root in other windows may hang on it where they do not show it."""
    alone = arcs[:, 0].copy()
    roots = np.flatnonzero(arcs.argmax(axis=1) == 0)
    root = int(roots[0]) if len(roots) else int(alone.argmax())
    arcs[:, 0] = UNSEEN
    arcs[root, 0] = alone[root]
    loose = arcs[:, root + 1] == np.float32(UNSEEN)
    loose[root] = False
    arcs[loose, root + 1] = alone[loose]
