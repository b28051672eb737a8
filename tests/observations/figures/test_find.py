"""Quantities between parties, on hand-written trees whose names stand for the parties given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from chancery.errors import DataError
from chancery.grammar.conllu import parsed_from
from chancery.lexicon.figures import english_figures, load_figures
from chancery.lexicon.load import Lexicon, load_lexicon
from chancery.lexicon.numbers import english_numbers
from chancery.mentions.times.find import find_times
from chancery.mentions.types import Marked, Party, Place
from chancery.observations.figures.find import find_figures
from chancery.observations.figures.quantities import quantities
from chancery.observations.types import Figure

PERU = Party(1, "country", "Peru", "PER")
CHILE = Party(2, "country", "Chile", "CHL")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def marked(conllu: str, named: Mapping[str, tuple[Party, ...]]) -> Marked:
    parsed = parsed_from(conllu, published="2019-04-26")
    heads = {t.i: named[t.text] for t in parsed.tokens if t.text in named}
    return Marked(parsed, (PERU, CHILE), (), heads, find_times(parsed), ())


NAMES = {"Peru": (PERU,), "Chile": (CHILE,), "Chilean": (CHILE,), "countries": (PERU, CHILE)}


def rows(found: list[Figure]) -> list[tuple[str, float, str, str, tuple[str, ...], str | None]]:
    return [(f.what, f.value, f.unit, f.bound, f.between, f.period) for f in found]


TRADE = """
1  Bilateral bilateral ADJ   _  _             2   amod       _  _
2  trade     trade     NOUN  _  _             6   nsubj      _  _
3  between   between   ADP   _  _             4   case       _  _
4  countries country   NOUN  _  Number=Plur   2   nmod       _  _
5  was       be        AUX   _  _             6   cop        _  _
6  modest    modest    ADJ   _  _             0   root       _  _
7  at        at        ADP   _  _             9   case       _  _
8  around    around    ADP   _  _             10  advmod     _  _
9  $         $         SYM   _  _             6   obl        _  _
10 34        34        NUM   _  _             9   nummod     _  SpaceAfter=No
11 m         m         NUM   _  _             9   nummod     _  _
12 last      last      ADJ   _  _             13  amod       _  _
13 year      year      NOUN  _  _             6   obl:tmod   _  _
"""


def test_trade_between_two_countries_last_year(lexicon: Lexicon) -> None:
    sentence = marked(TRADE.replace("11 m         m", "11 million   million"), NAMES)
    assert rows(find_figures(sentence, lexicon)) == [("bilateral trade", 34e6, "USD", "about", ("PER", "CHL"), "2018")]


PACKAGE = """
1  Peru      Peru      PROPN _  _             2   nsubj      _  _
2  promised  promise   VERB  _  Tense=Past|VerbForm=Fin  0  root  _  _
3  Chile     Chile     PROPN _  _             2   iobj       _  _
4  a         a         DET   _  _             12  det        _  _
5  €         €         SYM   _  _             {sum} nmod     _  _
6  50bn      50bn      NUM   _  _             5   nummod     _  _
7  (         (         PUNCT _  _             8   punct      _  _
8  $         $         SYM   _  _             12  appos      _  _
9  54bn      54bn      NUM   _  _             8   nummod     _  _
10 )         )         PUNCT _  _             8   punct      _  _
11 aid       aid       NOUN  _  _             12  compound   _  _
12 package   package   NOUN  _  _             2   obj        _  _
"""


@pytest.mark.parametrize("hung_on", [2, 12])
def test_a_sum_is_of_the_noun_whose_article_it_stands_behind(lexicon: Lexicon, hung_on: int) -> None:
    found = rows(find_figures(marked(PACKAGE.format(sum=hung_on), NAMES), lexicon))
    assert found == [("aid package", 50e9, "EUR", "exact", ("PER", "CHL"), None)]


EXPELLED = """
1  Peru      Peru      PROPN _  _             3   nsubj      _  _
2  has       have      AUX   _  _             3   aux        _  _
3  {form}  {verb}    VERB  _  Tense=Past|VerbForm=Part  0  root  _  _
4  two       two       NUM   _  _             5   compound   _  _
5  dozen     dozen     NUM   _  _             7   nummod     _  _
6  Chilean   chilean   ADJ   _  _             7   amod       _  _
7  diplomats diplomat  NOUN  _  Number=Plur   3   obj        _  _
8  on        on        ADP   _  _             9   case       _  _
9  Tuesday   Tuesday   PROPN _  _             3   obl        _  _
"""


def test_people_expelled(lexicon: Lexicon) -> None:
    sentence = marked(EXPELLED.format(form="expelled", verb="expel"), NAMES)
    expected = [("diplomats expelled", 24, "people", "exact", ("PER", "CHL"), "2019-04-23")]
    assert rows(find_figures(sentence, lexicon)) == expected


def test_casualties_and_other_acts_are_no_figures(lexicon: Lexicon) -> None:
    for form, verb in (("killed", "kill"), ("praised", "praise")):
        assert find_figures(marked(EXPELLED.format(form=form, verb=verb), NAMES), lexicon) == []


def test_a_figure_needs_its_parties(lexicon: Lexicon) -> None:
    assert find_figures(marked(EXPELLED.format(form="expelled", verb="expel"), {"Peru": (PERU,)}), lexicon) == []


TROOPS = """
1  Peru      Peru      PROPN _  _             6   nsubj      _  _
2  ,         ,         PUNCT _  _             4   punct      _  _
3  which     which     PRON  _  _             4   nsubj      _  _
4  has       have      VERB  _  Tense=Pres|VerbForm=Fin  1  acl:relcl  _  _
5  ,         ,         PUNCT _  _             4   punct      _  _
6  keeps     keep      VERB  _  Tense=Pres|VerbForm=Fin  0  root  _  _
7  more      more      ADJ   _  _             9   advmod     _  _
8  than      than      ADP   _  _             7   fixed      _  _
9  1,400     1,400     NUM   _  _             10  nummod     _  _
10 troops    troops    NOUN  _  Number=Plur   6   obj        _  _
11 in        in        ADP   _  _             12  case       _  _
12 Chile     Chile     PROPN _  _             6   obl        _  _
"""


def test_troops_kept_abroad(lexicon: Lexicon) -> None:
    sentence = marked(TROOPS, NAMES)
    expected = [("troops stationed", 1400, "people", "at least", ("PER", "CHL"), None)]
    assert rows(find_figures(sentence, lexicon)) == expected


PLEDGED = """
1  Peru      Peru      PROPN _  _             2   nsubj      _  _
2  offered   offer     VERB  _  Tense=Past|VerbForm=Fin  0  root  _  _
3  up        up        ADP   _  _             6   advmod     _  _
4  to        to        ADP   _  _             3   fixed      _  _
5  3         3         NUM   _  _             6   nummod     _  _
6  billion   billion   NUM   _  _             7   nummod     _  _
7  euros     euro      NOUN  _  Number=Plur   2   obj        _  _
8  (         (         PUNCT _  _             9   punct      _  _
9  $         $         SYM   _  _             7   appos      _  _
10 3.4       3.4       NUM   _  _             9   nummod     _  _
11 billion   billion   NUM   _  _             9   nummod     _  _
12 )         )         PUNCT _  _             9   punct      _  _
13 in        in        ADP   _  _             14  case       _  _
14 aid       aid       NOUN  _  _             7   nmod       _  _
15 to        to        ADP   _  _             16  case       _  _
16 Chile     Chile     PROPN _  _             2   obl        _  _
"""


def test_a_sum_told_in_two_moneys_counts_once(lexicon: Lexicon) -> None:
    sentence = marked(PLEDGED, NAMES)
    assert rows(find_figures(sentence, lexicon)) == [("aid", 3e9, "EUR", "at most", ("PER", "CHL"), None)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("about 25 percent", 25, "percent", "about"),
        ("€ 50bn", 50e9, "EUR", "exact"),
        ("5 million pounds", 5e6, "GBP", "exact"),
        ("at least 200 Canadian dollars", 200, "CAD", "at least"),
        ("50,000 tonnes of rice", 50_000, "tonnes", "exact"),
        ("60 of its U.S. embassy staff", 60, "people", "exact"),
        ("100,000 ethnic Hungarians", 100_000, "people", "exact"),
        ("half a million refugees", 500_000, "people", "exact"),
        ("$ 5 - million", 5e6, "USD", "exact"),
        ("about 36 fighter jets", 36, "jets", "about"),
        ("12 howitzer systems", 12, "howitzers", "exact"),
    ],
)
def test_quantities(text: str, value: float, unit: str, bound: str) -> None:
    words = text.split()
    upos = {"of": "ADP", "its": "PRON", "ethnic": "ADJ", "at": "ADP", "about": "ADV"}
    lines = ["1 _ _ X _ _ 0 root _ _"]
    lines += [f"{i} {w} {w} {upos.get(w, 'NOUN')} _ _ 1 dep _ _" for i, w in enumerate(words, start=2)]
    parsed = parsed_from("\n".join(lines))
    (found,) = quantities(parsed, parsed.sentences[0], english_figures(), english_numbers())
    assert (found.value, found.unit, found.bound) == (value, unit, bound)


@pytest.mark.parametrize("text", ["three times more diplomats", "in 2013 diplomats", "9 / 11 families"])
def test_numbers_that_count_nobody(text: str) -> None:
    words = text.split()
    upos = {"in": "ADP", "/": "PUNCT", "more": "ADJ"}
    lines = ["1 _ _ X _ _ 0 root _ _"]
    lines += [f"{i} {w} {w} {upos.get(w, 'NOUN')} _ _ 1 dep _ _" for i, w in enumerate(words, start=2)]
    parsed = parsed_from("\n".join(lines))
    assert [q.unit for q in quantities(parsed, parsed.sentences[0], english_figures(), english_numbers())] == []


PLACED = """
1  Peru      Peru      PROPN _  _             2   nsubj      _  _
2  praised   praise    VERB  _  Tense=Past|VerbForm=Fin  0  root  _  _
3  30,000    30,000    NUM   _  _             5   nummod     _  _
4  Chilean   chilean   ADJ   _  _             5   amod       _  _
5  {people}  {people}  NOUN  _  Number=Plur   2   obj        _  _
6  now       now       ADV   _  _             8   advmod     _  _
7  in        in        ADP   _  _             8   case       _  _
8  Cuzco     Cuzco     PROPN _  _             5   nmod       _  _
"""


@pytest.mark.parametrize(("people", "what"), [("troops", "troops stationed"), ("workers", "workers in Cuzco")])
def test_people_of_one_state_in_another(lexicon: Lexicon, people: str, what: str) -> None:
    sentence = marked(PLACED.format(people=people), NAMES)
    place = Place("Cuzco", "PER", 7, 7, 8)
    found = find_figures(replace(sentence, places=(place,)), lexicon)
    assert rows(found) == [(what, 30_000, "people", "exact", ("CHL", "PER"), None)]


DECIDED = """
1  Peru      Peru      PROPN _  _             2   nsubj      _  _
2  announced announce  VERB  _  Tense=Past|VerbForm=Fin  0  root  _  _
3  on        on        ADP   _  _             4   case       _  _
4  Tuesday   Tuesday   PROPN _  _             2   obl        _  _
5  that      that      SCONJ _  _             8   mark       _  _
6  it        it        PRON  _  _             8   nsubj      _  _
7  would     would     AUX   _  _             8   aux        _  _
8  sell      sell      VERB  _  VerbForm=Inf  2   ccomp      _  _
9  Chile     Chile     PROPN _  _             8   iobj       _  _
10 12        12        NUM   _  _             11  nummod     _  _
11 howitzers howitzer  NOUN  _  Number=Plur   8   obj        _  _
12 for       for       ADP   _  _             13  case       _  _
13 $         $         SYM   _  _             8   obl        _  _
14 3         3         NUM   _  _             15  compound   _  _
15 million   million   NUM   _  _             13  nummod     _  _
"""


def test_goods_their_price_and_the_day_of_the_decision(lexicon: Lexicon) -> None:
    assert rows(find_figures(marked(DECIDED, NAMES), lexicon)) == [
        ("howitzers sold", 12, "howitzers", "exact", ("PER", "CHL"), "2019-04-23"),
        ("howitzers sold", 3e6, "USD", "exact", ("PER", "CHL"), "2019-04-23"),
    ]


AGAIN = (
    EXPELLED.format(form="expelled", verb="expel").rstrip()
    + """
