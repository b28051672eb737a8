"""Which time an act has, on hand-written trees."""

from __future__ import annotations

from chancery.grammar.conllu import parsed_from
from chancery.grammar.types import Token
from chancery.mentions.times.find import find_times, time_of, window_of
from chancery.mentions.types import Marked


def marked(conllu: str, published: str = "2019-04-26") -> Marked:
    parsed = parsed_from(conllu, published=published)
    return Marked(parsed, (), (), {}, find_times(parsed), ())


def start(sentence: Marked, word: str) -> str | None:
    when = time_of(sentence, the(sentence, word))
    return when.start if when else None


def the(sentence: Marked, word: str) -> Token:
    return next(t for t in sentence.parsed.tokens if t.text == word)


SAID_ON_WEDNESDAY = """
1  The       the       DET    _  _                     2   det        _  _
2  envoy     envoy     NOUN   _  _                     3   nsubj      _  _
3  said      say       VERB   _  Tense=Past|VerbForm=Fin  0   root    _  _
4  on        on        ADP    _  _                     5   case       _  _
5  Wednesday Wednesday PROPN  _  _                     3   obl        _  _
6  that      that      SCONJ  _  _                     11  mark       _  _
7  the       the       DET    _  _                     8   det        _  _
8  talks     talk      NOUN   _  Number=Plur           11  nsubj      _  _
9  in        in        ADP    _  _                     10  case       _  _
10 March     March     PROPN  _  _                     8   nmod       _  _
11 failed    fail      VERB   _  Tense=Past|VerbForm=Fin  3   ccomp   _  _
"""


def test_saying_and_said_keep_their_own_times() -> None:
    sentence = marked(SAID_ON_WEDNESDAY)
    assert start(sentence, "said") == "2019-04-24"
    assert start(sentence, "talks") == "2019-03"
    assert start(sentence, "failed") is None


HELD = """
1  They      they      PRON   _  _                     2   nsubj      _  _
2  held      hold      VERB   _  Tense=Past|VerbForm=Fin  0   root    _  _
3  talks     talk      NOUN   _  Number=Plur           2   obj        _  _
4  in        in        ADP    _  _                     5   case       _  _
5  Rabat     Rabat     PROPN  _  _                     2   obl        _  _
6  on        on        ADP    _  _                     7   case       _  _
7  Tuesday   Tuesday   PROPN  _  _                     {head}   {rel}  _  _
8  before    before    ADP    _  _                     9   case       _  _
9  Friday    Friday    PROPN  _  _                     2   obl        _  _
"""


def test_a_light_verb_and_its_noun_share_their_time_wherever_it_hangs() -> None:
    for head, rel in (("2", "obl"), ("3", "nmod"), ("5", "nmod")):
        sentence = marked(HELD.format(head=head, rel=rel))
        assert start(sentence, "talks") == "2019-04-23"
        assert start(sentence, "held") == "2019-04-23"


CONDEMNED = """
1  Thursday  Thursday  PROPN  _  _                     3   nmod:poss  _  _
2  's        's        PART   _  _                     1   case       _  _
3  strike    strike    NOUN   _  Number=Sing           4   nsubj      _  _
4  followed  follow    VERB   _  Tense=Past|VerbForm=Fin  0   root    _  _
5  a         a         DET    _  _                     6   det        _  _
6  raid      raid      NOUN   _  Number=Sing           4   obj        _  _
7  ,         ,         PUNCT  _  _                     8   punct      _  _
8  wounding  wound     VERB   _  VerbForm=Ger          4   advcl      _  _
9  many      many      ADJ    _  _                     8   obj        _  _
10 after     after     ADP    _  _                     13  case       _  _
11 last      last      ADJ    _  _                     12  amod       _  _
12 year      year      NOUN   _  _                     13  nmod:poss  _  _
13 truce     truce     NOUN   _  _                     4   obl        _  _
"""


def test_a_modifier_dates_its_noun_alone() -> None:
    sentence = marked(CONDEMNED)
    assert start(sentence, "strike") == "2019-04-25"
    assert start(sentence, "truce") == "2018"
    assert start(sentence, "raid") is None
    assert start(sentence, "followed") is None
    assert start(sentence, "wounding") is None


TOLD_ON_TUESDAY = """
1  China     China     PROPN  _  _                     2   nsubj      _  _
2  told      tell      VERB   _  Tense=Past|VerbForm=Fin  0   root    _  _
3  Manila    Manila    PROPN  _  _                     2   obj        _  _
4  on        on        ADP    _  _                     5   case       _  _
5  Tuesday   Tuesday   PROPN  _  _                     8   obl        _  _
6  it        it        PRON   _  _                     8   nsubj      _  _
7  should    should    AUX    _  _                     8   aux        _  _
8  leave     leave     VERB   _  VerbForm=Inf          2   ccomp      _  _
"""


