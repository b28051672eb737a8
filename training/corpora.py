"""Reads the treebanks and name corpora that the pipeline is trained and measured on.

Formats: CoNLL-U (https://universaldependencies.org/format.html), Universal NER's IOB2, and the
two-column CoNLL files of WikiGold. Only syntactic words are kept; multiword tokens and empty nodes
are passed over, as the CoNLL 2018 evaluation does with gold tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from chancery.lexicon.tables import forms, numbered_lines

DATA = Path(__file__).parents[1] / "src/chancery/lexicon/data"

NAME_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
TITLES = frozenset(
    "mr mrs ms dr sir president vice chancellor minister prime premier king queen prince princess pope judge justice "
    "professor prof senator sen congressman congresswoman governor gov mayor general gen colonel col captain capt "
    "lieutenant lt sergeant sgt major admiral ambassador secretary lord lady rev reverend saint st emperor empress "
    "sultan duke duchess count earl baron bishop archbishop cardinal father brother sister uncle aunt mom dad mum god "
    "doctor speaker majesty highness excellency congress ma'am madam khan tsar czar shah chief commander envoy".split()
)
"""Words that are no names by themselves: dropped before a person's name, and a "name" of these alone is none."""


def cells(path: Path, *columns: str) -> list[list[str]]:
    """The named columns of a lexicon table, row by row."""
    lines = [line.split("\t") for _, line in numbered_lines(path)]
    places = [lines[0].index(column) for column in columns]
    return [[line[place] for place in places] for line in lines[1:]]


PEOPLES = frozenset(
    form for row in cells(DATA / "countries.tsv", "adjectives", "demonyms") for cell in row for form in forms(cell)
)


@dataclass(slots=True)
class Words:
    """One sentence as the network sees it. A column left empty is not trained on."""

    forms: list[str]
    upos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)  # BIO tags; "?" where the corpus does not decide
    text: str | None = None
    genre: str = ""
    opens: bool = False  # a paragraph begins here


def read_conllu(path: Path, *, with_names: bool = False) -> Iterator[Words]:
    """Yields the sentences of a CoNLL-U file; `with_names` reads GUM's entities as name spans."""
    rows: list[list[str]] = []
    text: str | None = None
    genre, opens = "", False
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("# text = "):
            text = line[9:]
        elif line.startswith(("# newdoc", "# newpar")):
            opens = True
            if line.startswith("# newdoc id = GUM_"):
                genre = line.split("_")[1]
        elif line.startswith("#"):
            continue
        elif line:
            row = line.split("\t")
            if row[0].isdigit():
                rows.append(row)
        elif rows:
            yield Words(
                forms=[r[1] for r in rows],
                upos=[r[3] for r in rows],
                feats=[r[5] for r in rows],
                lemmas=[r[2] for r in rows],
                heads=[int(r[6]) for r in rows],
                deprels=[r[7] for r in rows],
                names=_gum_names(rows) if with_names else [],
                text=text,
                genre=genre,
                opens=opens,
            )
            rows, text, opens = [], None, False


def _gum_names(rows: list[list[str]]) -> list[str]:
    """Name spans from GUM's nested entities: the proper-noun core of each one headed by a proper noun.

    GUM brackets whole noun phrases ("President Barack Obama, who ..."); name corpora bracket the name alone.
    """
    spans: list[tuple[int, int, str]] = []
    open_: list[tuple[str, str, int]] = []
    for i, row in enumerate(rows):
        match = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for part in re.findall(r"\([^()]*\)?|[^()]+\)", match.group(1)) if match else []:
            if part.startswith("("):
                fields = part.strip("()").split("-")
                open_.append((fields[0], fields[1] if len(fields) > 1 else "", i))
                if not part.endswith(")"):
                    continue
                key = fields[0]
            else:
                key = part.rstrip(")")
            at = next((j for j in range(len(open_) - 1, -1, -1) if open_[j][0] == key), None)
            if at is not None:
                _, kind, start = open_.pop(at)
                spans.append((start, i + 1, kind))
    tags = ["O"] * len(rows)
    for start, end, kind in sorted(spans, key=lambda s: s[0] - s[1]):
        core = _core(rows, start, end, kind)
        if core and kind in NAME_TYPES and all(tags[i] == "O" for i in range(*core)):
            tags[core[0]] = f"B-{NAME_TYPES[kind]}"
            for i in range(core[0] + 1, core[1]):
                tags[i] = f"I-{NAME_TYPES[kind]}"
    return tags


def _core(rows: list[list[str]], start: int, end: int, kind: str) -> tuple[int, int] | None:
    head = next((i for i in range(start, end) if not start < int(rows[i][6]) <= end), None)
    if head is None or not _proper(rows[head]):
        return None
    joins = {"of", "the", "de", "al", "-", "'s", "’s"} | ({"for", "and", "&"} if kind == "organization" else set())

    def inside(i: int, step: int) -> bool:
        if not start <= i < end:
            return False
        if _proper(rows[i]):
            return True
        beyond = i + step
        return rows[i][1].lower() in joins and start <= beyond < end and _proper(rows[beyond])

    low, high = head, head
    while inside(low - 1, -1):
        low -= 1
    while inside(high + 1, 1):
        high += 1
    while low < high and (rows[low][1].lower().rstrip(".") in TITLES or not _proper(rows[low])):
        low += 1
    if kind == "person" and _no_name(rows[low : high + 1]):
        return None
    return low, high + 1


def _no_name(core: list[list[str]]) -> bool:
    """Peoples ("the Austrians", "an American") and titles ("the Archbishop"), which the name corpora leave out."""
    last = core[-1]
    people = last[4] == "NNPS" or (len(core) == 1 and last[1] in PEOPLES)
    return people or all(r[1].lower().rstrip(".") in TITLES for r in core)


def _proper(row: list[str]) -> bool:
    # "New York", "White House": the treebank's part of speech looks at the part, its second tag at the whole
    return row[3] == "PROPN" or row[4] in ("NNP", "NNPS")


def read_iob(path: Path) -> Iterator[Words]:
    """Yields the sentences of a Universal NER file (tab-separated IOB2)."""
    forms: list[str] = []
    names: list[str] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("#"):
            continue
        if line.strip():
            row = line.split("\t")
            forms.append(row[1])
            names.append(row[2].replace("OTH", "MISC") if row[2] != "O" else "O")
        elif forms:
            yield Words(forms=forms, names=[n if n.endswith(("PER", "ORG", "LOC")) else "O" for n in names])
            forms, names = [], []


def read_columns(path: Path, kinds: dict[str, str]) -> Iterator[Words]:
    """Yields the sentences of a two-column name corpus, `kinds` mapping its types to ours ("?": undecided)."""
    forms: list[str] = []
    names: list[str] = []
    before = "O"
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.strip() and not line.startswith("-DOCSTART-"):
            form, tag = line.rsplit(None, 1)
            forms.append(form)
            kind = kinds.get(tag[2:], "O") if tag != "O" else "O"
            if kind in ("O", "?"):
                names.append(kind)
            else:
                begins = tag.startswith("B-") or before != tag[2:]
                names.append(f"{'B' if begins else 'I'}-{kind}")
            before = tag[2:] if tag != "O" else "O"
        elif forms:
            yield Words(forms=forms, names=names)
            forms, names, before = [], [], "O"
