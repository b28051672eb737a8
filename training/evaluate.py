"""Prints the shipped pipeline's accuracy on data that it was not trained on.

    python -m training.evaluate --data $CHANCERY_SHARED/data --reports $CHANCERY_SHARED/gold/dev

LAS and UAS count every word, with the universal part of the relation, as the CoNLL 2018 shared task did (Zeman et
al. 2018); "from raw text" aligns our words and sentences to the gold's by character, as its scorer does. Names are
exact spans with their type. Every figure says whether words and sentences were given.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from pathlib import Path

from chancery.articles.types import Article
from chancery.grammar.reader import EncoderReader, load_reader
from chancery.grammar.types import Parsed, Token
from chancery.grammar.words import Word, sentences
from training.card import write_card
from training.corpora import Words, read_columns, read_conllu, read_iob

CHUNK = 200
"""Sentences analysed at a time."""


@dataclass
class Share:
    """Hits among gold and said things."""

    gold: int = 0
    said: int = 0
    hits: int = 0

    def add(self, gold: Set[tuple[object, ...]], said: Set[tuple[object, ...]]) -> None:
        self.gold += len(gold)
        self.said += len(said)
        self.hits += len(gold & said)

    @property
    def f1(self) -> float:
        return 200 * self.hits / (self.gold + self.said) if self.hits else 0.0


@dataclass
class Scores:
    """Shares by measure."""

    shares: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))

    def line(self) -> str:
        return "  ".join(f"{name} {share.f1:5.1f}" for name, share in self.shares.items())


def given(reader: EncoderReader, corpus: Sequence[Words]) -> Iterable[tuple[Words, Sequence[Token]]]:
    """Each gold sentence with our analysis of its words."""
    for at in range(0, len(corpus), CHUNK):
        part = corpus[at : at + CHUNK]
        found, text = [], ""
        for s in part:
            words = []
            for form in s.forms:
                words.append(Word(len(text), len(text) + len(form), form, 0))
                text += form + " "
            found.append(words)
        parsed = reader.analyse(Article("gold", "gold", text), found)
        tokens = parsed.tokens
        begin = 0
        for s in part:
            yield s, [_based(t, begin) for t in tokens[begin : begin + len(s.forms)]]
            begin += len(s.forms)


def _based(token: Token, base: int) -> Token:
    return replace(token, i=token.i - base, head=token.head - base)


def trees_given(reader: EncoderReader, corpus: Sequence[Words]) -> Scores:
    """Parsing and tagging with gold words and sentences."""
    scores = Scores()
    for gold, tokens in given(reader, corpus):
        for i, t in enumerate(tokens):
            head = 0 if t.is_root else t.head + 1
            right = head == gold.heads[i]
            label = gold.deprels[i].partition(":")[0] == t.rel
            for name, hit in (
                ("UAS", right),
                ("LAS", right and label),
                ("LAS with subtypes", right and gold.deprels[i] == t.deprel),
                ("UPOS", gold.upos[i] == t.upos),
                ("features", gold.feats[i] == (t.feats or "_")),
                ("lemma", gold.lemmas[i] in ("_", t.lemma)),
            ):
                share = scores.shares[name]
                share.gold, share.said, share.hits = share.gold + 1, share.said + 1, share.hits + hit
    return scores


def by_ten(corpus: Sequence[Words]) -> Iterator[Sequence[Words]]:
    """Ten sentences a paragraph, so that breaks must be found where the corpus has one a line."""
    return (corpus[at : at + 10] for at in range(0, len(corpus), 10))


def by_paragraph(corpus: Sequence[Words]) -> Iterator[Sequence[Words]]:
    """The corpus's own paragraphs."""
    part: list[Words] = []
    for s in corpus:
        if part and s.opens:
            yield part
            part = []
        part.append(s)
    yield part


def trees_raw(reader: EncoderReader, paragraphs: Iterable[Sequence[Words]]) -> Scores:
    """Parsing and tagging from running text, paragraph by paragraph."""
    scores = Scores()
    for part in paragraphs:
        text = " ".join(s.text or "" for s in part)
        parsed = reader.analyse(Article("gold", "gold", text), sentences(text))
        gold, bounds, place = [], [], 0
        for s in part:
            first = place
            ranges = []
            for form in s.forms:
                ranges.append((place, place + len(form.replace(" ", ""))))
                place = ranges[-1][1]
            for i, r in enumerate(ranges):
                head = s.heads[i]
                gold.append((r, ranges[head - 1] if head else None, s.deprels[i].partition(":")[0], s.upos[i]))
            bounds.append((first, place))
        said, cuts = _flat(parsed, text)
        scores.shares["words"].add({(g[0],) for g in gold}, {(s_[0],) for s_ in said})
        scores.shares["sentences"].add(set(bounds), set(cuts))
        scores.shares["UPOS"].add({(g[0], g[3]) for g in gold}, {(s_[0], s_[3]) for s_ in said})
        scores.shares["UAS"].add({g[:2] for g in gold}, {s_[:2] for s_ in said})
        scores.shares["LAS"].add({g[:3] for g in gold}, {s_[:3] for s_ in said})
    return scores


def _flat(parsed: Parsed, text: str) -> tuple[Sequence[tuple[object, ...]], list[tuple[int, int]]]:
    solid, count = [], 0
    for c in text:
        solid.append(count)
        count += not c.isspace()
    solid.append(count)

    def where(t: Token) -> tuple[int, int]:
        return solid[t.start], solid[t.end]

    rows = [(where(t), None if t.is_root else where(parsed.tokens[t.head]), t.rel, t.upos) for t in parsed.tokens]
    return rows, [(solid[s.start], solid[s.end]) for s in parsed.sentences]


