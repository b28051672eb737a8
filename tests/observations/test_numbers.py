"""Ordinals and counts on hand-written trees."""

from __future__ import annotations

from chancery.grammar.conllu import parsed_from
from chancery.grammar.types import Parsed, Token
from chancery.observations.numbers import count_before, ordinal_of, times_of


def the(parsed: Parsed, word: str) -> Token:
    return next(t for t in parsed.tokens if t.text == word)


THIRD_ROUND = """
1  They      they      PRON  _  _             2   nsubj      _  _
2  opened    open      VERB  _  _             0   root       _  _
3  a         a         DET   _  _             7   det        _  _
4  twenty    twenty    NUM   _  NumType=Card  6   nummod     _  _
5  -         -         PUNCT _  _             6   punct      _  _
6  third     third     ADJ   _  NumType=Ord   7   amod       _  _
7  round     round     NOUN  _  _             2   obj        _  _
8  of        of        ADP   _  _             9   case       _  _
9  talks     talk      NOUN  _  _             7   nmod       _  _
"""


def test_an_ordinal_of_a_round_is_one_of_its_talks() -> None:
    parsed = parsed_from(THIRD_ROUND)
    assert ordinal_of(parsed, the(parsed, "round")) == 23
    assert ordinal_of(parsed, the(parsed, "talks")) == 23
    assert ordinal_of(parsed, the(parsed, "opened")) is None


FIRST_TIME = """
1  They      they      PRON  _  _             2   nsubj      _  _
2  met       meet      VERB  _  _             0   root       _  _
3  for       for       ADP   _  _             6   case       _  _
4  the       the       DET   _  _             6   det        _  _
5  14th      14th      ADJ   _  NumType=Ord   6   amod       _  _
6  time      time      NOUN  _  _             2   obl        _  _
7  after     after     ADP   _  _             9   case       _  _
8  two       two       NUM   _  _             9   nummod     _  _
9  visits    visit     NOUN  _  Number=Plur   2   obl        _  _
"""


def test_for_the_nth_time() -> None:
    parsed = parsed_from(FIRST_TIME)
    assert ordinal_of(parsed, the(parsed, "met")) == 14
    assert count_before(parsed, the(parsed, "visits")) == 2
    assert ordinal_of(parsed, the(parsed, "visits")) is None


NTH_TIME_THEY_MET = """
1  It        it        PRON  _  _             5   nsubj      _  _
2  was       be        AUX   _  _             5   cop        _  _
3  the       the       DET   _  _             5   det        _  _
4  second    second    ADJ   _  NumType=Ord   5   amod       _  _
5  time      time      NOUN  _  _             0   root       _  _
6  they      they      PRON  _  _             7   nsubj      _  _
7  met       meet      VERB  _  _             5   acl:relcl  _  _
"""


def test_the_nth_time_that() -> None:
    parsed = parsed_from(NTH_TIME_THEY_MET)
    assert ordinal_of(parsed, the(parsed, "met")) == 2


TWICE = """
1  He        he        PRON  _  _             2   nsubj      _  _
2  came      come      VERB  _  _             0   root       _  _
3  twice     twice     ADV   _  _             2   advmod     _  _
4  and       and       CCONJ _  _             6   cc         _  _
5  they      they      PRON  _  _             6   nsubj      _  _
6  spoke     speak     VERB  _  _             2   conj       _  _
7  a         a         DET   _  _             8   det        _  _
8  dozen     dozen     NUM   _  _             9   nummod     _  _
9  times     time      NOUN  _  Number=Plur   6   obl:tmod   _  _
"""


def test_so_many_times() -> None:
    parsed = parsed_from(TWICE)
    assert times_of(parsed, the(parsed, "came")) == 2
    assert times_of(parsed, the(parsed, "spoke")) == 12
    assert ordinal_of(parsed, the(parsed, "came")) is None


FIRST_MET = """
1  They      they      PRON  _  _             3   nsubj      _  _
2  first     first     ADV   _  _             3   advmod     _  _
3  met       meet      VERB  _  _             0   root       _  _
4  last      last      ADJ   _  _             5   amod       _  _
5  spring    spring    NOUN  _  _             3   obl:tmod   _  _
"""


def test_first_met_is_a_first_meeting() -> None:
    parsed = parsed_from(FIRST_MET)
    assert ordinal_of(parsed, the(parsed, "met")) == 1