def test_a_time_does_not_cross_into_the_clause_behind_it() -> None:
    sentence = marked(TOLD_ON_TUESDAY)
    assert start(sentence, "told") == "2019-04-23"
    assert start(sentence, "leave") is None


WILL_MEET = """
1  The       the       DET    _  _                     2   det        _  _
2  envoys    envoy     NOUN   _  _                     4   nsubj      _  _
3  will      will      AUX    _  _                     4   aux        _  _
4  travel    travel    VERB   _  VerbForm=Inf          0   root       _  _
5  to        to        PART   _  _                     6   mark       _  _
6  meet      meet      VERB   _  VerbForm=Inf          4   advcl      _  _
7  on        on        ADP    _  _                     8   case       _  _
8  Thursday  Thursday  PROPN  _  _                     6   obl        _  _
9  for       for       ADP    _  _                     10  case       _  _
10 talks     talk      NOUN   _  _                     6   obl        _  _
"""


def test_what_lies_ahead() -> None:
    sentence = marked(WILL_MEET)
    assert start(sentence, "meet") == "2019-05-02"
    assert start(sentence, "talks") == "2019-05-02"
    assert start(sentence, "travel") == "2019-05-02"


SINCE = """
1  Since     since     ADP    _  _                     2   case       _  _
2  March     March     PROPN  _  _                     6   obl        _  _
3  2018      2018      NUM    _  _                     2   nummod     _  _
4  he        he        PRON   _  _                     6   nsubj      _  _
5  has       have      AUX    _  _                     6   aux        _  _
6  held      hold      VERB   _  Tense=Past|VerbForm=Part  0   root   _  _
7  four      four      NUM    _  _                     8   nummod     _  _
8  meetings  meeting   NOUN   _  Number=Plur           6   obj        _  _
"""


def test_an_open_start_is_a_window_and_no_date() -> None:
    sentence = marked(SINCE)
    assert start(sentence, "held") is None
    assert window_of(sentence, the(sentence, "held")) == ("2018-03", None)
    assert window_of(sentence, the(sentence, "meetings")) == ("2018-03", None)


SINCE_CLAUSE = """
1  It        it        PRON   _  _                     5   nsubj      _  _
2  was       be        AUX    _  _                     5   cop        _  _
3  his       he        PRON   _  Poss=Yes              5   nmod:poss  _  _
4  first     first     ADJ    _  NumType=Ord           5   amod       _  _
5  visit     visit     NOUN   _  _                     0   root       _  _
6  since     since     SCONJ  _  _                     9   mark       _  _
7  the       the       DET    _  _                     8   det        _  _
8  war       war       NOUN   _  _                     9   nsubj      _  _
9  began     begin     VERB   _  Tense=Past|VerbForm=Fin  5   advcl   _  _
10 in        in        ADP    _  _                     11  case       _  _
11 February  February  PROPN  _  _                     9   obl        _  _
12 2015      2015      NUM    _  _                     11  nummod     _  _
"""


def test_a_since_clause_opens_a_window_too() -> None:
    sentence = marked(SINCE_CLAUSE)
    assert window_of(sentence, the(sentence, "visit")) == ("2015-02", None)
    assert start(sentence, "war") == "2015-02"
    assert start(sentence, "visit") is None


FOLLOWING = """
1  They      they      PRON   _  _                     2   nsubj      _  _
2  met       meet      VERB   _  Tense=Past|VerbForm=Fin  0   root    _  _
3  ,         ,         PUNCT  _  _                     6   punct      _  _
4  following follow    VERB   _  _                     6   case       _  _
5  a         a         DET    _  _                     6   det        _  _
6  summit    summit    NOUN   _  _                     2   obl        _  _
7  in        in        ADP    _  _                     8   case       _  _
8  Seoul     Seoul     PROPN  _  _                     6   nmod       _  _
9  last      last      ADJ    _  _                     10  amod       _  _
10 week      week      NOUN   _  _                     2   obl        _  _
"""


def test_a_time_told_after_another_act_is_that_acts() -> None:
    sentence = marked(FOLLOWING)
    assert start(sentence, "summit") == "2019-04-15"
    assert start(sentence, "met") is None


PAST_RELATIVE = """
1  They      they      PRON   _  _                     2   nsubj      _  _
2  launched  launch    VERB   _  Tense=Past|VerbForm=Fin  0   root    _  _
3  a         a         DET    _  _                     4   det        _  _
4  rocket    rocket    NOUN   _  _                     2   obj        _  _
5  ,         ,         PUNCT  _  _                     8   punct      _  _
6  which     which     PRON   _  _                     8   obj        _  _
7  Seoul     Seoul     PROPN  _  _                     8   nsubj      _  _
8  fears     fear      VERB   _  Tense=Pres|VerbForm=Fin  4   acl:relcl  _  _
9  ,         ,         PUNCT  _  _                     8   punct      _  _
10 on        on        ADP    _  _                     11  case       _  _
11 Monday    Monday    PROPN  _  _                     8   obl        _  _
"""


