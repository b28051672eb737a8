"""What reading needs: a parser and the word lists, loaded once and used for every report."""

from __future__ import annotations

from dataclasses import dataclass

from chancery.grammar.others import named_reader
from chancery.grammar.reader import load_reader
from chancery.grammar.types import Reader
from chancery.lexicon.load import Lexicon, load_lexicon
from chancery.settings import SHIPPED, Own


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


def load_kit(own: Own = SHIPPED) -> Kit:
    """The parser and word lists, as shipped but for what a user puts in their place.

    Raises:
        DataError: where one of the user's files has not the form it should have, or a pipeline cannot be loaded.
    """
    reader = named_reader(own.pipeline) if own.pipeline else load_reader()
    return Kit(reader, load_lexicon(own.rules, own.policy))
