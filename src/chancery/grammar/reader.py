"""Our reader: words by rule, then one encoder with several heads through onnxruntime.

Nothing is fetched, written or looked up: onnxruntime's telemetry, which from 1.30 on writes device files under
the home folder and looks up a host when it is imported, is turned off before the first import.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.resources import as_file, files
from itertools import islice
from pathlib import Path
from typing import Any, cast

import numpy as np

from chancery.articles.types import Article
from chancery.errors import DataError
from chancery.grammar.batches import BATCH_PIECES, batches, width
from chancery.grammar.lemmas import apply_edit, spelled_verb
from chancery.grammar.names import NameTags
from chancery.grammar.pieces import Ints, Pieces, stacked
from chancery.grammar.trees import best_heads
from chancery.grammar.types import Parsed, Sentence, Token
from chancery.grammar.windows import OVERLAP_PIECES, WINDOW_PIECES, Scores, merged, windows
from chancery.grammar.words import MAX_WORDS, Word, sentences

CHUNK_WORDS = 10_000
"""Words whose sentences are sorted into batches together: more costs memory and gains nothing."""

LOOSE = "parataxis"
"""The relation of what hangs on the root of its sentence because the network could not see both at once."""

Words = Sequence[Word]


@dataclass(frozen=True, slots=True)
class _Labels:
    """The numbers of a sentence's labels, and heads as places in it, from 1, with 0 at the root."""

    upos: Sequence[int]
    feats: Sequence[int]
    lemmas: Sequence[int]
    names: Sequence[int]
    heads: Sequence[int]
    rels: Sequence[int]