10 .         .         PUNCT _  _             3   punct      _  _

1  Chile     Chile     PROPN _  _             2   nsubj      _  _
2  expelled  expel     VERB  _  Tense=Past|VerbForm=Fin  0  root  _  _
3  the       the       DET   _  _             5   det        _  _
4  same      same      ADJ   _  _             5   amod       _  _
5  number    number    NOUN  _  _             2   obj        _  _
6  of        of        ADP   _  _             8   case       _  _
7  Peru      Peru      PROPN _  _             8   compound   _  _
8  diplomats diplomat  NOUN  _  Number=Plur   5   nmod       _  _
"""
)


def test_the_same_number(lexicon: Lexicon) -> None:
    found = rows(find_figures(marked(AGAIN, NAMES), lexicon))
    assert [row[:2] for row in found] == [("diplomats expelled", 24), ("diplomats expelled", 24)]


def test_a_bad_row_is_named(tmp_path: Path) -> None:
    (tmp_path / "units.tsv").write_text("word\tunit\tweak\n$\tUSD\t\n", "utf-8")
    (tmp_path / "figures.tsv").write_text("kind\tword\tvalue\nbound\tperhaps\tmaybe\n", "utf-8")
    with pytest.raises(DataError, match=r"figures\.tsv:2"):
        load_figures(tmp_path)
