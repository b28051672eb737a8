"""CoNLL-U in and out (https://universaldependencies.org/format.html).

What we write carries all that is needed to read the report again: names in MISC as `Name=B-PER`, character ranges as
`TokenRange=0:5`, and what is known of the report as `# meta::published = 2019-04-26`, in GUM's manner. What others
write is taken as it is: words, sentences and trees stay; names are read from `Name=` or `NER=` (BIO or BIOES), ranges
from `TokenRange=` or `start_char=` and `end_char=`. Empty nodes are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from chancery.articles.types import Article
from chancery.errors import DataError
from chancery.grammar.types import Parsed, Sentence, Token

META = ("headline", "outlet", "agency", "dateline", "dateline_date", "published", "url", "language")
"""What of an article stands in `# meta::` comments, by its own field names; captions and the parser beside."""
LONGEST_GAP = 1_000
"""Characters between two words at most; ranges further apart are not those of a text that we wrote."""
NAME_KINDS = {"PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC"}
"""Kinds of names in others' schemes (CoNLL 2003, OntoNotes) and ours."""

_META = re.compile(r"#\s*meta::(\w+)\s*=\s*(.*)")
_NEWDOC = re.compile(r"#\s*newdoc(?:\s+id\s*=\s*(.*))?")


@dataclass(frozen=True, slots=True)
class Given:
    """A document of a CoNLL-U file.

    Attributes:
        parsed: its words and trees; `Article.id` is the document's own id, or the source's name.
        whole: true where every word has a part of speech, a head and a relation; else the trees mean nothing.
    """

    parsed: Parsed
    whole: bool


@dataclass(slots=True)
class _Row:
    """A line of ten columns: `shown` is what it puts into the text, `space` whether a space follows."""

    line: int
    cells: list[str]
    shown: str
    space: bool

    @property
    def misc(self) -> Mapping[str, str]:
        return dict(pair.split("=", 1) for pair in self.cells[9].split("|") if "=" in pair)


@dataclass(slots=True)
class _Document:
    name: str | None = None
    meta: dict[str, str] = field(default_factory=dict)
    captions: list[str] = field(default_factory=list)
    sentences: list[tuple[list[_Row], bool]] = field(default_factory=list)


def parsed_from(text: str, *, source: str = "CoNLL-U", published: str | None = None) -> Parsed:
    """A parsed article from CoNLL-U of one document, with its trees as given.

    Args:
        text: CoNLL-U; columns may be parted by tabs or by runs of spaces, as hand-written tests have them.
        source: how the text is named in errors, and the article's source.
        published: ISO date of the article, where the text does not tell it.

    Raises:
        DataError: where the text is not CoNLL-U, holds no sentence or several documents, or a tree is none.
    """
    found = list(documents(text, source=source, published=published))
    if len(found) != 1:
        raise DataError(f"{source}: {len(found)} documents where one is needed")
    return found[0].parsed


def documents(text: str, *, source: str = "CoNLL-U", published: str | None = None) -> Iterator[Given]:
    """The documents of a CoNLL-U text (apart by `# newdoc`); a text without such comments is one.

    Raises:
        DataError: where a line has not ten columns, or heads and numbers make no tree; it names source and line.
    """
    for document in _documents(text, source):
        yield _given(document, source, published)


def _documents(text: str, source: str) -> Iterator[_Document]:
    document, opens = _Document(), False
    lines: list[_Row] = []
    for number, line in enumerate([*re.split(r"\r?\n", text), ""], start=1):
        if line.startswith("#"):
            opened = _NEWDOC.match(line)
            if opened:
                if document.sentences:
                    yield document
                document = _Document(name=(opened.group(1) or "").strip() or None)
            opens = opens or opened is not None or line.startswith("# newpar")
            _note(document, line)
        elif line.strip():
            lines.append(_row(line, number, source))
        elif lines:
            words = list(_words(lines, source))
            if words:
                document.sentences.append((words, opens))
            lines, opens = [], False
    if document.sentences:
        yield document


def _note(document: _Document, line: str) -> None:
    told = _META.match(line)
    if told and told.group(1) == "caption":
        document.captions.append(told.group(2).strip())
    elif told and told.group(1) in (*META, "parser") and told.group(2).strip():
        document.meta[told.group(1)] = told.group(2).strip()


