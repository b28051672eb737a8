"""How fast events are coded: sentences a second of the coder alone, and its time beside the parser's.

    python -m bench.coder samples [--rounds 3]

Parsing, marking (who, when and where), meetings and statements are timed apart; the coder is given what they found.
One round more is run before, to warm the caches, and is not counted.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from bench.speed import Stopwatch
from chancery.articles.types import Article
from chancery.grammar.capitals import in_ordinary_type
from chancery.mentions.mark import mark
from chancery.observations.events.find import find_events
from chancery.observations.meetings.find import find_meetings
from chancery.observations.speech.find import find_statements
from chancery.run.files import load_files
from chancery.run.kit import Kit, load_kit

PARSING, MARKING, FINDING, CODING = "parsing", "who, when, where", "meetings and statements", "coding events"


@dataclass(slots=True)
class Read:
    """What was read: reports, sentences, and events coded."""

    reports: int = 0
    sentences: int = 0
    events: int = 0


def code(article: Article, kit: Kit, watch: Stopwatch, read: Read) -> None:
    """Reads one report as `run.article.read_parsed` does, each stage timed."""
    parsed = in_ordinary_type(watch(PARSING, lambda: kit.reader.parse(article)))
    marked = watch(MARKING, lambda: mark(parsed, kit.lexicon))
    meetings, statements = watch(
        FINDING, lambda: (find_meetings(marked, kit.lexicon), find_statements(marked, kit.lexicon))
    )
    events = watch(CODING, lambda: find_events(marked, kit.lexicon, meetings, statements))
    read.reports += 1
    read.sentences += len(parsed.sentences)
    read.events += len(events)


def table(seconds: dict[str, float], sentences: int) -> list[str]:
    """The stages as a Markdown table: sentences a second, and time in percent of the parser's."""
    lines = ["| stage | sentences a second | of the parser's time |", "| --- | ---: | ---: |"]
    for stage, spent in seconds.items():
        lines.append(f"| {stage} | {sentences / spent:,.0f} | {spent / seconds[PARSING]:.1%} |")
    return lines


def measure(paths: Sequence[str], rounds: int) -> tuple[dict[str, float], Read]:
    """Seconds by stage and what was read, over some rounds."""
    kit = load_kit()
    articles = [loaded.article for loaded in load_files(paths, on_error=lambda e: print(e, file=sys.stderr))]
    watch, read = Stopwatch(), Read()
    for article in articles:
        code(article, kit, Stopwatch(), Read())
    for _ in range(rounds):
        for article in articles:
            code(article, kit, watch, read)
    return watch.seconds, read


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    seconds, read = measure(options.paths, options.rounds)
    if not read.sentences:
        sys.exit("bench.coder: no report could be read")
    print("\n".join(table(seconds, read.sentences)))
    print(f"\n{read.reports} readings, {read.sentences} sentences, {read.events} events.")


if __name__ == "__main__":
    main()