def names(reader: EncoderReader, corpus: Sequence[Words], kinds: Sequence[str] = ("PER", "ORG", "LOC")) -> Scores:
    """Exact spans of names with gold words and sentences."""
    scores = Scores()
    for gold, tokens in given(reader, corpus):
        want = spans(gold.names)
        got = spans([f"{'B' if t.begins else 'I'}-{t.name}" if t.name else "O" for t in tokens])
        for kind in kinds:
            scores.shares[kind].add({s for s in want if s[2] == kind}, {s for s in got if s[2] == kind})
        scores.shares["names"].add({s for s in want if s[2] in kinds}, {s for s in got if s[2] in kinds})
    return scores


def spans(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """(first, last, kind) of each name in a row of BIO tags."""
    found: set[tuple[int, int, str]] = set()
    start: int | None = None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and not (tag.startswith("I-") and tag[2:] == tags[start][2:]):
            found.add((start, i, tags[start][2:]))
            start = None
        if start is None and tag not in ("O", "?"):
            start = i
    return found


RE3D = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}
WIKI = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}


def people(reader: EncoderReader, folder: Path) -> tuple[int, int]:
    """People of annotated reports (office holders and speakers, by their full names) as they stand in the text: how
    often they stand there, and how often exactly those words are marked as one person's name."""
    there = marked = 0
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        text = json.loads((path.parent / f"{path.name.removesuffix('.gold.json')}.json").read_text("utf-8"))["text"]
        full = {o["person"] for o in gold["offices"]} | {s["speaker"] for s in gold["statements"] if s["office"]}
        places = {m.span() for name in full if name for m in re.finditer(rf"\b{re.escape(name)}\b", text)}
        parsed = reader.analyse(Article("gold", "gold", text), sentences(text))
        tags = [f"{'B' if t.begins else 'I'}-{t.name}" if t.name else "O" for t in parsed.tokens]
        said = {(parsed.tokens[a].start, parsed.tokens[b - 1].end) for a, b, kind in spans(tags) if kind == "PER"}
        there, marked = there + len(places), marked + len(places & said)
    return there, marked


class Report:
    """What is printed, and the same as tables for the model card."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def title(self, text: str, measures: Sequence[str]) -> None:
        print(f"\n{text}", flush=True)
        self.lines += ["", f"| {text} | {' | '.join(measures)} |", f"| --- |{' ---: |' * len(measures)}"]

    def row(self, name: str, scores: Scores) -> None:
        print(f"  {name:24}  {scores.line()}", flush=True)
        self.lines.append(f"| {name} | {' | '.join(f'{share.f1:.1f}' for share in scores.shares.values())} |")

    def text(self, line: str) -> None:
        print(f"\n{line}", flush=True)
        self.lines += ["", line]


GIVEN = ("UAS", "LAS", "LAS with subtypes", "UPOS", "features", "lemma")
RAW = ("words", "sentences", "UPOS", "UAS", "LAS")
NAMES = ("PER", "ORG", "LOC", "names")


def trees_report(reader: EncoderReader, data: Path, report: Report) -> None:
    banks = {
        name: list(read_conllu(data / f"treebanks/{name}.conllu")) for name in ("pud-test", "ewt-test", "gum-test")
    }
    report.title("Trees, gold words and sentences (F1)", GIVEN)
    for name, corpus in banks.items():
        report.row(name, trees_given(reader, corpus))
    for genre in sorted({s.genre for s in banks["gum-test"]}):
        report.row(f"gum-test, {genre}", trees_given(reader, [s for s in banks["gum-test"] if s.genre == genre]))
    report.title("Trees, from raw text (F1; ten sentences a paragraph)", RAW)
    for name, corpus in banks.items():
        report.row(name, trees_raw(reader, by_ten(corpus)))
    for name in ("ewt-test", "gum-test"):
        report.row(f"{name}, own paragraphs", trees_raw(reader, by_paragraph(banks[name])))


def names_report(reader: EncoderReader, data: Path, report: Report) -> None:
    folder = data / "names"
    wiki = list(read_columns(folder / "wikigold.conll", WIKI))
    sets = {
        "WikiGold, last fifth": wiki[len(wiki) * 4 // 5 :],
        "UNER EWT test": list(read_iob(folder / "uner-ewt-test.iob2")),
        "UNER PUD test": list(read_iob(folder / "uner-pud-test.iob2")),
        "re3d test": list(read_columns(folder / "re3d-test.conll", RE3D)),
    }
    report.title("Names, gold words and sentences (F1, exact spans)", NAMES)
    for name, corpus in sets.items():
        report.row(name, names(reader, corpus))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with treebanks/ and names/")
    parser.add_argument("--model", type=Path, help="another model's folder (default: the shipped one)")
    parser.add_argument("--reports", type=Path, help="a folder of annotated reports, for their people")
    parser.add_argument("--card", type=Path, help="the model card to write the figures into")
    args = parser.parse_args()
    reader = load_reader(args.model, threads=1)
    print(reader.name)
    report = Report()
    trees_report(reader, args.data, report)
    names_report(reader, args.data, report)
    if args.reports:
        there, marked = people(reader, args.reports)
        report.text(
            f"People named in full in the annotated reports (office holders and speakers): {marked} of {there} "
            f"({100 * marked / max(there, 1):.1f} %) are marked to the letter as one person's name."
        )
    if args.card:
        write_card(args.card, reader.name, report.lines)


if __name__ == "__main__":
    main()