def _row(line: str, number: int, source: str) -> _Row:
    cells = line.split("\t") if "\t" in line else line.split()
    if len(cells) != 10:
        raise DataError(f"{source}:{number}: a CoNLL-U line has ten columns, this one has {len(cells)}")
    if not cells[1]:
        raise DataError(f"{source}:{number}: a word without a form")
    return _Row(number, cells, cells[1], "SpaceAfter=No" not in cells[9].split("|"))


def _words(lines: Sequence[_Row], source: str) -> Iterator[_Row]:
    """The syntactic words of a sentence; multiword tokens ("cannot") give them their text, empty nodes go."""
    for place, row in enumerate(lines):
        number = row.cells[0]
        token = re.fullmatch(r"(\d+)-(\d+)", number)
        if token:
            _share(row, lines[place + 1 : place + 2 + int(token[2]) - int(token[1])])
        elif re.fullmatch(r"\d+", number):
            yield row
        elif not re.fullmatch(r"\d+\.\d+", number):
            raise DataError(f"{source}:{row.line}: {number!r} is no number of a word")


def _share(token: _Row, parts: Sequence[_Row]) -> None:
    """Gives a multiword token's text to its words; where it is no mere row of them ("zum"), all to the first."""
    row = "".join(p.cells[1] for p in parts)
    for p in parts:
        p.space = False
        if row != token.cells[1]:
            p.shown = ""
    if parts:
        parts[-1].space = token.space
        if row != token.cells[1]:
            parts[0].shown = token.cells[1]


def _given(document: _Document, source: str, published: str | None) -> Given:
    ranges = _told_ranges(document)
    body, spans = _body(document, ranges)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    par = 0
    whole = True
    for rows, opens in document.sentences:
        base = len(tokens)
        par += opens and base > 0
        whole = whole and all("_" not in (r.cells[3], r.cells[6], r.cells[7]) for r in rows)
        heads = _heads(rows, source)
        for k, row in enumerate(rows):
            start, end = spans[base + k]
            kind, begins = _name(row.misc)
            lemma = "" if row.cells[2] == "_" and row.cells[1] != "_" else row.cells[2]
            tokens.append(
                Token(
                    i=base + k, start=start, end=end, text=row.cells[1], lemma=lemma, upos=row.cells[3],
                    feats="" if row.cells[5] == "_" else row.cells[5], head=base + heads[k], deprel=row.cells[7],
                    name=kind, begins=begins, par=par,
                )
            )  # fmt: skip
        sentences.append(Sentence(len(sentences), base, len(tokens), tokens[base].start, tokens[-1].end))
    tokens = _begun(tokens)
    article = _article(document, Article(source, document.name or source, body, published=published))
    parser = document.meta.get("parser", "as given")
    return Given(Parsed(article, tuple(tokens), tuple(sentences), parser), whole)


def _article(document: _Document, plain: Article) -> Article:
    told = document.meta
    return replace(
        plain,
        headline=told.get("headline"),
        outlet=told.get("outlet"),
        agency=told.get("agency"),
        dateline=told.get("dateline"),
        dateline_date=told.get("dateline_date"),
        published=told.get("published", plain.published),
        url=told.get("url"),
        language=told.get("language", plain.language),
        captions=tuple(document.captions),
    )


def _heads(rows: Sequence[_Row], source: str) -> list[int]:
    """Each word's head by its place in the sentence, the root's own; a word without a head hangs on itself."""
    heads = []
    for k, row in enumerate(rows):
        number, head = row.cells[0], row.cells[6]
        if int(number) != k + 1:
            raise DataError(f"{source}:{row.line}: word {number} where {k + 1} is due")
        if head != "_" and not (head.isdigit() and int(head) <= len(rows) and int(head) != k + 1):
            raise DataError(f"{source}:{row.line}: {head!r} can't be the head of word {number}")
        heads.append(k if head in ("0", "_") else int(head) - 1)
    if any(row.cells[6] == "_" for row in rows):
        return heads
    if sum(row.cells[6] == "0" for row in rows) != 1:
        raise DataError(f"{source}:{rows[0].line}: a sentence needs one root")
    _no_cycle(heads, rows, source)
    return heads


