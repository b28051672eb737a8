"""Text in capitals gets its spelling back; nothing else is touched."""

import pytest

from chancery.articles.types import Article
from chancery.grammar.capitals import in_capitals, in_ordinary_type, spellings_from
from chancery.grammar.conllu import parsed_from
from chancery.grammar.reader import EncoderReader, load_reader
from chancery.grammar.types import Parsed

TABLE = spellings_from(["US", "Russian", "McBride", "Karim bin Omar", "Turkey"])

FLASH = """
# newpar
1 RUSSIAN russian ADJ _ _ 2 amod _ _
2 ENVOY envoy NOUN _ _ 4 nsubj _ _
3 MCBRIDE mcbride PROPN _ _ 2 appos _ Name=B-PER
4 TELLS tell VERB _ _ 0 root _ _
5 US we PRON _ _ 4 iobj _ _
6 TALKS talk NOUN _ _ 8 nsubj _ _
7 MAY may AUX _ _ 8 aux _ _
8 RESUME resume VERB _ _ 4 ccomp _ _
9 WITH with ADP _ _ 10 case _ _
10 KIM KIM PROPN _ _ 8 obl _ Name=B-PER
11 JONG JONG PROPN _ _ 10 flat _ Name=I-PER
12 US US PROPN _ _ 10 flat _ Name=I-PER
13 AND and CCONJ _ _ 14 cc _ _
14 KARIM karim PROPN _ _ 10 conj _ Name=B-PER
15 BIN bin PROPN _ _ 14 flat _ Name=I-PER
16 OMAR omar PROPN _ _ 14 flat _ Name=I-PER
17 IN in ADP _ _ 18 case _ _
18 PORVAL porval PROPN _ _ 8 obl _ Name=B-LOC
19 . . PUNCT _ _ 4 punct _ _
"""


def texts(parsed: Parsed) -> str:
    return " ".join(t.text for t in parsed.tokens)


def test_names_words_and_titles_get_their_spelling() -> None:
    found = in_ordinary_type(parsed_from(FLASH), TABLE)
    expected = "Russian envoy McBride tells us talks may resume with Kim Jong Us and Karim bin Omar in Porval ."
    assert texts(found) == expected
    assert [found.tokens[i].lemma for i in (3, 9, 17)] == ["tell", "Kim", "Porval"]


def test_offsets_trees_and_the_article_stay() -> None:
    before = parsed_from(FLASH)
    after = in_ordinary_type(before, TABLE)
    assert after.article == before.article
    assert [(t.start, t.end, t.head, t.deprel) for t in after.tokens] == [
        (t.start, t.end, t.head, t.deprel) for t in before.tokens
    ]


def test_the_reports_own_spelling_comes_first() -> None:
    mixed = (
        "1 Then then ADV _ _ 3 advmod _ _\n2 vanRoy vanRoy PROPN _ _ 3 nsubj _ _\n3 left leave VERB _ _ 0 root _ _\n"
    )
    loud = "1 TALKS talk NOUN _ _ 2 nsubj _ _\n2 FAIL fail VERB _ _ 0 root _ _\n3 VANROY vanroy PROPN _ _ 2 obj _ _\n"
    found = in_ordinary_type(parsed_from(f"{mixed}\n{loud}"), TABLE)
    assert texts(found) == "Then vanRoy left Talks fail vanRoy"


@pytest.mark.parametrize(
    ("words", "loud"),
    [
        ("TALKS FAIL , SAYS LAVROV", True),
        ("TALKS FAIL , SAYS LAVROV TO THE PRESS , McBride", False),
        ("The NATO chief met US and EU envoys", False),
        ("NATO", False),
        ("", False),
    ],
)
def test_what_counts_as_capitals(words: str, loud: bool) -> None:
    assert in_capitals(words.split()) is loud


def test_short_sentences_go_with_their_paragraph() -> None:
    short = "1 NO no INTJ _ _ 2 discourse _ _\n2 DEAL deal NOUN _ _ 0 root _ _\n"
    assert texts(in_ordinary_type(parsed_from(f"{FLASH}\n{short}"), TABLE)).endswith(". No deal")
    assert texts(in_ordinary_type(parsed_from(short), TABLE)) == "NO DEAL"


def test_ordinary_text_is_the_same_object() -> None:
    parsed = parsed_from("1 NATO NATO PROPN _ _ 2 nsubj _ _\n2 agrees agree VERB _ _ 0 root _ _\n")
    assert in_ordinary_type(parsed) is parsed


@pytest.fixture(scope="module")
def reader() -> EncoderReader:
    return load_reader()


@pytest.mark.parametrize(
    ("flash", "expected"),
    [
        ("LAVROV ARRIVES IN NORTH KOREA FOR TALKS WITH KIM", "Lavrov arrives in North Korea for talks with Kim"),
        ("MOON JAE-IN WILL MEET ENVOYS OF THE UN", "Moon Jae-in will meet envoys of the UN"),
        ("SAUDI CROWN PRINCE MOHAMMED BIN SALMAN LEAVES FOR CHINA", "Mohammed bin Salman leaves for China"),
        ("IRAN'S ROUHANI REJECTS US OFFER, SAYS IAEA", "Iran 's Rouhani rejects US offer , says IAEA"),
    ],
)
def test_flashes_with_the_shipped_model_and_table(reader: EncoderReader, flash: str, expected: str) -> None:
    found = in_ordinary_type(reader.parse(Article("flash", "flash", flash)))
    assert texts(found).endswith(expected)
