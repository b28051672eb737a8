"""Of the words that we link to somebody or something named, how many are linked right: measured on GUM.

    python -m bench.gum_links [FILE.conllu …] [--trees gold|ours|both] [--genres]
        [--errors] [--missed] [--limit N]

Without files, `gum-dev.conllu` and `gum-test.conllu` of `$CHANCERY_SHARED/data/treebanks`. GUM (Zeldes 2017) marks
who is who in the MISC column (`Entity=`, `SplitAnte=`), and which article of Wikipedia is about whom. A link goes
from a pronoun, a description or a name that is printed otherwise to the nearest mention by name of the same chain,
before it where there is one. It is right where GUM has both in one chain, or in two that it ties to one article; for
"they" and the like, where the one is of those that the other stands for. Names repeated as printed are shown apart.
Asked for is every such word whose chain in GUM is a person, place or organisation that is named. `gold` reads GUM's
trees with the names that our reader finds, `ours` our own trees.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from chancery.grammar.clauses import head_among
from chancery.grammar.conllu import parsed_from
from chancery.grammar.reader import EncoderReader, load_reader
from chancery.grammar.types import Parsed, Token
from chancery.grammar.words import Word
from chancery.lexicon.load import Lexicon, load_lexicon
from chancery.mentions.mark import mark
from chancery.mentions.types import Marked, Mention

KINDS = ("pronoun", "name", "nominal")
BESIDE = ("first person", "name again")
"""Kinds that are shown beside the others and not added up."""

FILES = ("gum-dev.conllu", "gum-test.conllu")
NAMED_KINDS = frozenset({"person", "place", "organization"})
BRACKETS = re.compile(r"\(([^()]+)(\))?|(\d+)(?:\[[^\]]*\])?\)")
"""In `Entity=`: a phrase that opens, whether it closes at once, or the number of one that closes."""
IDENTITY = 7
"""The place in such a bracket of the article of Wikipedia, the last of what hyphens part."""
FIRST_PERSON = frozenset("i me my mine myself we us our ours ourselves".split())
THIRD_PERSON = frozenset(
    "he him his himself she her hers herself it its itself they them their theirs themselves".split()
)


@dataclass
class Chains:
    """GUM's chains in one document.

    Attributes:
        at: the chains of the phrases that a token heads, by the token's place.
        named: chains of a person, place or organisation of which some mention is headed by a proper noun.
        parts: of a chain that stands for several, the chains of each.
        articles: of each kind of thing and article of Wikipedia, the first chain that is tied to it.
    """

    at: dict[int, set[str]] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    parts: dict[str, set[str]] = field(default_factory=dict)
    articles: dict[tuple[str, str], str] = field(default_factory=dict)

    def one_of(self, number: str, kind: str, article: str | None) -> str:
        """The chain that a phrase is of: the first that is tied to the same article, where there is one."""
        return number if article is None else self.articles.setdefault((kind, article), number)


@dataclass(frozen=True, slots=True)
class Link:
    """A word that stands for what is named at `anchor`."""

    mention: Mention
    anchor: Mention
    kind: str


@dataclass
class Count:
    made: int = 0
    right: int = 0
    asked: int = 0
    found: int = 0

    def add(self, other: Count) -> None:
        self.made += other.made
        self.right += other.right
        self.asked += other.asked
        self.found += other.found


def documents(path: Path) -> Iterator[tuple[str, str]]:
    """Name and CoNLL-U of each document of a file."""
    for block in re.split(r"(?m)^(?=# newdoc id = )", path.read_text("utf-8")):
        if block.strip():
            name = block.partition("\n")[0].partition(" = ")[2]
            yield name, _joined(block)


def _joined(block: str) -> str:
    """The block with `SpaceAfter=No` on the words of a multiword token but the last, which CoNLL-U leaves open."""
    lines, until = [], 0
    for line in block.splitlines():
        row = line.split("\t")
        if len(row) == 10 and "-" in row[0]:
            until = int(row[0].partition("-")[2])
        elif len(row) == 10 and row[0].isdigit():
            if int(row[0]) < until and "SpaceAfter=No" not in row[9]:
                row[9] = "SpaceAfter=No" if row[9] == "_" else f"{row[9]}|SpaceAfter=No"
            until = 0 if int(row[0]) >= until else until
            line = "\t".join(row)
        lines.append(line)
    return "\n".join(lines) + "\n"


def chains_of(text: str, parsed: Parsed) -> Chains:
    """The chains that GUM tells in the MISC column of a document."""
    rows = [line.split("\t") for line in text.splitlines() if re.match(r"\d+\t", line)]
    chains = Chains()
    opened: dict[str, list[int]] = {}
    kinds: dict[str, str] = {}
    same: dict[str, str] = {}
    for i, row in enumerate(rows):
        misc = dict(pair.split("=", 1) for pair in row[9].split("|") if "=" in pair)
        for begun, at_once, ended in BRACKETS.findall(misc.get("Entity", "")):
            number = ended or re.split(r"[-\[]", begun)[0]
            if begun:
                told = begun.split("-", IDENTITY)
                kinds[number] = told[1]
                same[number] = chains.one_of(number, told[1], told[IDENTITY] if len(told) > IDENTITY else None)
                opened.setdefault(number, []).append(i)
            if at_once or ended:
                _note(chains, parsed, (same[number], opened[number].pop(), i + 1), kinds[number])
        for part, whole in re.findall(r"(\d+)<(\d+)", misc.get("SplitAnte", "")):
            chains.parts.setdefault(same.get(whole, whole), set()).add(same.get(part, part))
        for whole, part in re.findall(r"(\d+)<(\d+)", misc.get("Bridge", "")):
            if kinds.get(whole) == kinds.get(part) == "person":  # "the parents", of whom one is then named
                chains.parts.setdefault(same.get(whole, whole), set()).add(same.get(part, part))
    _conjuncts(chains, parsed)
    return chains


def _note(chains: Chains, parsed: Parsed, phrase: tuple[str, int, int], kind: str) -> None:
    number, first, last = phrase
    inside = parsed.tokens[first:last]
    head = next((t for t in inside if t.is_root or not first <= t.head < last), inside[0])
    chains.at.setdefault(head.i, set()).add(number)
    if head.upos == "PROPN" and kind in NAMED_KINDS:
        chains.named.add(number)


def _conjuncts(chains: Chains, parsed: Parsed) -> None:
    """A phrase "A and B", which its first word heads beside A, stands for A and B."""
    for place, numbers in list(chains.at.items()):
        others = [t for t in parsed.conjuncts(parsed.tokens[place])[1:] if t.i in chains.at]
        if others and len(numbers) > 1:
            inner = {n for t in others for n in chains.at[t.i]} | numbers
            for number in numbers:
                chains.parts.setdefault(number, set()).update(inner - {number})


def links_of(marked: Marked) -> Iterator[Link]:
    """The links that our stage makes."""
    names: dict[int, list[Mention]] = {}
    for mention in marked.mentions:
        if mention.kind == "name":
            names.setdefault(mention.entity, []).append(mention)
    for mention in marked.mentions:
        anchor = _anchor(mention, names.get(mention.entity, []))
        if anchor is None or mention.kind == "adjective" or _one_phrase(marked, mention, anchor):
            continue
        token = marked.parsed.tokens[mention.head]
        kind = str(mention.kind)
        if kind == "pronoun" and token.lower in FIRST_PERSON:
            kind = "first person"
        elif kind == "pronoun" and token.lower not in THIRD_PERSON:
            continue  # GUM marks no relative pronouns
        elif kind == "name" and _words(marked, mention) == _words(marked, anchor):
            kind = "name again"
        yield Link(mention, anchor, kind)


def _anchor(mention: Mention, names: Sequence[Mention]) -> Mention | None:
    before = [n for n in names if n.head < mention.head]
    if before or mention.kind == "name":
        return before[-1] if before else None
    return next((n for n in names if n.head > mention.head), None)


def _one_phrase(marked: Marked, mention: Mention, anchor: Mention) -> bool:
    """Is the name in apposition to the noun or part of its phrase, and so no link of ours?"""
    if mention.kind == "nominal" and mention.antecedent is not None and abs(mention.antecedent - mention.head) <= 2:
        return True
    one, other = marked.parsed.tokens[mention.head], marked.parsed.tokens[anchor.head]
    return mention.kind != "name" and any(
        below.head == above.i and below.rel in ("appos", "flat", "nmod", "compound") and below.deprel != "nmod:poss"
        for below, above in ((one, other), (other, one))
    )


def _words(marked: Marked, mention: Mention) -> str:
    return " ".join(t.lower for t in marked.parsed.tokens[mention.first : mention.last])


def is_right(link: Link, chains: Chains, gold: Parsed) -> bool:
    """Does GUM say so too?"""
    ours = _chains_at(link.mention, chains, gold)
    anchors = _chains_at(link.anchor, chains, gold)
    whole = ours | {part for number in ours for part in chains.parts.get(number, set())}
    return bool(whole & anchors)


def _chains_at(mention: Mention, chains: Chains, gold: Parsed) -> set[str]:
    """The chains of the phrase that GUM's tree makes of our words: the title or noun before a name may head it."""
    span = range(mention.first, mention.last) if mention.kind == "name" else range(mention.head, mention.head + 1)
    head = head_among([gold.tokens[i] for i in span])
    while head is not None and (head.rel == "flat" or (head.rel == "appos" and head.i not in chains.at)):
        head = gold.head(head)
    found = chains.at.get(head.i, set()) if head is not None else set()
    return found or {number for i in span for number in chains.at.get(i, set())}


