"""From files to trees: reports are analysed, CoNLL-U files bring their analysis with them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from chancery.articles.finish import article_id
from chancery.articles.types import Article, Loaded
from chancery.errors import ChanceryError, DataError, InputError
from chancery.grammar.conllu import documents
from chancery.grammar.types import ManyReader, Parsed, Reader, WordReader
from chancery.grammar.words import Word
from chancery.provenance import Skipped
from chancery.run.files import OnError, OnNote, OnStep, is_conllu, load_files, nothing, with_conllu

UNDATED = Skipped("articles", "no publication date", "give one with --published DATE")


@dataclass(frozen=True, slots=True)
class Analysed:
    """A report's analysis and what was missing in its input."""

    parsed: Parsed
    skipped: tuple[Skipped, ...] = ()


def parse_files(
    paths: Iterable[str],
    reader: Reader,
    *,
    published: str | None,
    on_error: OnError,
    on_note: OnNote = nothing,
    on_step: OnStep = nothing,
    anew: bool = False,
) -> Iterator[Analysed]:
    """The analysis of each report; of a .conllu file, the one that it brings with it.

    Args:
        paths: files, folders, or "-" for standard input.
        reader: analyses what brings no analysis.
        published: ISO date, whole or cut, of reports that carry none.
        on_error, on_note, on_step: as `load_files` has them.
        anew: analyse the words and sentences of .conllu files anew.
    """
    for brings_trees, group in groupby(with_conllu(paths), is_conllu):
        if not brings_trees:
            loaded = load_files(group, published=published, on_error=on_error, on_note=on_note, on_step=on_step)
            yield from _analysed(loaded, reader)
            continue
        for path in group:
            try:
                yield from _conllu_file(path, reader, published, anew)
            except ChanceryError as error:
                on_error(error)
            on_step()


def _analysed(loaded: Iterable[Loaded], reader: Reader) -> Iterator[Analysed]:
    """The analyses of reports, many at once where the reader can: fuller batches are quicker."""
    if not isinstance(reader, ManyReader):
        yield from (Analysed(reader.parse(one.article), one.skipped) for one in loaded)
        return
    waiting: deque[Loaded] = deque()

    def articles() -> Iterator[Article]:
        for one in loaded:
            waiting.append(one)
            yield one.article

    for parsed in reader.parse_all(articles()):
        yield Analysed(parsed, waiting.popleft().skipped)


def _conllu_file(path: str, reader: Reader, published: str | None, anew: bool) -> Iterator[Analysed]:
    try:
        text = Path(path).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(path, f"cannot be read ({error})") from error
    found = list(documents(text, source=path, published=published))
    if not found:
        raise InputError(path, "no sentence in it")
    for number, given in enumerate(found, start=1):
        parsed = _identified(given.parsed, path if len(found) == 1 else f"{path}#{number}")
        if anew or not given.whole:
            parsed = _again(parsed, reader)
        yield Analysed(parsed, () if parsed.article.published else (UNDATED,))


def _identified(parsed: Parsed, source: str) -> Parsed:
    article = parsed.article
    return replace(parsed, article=replace(article, source=source, id=article_id(article.text, article.published)))


def _again(parsed: Parsed, reader: Reader) -> Parsed:
    """The reader's own analysis of words and sentences that are given.

    Raises:
        DataError: where the reader can only analyse text.
    """
    if not isinstance(reader, WordReader):
        raise DataError(f"{parsed.article.source}: {reader.name} takes no words that are given; write trees or text")
    words = [[Word(t.start, t.end, t.text, t.par) for t in parsed.tokens_of(s)] for s in parsed.sentences]
    return reader.analyse(parsed.article, words)
