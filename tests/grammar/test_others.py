"""Other pipelines behind the reader's protocol."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import Any

import pytest

from chancery.articles.types import Article
from chancery.errors import DataError
from chancery.grammar.others import SpacyReader, StanzaReader, named_reader
from chancery.grammar.types import Parsed

spacy = pytest.importorskip("spacy")

TEXT = "Lavrov met Pompeo in Sochi. They talked.\n\nIt rained."


def trees(doc: Any) -> Any:
    """Hangs every word on the first of its sentence; names the capitalised ones."""
    for i, token in enumerate(doc):
        token.is_sent_start = i == 0 or doc[i - 1].text == "."
    for sentence in doc.sents:
        for token in sentence:
            token.head, token.dep_, token.pos_ = sentence[0], "dep", "X"
        sentence[0].dep_ = "ROOT"
    doc.ents = [spacy.tokens.Span(doc, 0, 1, label="PERSON")] if doc[0].text == "Lavrov" else []
    return doc


spacy.Language.component("chancery_test_trees", func=trees)


def whole(parsed: Parsed) -> None:
    text = parsed.article.text
    for sentence in parsed.sentences:
        tokens = parsed.tokens_of(sentence)
        assert [t.is_root for t in tokens].count(True) == 1
        assert all(sentence.first <= t.head < sentence.last for t in tokens)
    assert all(text[t.start : t.end] == t.text for t in parsed.tokens)


def test_a_spacy_pipeline() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("chancery_test_trees")
    parsed = SpacyReader(nlp).parse(Article("a", "a", TEXT))
    whole(parsed)
    assert [parsed.text_of(s) for s in parsed.sentences] == [
        "Lavrov met Pompeo in Sochi.",
        "They talked.",
        "It rained.",
    ]
    assert [t.par for t in parsed.tokens if t.is_root] == [0, 0, 1]
    assert (parsed.tokens[0].name, parsed.tokens[0].begins, parsed.tokens[1].name) == ("PER", True, "")
    assert {t.deprel for t in parsed.tokens} == {"root", "dep"}
    assert parsed.parser.startswith("spacy en")


def test_labels_that_are_not_ud_are_refused() -> None:
    nlp = spacy.blank("en")
    parser = nlp.add_pipe("parser")
    for label in ("nsubj", "dobj", "pobj"):
        parser.add_label(label)
    with pytest.raises(DataError, match="dobj, pobj"):
        SpacyReader(nlp)


def word(text: str, head: int, deprel: str) -> SimpleNamespace:
    return SimpleNamespace(text=text, lemma=text.lower(), upos="X", feats=None, head=head, deprel=deprel)


def test_a_stanza_pipeline() -> None:
    """Stanza's own objects need torch; these have the same attributes."""

    def pipeline(text: str) -> SimpleNamespace:
        assert text == "Kim can't go"
        tokens = [
            SimpleNamespace(text="Kim", start_char=0, end_char=3, ner="S-PERSON", words=[word("Kim", 4, "nsubj")]),
            SimpleNamespace(
                text="can't", start_char=4, end_char=9, ner="O", words=[word("ca", 4, "aux"), word("n't", 4, "advmod")]
            ),
            SimpleNamespace(text="go", start_char=10, end_char=12, ner="O", words=[word("go", 0, "root")]),
        ]
        return SimpleNamespace(sentences=[SimpleNamespace(tokens=tokens)])

    parsed = StanzaReader(pipeline, "stanza 1").parse(Article("a", "a", "Kim can't go"))
    whole(parsed)
    assert [(t.text, t.head, t.deprel) for t in parsed.tokens] == [
        ("Kim", 3, "nsubj"), ("ca", 3, "aux"), ("n't", 3, "advmod"), ("go", 3, "root"),
    ]  # fmt: skip
    assert [t.name for t in parsed.tokens] == ["PER", "", "", ""]


@pytest.mark.parametrize(
    ("spec", "says"),
    [
        ("spacy", "no pipeline of that form"),
        ("udpipe:x", "no pipeline of that form"),
        ("spacy:no_such_model_here", "cannot be loaded"),
    ],
)
def test_what_cannot_be_loaded_is_told(spec: str, says: str) -> None:
    with pytest.raises(DataError, match=says):
        named_reader(spec)


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "stanza", None)
    with pytest.raises(DataError, match="pip install stanza"):
        named_reader("stanza:models")
