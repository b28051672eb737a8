"""The shipped pipeline on sentences of our own, and on what no reporter would write."""

import random
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import chancery.grammar
from chancery.articles.types import Article
from chancery.errors import DataError
from chancery.grammar.reader import EncoderReader, load_reader
from chancery.grammar.types import Parsed
from chancery.grammar.words import MAX_WORDS, Word, sentences
from chancery.run.files import load_files

SAMPLES = Path(__file__).parents[2] / "samples"
MODEL = Path(chancery.grammar.__file__).parent / "english"


@pytest.fixture(scope="module")
def reader() -> EncoderReader:
    return load_reader()


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    paths = sorted(str(p) for p in SAMPLES.glob("*.txt"))[:8]
    found = [loaded.article for loaded in load_files(paths, on_error=lambda error: None)]
    assert len(found) == 8
    long = "The two sides agreed that " + "the envoys would meet and " * 90 + "the talks would go on"
    return [*found, Article("long", "long", long), Article("none", "none", "")]


def parse(reader: EncoderReader, text: str) -> Parsed:
    return reader.parse(Article("test", "test", text))


def check(parsed: Parsed) -> None:
    """Every sentence is a tree over its own tokens, and every token a piece of the text."""
    assert len(parsed.tokens) == sum(s.last - s.first for s in parsed.sentences)
    for i, t in enumerate(parsed.tokens):
        assert t.i == i
        assert parsed.article.text[t.start : t.end] == t.text
    for sentence in parsed.sentences:
        tokens = parsed.tokens_of(sentence)
        root = next(t for t in tokens if t.is_root)
        assert sum(t.is_root for t in tokens) == 1
        assert len(parsed.subtree(root)) == len(tokens)
        assert all(t.begins or not t.name or tokens[k - 1].name == t.name for k, t in enumerate(tokens))


def test_a_plain_sentence(reader: EncoderReader) -> None:
    parsed = parse(reader, "Vietnamese President Nguyen Phu Trong welcomed Kim Jong-un in Hanoi on Friday.")
    by_text = {t.text: t for t in parsed.tokens}
    assert by_text["welcomed"].is_root
    assert by_text["welcomed"].lemma == "welcome"
    assert by_text["Kim"].name == "PER"
    assert by_text["Jong-un"].name == "PER"
    assert not by_text["Jong-un"].begins
    assert by_text["Hanoi"].name == "LOC"
    assert parsed.tokens[by_text["Hanoi"].head].text == "welcomed"


def test_trees_are_trees_and_spans_are_spans(reader: EncoderReader) -> None:
    text = 'TALKS FAIL AGAIN\n\n“We tried… twice,” she said. "Nothing" came of it (so far).\n\n- - -\n\n$$$ 12 % @you'
    check(parse(reader, text))


# the same text, the same analysis


@pytest.mark.parametrize("batch_pieces", [1, 100, 5_000])
def test_batches_of_any_size_give_the_same(
    reader: EncoderReader, articles: Sequence[Article], batch_pieces: int
) -> None:
    other = EncoderReader(MODEL, batch_pieces=batch_pieces)
    assert [other.parse(a).tokens for a in articles] == [reader.parse(a).tokens for a in articles]


@pytest.mark.parametrize("threads", [2, 3])
def test_threads_give_the_same(reader: EncoderReader, articles: Sequence[Article], threads: int) -> None:
    other = load_reader(threads=threads)
    assert [other.parse(a).tokens for a in articles] == [reader.parse(a).tokens for a in articles]


def test_sentences_in_any_order_give_the_same(reader: EncoderReader, articles: Sequence[Article]) -> None:
    article = articles[0]
    found = sentences(article.text)
    mixed = random.Random(7).sample(found, len(found))
    labels = {
        (t.start, t.lemma, t.upos, t.feats, t.deprel, t.name, t.begins) for t in reader.analyse(article, found).tokens
    }
    assert labels == {
        (t.start, t.lemma, t.upos, t.feats, t.deprel, t.name, t.begins) for t in reader.analyse(article, mixed).tokens
    }


def test_reports_read_together_are_as_read_alone(reader: EncoderReader, articles: Sequence[Article]) -> None:
    together = list(reader.parse_all(articles))
    assert [p.article for p in together] == list(articles)
    assert [p.tokens for p in together] == [reader.parse(a).tokens for a in articles]
    assert [p.sentences for p in together] == [reader.parse(a).sentences for a in articles]