def asked_of(parsed: Parsed, chains: Chains) -> Iterator[tuple[int, str]]:
    """The words that have a named antecedent in GUM, with their kinds."""
    named: dict[str, str] = {}
    for i in sorted(chains.at):
        token = parsed.tokens[i]
        numbers = [n for n in sorted(chains.at[i]) if n in chains.named]
        several = any(chains.parts.get(n, set()) & chains.named for n in chains.at[i])
        if not numbers and not several:
            continue
        if token.upos == "PROPN":
            text = " ".join(t.lower for t in parsed.subtree(token) if t.rel in ("flat", "compound") or t is token)
            told = [named[n] for n in numbers if n in named]
            named.update(dict.fromkeys(numbers, text))
            if told:
                yield i, "name again" if text in told else "name"
        elif token.lower in FIRST_PERSON:
            yield i, "first person"
        elif token.lower in THIRD_PERSON:
            yield i, "pronoun"
        elif token.upos == "NOUN":
            yield i, "nominal"


@dataclass
class Tallied:
    """One document: the counts by kind, the links that are wrong, and the words that were not linked rightly."""

    counts: dict[str, Count]
    wrong: list[Link] = field(default_factory=list)
    missed: list[tuple[int, str]] = field(default_factory=list)


def tally(marked: Marked, chains: Chains, gold: Parsed) -> Tallied:
    """Counts one document."""
    told = Tallied({kind: Count() for kind in (*KINDS, *BESIDE)})
    right: set[int] = set()
    for link in links_of(marked):
        good = is_right(link, chains, gold)
        told.counts[link.kind].made += 1
        told.counts[link.kind].right += good
        if good:
            right.update(range(link.mention.first, link.mention.last) if link.kind == "name" else (link.mention.head,))
        else:
            told.wrong.append(link)
    for i, kind in asked_of(gold, chains):
        told.counts[kind].asked += 1
        told.counts[kind].found += i in right
        if i not in right:
            told.missed.append((i, kind))
    return told


