"""From scores of name tags to names: the likeliest well-formed row of BIO tags."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

FORBIDDEN = -1e4


class NameTags:
    """Decodes the scores of BIO tags, of which an inside tag must follow its own kind.

    Args:
        tags: the tags by their number; "O" is the first.
    """

    def __init__(self, tags: list[str]) -> None:
        self._moves = np.zeros((len(tags), len(tags)), np.float32)
        for i, before in enumerate(tags):
            for j, after in enumerate(tags):
                if after.startswith("I-") and before[2:] != after[2:]:
                    self._moves[i, j] = FORBIDDEN

    def best(self, scores: Floats) -> list[int]:
        """The numbers of the likeliest well-formed tags of a sentence (Viterbi 1967).

        Args:
            scores: words x tags log-probabilities, of at least one word.
        """
        greedy = scores.argmax(axis=1)
        if not self._moves[np.concatenate(([0], greedy[:-1])), greedy].any():
            return [int(tag) for tag in greedy]
        best = scores[0] + self._moves[0]  # before the sentence stands an "O"
        back = []
        for row in scores[1:]:
            paths = best[:, None] + self._moves
            back.append(paths.argmax(axis=0))
            best = paths.max(axis=0) + row
        tags = [int(best.argmax())]
        for step in reversed(back):
            tags.append(int(step[tags[-1]]))
        return tags[::-1]
