"""The reader's speed and size: text to parsed sentences, against the bare network and against a spaCy CNN.

    python -m bench.reader samples [--rounds 3] [--long 0.1 0.5] [--spacy build/spacy_cnn]

Prints Markdown tables. Times are of processor time where one core works, so that a busy machine does not count
against either side, and of the clock where two do. `--long` gives sizes in MB; 5 takes some minutes.
"""

from __future__ import annotations

import argparse
import itertools
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import chancery.grammar
from bench import spacy_cnn
from chancery.articles.types import Article
from chancery.grammar.batches import BATCH_PIECES
from chancery.grammar.reader import EncoderReader, load_reader
from chancery.run.files import load_files

MODEL = Path(chancery.grammar.__file__).parent / "english"
SIZES = (1, 64, 128, 256, BATCH_PIECES, 1024, 4096)
SENTENCE = "Lavrov flew to Hanoi."
UNBROKEN = "the ministers agreed that the talks would go on while their envoys waited and "
READ_ONE = """
import sys, time
from chancery.articles.types import Article
from chancery.grammar.reader import load_reader
reader = load_reader()
text = sys.stdin.read()
start = time.process_time()
tokens = len(reader.parse(Article("one", "one", text)).tokens)
spent = time.process_time() - start
status = open("/proc/self/status").read().split()
print(tokens, spent, time.process_time(), status[status.index("VmHWM:") + 1])
"""
"""What a process of its own does: prints words, seconds for them, seconds in all, and its largest memory in KiB
(Linux counts what `getrusage` tells from before the program was loaded)."""


class Recorder:
    """Stands in for a network session and keeps what goes into it."""

    def __init__(self, session: Any) -> None:
        self._session = session
        self.inputs: list[dict[str, Any]] = []

    def run(self, names: None, inputs: dict[str, Any]) -> Any:
        self.inputs.append(inputs)
        return self._session.run(names, inputs)


def best(work: Callable[[], object], rounds: int, clock: Callable[[], float] = time.process_time) -> float:
    """Seconds of the best of some rounds."""
    found = []
    for _ in range(rounds):
        start = clock()
        work()
        found.append(clock() - start)
    return min(found)


def by_batch(articles: Sequence[Article], rounds: int) -> None:
    """Words a second for batches of several sizes, and what is spent outside the network."""
    print("| pieces a batch | report by report | of it outside the network | reports together |")
    print("| ---: | ---: | ---: | ---: |")
    for size in SIZES:
        reader = EncoderReader(MODEL, batch_pieces=size)
        words = _one_by_one(reader, articles)
        session, inputs = reader._session, _recorded(reader, articles)
        whole, bare = float("inf"), float("inf")
        for _ in range(rounds):  # in turn, so that both meet the same machine
            whole = min(whole, best(partial(_one_by_one, reader, articles), 1))
            bare = min(bare, best(partial(_bare, session, inputs), 1))
        together = best(partial(_together, reader, articles), rounds)
        size_told = f"{size} (default)" if size == BATCH_PIECES else str(size)
        print(f"| {size_told} | {words / whole:,.0f} | {1 - bare / whole:.0%} | {words / together:,.0f} |", flush=True)


def _one_by_one(reader: EncoderReader, articles: Sequence[Article]) -> int:
    return sum(len(reader.parse(article).tokens) for article in articles)


def _together(reader: EncoderReader, articles: Sequence[Article]) -> int:
    return sum(len(parsed.tokens) for parsed in reader.parse_all(articles))


def _bare(session: Any, inputs: Sequence[dict[str, Any]]) -> None:
    for batch in inputs:
        session.run(None, batch)


def _recorded(reader: EncoderReader, articles: Sequence[Article]) -> list[dict[str, Any]]:
    session = reader._session
    recorder = Recorder(session)
    reader._session = recorder
    for article in articles:
        reader.parse(article)
    reader._session = session
    return recorder.inputs