def test_a_time_behind_a_closed_relative_clause_is_the_main_verbs() -> None:
    sentence = marked(PAST_RELATIVE)
    assert start(sentence, "launched") == "2019-04-22"
    assert start(sentence, "fears") is None


IN_BEHIND_AN_ACT = """
1  Since     since     ADP    _  _                     3   case       _  _
2  the       the       DET    _  _                     3   det        _  _
3  invasion  invasion  NOUN   _  _                     8   obl        _  _
4  in        in        ADP    _  _                     5   case       _  _
5  2014      2014      NUM    _  _                     8   obl        _  _
6  ,         ,         PUNCT  _  _                     5   punct      _  _
7  they      they      PRON   _  _                     8   nsubj      _  _
8  refused   refuse    VERB   _  Tense=Past|VerbForm=Fin  0   root    _  _
"""


def test_a_year_right_behind_an_act_noun_is_its_own() -> None:
    sentence = marked(IN_BEHIND_AN_ACT)
    assert start(sentence, "invasion") == "2014"
    assert start(sentence, "refused") is None


AFTER_ANOTHER = """
1  They      they      PRON   _  _                     2   nsubj      _  _
2  met       meet      VERB   _  Tense=Past|VerbForm=Fin  0   root    _  _
3  on        on        ADP    _  _                     4   case       _  _
4  Thursday  Thursday  PROPN  _  _                     2   obl        _  _
5  ,         ,         PUNCT  _  _                     2   punct      _  _
6  two       two       NUM    _  _                     7   nummod     _  _
7  days      day       NOUN   _  Number=Plur           11  obl        _  _
8  after     after     SCONJ  _  _                     11  mark       _  _
9  the       the       DET    _  _                     10  det        _  _
10 envoy     envoy     NOUN   _  _                     11  nsubj      _  _
11 left      leave     VERB   _  Tense=Past|VerbForm=Fin  2   advcl   _  _
"""


def test_so_many_days_after_dates_the_other_act() -> None:
    sentence = marked(AFTER_ANOTHER)
    assert start(sentence, "met") == "2019-04-25"
    assert start(sentence, "left") == "2019-04-23"


WHEN = """
1  He        he        PRON   _  _                     2   nsubj      _  _
2  crossed   cross     VERB   _  Tense=Past|VerbForm=Fin  0   root    _  _
3  {prep}    {prep}    ADP    _  _                     4   case       _  _
4  {time}    {time}    PROPN  _  _                     2   obl        _  _
5  {mark}    {mark}    SCONJ  _  _                     7   mark       _  _
6  Kim       Kim       PROPN  _  _                     7   nsubj      _  _
7  called    call      VERB   _  Tense=Past|VerbForm=Fin  2   advcl   _  _
8  and       and       CCONJ  _  _                     10  cc         _  _
9  they      they      PRON   _  _                     10  nsubj      _  _
10 talked    talk      VERB   _  Tense=Past|VerbForm=Fin  2   conj    _  _
"""


def test_a_clause_with_when_and_the_same_two_share_the_time() -> None:
    sentence = marked(WHEN.format(prep="on", time="Tuesday", mark="when"))
    assert start(sentence, "called") == "2019-04-23"
    assert start(sentence, "talked") == "2019-04-23"


def test_what_came_before_shares_no_more_than_the_month() -> None:
    assert start(marked(WHEN.format(prep="on", time="Tuesday", mark="after")), "called") is None
    assert start(marked(WHEN.format(prep="in", time="March", mark="after")), "called") == "2019-03"


SINCE_THE_WAR = """
1  Peru      Peru      PROPN  _  _                     2   nsubj      _  _
2  launched  launch    VERB   _  Tense=Past|VerbForm=Fin  0   root    _  _
3  an        a         DET    _  _                     4   det        _  _
4  invasion  invasion  NOUN   _  _                     2   obj        _  _
5  in        in        ADP    _  _                     6   case       _  _
6  March     March     PROPN  _  _                     2   obl        _  _
7  {year}    {year}    NUM    _  _                     6   nummod     _  _
8  .         .         PUNCT  _  _                     2   punct      _  _

1  It        it        PRON   _  _                     4   nsubj      _  _
2  was       be        AUX    _  _                     4   cop        _  _
3  a         a         DET    _  _                     4   det        _  _
4  visit     visit     NOUN   _  _                     0   root       _  _
5  since     since     SCONJ  _  _                     8   mark       _  _
6  the       the       DET    _  _                     7   det        _  _
7  war       war       NOUN   _  _                     8   nsubj      _  _
8  began     begin     VERB   _  Tense=Past|VerbForm=Fin  4   advcl   _  _
"""


def test_since_the_war_began_as_told_elsewhere() -> None:
    sentence = marked(SINCE_THE_WAR.format(year="2012"))
    assert window_of(sentence, the(sentence, "visit")) == ("2012-03", None)
