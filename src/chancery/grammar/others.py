"""Other pipelines behind the `Reader` protocol: spaCy and Stanza, with Universal Dependencies labels.

Neither is a dependency; both are imported only when asked for, and nothing is downloaded: the models must lie on
the user's machine.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from chancery.articles.types import Article
from chancery.errors import DataError
from chancery.grammar.conllu import NAME_KINDS
from chancery.grammar.types import Parsed, Reader, Sentence, Token

UD_RELATIONS = frozenset(
    "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed "
    "flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative "
    "xcomp".split()
)
"""The universal relations of UD 2."""


class SpacyReader:
    """A spaCy pipeline with UD relations (one trained on a UD treebank; spaCy's own English models have another
    scheme and are refused).

    Args:
        nlp: the loaded pipeline; it must set heads, parts of speech and sentence ends.

    Raises:
        DataError: where its relations are not UD's.
    """

    def __init__(self, nlp: Any) -> None:
        self._nlp = nlp
        meta = nlp.meta
        self.name = f"spacy {meta.get('lang', '')}_{meta.get('name', 'model')} {meta.get('version', '')}".strip()
        if nlp.has_pipe("parser"):
            _check_relations(nlp.get_pipe("parser").labels, self.name)

    def parse(self, article: Article) -> Parsed:
        """The analysis of an article, paragraph by paragraph."""
        found: list[tuple[int, list[Token]]] = []
        for par, (begin, text) in enumerate(_paragraphs(article.text)):
            found += [(par, self._words(sentence, begin)) for sentence in self._nlp(text).sents]
        return _put_together(article, found, self.name)

    @staticmethod
    def _words(sentence: Any, begin: int) -> list[Token]:
        kept = [t for t in sentence if not t.is_space]
        place = {t.i: k for k, t in enumerate(kept)}
        return [
                Token(
                    i=k, start=begin + t.idx, end=begin + t.idx + len(t.text), text=t.text, lemma=t.lemma_ or t.text,
                    upos=t.pos_, feats=str(t.morph), head=place.get(t.head.i, k), deprel=t.dep_.lower(),
                    name=NAME_KINDS.get(t.ent_type_.upper(), ""), begins=t.ent_iob_ == "B",
                )
                for k, t in enumerate(kept)
            ]  # fmt: skip


class StanzaReader:
    """A Stanza pipeline (tokenize, mwt, pos, lemma, depparse, and ner where it has one).

    Args:
        pipeline: the loaded pipeline.
        name: how it is called in readings.
    """

    def __init__(self, pipeline: Any, name: str = "stanza") -> None:
        self._pipeline, self.name = pipeline, name

    def parse(self, article: Article) -> Parsed:
        """The analysis of an article, paragraph by paragraph."""
        found: list[tuple[int, list[Token]]] = []
        for par, (begin, text) in enumerate(_paragraphs(article.text)):
            document = self._pipeline(text)
            found += [(par, self._words(sentence, begin)) for sentence in document.sentences]
        return _put_together(article, found, self.name)

    @staticmethod
    def _words(sentence: Any, begin: int) -> list[Token]:
        found: list[Token] = []
        for token in sentence.tokens:
            side, _, kind = (getattr(token, "ner", None) or "O").partition("-")
            at = token.start_char
            for k, word in enumerate(token.words):
                whole = "".join(w.text for w in token.words) == token.text
                end = at + len(word.text) if whole else token.end_char
                found.append(
                    Token(
                        i=len(found), start=begin + at, end=begin + end, text=word.text, lemma=word.lemma or word.text,
                        upos=word.upos, feats=word.feats or "", deprel=word.deprel,
                        head=word.head - 1 if word.head else len(found),
                        name=NAME_KINDS.get(kind.upper(), ""), begins=k == 0 and side in ("B", "S"),
                    )
                )  # fmt: skip
                at = end
        return found


def named_reader(spec: str) -> Reader:
    """Another pipeline by name: "spacy:MODEL" (an installed package or a folder), "stanza:FOLDER".

    Raises:
        DataError: where there is no such pipeline, its package is not installed, or its labels are not UD's.
    """
    kind, _, place = spec.partition(":")
    if not place or kind not in ("spacy", "stanza"):
        raise DataError(f"{spec!r}: no pipeline of that form; write spacy:MODEL or stanza:FOLDER")
    try:
        library = importlib.import_module(kind)
    except ImportError as error:
        raise DataError(f"{spec}: {kind} is not installed here (pip install {kind})") from error
    try:
        if kind == "spacy":
            return SpacyReader(library.load(place))
        if not Path(place).is_dir():
            raise DataError(f"{place}: no such folder of Stanza models")
        pipeline = library.Pipeline(
            "en", dir=place, download_method=None, processors="tokenize,mwt,pos,lemma,depparse,ner", verbose=False
        )
        return StanzaReader(pipeline, f"stanza {library.__version__}")
    except DataError:
        raise
    except Exception as error:  # each library raises kinds of its own
        raise DataError(f"{spec}: cannot be loaded ({error})") from error


def _check_relations(labels: Sequence[str], name: str) -> None:
    strange = sorted({r for r in labels if r.lower().partition(":")[0] not in UD_RELATIONS})
    if strange:
        raise DataError(f"{name}: its relations are not Universal Dependencies' ({', '.join(strange[:5])} ...)")


def _paragraphs(text: str) -> Iterable[tuple[int, str]]:
    """Each paragraph with the place where it begins, as our own reader counts them."""
    begin = 0
    for line in text.split("\n"):
        if line.strip():
            yield begin, line
        begin += len(line) + 1


def _put_together(article: Article, found: Iterable[tuple[int, list[Token]]], name: str) -> Parsed:
    """One analysis of sentences whose tokens count from their own first word, each with its paragraph."""
    tokens: list[Token] = []
    spans: list[Sentence] = []
    for par, words in found:
        if not words:
            continue
        base = len(tokens)
        heads = _one_root([w.head for w in words])
        for k, w in enumerate(words):
            rel = "root" if heads[k] == k else "parataxis" if w.head == k else w.deprel
            feats = "" if w.feats == "_" else w.feats
            tokens.append(replace(w, i=base + k, head=base + heads[k], deprel=rel, feats=feats, par=par))
        spans.append(Sentence(len(spans), base, len(tokens), words[0].start, words[-1].end))
    return Parsed(article, tuple(tokens), tuple(spans), name)


def _one_root(heads: Sequence[int]) -> list[int]:
    """The heads with later roots hung on the first, as spaCy may give several."""
    root = next((k for k, head in enumerate(heads) if head == k), 0)
    return [root if head == k else head for k, head in enumerate(heads)]
