"""Counts that a report claims, on hand-written trees whose names stand for the parties given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from chancery.grammar.conllu import parsed_from
from chancery.lexicon.load import Lexicon, load_lexicon
from chancery.mentions.times.find import find_times
from chancery.mentions.types import Marked, Party, Place
from chancery.observations.tallies.find import find_tallies
from chancery.observations.types import Meeting, Participant, Tally

KIM = Party(1, "person", "Kim Jong-un", "PRK")
XI = Party(2, "person", "Xi Jinping", "CHN")
MOON = Party(3, "person", "Moon Jae-in", "KOR")
SEOUL = Party(4, "country", "South Korea", "KOR")
ABE = Party(5, "person", "Shinzo Abe", "JPN")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def marked(conllu: str, named: Mapping[str, tuple[Party, ...]], places: tuple[str, ...] = ()) -> Marked:
    parsed = parsed_from(conllu, published="2019-04-26")
    heads = {t.i: named[t.text] for t in parsed.tokens if t.text in named}
    found = tuple(Place(t.text, None, t.i, t.i, t.i + 1) for t in parsed.tokens if t.text in places)
    everybody = tuple(dict.fromkeys(p for group in named.values() for p in group))
    return Marked(parsed, everybody, (), heads, find_times(parsed), found)


def rows(found: list[Tally]) -> list[tuple[str, str, str, int, str | None, str | None]]:
    return [(t.subject, t.object, t.what, t.count, t.since, t.until) for t in found]


LIST = """
1  Since     since     ADP   _  _             2   case       _  _
2  March     March     PROPN _  _             6   obl        _  _
3  2018      2018      NUM   _  _             2   nummod     _  _
4  Kim       Kim       PROPN _  _             6   nsubj      _  _
5  has       have      AUX   _  _             6   aux        _  _
6  held      hold      VERB  _  Tense=Past|VerbForm=Part  0   root   _  _
7  four      four      NUM   _  _             8   nummod     _  _
8  meetings  meeting   NOUN  _  Number=Plur   6   obj        _  _
9  with      with      ADP   _  _             10  case       _  _
10 Xi        Xi        PROPN _  _             {xi}   {xirel}  _  _
11 ,         ,         PUNCT _  _             12  punct      _  _
12 three     three     NUM   _  _             10  conj       _  _
13 with      with      ADP   _  _             16  case       _  _
14 Seoul     Seoul     PROPN _  _             16  nmod:poss  _  _
15 's        's        PART  _  _             14  case       _  _
16 Moon      Moon      PROPN _  _             12  nmod       _  _
17 and       and       CCONJ _  _             18  cc         _  _
18 one       one       NUM   _  _             10  conj       _  _
19 with      with      ADP   _  _             20  case       _  _
20 Abe       Abe       PROPN _  _             18  nmod       _  _
"""
NAMES = {"Kim": (KIM,), "Xi": (XI,), "Moon": (MOON,), "Seoul": (SEOUL,), "Abe": (ABE,)}


@pytest.mark.parametrize(("xi", "rel"), [("8", "nmod"), ("6", "obl")])
def test_a_list_with_its_noun_left_out(lexicon: Lexicon, xi: str, rel: str) -> None:
    sentence = marked(LIST.format(xi=xi, xirel=rel), NAMES)
    assert rows(find_tallies(sentence, lexicon, [])) == [
        ("Kim Jong-un", "Xi Jinping", "meeting", 4, "2018-03", None),
        ("Kim Jong-un", "Moon Jae-in", "meeting", 3, "2018-03", None),
        ("Kim Jong-un", "Shinzo Abe", "meeting", 1, "2018-03", None),
    ]


THIRD = """
1  Kim       Kim       PROPN _  _             4   nsubj      _  _
2  and       and       CCONJ _  _             3   cc         _  _
3  Xi        Xi        PROPN _  _             1   conj       _  _
4  opened    open      VERB  _  Tense=Past|VerbForm=Fin  0  root  _  _
5  their     they      PRON  _  Poss=Yes      7   nmod:poss  _  _
6  third     third     ADJ   _  NumType=Ord   7   amod       _  _
7  summit    summit    NOUN  _  _             4   obj        _  _
"""


def test_their_third_summit(lexicon: Lexicon) -> None:
    sentence = marked(THIRD, {**NAMES, "their": (KIM, XI)})
    (tally,) = find_tallies(sentence, lexicon, [])
    assert rows([tally]) == [("Kim Jong-un", "Xi Jinping", "meeting", 3, None, None)]
    text = sentence.parsed.article.text
    assert text[slice(*tally.span)] == tally.evidence


FIRST_VISIT = """
1  It        it        PRON  _  _             5   nsubj      _  _
2  was       be        AUX   _  _             5   cop        _  _
3  his       he        PRON  _  Poss=Yes      5   nmod:poss  _  _
4  first     first     ADJ   _  NumType=Ord   5   amod       _  _
5  visit     visit     NOUN  _  _             0   root       _  _
6  to        to        ADP   _  _             7   case       _  _
7  Hanoi     Hanoi     PROPN _  _             5   nmod       _  _
8  in        in        ADP   _  _             10  case       _  _
9  12        12        NUM   _  _             10  nummod     _  _
10 years     year      NOUN  _  Number=Plur   5   nmod       _  _
"""


def test_first_visit_in_so_many_years(lexicon: Lexicon) -> None:
    sentence = marked(FIRST_VISIT, {"his": (KIM,)}, places=("Hanoi",))
    assert rows(find_tallies(sentence, lexicon, [])) == [("Kim Jong-un", "Hanoi", "visit", 1, "2007", None)]


TIMES = """
1  Last      last      ADJ   _  _             2   amod       _  _
2  year      year      NOUN  _  _             4   obl:tmod   _  _
3  Kim       Kim       PROPN _  _             4   nsubj      _  _
4  travelled travel    VERB  _  Tense=Past|VerbForm=Fin  0  root  _  _
5  to        to        ADP   _  _             6   case       _  _
6  Dalian    Dalian    PROPN _  _             4   obl        _  _
7  twice     twice     ADV   _  _             4   advmod     _  _
{purpose}
"""
PURPOSE = """8  to        to        PART  _  _             9   mark       _  _
9  meet      meet      VERB  _  VerbForm=Inf  4   advcl      _  _
10 Xi        Xi        PROPN _  _             9   obj        _  _"""


def test_so_many_times_in_a_stretch(lexicon: Lexicon) -> None:
    sentence = marked(TIMES.format(purpose=""), NAMES, places=("Dalian",))
    assert rows(find_tallies(sentence, lexicon, [])) == [("Kim Jong-un", "Dalian", "visit", 2, "2018", "2018")]
    sentence = marked(TIMES.format(purpose=PURPOSE), NAMES, places=("Dalian",))
    assert rows(find_tallies(sentence, lexicon, [])) == [("Kim Jong-un", "Xi Jinping", "visit", 2, "2018", "2018")]


ONCE = """8  and       and       CCONJ _  _             9   cc         _  _
9  Hanoi     Hanoi     PROPN _  _             6   conj       _  _
10 once      once      ADV   _  _             9   advmod     _  _"""


def test_a_list_with_its_verb_left_out(lexicon: Lexicon) -> None:
    sentence = marked(TIMES.format(purpose=ONCE), NAMES, places=("Dalian", "Hanoi"))
    assert rows(find_tallies(sentence, lexicon, [])) == [
        ("Kim Jong-un", "Dalian", "visit", 2, "2018", "2018"),
        ("Kim Jong-un", "Hanoi", "visit", 1, "2018", "2018"),
    ]


FIRST_LEADER = """
1  Abe       Abe       PROPN _  _             6   nsubj      _  _
2  was       be        AUX   _  _             6   cop        _  _
3  the       the       DET   _  _             6   det        _  _
4  first     first     ADJ   _  NumType=Ord   6   amod       _  _
5  G7        G7        PROPN _  _             6   compound   _  _
6  leader    leader    NOUN  _  _             0   root       _  _
7  to        to        PART  _  _             8   mark       _  _
8  visit     visit     VERB  _  VerbForm=Inf  6   acl        _  _
9  Hanoi     Hanoi     PROPN _  _             8   obj        _  _
10 since     since     ADP   _  _             11  case       _  _
11 2005      2005      NUM   _  _             8   obl        _  _
"""


def test_the_first_of_a_class(lexicon: Lexicon) -> None:
    sentence = marked(FIRST_LEADER, NAMES, places=("Hanoi",))
    assert rows(find_tallies(sentence, lexicon, [])) == [("G7 leaders", "Hanoi", "visit", 1, "2005", None)]


PLANS = """
1  Kim       Kim       PROPN _  _             3   nsubj      _  _
2  will      will      AUX   _  _             3   aux        _  _
3  hold      hold      VERB  _  VerbForm=Inf  0   root       _  _
4  two       two       NUM   _  _             5   nummod     _  _
5  meetings  meeting   NOUN  _  Number=Plur   3   obj        _  _
6  with      with      ADP   _  _             7   case       _  _
7  Xi        Xi        PROPN _  _             5   nmod       _  _
"""


def test_a_plan_is_no_count(lexicon: Lexicon) -> None:
    assert find_tallies(marked(PLANS, NAMES), lexicon, []) == []


def test_one_side_alone_is_no_tally(lexicon: Lexicon) -> None:
    assert find_tallies(marked(PLANS.replace("will", "had"), {"Kim": (KIM,)}), lexicon, []) == []


def test_a_meetings_ordinal_is_a_tally_unless_told(lexicon: Lexicon) -> None:
    sides = (Participant("Kim Jong-un", "PRK"), Participant(None, "KOR"))
    sentence = marked(THIRD, {})
    text = sentence.parsed.article.text
    meeting = Meeting(sides, "held", "talks", text, (0, len(text)), "x", ordinal=3)
    sentence = replace(sentence, parties=(SEOUL,))
    expected = [("Kim Jong-un", "South Korea", "meeting", 3, None, None)]
    assert rows(find_tallies(sentence, lexicon, [meeting])) == expected
    assert find_tallies(sentence, lexicon, [replace(meeting, ordinal=4)]) == []
    told = replace(meeting, participants=(sides[0], Participant("Xi Jinping", "CHN")))
    third = marked(THIRD, {**NAMES, "their": (KIM, XI)})
    assert len(find_tallies(third, lexicon, [told])) == 1


PREDICATE = """
1  The       the       DET   _  _             2   det        _  _
2  {noun}    {noun}    NOUN  _  _             6   nsubj      _  _
3  was       be        AUX   _  _             6   cop        _  _
4  {who}     {who}     PROPN _  _             6   {rel}  _  _
5  {case}    {case}    PART  _  _             {casehead}   {caserel}       _  _
6  fourth    fourth    ADJ   _  NumType=Ord   0   root       _  _
7  {link}    {link}    ADP   _  _             8   case       _  _
8  Kim       Kim       PROPN _  _             6   obl        _  _
9  and       and       CCONJ _  _             10  cc         _  _
10 Abe       Abe       PROPN _  _             8   conj       _  _
"""


def test_the_fourth_between_two(lexicon: Lexicon) -> None:
    text = PREDICATE.format(
        noun="meeting", who="surely", rel="advmod", case="the", casehead=6, caserel="det", link="between"
    )
    assert rows(find_tallies(marked(text, NAMES), lexicon, [])) == [
        ("Kim Jong-un", "Shinzo Abe", "meeting", 4, None, None)
    ]


def test_somebodys_fourth(lexicon: Lexicon) -> None:
    text = PREDICATE.format(
        noun="meeting", who="Xi", rel="nmod:poss", case="'s", casehead=4, caserel="case", link="with"
    )
    (tally, *_) = find_tallies(marked(text, NAMES), lexicon, [])
    assert rows([tally])[0][:4] == ("Xi Jinping", "Kim Jong-un", "meeting", 4)


NAMED = """
1  Xi        Xi        PROPN _  _             2   nsubj      _  _
2  {verb}    {lemma}   VERB  _  Tense=Past|VerbForm=Fin  0  root  _  _
3  the       the       DET   _  _             9   det        _  _
4  second    second    ADJ   _  NumType=Ord   9   amod       _  _
5  {one}     {one}     PROPN _  _             9   compound   _  _
6  -         -         PUNCT _  _             7   punct      _  _
7  {two}     {two}     PROPN _  _             9   compound   _  _
8  Strategic strategic ADJ   _  _             9   amod       _  _
9  Dialogue  dialogue  NOUN  _  _             2   obj        _  _
10 with      with      ADP   _  _             11  case       _  _
11 Moon      Moon      PROPN _  _             9   nmod       _  _
"""


def test_two_sides_in_the_name_of_an_encounter(lexicon: Lexicon) -> None:
    sentence = marked(NAMED.format(verb="praised", lemma="praise", one="Seoul", two="Abe"), NAMES)
    assert rows(find_tallies(sentence, lexicon, [])) == [("South Korea", "Shinzo Abe", "meeting", 2, None, None)]


def test_a_named_series_is_no_count_of_those_who_came(lexicon: Lexicon) -> None:
    sentence = marked(NAMED.format(verb="attended", lemma="attend", one="Gulf", two="Sahel"), NAMES)
    assert find_tallies(sentence, lexicon, []) == []


WISHED = """
1  Kim       Kim       PROPN _  _             2   nsubj      _  _
2  {verb}    {lemma}   VERB  _  Tense=Past|VerbForm=Fin  0  root  _  _
3  a         a         DET   _  _             5   det        _  _
4  second    second    ADJ   _  NumType=Ord   5   amod       _  _
5  meeting   meeting   NOUN  _  _             2   obj        _  _
6  with      with      ADP   _  _             7   case       _  _
7  Xi        Xi        PROPN _  _             5   nmod       _  _
"""


def test_what_is_only_wanted_is_not_counted(lexicon: Lexicon) -> None:
    assert find_tallies(marked(WISHED.format(verb="wanted", lemma="want"), NAMES), lexicon, []) == []
    assert len(find_tallies(marked(WISHED.format(verb="held", lemma="hold"), NAMES), lexicon, [])) == 1


ENTERED = """
1  Kim       Kim       PROPN _  _             2   nsubj      _  _
2  became    become    VERB  _  Tense=Past|VerbForm=Fin  0  root  _  _
3  the       the       DET   _  _             5   det        _  _
4  first     first     ADJ   _  NumType=Ord   5   amod       _  _
5  leader    leader    NOUN  _  _             2   xcomp      _  _
6  of        of        ADP   _  _             8   case       _  _
7  the       the       DET   _  _             8   det        _  _
8  North     North     PROPN _  _             5   nmod       _  _
9  to        to        PART  _  _             10  mark       _  _
10 set       set       VERB  _  VerbForm=Inf  2   advcl      _  _
11 foot      foot      NOUN  _  _             10  obj        _  _
12 in        in        ADP   _  _             13  case       _  _
13 Hanoi     Hanoi     PROPN _  _             10  obl        _  _
"""


def test_the_first_to_set_foot(lexicon: Lexicon) -> None:
    sentence = marked(ENTERED, NAMES, places=("Hanoi",))
    assert rows(find_tallies(sentence, lexicon, [])) == [("leaders of the North", "Hanoi", "visit", 1, None, None)]
