"""What holds of any set of reports: adding is idempotent and free of order, removing undoes it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.observations.types import Reading
from chancery.record.merge import RULES, merge, witnesses_of
from chancery.record.store import Record
from chancery.record.types import KINDS
from tests.record.made import Made, acted, counted, holds, met, said, told

PEOPLE = (
    "Kim Jong-un/PRK",
    "Kim Jong Un/PRK",
    "Kim/PRK",
    "/PRK",
    "Xi Jinping/CHN",
    "Xi/CHN",
    "/CHN",
    "Moon Jae-in/KOR",
)
DATES = (None, "2018", "2018-05", "2018-05-07", "2018-05-08", "2018-05-26")
PUBLISHED = (None, "2018-05", "2018-05-06", "2018-05-08", "2018-05-09", "2019-04-26")
WORDS = ("we are ready", "there is no other effective mechanism", "“there is no other effective mechanism” yet")

meetings = st.builds(
    lambda who, start, status, place: met(*who, start=start, status=status, place=place),
    st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True),
    st.sampled_from(DATES),
    st.sampled_from(("held", "held", "planned", "cancelled")),
    st.sampled_from((None, None, "Dalian", "Beijing")),
)
others = st.one_of(
    st.builds(said, st.sampled_from(("Peskov", "Dmitry Peskov", "Lavrov")), st.sampled_from(WORDS)),
    st.builds(acted, st.just("REQUEST"), st.just("RUS"), st.just("PRK"), st.sampled_from(DATES)),
    st.builds(counted, st.just("Kim"), st.sampled_from(("Xi", "Xi Jinping")), st.integers(1, 3)),
    st.builds(holds, st.sampled_from(("Xi Jinping", "Xi")), st.just("President"), st.just("CHN")),
)
observations: st.SearchStrategy[list[Made]] = st.lists(st.one_of(meetings, others), max_size=4)
readings = st.builds(lambda published, made: told(published, *made), st.sampled_from(PUBLISHED), observations)
several = st.lists(readings, max_size=6, unique_by=lambda r: r.article.id)


def held(record: Record) -> dict[str, Any]:
    """All that a record says, down to the links."""
    entries = {e.id: (e, record.find(e.id)) for kind in KINDS for e in record.listed(kind)}
    return {"reports": record.reports(), "entries": entries}


def kept(*batches: list[Reading], remove: tuple[str, ...] = ()) -> dict[str, Any]:
    """What a new record says after the batches, one after another, and the removals."""
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "r.duckdb", write=True) as record:
        for batch in batches:
            record.add(batch)
        for id in remove:
            record.remove(id)
        return held(record)


@settings(max_examples=150, deadline=None)
@given(several, st.randoms(use_true_random=False))
def test_merging_takes_no_notice_of_order(given_readings: list[Reading], random: Any) -> None:
    witnesses = [w for reading in given_readings for w in witnesses_of(reading)]
    merged = merge(witnesses)
    random.shuffle(witnesses)
    assert merge(witnesses) == merged
    assert sorted(w.id for j in merged for w in j.members) == sorted(w.id for w in witnesses)


@settings(max_examples=150, deadline=None)
@given(several)
def test_what_differs_is_never_one_entry(given_readings: list[Reading]) -> None:
    for joined in merge(w for reading in given_readings for w in witnesses_of(reading)):
        assert len({w.article for w in joined.members}) == len(joined.members)
        for one in joined.members:
            for other in joined.members:
                judged = RULES[joined.kind].judge(one, other)
                assert judged == RULES[joined.kind].judge(other, one)
                assert one == other or judged.judgement != "different"


@settings(max_examples=15, deadline=None)
@given(several)
def test_one_by_one_or_at_once_backwards_or_twice_is_the_same(given_readings: list[Reading]) -> None:
    at_once = kept(given_readings)
    assert kept(*[[reading] for reading in reversed(given_readings)]) == at_once
    assert kept(given_readings, given_readings[:2], given_readings) == at_once


@settings(max_examples=15, deadline=None)
@given(several, readings)
def test_removing_undoes_adding(given_readings: list[Reading], extra: Reading) -> None:
    rest = [r for r in given_readings if r.article.id != extra.article.id]
    assert kept(rest, [extra], remove=(extra.article.id,)) == kept(rest)
