"""Compares `lexicon/data/diplomats.tsv`, which is kept by hand, with the public lists that `holders.tsv` is built from.

    python -m training.diplomats FOLDER_OF_LISTS [--ids]

Prints, one a line, where a row of ours differs from the lists: another start or end of the same term by more than
`SLACK` months, the same name and post in another state, or a post of which a state has one for which the lists have
somebody else all the while. With `--ids`, Wikidata ids that the lists have for the person are written into our table.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from chancery.lexicon.posts import SINGLE, posts_of, same_post
from chancery.lexicon.spelling import compare, core_words
from training.holders import COLUMNS, DATA, Row, all_lists, by_hand, named_apart

SLACK = 2
"""Months by which dates may differ: terms are counted from election, oath or appointment."""


def months(date: str) -> int | None:
    """Months of a date since year 0; None where it is not told to the month."""
    return int(date[:4]) * 12 + int(date[5:7]) if len(date) >= 7 else None


def apart(one: str, other: str) -> bool:
    """Whether two dates, each as exact as told, differ by more than `SLACK`."""
    if not one or not other:
        return False
    left, right = months(one), months(other)
    if left is None or right is None:
        return abs(int(one[:4]) - int(other[:4])) > 1
    return abs(left - right) > SLACK


def overlap(one: Row, other: Row) -> bool:
    """Whether two terms have a time in common, to the month as far as told."""
    return (not one.end or other.start[:7] < one.end[:7]) and (not other.end or one.start[:7] < other.end[:7])


def same_person(one: Row, other: Row) -> bool:
    """Whether two rows of one state are of one person, told in full."""
    full = min(len(core_words(one.person)), len(core_words(other.person))) > 1
    return full and compare(one.person, other.person) == "same"


def differences(own: Row, lists: Sequence[Row]) -> Iterator[str]:
    """What the lists, of the row's state, have otherwise."""
    terms = [r for r in lists if same_person(own, r) and same_post(own.office, r.office)]
    near = [r for r in terms if overlap(own, r)]
    starts, ends = {r.start for r in near if r.start}, {r.end for r in near if r.end}
    if starts and all(apart(own.start, s) for s in starts):
        yield f"start: the lists have {', '.join(sorted(starts))}"
    if own.end and ends and all(apart(own.end, e) for e in ends):
        yield f"end: the lists have {', '.join(sorted(ends))}"
    if terms and not near:
        yield f"another time: the lists have {', '.join(sorted(f'{r.start}..{r.end}' for r in terms))}"
    if not terms and posts_of(own.office) & SINGLE and own.country:
        rivals = [r for r in lists if posts_of(own.office) & posts_of(r.office) & SINGLE and covers(r, own)]
        if rivals:
            yield "another holder: " + ", ".join(sorted({f"{r.person} {r.start}..{r.end}" for r in rivals}))


def covers(other: Row, own: Row) -> bool:
    """Whether a listed term takes in the whole of ours, the list being known to hold then."""
    last = other.end or other.verified_until
    return bool(other.start and own.end and other.start[:7] <= own.start[:7] and own.end[:7] <= last[:7])


def elsewhere(own: Row, lists: Sequence[Row]) -> Iterator[str]:
    """The same full name and post in another state at the same time."""
    for r in lists:
        other = bool(own.country and r.country and r.country != own.country)
        named = core_words(r.person) == core_words(own.person) and same_post(own.office, r.office)
        if other and named and overlap(own, r):
            yield f"state: the lists have {r.country} ({r.person}, {r.office}, {r.start}..{r.end})"


def wikidata(own: Row, lists: Sequence[Row]) -> str:
    """The id of the only person of the lists, of the row's state, whose name is the same; else what the row has."""
    ids = {r.wikidata for r in lists if r.wikidata and same_person(own, r)}
    return min(ids) if len(ids) == 1 else own.wikidata


def main() -> None:
    parser = argparse.ArgumentParser(description="Compares our own table of diplomats with public lists.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--ids", action="store_true", help="write Wikidata ids into our table")
    options = parser.parse_args()
    lists = list(named_apart(all_lists(options.folder)))
    by_state: dict[str, list[Row]] = {}
    by_name: dict[tuple[str, ...], list[Row]] = {}
    for row in lists:
        by_state.setdefault(row.country, []).append(row)
        by_name.setdefault(core_words(row.person), []).append(row)
    mine = list(by_hand())
    compared = 0
    for own in mine:
        here = by_state.get(own.country, [])
        compared += any(same_person(own, r) and same_post(own.office, r.office) for r in here)
        for told in (*differences(own, here), *elsewhere(own, by_name.get(core_words(own.person), []))):
            print("\t".join((own.person, own.office, own.country, f"{own.start}..{own.end}", told)))
    print(f"{len(mine)} rows of ours, {compared} of them in the lists")
    if options.ids:
        write([replace(own, wikidata=wikidata(own, by_state.get(own.country, []))) for own in mine])


def write(rows: Sequence[Row]) -> None:
    """Puts rows into our table, its comment kept."""
    path = DATA / "diplomats.tsv"
    head = [line for line in path.read_text("utf-8").splitlines() if line.startswith(("#", "person\t"))]
    lines = ["\t".join(getattr(row, column) for column in COLUMNS) for row in rows]
    path.write_text("\n".join([*head, *lines]) + "\n", "utf-8")


if __name__ == "__main__":
    main()