def by_cores(articles: Sequence[Article], rounds: int) -> None:
    """Words a second by the clock: one thread, two threads, two processes."""
    print("\n| by the clock | words a second |\n| --- | ---: |")
    for threads in (1, 2):
        reader = load_reader(threads=threads)
        words = _together(reader, articles)
        spent = best(partial(_together, reader, articles), rounds, time.perf_counter)
        print(f"| {threads} thread{'s' if threads > 1 else ''} | {words / spent:,.0f} |", flush=True)
    with ProcessPoolExecutor(2) as pool:
        halves = [articles[::2], articles[1::2]]
        list(pool.map(_count, halves))  # loads the model in both
        spent = best(lambda: list(pool.map(_count, halves)), rounds, time.perf_counter)
    print(f"| 2 processes | {words / spent:,.0f} |", flush=True)


_reader: EncoderReader | None = None


def _count(articles: Sequence[Article]) -> int:
    global _reader
    _reader = _reader or load_reader()
    return _together(_reader, articles)


@dataclass(frozen=True, slots=True)
class Told:
    """What a process that read one text tells: words, seconds of processor time for them and in all, peak MiB."""

    words: int
    spent: float
    whole: float
    peak: float


def read_alone(text: str) -> Told:
    """Reads a text in a process of its own."""
    done = subprocess.run([sys.executable, "-c", READ_ONE], input=text, capture_output=True, text=True, check=True)
    words, spent, whole, peak = done.stdout.split()
    return Told(int(words), float(spent), float(whole), int(peak) / 1024)


def cold_start(rounds: int) -> None:
    """From the start of a process to its first parsed sentence, and the memory that it then holds."""
    clock = best(partial(read_alone, SENTENCE), rounds, time.perf_counter)
    told = read_alone(SENTENCE)
    print(
        f"\nProcess start to first parsed sentence: {clock:.2f} s by the clock, {told.whole:.2f} s of processor time; "
        f"{told.peak:.0f} MiB resident at most."
    )


def long_texts(articles: Sequence[Article], sizes: Sequence[float]) -> None:
    """Time and memory by length: reports after one another, and one line without a mark."""
    print(
        "\n| text | MB | words | seconds a MB | words a second | peak MiB |\n| --- | ---: | ---: | ---: | ---: | ---: |"
    )
    reports = "\n\n".join(a.text for a in articles) + "\n\n"
    for size, (name, unit) in itertools.product(sizes, (("reports", reports), ("one line, no mark", UNBROKEN))):
        length = int(size * 1e6)
        told = read_alone((unit * (length // len(unit) + 1))[:length])
        speed = f"{told.spent / size:.1f} | {told.words / told.spent:,.0f}"
        print(f"| {name} | {size} | {told.words:,} | {speed} | {told.peak:.0f} |", flush=True)


def against_spacy(articles: Sequence[Article], pipeline: Path | None, rounds: int) -> None:
    """Our words a second beside those of a spaCy CNN pipeline, or why they are not compared."""
    if not spacy_cnn.available():
        print("\nskipped: spaCy CNN pipeline (spaCy is not installed)")
        return
    if pipeline is None or not pipeline.is_dir():
        print("\nskipped: spaCy CNN pipeline (train one: python -m bench.spacy_cnn train DATA OUT, then --spacy OUT)")
        return
    reader = load_reader()
    ours = _together(reader, articles) / best(partial(_together, reader, articles), rounds)
    theirs = spacy_cnn.words_a_second(pipeline, [a.text for a in articles], rounds)
    print(f"\nOne core, reports together: ours {ours:,.0f}, spaCy CNN {theirs:,.0f} words a second.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--long", type=float, nargs="*", default=[0.1, 0.5], metavar="MB", help="lengths of long texts")
    parser.add_argument("--spacy", type=Path, help="a pipeline that bench.spacy_cnn has trained")
    options = parser.parse_args()
    articles = [loaded.article for loaded in load_files(options.paths, on_error=_tell)]
    if not articles:
        sys.exit("bench.reader: no report could be read")
    print(f"{len(articles)} reports; load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")
    by_batch(articles, options.rounds)
    by_cores(articles, options.rounds)
    against_spacy(articles, options.spacy, options.rounds)
    cold_start(options.rounds)
    long_texts(articles, options.long)


def _tell(error: Exception) -> None:
    print(error, file=sys.stderr)


if __name__ == "__main__":
    main()
