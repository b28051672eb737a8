"""How well phrases such as "Foreign Minister NAME of STATE" are read, and linked to the table of office-holders.

    python -m bench.office_phrases [--misses]

Reads the phrases of releases of 2021 and 2022, with the days of the meetings, from `data/offices` of the folder that
$CHANCERY_SHARED names; without it, it says so and stops. Each phrase is read twice: in a plain sentence, and in the
release's own title. What each phrase says was written down by hand in `office_phrases.tsv`.

- parsed: of the people in posts that the phrases name, those that are read with person, office and country (or body).
- exact: of what is read, the share that the phrases say.
- linked: of those people whom the table has in that post on that day, those that what was read is linked to.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from chancery.articles.types import Article
from chancery.lexicon.holders import Holders, Holding
from chancery.lexicon.posts import same_post
from chancery.lexicon.spelling import compare, core_words, name_words, sounds
from chancery.lexicon.tables import read_rows
from chancery.mentions.mark import mark
from chancery.observations.offices import find_offices
from chancery.run.kit import Kit, load_kit

KEY = Path(__file__).parent / "office_phrases.tsv"
PHRASES = "data/offices/state_dept_office_evidence_2021_2022.csv"
FRAME = "Secretary of State Antony Blinken met {} on Tuesday."
ENOUGH = 0.75
"""Token F1 of two offices' words from which on they are one."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in a post, as a phrase says or as was read."""

    person: str
    office: str
    country: str | None
    body: str | None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with the day of the meeting, the title that it stands in, and what it says."""

    text: str
    date: str
    title: str
    says: tuple[Holder, ...]


@dataclass(slots=True)
class Result:
    """Counts, and what was missed, one line each."""

    told: int = 0
    read: int = 0
    parsed: int = 0
    held: int = 0
    linked: int = 0
    misses: list[str] = field(default_factory=list)


def phrases(folder: Path) -> Iterator[Phrase]:
    """The phrases, those left out that the key has not."""
    key = answers()
    with (folder / PHRASES).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            text = " ".join(row["person_phrase"].split())
            says = key.get(hashlib.sha1(text.encode()).hexdigest()[:12])
            if says is not None:
                yield Phrase(text, row["date"], " ".join(row["title"].split()), says)


def answers() -> Mapping[str, tuple[Holder, ...]]:
    """What the phrases say, by the digits that stand for them."""
    found: dict[str, tuple[Holder, ...]] = {}
    for phrase, person, office, country, body in read_rows(KEY, "phrase person office country body"):
        told = (Holder(person, office, country or None, body or None),) if person else ()
        found[phrase] = (*found.get(phrase, ()), *told)
    return found


def read(text: str, phrase: Phrase, kit: Kit) -> list[Holder]:
    """The people in posts that a text tells of a phrase in it: who else is in the text is left out."""
    article = Article(source="phrase", id="phrase", text=text, published=phrase.date)
    found = find_offices(mark(kit.reader.parse(article), kit.lexicon), kit.lexicon)
    words = set(name_words(phrase.text))
    return [Holder(o.person, o.office, o.country, o.body) for o in found if set(name_words(o.person)) & words]


def is_same(told: Holder, said: Holder) -> bool:
    """Whether what was read is what the phrase says."""
    left, right = set(name_words(told.person)), set(name_words(said.person))
    named = bool(left and right) and (left <= right or right <= left)
    if not named or told.country != said.country or alike(told.office, said.office) < ENOUGH:
        return False
    return told.body is None or told.country is not None or alike(told.body, said.body or "") > 0


def alike(one: str, other: str) -> float:
    """Token F1 of the words of two offices or bodies."""
    left, right = Counter(name_words(one)), Counter(name_words(other))
    both = (left & right).total()
    return 2 * both / (left.total() + right.total()) if both else 0.0


def held(told: Holder, date: str, rows: Sequence[Holding]) -> list[Holding]:
    """The rows of the table that have this person in this post on that day; `rows` are all rows."""
    words = set(sounds(" ".join(core_words(told.person))))
    return [
        h
        for h in rows
        if h.country == told.country
        and words & set(sounds(h.person))
        and (h.start or "")[:7] <= date[:7] <= (h.end or "9999")[:7]
        and same_post(h.office, told.office)
    ]


def measure(given: Sequence[Phrase], kit: Kit, *, titles: bool) -> Result:
    """Reads all phrases, in sentences or in the releases' titles."""
    holders = kit.lexicon.atlas.holders
    rows = [holders.holding(i) for i in range(len(holders.rows))]
    result = Result()
    for phrase in given:
        said = read(f"{phrase.title}." if titles else FRAME.format(phrase.text), phrase, kit)
        result.told += len(phrase.says)
        result.read += len(said)
        for told in phrase.says:
            hit = next((s for s in said if is_same(told, s)), None)
            result.parsed += hit is not None
            if hit is None:
                result.misses.append(f"not parsed: {_shown(told)}; read: {'; '.join(map(_shown, said)) or 'nothing'}")
            right = held(told, phrase.date, rows)
            result.held += bool(right)
            if right and hit is not None:
                _link(hit, phrase.date, right, holders, result)
    return result


def _link(said: Holder, date: str, right: Sequence[Holding], holders: Holders, result: Result) -> None:
    """Counts whether what was read is linked to one of the right people of the table."""
    link = holders.resolve(said.person, date, said.country, said.office)
    if link is not None and any(compare(link.holding.person, h.person) != "no" for h in right):
        result.linked += 1
        return
    names = ", ".join(sorted({h.person for h in right}))
    got = link.holding.person if link is not None else "nobody"
    result.misses.append(f"not linked: {_shown(said)}; the table has {names}; got {got}")


def table(results: Mapping[str, Result]) -> Iterator[str]:
    """The figures as a Markdown table."""
    yield "| read in | told | parsed | share | exact | in the table | linked | share |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for name, r in results.items():
        shares = (r.parsed / r.told, r.parsed / max(1, r.read), r.linked / max(1, r.held))
        yield (
            f"| {name} | {r.told} | {r.parsed} | {shares[0]:.3f} | {shares[1]:.3f} "
            f"| {r.held} | {r.linked} | {shares[2]:.3f} |"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description="How well phrases of people in offices are read and linked.")
    parser.add_argument("--misses", action="store_true", help="print what was missed")
    options = parser.parse_args()
    shared = os.environ.get("CHANCERY_SHARED")
    if not shared:
        print("office phrases: skipped, CHANCERY_SHARED is not set", file=sys.stderr)
        return 0
    kit = load_kit()
    given = list(phrases(Path(shared)))
    results = {name: measure(given, kit, titles=name == "titles") for name in ("sentences", "titles")}
    print("\n".join(table(results)))
    if options.misses:
        for name, result in results.items():
            for line, count in sorted(Counter(result.misses).items()):
                print(f"{name}: {line} (x{count})")
    return 0


def _shown(holder: Holder) -> str:
    return f"{holder.person} | {holder.office} | {holder.country or ''} | {holder.body or ''}"


if __name__ == "__main__":
    sys.exit(main())
