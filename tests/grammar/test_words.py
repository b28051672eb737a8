"""Words and sentences: what parts, what stays whole, where sentences end."""

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.grammar.words import MAX_WORDS, sentences


def forms(text: str) -> list[list[str]]:
    return [[w.text for w in s] for s in sentences(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Moon Jae-in’s visit", ["Moon", "Jae-in", "’s", "visit"]),
        ("They didn't go", ["They", "did", "n't", "go"]),
        ("He cannot stay", ["He", "can", "not", "stay"]),
        ("the US-led force", ["the", "US", "-", "led", "force"]),
        ("pro-Beijing groups", ["pro-Beijing", "groups"]),
        ("Israeli-Palestinian talks", ["Israeli", "-", "Palestinian", "talks"]),
        ("Jean-Yves and al-Sisi", ["Jean-Yves", "and", "al-Sisi"]),
        ("cost US$34m or $5.5 billion", ["cost", "US$", "34m", "or", "$", "5.5", "billion"]),
        ("a 25% rise", ["a", "25", "%", "rise"]),
        ("1,400 of them", ["1,400", "of", "them"]),
        ("The U.N. and N. Korea", ["The", "U.N.", "and", "N.", "Korea"]),
        ("on Jan. 3", ["on", "Jan.", "3"]),
        ("“No,” he said", ["“", "No", ",", "”", "he", "said"]),
        ("see https://example.org/a.html.", ["see", "https://example.org/a.html", "."]),
        ("Joseph R. Biden, Jr. met J.D. Vance", ["Joseph", "R.", "Biden", ",", "Jr.", "met", "J.D.", "Vance"]),
        ("N Korea and N. Korea", ["N", "Korea", "and", "N.", "Korea"]),
        ("We… know... well", ["We", "…", "know", "...", "well"]),
        ("the G20, the P5+1 and U.S troops", ["the", "G20", ",", "the", "P5+1", "and", "U.S", "troops"]),
        ("on 12/03/2019 or 12.03.2019", ["on", "12/03/2019", "or", "12.03.2019"]),
        ("What?! No!!! :-)", ["What", "?!", "No", "!!!", ":-)"]),
        ("Item #1 of #Minsk ###", ["Item", "#", "1", "of", "#Minsk", "###"]),
        ("They didnt go", ["They", "did", "nt", "go"]),
        ("ended.23 Then", ["ended", ".", "23", "Then"]),
    ],
)
def test_words_of_news(text: str, words: list[str]) -> None:
    assert [w for s in forms(text) for w in s] == words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Lavrov left. He was late.", 2),
        ("He met Gen. Smith in the U.S. on Friday.", 1),
        ("He flew to the U.S. The visit was short.", 2),
        ("“Why now?” she asked. Nobody knew.", 2),
        ("It was “very good.” Then they left.", 2),
        ("Useful… in many ways. Long… Then over.", 3),
        ("R.C. Hammond spoke.", 1),
        ("They ended the war.Putin left.“No,” he said.", 3),
        ("Visit example.com for more.", 1),
        ("A headline without a stop\n\nA sentence.", 2),
    ],
)
def test_sentence_ends(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_paragraphs_are_numbered() -> None:
    pars = [s[0].par for s in sentences("One. Two.\n\nThree.\n\n\nFour.")]
    assert pars == [0, 0, 1, 2]


def test_a_sentence_is_never_longer_than_the_bound() -> None:
    found = sentences("word " * 1000 + ".")
    assert max(len(s) for s in found) <= MAX_WORDS
    assert sum(len(s) for s in found) == 1001


@pytest.mark.parametrize("piece", ["+a", "a-", "a.", ".(", "1,", "A. ", "a@", "'", "=-", ".[1]", "http://", '?" a '])
def test_time_grows_with_length_alone(piece: str) -> None:
    def seconds(count: int) -> float:
        """The least processor time of three tries: what else the machine does is not counted."""
        tries = []
        for _ in range(3):
            begin = process_time()
            sentences(piece * count)
            tries.append(process_time() - begin)
        return min(tries)

    assert seconds(16_000) < 24 * seconds(2_000) + 0.05  # eight times as long; a pass for each word would take 64


@given(st.text(max_size=300))
def test_every_word_is_its_slice_and_nothing_visible_is_lost(text: str) -> None:
    words = [w for s in sentences(text) for w in s]
    assert all(text[w.start : w.end] == w.text for w in words)
    assert all(a.end <= b.start for a, b in pairwise(words))
    covered = {i for w in words for i in range(w.start, w.end)}
    assert all(c.isspace() for i, c in enumerate(text) if i not in covered)