def parses(text: str, name: str, reader: EncoderReader, trees: str) -> tuple[Parsed, Parsed]:
    """A document as GUM has it, and as it is to be marked: with the names that our reader finds."""
    date = re.search(r"(?m)^# meta::dateCreated = (\d{4}(?:-\d\d){0,2})$", text)
    gold = parsed_from(text, source=name, published=date[1] if date else None)
    words = [[Word(t.start, t.end, t.text, t.par) for t in gold.tokens_of(s)] for s in gold.sentences]
    ours = reader.analyse(gold.article, words)
    if trees == "ours" and len(ours.tokens) == len(gold.tokens):
        return gold, ours
    named: list[Token] = [
        replace(g, name=o.name, begins=o.begins) for g, o in zip(gold.tokens, ours.tokens, strict=True)
    ]
    return gold, replace(gold, tokens=tuple(named))


def measure(path: Path, reader: EncoderReader, lexicon: Lexicon, options: argparse.Namespace) -> None:
    """Prints the table of one file for one kind of trees, and its errors where they are asked for."""
    by_genre: dict[str, dict[str, Count]] = {}
    errors: list[str] = []
    for name, text in documents(path):
        gold, parsed = parses(text, name, reader, options.trees)
        marked = mark(parsed, lexicon)
        told = tally(marked, chains_of(text, gold), gold)
        genre = by_genre.setdefault(name.split("_")[1], {kind: Count() for kind in told.counts})
        for kind, count in told.counts.items():
            genre[kind].add(count)
        if options.errors:
            errors += [_wrong(marked, link, name) for link in told.wrong if link.kind in KINDS]
        if options.missed:
            errors += [f"{name} missed {k}: {_shown(parsed, i)}" for i, k in told.missed if k in KINDS]
    print("\n".join(errors[: options.limit]))
    print(f"\n### {path.name}, {options.trees} trees\n")
    print("| | links | right | precision | asked for | found | recall |\n|" + " --- |" + " ---: |" * 6)
    for label, count in _table(by_genre, genres=options.genres):
        print(_row(label, count))


