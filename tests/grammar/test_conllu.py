"""CoNLL-U in and out."""

import pytest

from chancery.articles.types import Article
from chancery.errors import DataError
from chancery.grammar.conllu import documents, parsed_from, to_conllu
from chancery.grammar.types import Parsed

TEXT = """
# newpar
1 Kim Kim PROPN _ Number=Sing 3 nsubj _ Name=B-PER
2 Jong-un Jong-un PROPN _ Number=Sing 1 flat _ Name=I-PER
3 left leave VERB _ Tense=Past 0 root _ SpaceAfter=No
4 . . PUNCT _ _ 3 punct _ _

# newpar
1 He he PRON _ _ 2 nsubj _ _
2 smiled smile VERB _ _ 0 root _ SpaceAfter=No
3 . . PUNCT _ _ 2 punct _ _
"""


def test_words_spaces_paragraphs_and_names_are_kept() -> None:
    parsed = parsed_from(TEXT)
    assert parsed.article.text == "Kim Jong-un left.\n\nHe smiled."
    assert [t.par for t in parsed.tokens] == [0, 0, 0, 0, 1, 1, 1]
    assert [(t.name, t.begins) for t in parsed.tokens[:3]] == [("PER", True), ("PER", False), ("", False)]
    assert all(parsed.article.text[t.start : t.end] == t.text for t in parsed.tokens)
    assert parsed.tokens[5].is_root
    assert parsed.tokens[4].head == 5


def test_there_and_back() -> None:
    parsed = parsed_from(TEXT)
    again = parsed_from(to_conllu(parsed))
    assert again.tokens == parsed.tokens
    assert again.sentences == parsed.sentences


def test_what_is_known_of_the_report_comes_back() -> None:
    given = parsed_from(TEXT)
    article = Article(
        "note.txt", "0a1b", given.article.text, headline="Kim\nleaves", outlet="Gazette", agency="AFP",
        dateline="Hanoi", published="2019-03-02", captions=("Kim waves.", "A train."), dateline_date="2019-03-01",
    )  # fmt: skip
    again = parsed_from(to_conllu(Parsed(article, given.tokens, given.sentences, "x")), source="note.conllu").article
    assert (again.id, again.source, again.headline) == ("0a1b", "note.conllu", "Kim leaves")
    assert (again.outlet, again.agency, again.dateline) == ("Gazette", "AFP", "Hanoi")
    assert (again.published, again.dateline_date, again.captions) == ("2019-03-02", "2019-03-01", article.captions)


def test_ranges_give_the_text_its_own_spaces() -> None:
    text = "# newpar\n1 Yes yes INTJ _ _ 0 root _ TokenRange=0:3\n2 . . PUNCT _ _ 1 punct _ TokenRange=5:6\n"
    assert parsed_from(text).article.text == "Yes  ."
    spacy = text.replace("TokenRange=0:3", "start_char=0|end_char=3").replace(
        "TokenRange=5:6", "start_char=5|end_char=6"
    )
    assert parsed_from(spacy).article.text == "Yes  ."


@pytest.mark.parametrize("ranges", [("0:3", "2:3"), ("0:2", "4:5"), ("0:3", "99999999:100000000"), ("0:3", "x")])
def test_ranges_that_do_not_fit_are_left_aside(ranges: tuple[str, str]) -> None:
    first, second = ranges
    text = f"1 Yes yes INTJ _ _ 0 root _ TokenRange={first}\n2 . . PUNCT _ _ 1 punct _ TokenRange={second}\n"
    assert parsed_from(text).article.text == "Yes ."


def test_several_documents() -> None:
    two = "# newdoc id = a\n1 Yes yes INTJ _ _ 0 root _ _\n\n# newdoc id = b\n1 No no INTJ _ _ 0 root _ _\n"
    assert [(g.parsed.article.id, g.parsed.article.text) for g in documents(two)] == [("a", "Yes"), ("b", "No")]
    with pytest.raises(DataError, match="2 documents"):
        parsed_from(two)


def test_multiword_tokens_and_empty_nodes() -> None:
    text = (
        "1-2\tcannot\t_\t_\t_\t_\t_\t_\t_\t_\n1\tcan\tcan\tAUX\t_\t_\t0\troot\t_\t_\n2\tnot\tnot\tPART\t_\t_\t1\tadvmod\t_\t_\n"
        "2.1\tgo\tgo\tVERB\t_\t_\t_\t_\t_\t_\n"
        "3-4\tzum\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n3\tzu\tzu\tADP\t_\t_\t1\tcase\t_\t_\n4\tdem\tder\tDET\t_\t_\t1\tdet\t_\t_\n"
        "5\t!\t!\tPUNCT\t_\t_\t1\tpunct\t_\t_\n"
    )
    parsed = parsed_from(text)
    assert parsed.article.text == "cannot zum!"
    assert [(t.text, t.start, t.end) for t in parsed.tokens] == [
        ("can", 0, 3), ("not", 3, 6), ("zu", 7, 10), ("dem", 10, 10), ("!", 10, 11),
    ]  # fmt: skip


def test_names_in_other_schemes() -> None:
    text = (
        "1 Kim Kim PROPN _ _ 3 nsubj _ ner=B-PERSON\n2 Jong Jong PROPN _ _ 1 flat _ ner=E-PERSON\n"
        "3 saw see VERB _ _ 0 root _ ner=O\n4 Hanoi Hanoi PROPN _ _ 3 obj _ NER=S-GPE\n"
        "5 Friday Friday PROPN _ _ 3 obl _ ner=S-DATE\n"
    )
    names = [(t.name, t.begins) for t in parsed_from(text).tokens]
    assert names == [("PER", True), ("PER", False), ("", False), ("LOC", True), ("", False)]


def test_words_without_trees_are_told() -> None:
    (given,) = documents("1 Kim _ _ _ _ _ _ _ _\n2 left _ _ _ _ _ _ _ _\n")
    assert not given.whole
    assert [t.text for t in given.parsed.tokens] == ["Kim", "left"]
    (whole,) = documents(TEXT)
    assert whole.whole


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("\n1 Kim PROPN\n", r"mine:2: .* has 3"),
        ("1 Kim Kim PROPN _ _ 2 dep _ _\n", r"mine:1: '2' can't be the head"),
        ("1 Kim Kim PROPN _ _ 1 dep _ _\n", r"mine:1: '1' can't be the head"),
        ("1 Kim Kim PROPN _ _ x dep _ _\n", r"mine:1: 'x' can't be the head"),
        ("2 Kim Kim PROPN _ _ 0 root _ _\n", r"mine:1: word 2 where 1 is due"),
        ("a Kim Kim PROPN _ _ 0 root _ _\n", r"mine:1: 'a' is no number"),
        ("1 a a X _ _ 0 root _ _\n2 b b X _ _ 0 root _ _\n", r"mine:1: a sentence needs one root"),
        ("1 a a X _ _ 0 root _ _\n2 b b X _ _ 3 dep _ _\n3 c c X _ _ 2 dep _ _\n", r"mine:\d: word \d is above itself"),
        ("# a comment\n", r"mine: 0 documents"),
    ],
)  # fmt: skip
def test_what_is_no_conllu_is_named(text: str, says: str) -> None:
    with pytest.raises(DataError, match=says):
        parsed_from(text, source="mine")
