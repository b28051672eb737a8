"""CoNLL-U in and out (https://universaldependencies.org/format.html).

Names stand in MISC as `Name=B-PER`, character ranges as `TokenRange=0:5`. Multiword tokens and empty nodes of
a file that is read are passed over; its words and sentences are kept as they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from chancery.articles.types import Article
from chancery.errors import DataError
from chancery.grammar.types import Parsed, Sentence, Token

Row = list[str]


def sentences_of(text: str, source: str = "CoNLL-U") -> Iterator[tuple[list[Row], bool]]:
    """Yields the rows of each sentence (ten columns each) and whether it opens a paragraph.

    Raises:
        DataError: where a line has not ten columns, or heads that are no numbers; it names source and line.
    """
    rows: list[Row] = []
    opens = False
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        if line.startswith("#"):
            opens = opens or line.startswith(("# newpar", "# newdoc"))
        elif line.strip():
            row = line.split("\t") if "\t" in line else line.split()
            if len(row) != 10:
                raise DataError(f"{source}:{number}: a CoNLL-U line has ten columns, this one has {len(row)}")
            if row[0].isdigit():
                rows.append(row)
        elif rows:
            yield rows, opens
            rows, opens = [], False


def parsed_from(text: str, *, source: str = "CoNLL-U", published: str | None = None) -> Parsed:
    """A parsed article from CoNLL-U, with its trees as given. The text is put together from the words.

    Args:
        text: CoNLL-U; columns may be parted by tabs or by runs of spaces, as hand-written tests have them.
        published: ISO date of the article made.

    Raises:
        DataError: where the text is not CoNLL-U.
    """
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    body = ""
    par = 0
    for rows, opens in sentences_of(text, source):
        if sentences:
            par += opens
            body = body.rstrip() + ("\n\n" if opens else " ")
        base, start = len(tokens), len(body)
        for row in rows:
            head = base + int(row[6]) - 1 if row[6] not in ("0", "_") else len(tokens)
            misc = dict(pair.split("=", 1) for pair in row[9].split("|") if "=" in pair)
            side, _, kind = misc.get("Name", "").partition("-")
            tokens.append(
                Token(
                    i=len(tokens), start=len(body), end=len(body) + len(row[1]), text=row[1],
                    lemma=row[2], upos=row[3], feats=row[5] if row[5] != "_" else "", head=head,
                    deprel=row[7], name=kind, begins=side == "B", par=par,
                )
            )  # fmt: skip
            body += row[1] + ("" if misc.get("SpaceAfter") == "No" else " ")
        sentences.append(Sentence(len(sentences), base, len(tokens), start, tokens[-1].end))
    article = Article(source=source, id=source, text=body.rstrip(), published=published)
    return Parsed(article, tuple(tokens), tuple(sentences), "as given")


def to_conllu(parsed: Parsed) -> str:
    """The analysis as CoNLL-U, one block a sentence, ending in a blank line."""
    out: list[str] = []
    text = parsed.article.text
    before = -1
    for sentence in parsed.sentences:
        tokens = parsed.tokens_of(sentence)
        if sentence.number == 0:
            out.append(f"# newdoc id = {parsed.article.id}")
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
