"""From arc scores to a tree: the maximum spanning arborescence with a single root.

Greedy heads form a tree for most sentences and are then kept; else the algorithm of Chu and Liu (1965) and
Edmonds (1967) finds the best tree. One root only, as UD asks: where several words would be roots, each in turn
is tried as the one (Zmigrod, Vieira and Cotterell 2020 discuss why the naive way is right).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
ROOT_CANDIDATES = 6
"""Roots tried at most; the true one is hardly ever beyond the best few, and each costs a search."""


def best_heads(scores: Floats) -> list[int]:
    """The heads (0 for the root, else 1 to n) of the best tree.

    Args:
        scores: words x (words + 1) log-probabilities; column 0 is the root, column j + 1 is word j.
    """
    n = len(scores)
    if n == 0:
        return []
    exact = scores.astype(np.float64)
    exact[np.arange(n), np.arange(n) + 1] = -np.inf  # no word is its own head
    greedy = exact.argmax(axis=1)
    if int((greedy == 0).sum()) == 1 and not _cycle(greedy.tolist()):
        return [int(h) for h in greedy]
    order = np.argsort(-exact[:, 0], kind="stable")[:ROOT_CANDIDATES]
    found = (_rooted(exact, int(root)) for root in order)
    return max(found, key=lambda heads: sum(exact[i, h] for i, h in enumerate(heads)))


def _rooted(scores: npt.NDArray[np.float64], root: int) -> list[int]:
    only = scores.copy()
    only[:, 0] = -np.inf
    only[root, :] = -np.inf
    only[root, 0] = 0.0
    n = len(only)
    full = np.full((n + 1, n + 1), -np.inf)
    full[1:, :] = only
    return [int(h) for h in _edmonds(full)[1:]]


def _cycle(heads: list[int]) -> list[int]:
    """The words (1 to n) of one cycle among `heads`, or none."""
    state = [0] * (len(heads) + 1)
    for start in range(1, len(heads) + 1):
        path = []
        at = start
        while at != 0 and state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at - 1]
        if at != 0 and state[at] == 1:
            return path[path.index(at) :]
        for node in path:
            state[node] = 2
    return []


def _edmonds(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Best heads of nodes 1 to n over `scores[dependent, head]`; entry 0 is unused."""
    heads: npt.NDArray[np.int64] = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle([int(h) for h in heads[1:]])
    if not cycle:
        return heads
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    ring = np.array(cycle)
    kept = scores[ring, heads[ring]]
    # contract the cycle into one node, the last
    into = scores[np.ix_(ring, rest)] - kept[:, None]
    out = scores[np.ix_(rest, ring)]
    entry, leave = into.argmax(axis=0), out.argmax(axis=1)
    small = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[-1, :-1] = into.max(axis=0)
    small[:-1, -1] = out.max(axis=1)
    solved = _edmonds(small)
    answer: npt.NDArray[np.int64] = heads.copy()
    for k in range(1, len(rest)):
        head = int(solved[k])
        answer[rest[k]] = ring[leave[k]] if head == len(rest) else rest[head]
    outside = int(solved[-1])
    answer[ring[entry[outside]]] = rest[outside]
    return answer