def _no_cycle(heads: Sequence[int], rows: Sequence[_Row], source: str) -> None:
    done = [False] * len(heads)
    for k in range(len(heads)):
        path = set()
        at = k
        while not done[at] and heads[at] != at:
            if at in path:
                raise DataError(f"{source}:{rows[at].line}: word {at + 1} is above itself")
            path.add(at)
            at = heads[at]
        for place in path:
            done[place] = True


def _told_ranges(document: _Document) -> list[tuple[int, int]] | None:
    """The words' character ranges as the file tells them, if it tells all and they fit the words."""
    found: list[tuple[int, int]] = []
    last = 0
    for rows, _ in document.sentences:
        for row in rows:
            misc = row.misc
            told = misc.get("TokenRange") or f"{misc.get('start_char', '')}:{misc.get('end_char', '')}"
            fits = re.fullmatch(r"(\d{1,9}):(\d{1,9})", told)
            if fits is None:
                return None
            start, end = int(fits[1]), int(fits[2])
            if not last <= start <= last + LONGEST_GAP or end - start != len(row.shown):
                return None
            found.append((start, end))
            last = end
    return found


def _body(document: _Document, told: list[tuple[int, int]] | None) -> tuple[str, list[tuple[int, int]]]:
    """The text put together from the words, and each word's range in it."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    length, space = 0, False
    for number, (rows, opens) in enumerate(document.sentences):
        for k, row in enumerate(rows):
            breaks = k == 0 and number > 0 and opens
            if told is not None:
                gap = ("\n" if breaks else " ") * (told[len(spans)][0] - length)
            elif not spans:
                gap = ""
            else:
                gap = "\n\n" if breaks else " " * (space or k == 0)
            spans.append((length + len(gap), length + len(gap) + len(row.shown)))
            parts += [gap, row.shown]
            length, space = spans[-1][1], row.space
    return "".join(parts), spans


def _name(misc: Mapping[str, str]) -> tuple[str, bool]:
    told = misc.get("Name") or misc.get("NER") or misc.get("ner") or ""
    side, _, kind = told.partition("-")
    return NAME_KINDS.get(kind.upper(), ""), side in ("B", "S", "U")


def _begun(tokens: list[Token]) -> list[Token]:
    """A name whose first word is marked as inside (IOB1) begins all the same."""
    before = ""
    found = []
    for token in tokens:
        starts = bool(token.name) and (token.begins or token.name != before)
        found.append(token if starts == token.begins else replace(token, begins=starts))
        before = token.name
    return found


def to_conllu(parsed: Parsed) -> str:
    """The analysis as CoNLL-U, one block a sentence, ending in a blank line; read again, it is the same article."""
    out: list[str] = []
    text = parsed.article.text
    before = -1
    for sentence in parsed.sentences:
        tokens = parsed.tokens_of(sentence)
        if sentence.number == 0:
            out.extend(_opening(parsed))
        if tokens[0].par != before:
            out.append("# newpar")
            before = tokens[0].par
        out.append(f"# sent_id = {sentence.number + 1}")
        out.append(f"# text = {' '.join(parsed.text_of(sentence).split())}")
        for place, token in enumerate(tokens, start=1):
            head = 0 if token.is_root else token.head - sentence.first + 1
            misc = [f"TokenRange={token.start}:{token.end}"]
            if token.name:
                misc.insert(0, f"Name={'B' if token.begins else 'I'}-{token.name}")
            if place < len(tokens) and not text[token.end : tokens[place].start]:
                misc.append("SpaceAfter=No")
            row = (
                str(place), token.text, token.lemma or "_", token.upos, "_", token.feats or "_",
                str(head), token.deprel, "_", "|".join(misc),
            )  # fmt: skip
            out.append("\t".join(row))
        out.append("")
    return "\n".join(out) + ("\n" if out else "")


def _opening(parsed: Parsed) -> Iterator[str]:
    article = parsed.article
    yield f"# newdoc id = {article.id}"
    yield f"# meta::parser = {parsed.parser}"
    for name in META:
        value = getattr(article, name)
        if value:
            yield f"# meta::{name} = {' '.join(str(value).split())}"
    for caption in article.captions:
        yield f"# meta::caption = {' '.join(caption.split())}"
