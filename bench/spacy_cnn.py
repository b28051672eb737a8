"""A spaCy CNN pipeline for comparing speed: tok2vec, tagger, morphologizer, parser and names, trained in brief.

    python -m bench.spacy_cnn train $CHANCERY_SHARED/data build/spacy_cnn [--steps 300]
    python -m bench.spacy_cnn time build/spacy_cnn samples

It learns from the treebanks and names that our own reader is trained on, but only for some hundred steps: its speed
does not hang on how well it parses, its accuracy does, and is not measured here. spaCy is no part of Chancery's
environment: install it beside (`pip install spacy`), or let `python -m bench.reader` say that it is missing.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chancery.run.files import load_files

WIDTH, DEPTH, ROWS = 96, 4, 2000
"""The convolutions of spaCy's small English pipelines."""
PIPES = ("tagger", "morphologizer", "parser", "ner")
BATCH = 32
TREEBANKS = ("ewt-train", "gum-train-free")
NAMES = "uner-ewt-dev.iob2"


def available() -> bool:
    """Can spaCy be imported here?"""
    return importlib.util.find_spec("spacy") is not None


@dataclass
class Gold:
    """A sentence's columns; empty where the corpus does not tell them. Heads count from 0, the root's is its own."""

    forms: list[str]
    tags: list[str]
    morphs: list[str]
    heads: list[int]
    deps: list[str]
    names: list[str]


def read_trees(path: Path) -> Iterator[Gold]:
    """The sentences of a CoNLL-U file."""
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        if rows:
            heads = [int(row[6]) - 1 if row[6] != "0" else i for i, row in enumerate(rows)]
            yield Gold(
                [row[1] for row in rows], [row[3] for row in rows], [_morph(row) for row in rows], heads,
                [row[7] if row[7] != "root" else "ROOT" for row in rows], [],
            )  # fmt: skip


def _morph(row: Sequence[str]) -> str:
    return f"POS={row[3]}" if row[5] == "_" else f"POS={row[3]}|{row[5]}"


def read_names(path: Path) -> Iterator[Gold]:
    """The sentences of a Universal NER file."""
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        if rows:
            yield Gold([row[1] for row in rows], [], [], [], [], [row[2] for row in rows])


def train(data: Path, out: Path, steps: int) -> None:
    """Trains for so many steps of `BATCH` sentences and writes the pipeline."""
    spacy: Any = importlib.import_module("spacy")
    spacy.util.fix_random_seed(1)
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": _tok2vec()})
    for name in PIPES:
        nlp.add_pipe(name, config={"model": _listening(nlp.get_factory_meta(name).default_config["model"])})
    trees = [gold for name in TREEBANKS for gold in read_trees(data / "treebanks" / f"{name}.conllu")]
    names = list(read_names(data / "names" / NAMES))
    rng = random.Random(1)
    rng.shuffle(trees)
    examples = [_example(nlp, gold) for gold in [*trees[:2000], *names[:500]]]
    nlp.initialize(lambda: examples)
    for _ in range(steps):
        nlp.update([_example(nlp, gold) for gold in [*rng.sample(trees, BATCH // 2), *rng.sample(names, BATCH // 2)]])
    nlp.to_disk(out)


def _tok2vec() -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": WIDTH,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
            "rows": [5000, 1000, 2500, ROWS],
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": WIDTH,
            "depth": DEPTH,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _listening(model: dict[str, Any]) -> dict[str, Any]:
    """A component's model, fed by the shared convolutions."""
    return {**model, "tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "*"}}


def _example(nlp: Any, gold: Gold) -> Any:
    doc_class = importlib.import_module("spacy.tokens").Doc
    example_class = importlib.import_module("spacy.training").Example
    plain = doc_class(nlp.vocab, words=gold.forms)
    if not gold.names:
        told = doc_class(
            nlp.vocab, words=gold.forms, tags=gold.tags, morphs=[m.partition("|")[2] for m in gold.morphs],
            pos=gold.tags, heads=gold.heads, deps=gold.deps,
        )  # fmt: skip
    else:
        told = doc_class(nlp.vocab, words=gold.forms, ents=_bio(gold.names))
    return example_class(plain, told)


def _bio(tags: Iterable[str]) -> list[str]:
    return [tag if tag[2:] in ("PER", "ORG", "LOC") else "O" for tag in tags]


def words_a_second(pipeline: Path, texts: Sequence[str], rounds: int = 3) -> float:
    """Words that the pipeline reads in a second of processor time, on one core, in its best round."""
    nlp: Any = importlib.import_module("spacy").load(pipeline)
    words, best = 0, float("inf")
    for _ in range(rounds + 1):
        start = time.process_time()
        words = sum(sum(not t.is_space for t in doc) for doc in nlp.pipe(texts))
        best = min(best, time.process_time() - start)
    return words / best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    training = commands.add_parser("train")
    training.add_argument("data", type=Path, help="the folder with treebanks/ and names/")
    training.add_argument("out", type=Path)
    training.add_argument("--steps", type=int, default=300)
    timing = commands.add_parser("time")
    timing.add_argument("pipeline", type=Path)
    timing.add_argument("paths", nargs="+")
    options = parser.parse_args()
    if options.command == "train":
        train(options.data, options.out, options.steps)
    else:
        texts = [loaded.article.text for loaded in load_files(options.paths, on_error=print)]
        print(f"{words_a_second(options.pipeline, texts):,.0f} words a second of processor time")


if __name__ == "__main__":
    main()
