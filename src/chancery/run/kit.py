"""What reading needs: a parser and the word lists, loaded once and used for every report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from chancery.grammar.reader import load_reader
from chancery.grammar.types import Reader
from chancery.lexicon.load import Lexicon, load_lexicon


@dataclass(frozen=True, slots=True)
class Kit:
    """A parser and the word lists.

    Attributes:
        reader: ours (`load_reader`), or anything that keeps the `Reader` protocol: a spaCy or Stanza pipeline
            with Universal Dependencies labels, wrapped.
        lexicon: the word lists and rules.
    """

    reader: Reader
    lexicon: Lexicon


def load_kit(rules: Path | None = None, policy: Path | None = None) -> Kit:
    """The shipped parser and word lists.

    Args:
        rules: a file of event rules that are added to ours, or take the place of those with the same key.
        policy: a file that says under which code disputed states, places and capitals are filed.

    Raises:
        DataError: where one of the files has not the form it should have.
    """
    return Kit(load_reader(), load_lexicon(rules, policy))
