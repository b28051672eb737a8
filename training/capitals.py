"""Makes the table by which text in capitals is read, and measures what it is worth.

    python -m training.capitals make --data $CHANCERY_SHARED/data      # grammar/english/spellings.tsv
    python -m training.capitals measure --data $CHANCERY_SHARED/data   # trees and names of the test parts in capitals

The table is counted from the training parts of EWT and GUM and from the free reports (the data that the weights are
made of), and takes its names from our own lexicon. The same input makes the same file.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from chancery.articles.types import Article
from chancery.grammar.breaks import Word
from chancery.grammar.capitals import LONGEST_PHRASE, in_ordinary_type
from chancery.grammar.reader import EncoderReader, load_reader
from chancery.grammar.words import sentences
from training.corpora import DATA, Words, read_conllu, read_iob
from training.evaluate import CHUNK, names, trees_given

OUT = DATA.parents[1] / "grammar" / "english" / "spellings.tsv"
NAMES = {"countries.tsv": (1, 2, 3, 4, 5), "organisations.tsv": (1, 2), "places.tsv": (1, 2)}
"""Which columns of which tables hold names as running text writes them."""
SEEN = 3
"""Times that a word must be met to count."""
SURE = 0.9
"""Part of its cases in which a word must have a capital to be written so where it is tagged as no name."""
SHOUTED = 5
"""Letters from which a word in capitals is no acronym where it is met in ordinary type too ("BIDEN:")."""
TITLE_SHARE = 0.6
"""Part of a sentence's words with a capital from which it is a headline, which tells nothing."""
WORDS = "titles roles organs cues speakers meetings meeting_status times units figures venues channels unsaid".split()
"""Tables whose lower-case words are words, beside those of `events/`."""
SMALL = frozenset("a an and at by de del des di do du for from in of on the to".split())
"""Small words of names, which their part of speech tells."""
PREFERRED = "US UN EU UK UAE AU IMF NATO PM I Turkey China Jordan Chad Georgia Japan Mali Guinea Niger Poland Polish"
"""Spellings that wires mostly mean where a general text may mean another word."""


def count(forms: Sequence[str], counts: defaultdict[str, Counter[str]]) -> None:
    """Counts the spellings of a sentence; its first word's capital tells nothing, nor does a headline."""
    large = sum(form[0].isupper() for form in forms)
    if large > TITLE_SHARE * sum(form[0].isalpha() for form in forms):
        return
    for before, form in pairwise(forms):
        if form[0].isalpha() and before[0].isalnum():
            counts[form.lower()][form] += 1


def corpus(data: Path) -> Iterator[list[str]]:
    """The sentences that spellings are counted in."""
    for name in ("ewt-train", "gum-train-free"):
        yield from (s.forms for s in read_conllu(data / "treebanks" / f"{name}.conllu"))
    for line in (data / "reports" / "free.jsonl").read_text("utf-8").splitlines():
        yield from ([w.text for w in s] for s in sentences(json.loads(line)["text"]))


def lexicon_names() -> list[str]:
    """Names of states, bodies and places as written, and what belongs to states ("Russian")."""
    found: dict[str, None] = {}
    for table, columns in NAMES.items():
        for line in (DATA / table).read_text("utf-8").splitlines()[1:]:
            cells = line.split("\t")
            if not line.startswith("#") and len(cells) > max(columns):
                found |= dict.fromkeys(form for c in columns for form in cells[c].split("|") if form[:1].isupper())
    return list(found)


def lexicon_words() -> Iterator[str]:
    """Lower-case words of our own tables: titles, cues, events and what else diplomacy is told in."""
    for path in [*(DATA / f"{name}.tsv" for name in WORDS), *sorted((DATA / "events").glob("*.tsv"))]:
        for line in path.read_text("utf-8").splitlines():
            if not line.startswith("#"):
                yield from (w for w in line.replace("|", " ").replace("\t", " ").split() if w.isalpha() and w.islower())


def holders() -> list[str]:
    """Names of holders of office, as the list has them."""
    rows = (DATA / "holders.tsv").read_text("utf-8").splitlines()
    return sorted({line.split("\t")[0] for line in rows if not line.startswith("#")})


