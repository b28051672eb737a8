"""The shipped pipeline on sentences of our own."""

from pathlib import Path

import pytest

from chancery.articles.types import Article
from chancery.errors import DataError
from chancery.grammar.reader import EncoderReader, load_reader
from chancery.grammar.types import Parsed


@pytest.fixture(scope="module")
def reader() -> EncoderReader:
    return load_reader()


def parse(reader: EncoderReader, text: str) -> Parsed:
    return reader.parse(Article("test", "test", text))


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
    parsed = parse(reader, text)
    assert all(text[t.start : t.end] == t.text for t in parsed.tokens)
    for sentence in parsed.sentences:
        tokens = parsed.tokens_of(sentence)
        assert sum(t.is_root for t in tokens) == 1
        assert all(sentence.first <= t.head < sentence.last for t in tokens)


def test_the_same_text_gives_the_same_analysis(reader: EncoderReader) -> None:
    text = "Ministers from both countries met twice. No date was set for a third round of talks."
    assert parse(reader, text).tokens == parse(reader, text).tokens


@pytest.mark.parametrize("text", ["", "\n\n", "x" * 5000, "word " * 3000, "\u200b\u202e", "🙂 🙂 🙂"])
def test_odd_text_does_no_harm(reader: EncoderReader, text: str) -> None:
    parsed = parse(reader, text)
    assert len(parsed.tokens) == sum(s.last - s.first for s in parsed.sentences)


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=str(tmp_path)):
        EncoderReader(tmp_path)
