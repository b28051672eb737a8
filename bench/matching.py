"""How far the index by lemma spares the matcher: words that any event rule names, and rules tried a word.

    python -m bench.matching samples

Rules are looked up by lemma (`EventRules.by_lemma`), so that most words try none; `bench.coder` tells the time.
"""

from __future__ import annotations

import argparse
import sys

from chancery.mentions.mark import mark
from chancery.observations.events.match import rules_at
from chancery.observations.events.memory import Memory
from chancery.observations.events.slots import Scene
from chancery.run.files import load_files
from chancery.run.kit import Kit, load_kit


def tried(paths: list[str], kit: Kit) -> list[int]:
    """For each word of some reports, how many rules name it and are held against it."""
    numbers = []
    for loaded in load_files(paths, on_error=lambda error: print(error, file=sys.stderr)):
        marked = mark(kit.reader.parse(loaded.article), kit.lexicon)
        scene = Scene(marked, kit.lexicon.events, Memory(kit.lexicon.events.recalls))
        numbers += [len(rules_at(scene, token)) for token in marked.parsed.tokens]
    return numbers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    kit = load_kit()
    numbers = tried(parser.parse_args().paths, kit)
    if not numbers:
        sys.exit("bench.matching: no report could be read")
    named = sum(n > 0 for n in numbers)
    print(f"{len(kit.lexicon.events.rules)} rules; {len(numbers)} words, {named / len(numbers):.1%} named by any rule;")
    print(f"{sum(numbers) / len(numbers):.2f} rules tried a word, at most {max(numbers)}")


if __name__ == "__main__":
    main()