def table(data: Path) -> list[str]:
    """The lines of the table, in alphabetical order."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for forms in corpus(data):
        count(forms, counts)
    words = {low: _usual(forms) for low, forms in counts.items() if forms.total() >= SEEN and _is_sure(low, forms)}
    words |= {w: w for w in lexicon_words()}
    people = [name.split() for name in holders()]
    phrases = [p for p in people if any(_misread(w, words) for w in p)]
    for name in lexicon_names():
        tokens = [w.text for s in sentences(name) for w in s]
        if len(tokens) == 1 and counts[name.lower()][name.lower()] < SEEN:
            words[name.lower()] = name
        phrases.append(tokens)
    words |= {form.lower(): form for form in PREFERRED.split()}
    lines = [form for low, form in words.items() if form != low]
    lines += [" ".join(p) for p in phrases if 1 < len(p) <= LONGEST_PHRASE]
    return sorted(set(lines))


def _is_sure(low: str, forms: Counter[str]) -> bool:
    return forms.total() - forms[low] >= SURE * forms.total()


def _misread(part: str, words: dict[str, str]) -> bool:
    """Would this part of a name be spelled otherwise for itself: "Un" of "Kim Jong Un", "bin", "Al" of "Al Khaja"?"""
    return part.isalpha() and words.get(part.lower(), part.capitalize()) != part and part not in SMALL


def _usual(forms: Counter[str]) -> str:
    """The most frequent spelling; one in capitals only where the word is an acronym."""
    form = forms.most_common(1)[0][0]
    plain = form.capitalize()
    return plain if form.isupper() and len(form) >= SHOUTED and forms[plain] >= SEEN else form


def shouted(corpus: Iterable[Words]) -> list[Words]:
    """The sentences in capitals."""
    return [replace(s, forms=[f.upper() if len(f.upper()) == len(f) else f for f in s.forms]) for s in corpus]


def spelled_again(reader: EncoderReader, gold: Sequence[Words]) -> Iterator[tuple[str, str, str, str]]:
    """Each word of the gold sentences in capitals: as printed, as we spell it, its lemma, the lemma that we give."""
    for at in range(0, len(gold), CHUNK):
        part = gold[at : at + CHUNK]
        found: list[list[Word]] = []
        text = ""
        for s in shouted(part):
            found.append([])
            for form in s.forms:
                found[-1].append(Word(len(text), len(text) + len(form), form, 0))
                text += form + " "
        parsed = in_ordinary_type(reader.analyse(Article("gold", "gold", text), found))
        forms = [(form, lemma) for s in part for form, lemma in zip(s.forms, s.lemmas, strict=True)]
        yield from ((f, t.text, lemma, t.lemma) for (f, lemma), t in zip(forms, parsed.tokens, strict=True))


def measure(reader: EncoderReader, data: Path) -> Iterator[str]:
    """Trees and names with gold words as printed and in capitals; how many words get their spelling back."""
    for name in ("pud-test", "ewt-test", "gum-test"):
        gold = list(read_conllu(data / "treebanks" / f"{name}.conllu"))
        yield f"  {name:14} as printed   {trees_given(reader, gold).line()}"
        yield f"  {name:14} in capitals  {trees_given(reader, shouted(gold)).line()}"
        rows = list(spelled_again(reader, gold))
        words = [row for row in rows if row[0].upper() != row[0].lower()]
        right = sum(printed == ours for printed, ours, _, _ in words) / len(words)
        lemmas = sum(lemma in ("_", ours) for _, _, lemma, ours in rows) / len(rows)
        yield f"  {name:14} spelled in ordinary type: words as printed {100 * right:.1f}  lemma {100 * lemmas:.1f}"
    for name in ("pud-test", "ewt-test"):
        gold = list(read_iob(data / "names" / f"uner-{name}.iob2"))
        yield f"  UNER {name:9} as printed   {names(reader, gold).line()}"
        yield f"  UNER {name:9} in capitals  {names(reader, shouted(gold)).line()}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("make", "measure"))
    parser.add_argument("--data", type=Path, required=True, help="the folder with treebanks/, names/ and reports/")
    parser.add_argument("--model", type=Path, help="another model's folder (default: the shipped one)")
    args = parser.parse_args()
    if args.what == "make":
        OUT.write_text("\n".join(table(args.data)) + "\n", "utf-8")
        return
    for line in measure(load_reader(args.model, threads=1), args.data):
        print(line, flush=True)


if __name__ == "__main__":
    main()