def test_the_scores_themselves_are_the_same(reader: EncoderReader, articles: Sequence[Article]) -> None:
    forms = [[w.text for w in words] for a in articles for words in sentences(a.text)]
    for other in (EncoderReader(MODEL, batch_pieces=1), EncoderReader(MODEL, threads=2, batch_pieces=3_000)):
        for one, two in zip(reader._scores(forms), other._scores(forms), strict=True):
            assert one.arcs.tobytes() == two.arcs.tobytes()
            assert one.names.tobytes() == two.names.tobytes()
            assert one.rels.tobytes() == two.rels.tobytes()


# odd input

ODD = {
    "nothing": "",
    "blank lines": "\n\n \n",
    "a long token": "x" * 100_000,
    "a long token with hyphens": "ab-" * 1_000,
    "a long link": "https://example.org/" + "a/" * 20_000,
    "many words, no mark": "word " * 3_000,
    "capitals, no mark": "WORD " * 1_000,
    "brackets": "(" * 1_000 + "so" + ")" * 1_000,
    "quotation marks": "“" * 800 + '"' * 800,
    "control characters": "".join(map(chr, range(32))) * 20 + "Talks\x00 were\x1b[31m held\x7f.\x85",
    "lone surrogates": "Kim\ud800 met \udfff\udfff Moon \ud83d.",
    "right-to-left": "\u202eKim met\u202c \u200fMoon\u200e \u2067in\u2069 Seoul.",
    "zero width": "K\u200bi\u200dm\ufeff met\u2060 Moon\u00ad.",
    "emoji": "🙂 👩‍👩‍👧‍👦 🏳️‍🌈 🇰🇵🤝🇰🇷 " * 50,
    "scripts": "Ким 金正恩 كيم 김정은 किम meets Μουν и Мун в Сеуле. 会談は月曜日に行われた。 " * 20,
    "combining marks": "Kim" + "\u0301" * 1_000 + " met Moon.",
    "spaces": "Kim\u00a0met\u2003Moon\u3000in\u2028Seoul\u2029today.",
    "commas": "," * 1_500,
    "digits": "1,234." * 500,
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_text_is_analysed(reader: EncoderReader, text: str) -> None:
    parsed = parse(reader, text)
    check(parsed)
    assert bool(parsed.tokens) == bool(text.strip())


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=300))
def test_any_text_is_analysed(reader: EncoderReader, text: str) -> None:
    check(parse(reader, text))


MARKS = st.sampled_from(
    ["Kim", "met", "\u200d", "\ud800", "\u202e", "(", "“", "'s", "-", ".", "\n", " ", "🙂", "é", "9"]
)


@settings(max_examples=60, deadline=None)
@given(parts=st.lists(MARKS, max_size=120))
def test_any_mixture_is_analysed(reader: EncoderReader, parts: list[str]) -> None:
    check(parse(reader, "".join(parts)))


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["word ", "(", "a,b;", "x-y-", "Kim met Moon. "])
def test_time_grows_as_the_text(reader: EncoderReader, unit: str) -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        parse(reader, unit * count)
        return time.process_time() - start

    seconds(400)
    assert seconds(12_000) < 9 * seconds(3_000) + 1


# words and sentences that are given


def given_words(forms: Sequence[str]) -> tuple[Article, list[Word]]:
    words, text = [], ""
    for form in forms:
        words.append(Word(len(text), len(text) + len(form), form, 0))
        text += form + " "
    return Article("given", "given", text), words


@pytest.mark.parametrize("count", [1, 129, MAX_WORDS, MAX_WORDS + 1, 3 * MAX_WORDS + 7])
def test_a_given_sentence_stays_one_however_long(reader: EncoderReader, count: int) -> None:
    article, words = given_words((["Seoul", "welcomed", "the", "offer", ","] * count)[:count])
    parsed = reader.analyse(article, [words])
    check(parsed)
    assert [(s.first, s.last) for s in parsed.sentences] == [(0, count)]


def test_a_sentence_without_words_is_left_out(reader: EncoderReader) -> None:
    article, words = given_words(["Talks", "failed"])
    parsed = reader.analyse(article, [[], words, []])
    check(parsed)
    assert [s.number for s in parsed.sentences] == [0]


def test_trees_reach_over_the_windows_of_a_long_sentence(reader: EncoderReader) -> None:
    item = "the Treasury froze the accounts of a shipping company in Dalian , "
    forms = ("On Monday " + item * 20 + "and the Ministry lodged a protest .").split()
    article, words = given_words(forms)
    parsed = reader.analyse(article, [words])
    check(parsed)
    froze = [t for t in parsed.tokens if t.text == "froze"]
    objects = [[c.text for c in parsed.children(t, "obj")] for t in froze]
    assert objects.count(["accounts"]) >= 19


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=str(tmp_path)):
        EncoderReader(tmp_path)
