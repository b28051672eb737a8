"""From files to trees alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from chancery.errors import ChanceryError, InputError
from chancery.grammar.conllu import parsed_from
from chancery.grammar.reader import EncoderReader, load_reader
from chancery.grammar.types import Parsed
from chancery.grammar.words import Word
from chancery.run.files import OnError, load_files


def parse_files(paths: Iterable[str], *, published: str | None, on_error: OnError) -> Iterator[Parsed]:
    """The analysis of each report; of a .conllu file, its words and sentences analysed anew.

    Args:
        paths: files, folders, or "-" for standard input.
        published: the date of reports that carry none.
        on_error: told of each input that could not be read.
    """
    reader = load_reader()
    for path in paths:
        if path.endswith(".conllu"):
            try:
                yield parse_conllu(Path(path), reader)
            except ChanceryError as error:
                on_error(error)
        else:
            for loaded in load_files([path], published=published, on_error=on_error):
                yield reader.parse(loaded.article)


def parse_conllu(path: Path, reader: EncoderReader) -> Parsed:
    """The reader's analysis of the words and sentences of a CoNLL-U file.

    Raises:
        InputError: where the file cannot be read.
        DataError: where it is not CoNLL-U.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read ({error})") from error
    given = parsed_from(text, source=str(path))
    words = [[Word(t.start, t.end, t.text, t.par) for t in given.tokens_of(s)] for s in given.sentences]
    return reader.analyse(given.article, words)