def _table(by_genre: dict[str, dict[str, Count]], *, genres: bool) -> Iterator[tuple[str, Count]]:
    for kind in KINDS:
        yield kind, _sum(g[kind] for g in by_genre.values())
    yield "**all**", _sum(g[kind] for g in by_genre.values() for kind in KINDS)
    yield "all, names repeated too", _sum(g[kind] for g in by_genre.values() for kind in (*KINDS, "name again"))
    for kind in BESIDE:
        yield f"beside: {kind}", _sum(g[kind] for g in by_genre.values())
    if genres:
        for name, genre in sorted(by_genre.items()):
            yield name, _sum(genre[kind] for kind in KINDS)


def _sum(counts: Iterator[Count]) -> Count:
    total = Count()
    for count in counts:
        total.add(count)
    return total


def _row(label: str, count: Count) -> str:
    precision = f"{count.right / count.made:.3f}" if count.made else "–"
    recall = f"{count.found / count.asked:.3f}" if count.asked else "–"
    return f"| {label} | {count.made} | {count.right} | {precision} | {count.asked} | {count.found} | {recall} |"


def _wrong(marked: Marked, link: Link, name: str) -> str:
    """A wrong link, with how many sentences lie between."""
    parsed = marked.parsed
    anchor = parsed.tokens[link.anchor.head]
    back = parsed.sentence(parsed.tokens[link.mention.head]).number - parsed.sentence(anchor).number
    told = f"{name} wrong {link.kind} ({link.mention.rule}) -> {anchor.text}, {back} back"
    return f"{told}: {_shown(parsed, link.mention.head)}"


def _shown(parsed: Parsed, place: int) -> str:
    """A word in its sentence."""
    sentence = parsed.sentence(parsed.tokens[place])
    return " ".join(f">{t.text}<" if t.i == place else t.text for t in parsed.tokens_of(sentence))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--trees", choices=("gold", "ours", "both"), default="both")
    parser.add_argument("--genres", action="store_true", help="a row for each genre too")
    parser.add_argument("--errors", action="store_true", help="show wrong links")
    parser.add_argument("--missed", action="store_true", help="show words that should have been linked")
    parser.add_argument("--limit", type=int, default=200, help="how many of these to show at most")
    options = parser.parse_args()
    folder = Path(os.environ.get("CHANCERY_SHARED", "shared")) / "data" / "treebanks"
    files = options.files or [folder / name for name in FILES]
    missing = [str(path) for path in files if not path.exists()]
    if missing:
        print(f"{', '.join(missing)}: not there; name the files", file=sys.stderr)
        return 2
    reader, lexicon = load_reader(), load_lexicon()
    for path in files:
        for trees in ("gold", "ours") if options.trees == "both" else (options.trees,):
            measure(path, reader, lexicon, argparse.Namespace(**{**vars(options), "trees": trees}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
