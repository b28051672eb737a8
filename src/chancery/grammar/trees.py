"""From arc scores to a tree: the maximum spanning arborescence with a single root.

Greedy heads form a tree for most sentences and are then kept; else the algorithm of Chu and Liu (1965) and
Edmonds (1967) finds the best tree, in Tarjan's dense form (1977): quadratic in the words, whatever the scores.
Of trees with one root, as UD asks, it finds the best at once, since each further root costs more than any
other choice can gain (Stanojević and Cohen 2021, "A Root of a Problem").
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


def best_heads(scores: Floats) -> list[int]:
    """The heads (0 for the root, else 1 to n) of the best tree; of equal heads, the first.

    Args:
        scores: words x (words + 1) log-probabilities; column 0 is the root, column j + 1 is word j.
    """
    n = len(scores)
    if n == 0:
        return []
    exact = scores.astype(np.float64)
    a_root_more = 1.0 + n * float(exact.max() - exact.min())
    exact[np.arange(n), np.arange(n) + 1] = -np.inf  # no word is its own head
    greedy: list[int] = exact.argmax(axis=1).tolist()
    if greedy.count(0) == 1 and not _has_cycle(greedy):
        return greedy
    exact[:, 0] -= a_root_more
    return _Arborescence(exact).heads()


def _has_cycle(heads: list[int]) -> bool:
    met = [0] * (len(heads) + 1)
    for start in range(1, len(heads) + 1):
        at = start
        while at and not met[at]:
            met[at] = start
            at = heads[at - 1]
        if at and met[at] == start:
            return True
    return False


class _Arborescence:
    """The search: a path grows from head to head; where it bites its tail, the ring becomes one node.

    Nodes 0 to n - 1 are the words, those after them are rings. A node's row holds, for each head outside it, what
    the best way in from there costs against the ring's own heads, and `enters` the word that this way goes to.
    """

    def __init__(self, scores: Doubles) -> None:
        n = len(scores)
        self._size = n
        self._rows: list[Doubles] = list(scores)
        self._enters: list[Ints] = [np.full(n + 1, i) for i in range(n)]
        self._node_of = np.arange(-1, n)  # the outermost node that holds a head; -1 is the root
        self._above = [-1] * n  # the ring that a node is part of
        self._rings: list[list[int]] = [[] for _ in range(n)]
        self._chosen = [-1] * n
        self._done = [False] * n

    def heads(self) -> list[int]:
        """The best heads of all words."""
        for word in range(self._size):
            node = int(self._node_of[word + 1])
            if not self._done[node]:
                self._grow(node)
        return self._opened()

    def _grow(self, node: int) -> None:
        path = [node]
        while True:
            node = path[-1]
            self._chosen[node] = int(self._rows[node].argmax())
            above = int(self._node_of[self._chosen[node]])
            if above < 0 or self._done[above]:
                break
            if above in path:  # compared with the sums over rows that come with it, the look-up is cheap
                at = path.index(above)
                path[at:] = [self._contract(path[at:])]
            else:
                path.append(above)
        for node in path:
            self._done[node] = True

    def _contract(self, ring: list[int]) -> int:
        new = len(self._rows)
        gains = np.stack([self._rows[k] - self._rows[k][self._chosen[k]] for k in ring])
        best = gains.argmax(axis=0)
        columns = np.arange(gains.shape[1])
        row: Doubles = gains[best, columns]
        inside = np.isin(self._node_of, ring)
        row[inside] = -np.inf
        self._node_of[inside] = new
        self._rows.append(row)
        self._enters.append(np.stack([self._enters[k] for k in ring])[best, columns])
        for k in ring:
            self._above[k] = new
        self._above.append(-1)
        self._rings.append(ring)
        self._chosen.append(-1)
        self._done.append(False)
        return new

    def _opened(self) -> list[int]:
        """The heads of the words: a ring's way in replaces one choice in it, the others stand."""
        heads = [0] * self._size
        queue = [k for k, above in enumerate(self._above) if above < 0]
        while queue:
            node = queue.pop()
            head = self._chosen[node]
            word = int(self._enters[node][head])
            heads[word] = head
            part = word
            while part != node:
                ring = self._above[part]
                queue.extend(k for k in self._rings[ring] if k != part)
                part = ring
        return heads
