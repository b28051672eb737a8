"""Where the time goes: cleaning pages, parsing them, telling who, when and where, and what happened, over some reports.

    python -m bench.speed samples [--rounds 3]

Prints a Markdown table, with each stage's processor time beside the parser's. One round more is run before, to warm
the caches, and is not counted.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from chancery.articles.types import Article
from chancery.grammar.capitals import in_ordinary_type
from chancery.grammar.types import Parsed
from chancery.mentions.mark import mark
from chancery.run.article import read_marked
from chancery.run.files import load_files
from chancery.run.kit import Kit, load_kit

T = TypeVar("T")


class Stopwatch:
    """Seconds by stage, added up over calls: by the clock, and of processor time."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.processor: dict[str, float] = {}

    def __call__(self, stage: str, work: Callable[[], T]) -> T:
        start, begun = time.perf_counter(), time.process_time()
        try:
            return work()
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - start
            self.processor[stage] = self.processor.get(stage, 0.0) + time.process_time() - begun


def one_round(paths: Sequence[str], kit: Kit, watch: Stopwatch) -> tuple[int, int]:
    """Reads everything once; gives the numbers of reports and of words."""

    def load() -> list[Article]:
        return [loaded.article for loaded in load_files(paths, on_error=_tell)]

    articles = watch("articles", load)
    parses: list[Parsed] = watch("grammar", lambda: [kit.reader.parse(article) for article in articles])
    marked = watch("mentions", lambda: [mark(in_ordinary_type(parsed), kit.lexicon) for parsed in parses])
    both = zip(parses, marked, strict=True)
    watch("observations", lambda: [read_marked(parsed, found, kit.lexicon) for parsed, found in both])
    return len(articles), sum(len(parsed.tokens) for parsed in parses)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()

    loading = Stopwatch()
    kit = loading("loading", load_kit)
    one_round(options.paths, kit, Stopwatch())
    watch = Stopwatch()
    reports = words = 0
    for _ in range(options.rounds):
        more_reports, more_words = one_round(options.paths, kit, watch)
        reports, words = reports + more_reports, words + more_words
    if not reports:
        sys.exit("bench.speed: no report could be read")
    _print(watch, reports, words)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nLoading model and word lists: {loading.seconds['loading']:.2f} s. Peak memory: {peak:.0f} MiB.")


def _print(watch: Stopwatch, reports: int, words: int) -> None:
    total, busy = sum(watch.seconds.values()), sum(watch.processor.values())
    parser = watch.processor["grammar"]
    print("| stage | ms a report | words a second | share | processor ms per 1,000 words | of the parser's |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for stage, spent in [*watch.seconds.items(), ("**all**", total)]:
        used = watch.processor.get(stage, busy)
        clock = f"{1000 * spent / reports:.1f} | {words / spent:,.0f} | {spent / total:.0%}"
        print(f"| {stage} | {clock} | {1e6 * used / words:.1f} | {used / parser:.1%} |")


def _tell(error: Exception) -> None:
    print(error, file=sys.stderr)


if __name__ == "__main__":
    main()
