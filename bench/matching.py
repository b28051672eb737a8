"""What it costs to hold the event rules against reports: rules tried a word, and coding beside parsing.

    python -m bench.matching samples [--rounds 3]

Rules are looked up by lemma (`EventRules.by_lemma`), so that most words try none. The best of the rounds counts.
UniversalPetrarch's coder alone is given with 145 to 600 sentences a second; that was measured elsewhere.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence

from chancery.grammar.types import Parsed
from chancery.mentions.mark import mark
from chancery.mentions.types import Marked
from chancery.observations.events.find import find_events
from chancery.observations.events.match import rules_at
from chancery.observations.events.memory import Memory
from chancery.observations.events.slots import Scene
from chancery.run.files import load_files
from chancery.run.kit import Kit, load_kit


def tried(marked: Sequence[Marked], kit: Kit) -> list[int]:
    """For each word, how many rules name it and are held against it."""
    scenes = [Scene(m, kit.lexicon.events, Memory(kit.lexicon.events.recalls)) for m in marked]
    return [len(rules_at(scene, token)) for scene in scenes for token in scene.parsed.tokens]


def best(rounds: int, work: Callable[[], object]) -> float:
    """The least time of some rounds, in seconds."""
    spent = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        spent.append(time.perf_counter() - start)
    return min(spent)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    kit = load_kit()
    articles = [loaded.article for loaded in load_files(options.paths, on_error=lambda error: None)]
    parses: list[Parsed] = [kit.reader.parse(article) for article in articles]
    marked = [mark(parsed, kit.lexicon) for parsed in parses]
    numbers, sentences = tried(marked, kit), sum(len(p.sentences) for p in parses)
    coding = best(options.rounds, lambda: [find_events(m, kit.lexicon, (), ()) for m in marked])
    parsing = best(options.rounds, lambda: [kit.reader.parse(article) for article in articles])
    named = sum(n > 0 for n in numbers)
    print(f"{len(kit.lexicon.events.rules)} rules, {len(numbers)} words in {sentences} sentences")
    print(
        f"words that any rule names: {named / len(numbers):.1%}; rules tried a word: {sum(numbers) / len(numbers):.2f}"
    )
    print(f"coding alone: {sentences / coding:,.0f} sentences a second, {coding / parsing:.1%} of parsing's time")


if __name__ == "__main__":
    main()