class EncoderReader:
    """The shipped English pipeline, or another of the same form in `folder`.

    The same text gives the same analysis, whatever is read with it and however many threads read it.

    Args:
        folder: holds `model.onnx`, `labels.json` and `tokenizer.json` (see training/export.py).
        threads: calls of the network at the same time. Each runs on one thread: onnxruntime's own threads share out
            a matrix in a way that changes the last digits of its sums.
        batch_pieces: word pieces, with padding, that go through the network in one call.
        window: pieces that are seen at once of a sentence, at most, and those that windows share.

    Raises:
        DataError: where a file is missing or is not what it should be; it names the folder.
    """

    def __init__(
        self,
        folder: Path,
        threads: int = 1,
        batch_pieces: int = BATCH_PIECES,
        window: tuple[int, int] = (WINDOW_PIECES, OVERLAP_PIECES),
    ) -> None:
        os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
        import onnxruntime

        try:
            labels = json.loads((folder / "labels.json").read_text("utf-8"))
            self._pieces = Pieces(folder / "tokenizer.json")
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = 1
            options.inter_op_num_threads = 1
            options.log_severity_level = 3
            self._session: Any = onnxruntime.InferenceSession(
                str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime and tokenizers raise many kinds of their own
            raise DataError(f"{folder}: not a language model that Chancery can load ({error})") from error
        self._batch_pieces = batch_pieces
        self._window = window
        self._pool = ThreadPoolExecutor(threads) if threads > 1 else None
        self._forms: dict[str, str] = labels.pop("forms", {})
        self._labels: dict[str, list[str]] = labels
        self._names = NameTags(labels["names"])
        self._loose = labels["deprels"].index(LOOSE)
        self.name = f"chancery-en {labels['version']}"

    def parse(self, article: Article) -> Parsed:
        """Words, sentences, parts of speech, lemmas, trees and names of an article."""
        return self.analyse(article, sentences(article.text))

    def parse_all(self, articles: Iterable[Article]) -> Iterator[Parsed]:
        """The analyses of articles, in their order: the same as `parse` gives, in fuller batches."""
        group: list[tuple[Article, Sequence[Words]]] = []
        count = 0
        for article in articles:
            found = sentences(article.text)
            group.append((article, found))
            count += sum(map(len, found))
            if count >= CHUNK_WORDS:
                yield from self._analysed(group)
                group, count = [], 0
        yield from self._analysed(group)

    def analyse(self, article: Article, found: Sequence[Words]) -> Parsed:
        """The analysis of words and sentences that are given; a sentence without words is left out."""
        return next(self._analysed([(article, found)]))

    def _analysed(self, group: Sequence[tuple[Article, Sequence[Words]]]) -> Iterator[Parsed]:
        given = [(article, [words for words in found if words]) for article, found in group]
        labels = self._labelled([words for _, found in given for words in found])
        for article, found in given:
            tokens: list[Token] = []
            spans: list[Sentence] = []
            for number, (words, told) in enumerate(zip(found, islice(labels, len(found)), strict=True)):
                base = len(tokens)
                tokens.extend(self._tokens(words, told, base))
                spans.append(Sentence(number, base, len(tokens), words[0].start, words[-1].end))
            yield Parsed(article, tuple(tokens), tuple(spans), self.name)

    def _labelled(self, found: Sequence[Words]) -> Iterator[_Labels]:
        """The labels of each sentence; one too long for one tree is analysed in parts, hung on the first's root."""
        parts = (words[at : at + MAX_WORDS] for words in found for at in range(0, len(words), MAX_WORDS))
        scores = (s for chunk in _chunks(parts) for s in self._scores([[w.text for w in part] for part in chunk]))
        labels = map(self._decoded, scores)
        for words in found:
            yield self._joined(list(islice(labels, -(-len(words) // MAX_WORDS))))

    def _scores(self, forms: Sequence[Sequence[str]]) -> list[Scores]:
        """What the network says of each sentence, through windows where it is long."""
        spans = [windows([len(self._pieces.of_word(f)) for f in words], *self._window) for words in forms]
        where = [(i, span) for i, parts in enumerate(spans) for span in parts]
        rows = [self._pieces.row(forms[i][s.start : s.stop], opens=s.start == 0) for i, s in where]
        said: dict[int, Scores] = {}
        groups = batches([(len(r.first), len(r.pieces)) for r in rows], self._batch_pieces)
        inputs = (stacked([rows[k] for k in group], width(len(rows[group[0]].first))) for group in groups)
        for group, outputs in zip(groups, self._run(inputs), strict=True):
            for place, k in enumerate(group):
                said[k] = _cut(outputs, place, len(rows[k].first))
        found, at = [], 0
        for parts in spans:
            found.append(merged([(span, said.pop(at + k)) for k, span in enumerate(parts)], self._loose))
            at += len(parts)
        return found

    def _run(self, inputs: Iterable[dict[str, Ints]]) -> Iterator[Sequence[Any]]:
        """The network's outputs for each batch of inputs, in their order."""

        def call(batch: dict[str, Ints]) -> Sequence[Any]:
            return cast(Sequence[Any], self._session.run(None, batch))

        return self._pool.map(call, inputs) if self._pool else map(call, inputs)

    def _decoded(self, scores: Scores) -> _Labels:
        heads = best_heads(scores.arcs)
        return _Labels(
            upos=scores.upos.tolist(), feats=scores.feats.tolist(), lemmas=scores.lemmas.tolist(),
            names=self._names.best(scores.names), heads=heads,
            rels=scores.rels[np.arange(len(heads)), heads].tolist(),
        )  # fmt: skip

    def _joined(self, parts: Sequence[_Labels]) -> _Labels:
        if len(parts) == 1:
            return parts[0]
        top = parts[0].heads.index(0) + 1
        heads = list(parts[0].heads)
        rels = list(parts[0].rels)
        for part in parts[1:]:
            base = len(heads)
            heads.extend(base + head if head else top for head in part.heads)
            rels.extend(rel if head else self._loose for head, rel in zip(part.heads, part.rels, strict=True))

        def column(name: str) -> list[int]:
            return [label for part in parts for label in getattr(part, name)]

        return _Labels(column("upos"), column("feats"), column("lemmas"), column("names"), heads, rels)

    def _tokens(self, words: Words, told: _Labels, base: int) -> Iterator[Token]:
        labels = self._labels
        for k, word in enumerate(words):
            feats = labels["feats"][told.feats[k]]
            name = labels["names"][told.names[k]]
            head = told.heads[k]
            upos = labels["upos"][told.upos[k]]
            yield Token(
                i=base + k, start=word.start, end=word.end, text=word.text,
                lemma=self._lemma(word.text, upos, labels["lemmas"][told.lemmas[k]]),
                upos=upos, feats="" if feats == "_" else feats,
                head=base + (head - 1 if head else k), deprel=labels["deprels"][told.rels[k]],
                name=name[2:], begins=name.startswith("B"), par=word.par,
            )  # fmt: skip

    def _lemma(self, form: str, upos: str, edit: str) -> str:
        known = self._forms.get(f"{form.lower()} {upos}")
        if known is not None:
            return known
        lemma = apply_edit(form, edit)
        return spelled_verb(form, lemma) if upos == "VERB" else lemma


def _chunks(found: Iterable[Words]) -> Iterator[list[Words]]:
    """Neighbouring sentences, of `CHUNK_WORDS` words or a little more."""
    chunk: list[Words] = []
    count = 0
    for words in found:
        chunk.append(words)
        count += len(words)
        if count >= CHUNK_WORDS:
            yield chunk
            chunk, count = [], 0
    if chunk:
        yield chunk


def _cut(outputs: Sequence[Any], row: int, n: int) -> Scores:
    """A row of the network's outputs without its padding; copies, so that the batch can go."""
    upos, feats, lemmas, names, arcs, rels = outputs
    return Scores(
        upos[row, :n].copy(), feats[row, :n].copy(), lemmas[row, :n].copy(), names[row, :n].copy(),
        arcs[row, :n, : n + 1].copy(), rels[row, :n, : n + 1].copy(),
    )  # fmt: skip


def load_reader(folder: Path | None = None, threads: int = 1) -> EncoderReader:
    """The shipped reader, or the one in `folder`.

    Raises:
        DataError: where its files cannot be loaded.
    """
    if folder is not None:
        return EncoderReader(folder, threads)
    with as_file(files("chancery.grammar") / "english") as shipped:
        return EncoderReader(shipped, threads)
