"""Members of bodies by date: the shipped table against the numbers that the bodies tell of themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from chancery.errors import DataError
from chancery.lexicon.membership import Term, load_membership
from tests.mentions.scenes import lexicon

HEADER = "body\tsince\tuntil\tmembers\n"


@pytest.mark.parametrize(
    ("body", "on", "count"),
    [
        ("org:EU", "1972", 6),
        ("org:EU", "2003-12-31", 15),
        ("org:EU", "2004-05-01", 25),
        ("org:EU", "2019-04", 28),
        ("org:EU", "2020-02-01", 27),
        ("org:EUROZONE", "2022-06-01", 19),
        ("org:NATO", "1990", 16),
        ("org:NATO", "2010-01-01", 28),
        ("org:NATO", "2023-04-03", 30),
        ("org:NATO", "2024-03-07", 32),
        ("org:G7", "1990", 7),
        ("org:G8", "2013-06-17", 8),
        ("org:G8", "2014-06", 0),
        ("org:G20", "2009-04-02", 20),
        ("org:G20", "2024", 21),
        ("org:BRICS", "2010-04-15", 4),
        ("org:BRICS", "2018-07", 5),
        ("org:ASEAN", "1990", 6),
        ("org:ASEAN", "2025-10-25", 10),
        ("org:ASEAN", "2025-10-26", 11),
        ("org:UNSC", "1999", 5),
        ("org:UNSC", "2016-04", 15),
        ("org:UNSC", "2025-11-01", 15),
        ("org:P5PLUS1", "2015-07-14", 6),
        ("org:SCO", "2016", 6),
        ("org:SCO", "2024-07-04", 10),
        ("org:AU", "2010-01-01", 53),
        ("org:AU", "2018-01-01", 55),
        ("org:ECOWAS", "2024-12-31", 15),
        ("org:ECOWAS", "2025-02-01", 12),
        ("org:COE", "2022-03-16", 47),
        ("org:COE", "2022-03-17", 46),
        ("org:OSCE", "1975-08-01", 35),
        ("org:OSCE", "2019", 57),
        ("org:WARSAWPACT", "1970", 7),
        ("org:SIXPARTY", "2003-08-26", 0),
        ("org:SIXPARTY", "2003-08-27", 6),
        ("org:ARABLEAGUE", None, 22),
        ("org:OIC", None, 57),
        ("org:OECD", None, 38),
        ("org:PIF", None, 18),
        ("org:OAS", "2018", 35),
        ("org:SADC", None, 16),
        ("org:OPEC", "2018-11", 15),
        ("org:NOBODY", None, 0),
    ],
)
def test_how_many_members_a_body_had(body: str, on: str | None, count: int) -> None:
    assert len(lexicon().atlas.members(body, on)) == count


def test_every_year_of_the_security_council_has_five_permanent_and_ten_elected() -> None:
    for year in range(2001, 2027):
        assert len(lexicon().atlas.members("org:UNSC", f"{year}-06-30")) == 15, year


def test_the_members_of_the_six_party_talks() -> None:
    members = lexicon().atlas.members("org:SIXPARTY", "2005-09-19")
    assert [m.key for m in members] == ["CHN", "JPN", "KOR", "PRK", "RUS", "USA"]


def test_a_member_may_be_a_body() -> None:
    assert [m.key for m in lexicon().atlas.members("org:QUARTET", "2010")] == ["RUS", "USA", "org:EU", "org:UN"]


def test_the_seat_of_china_in_the_council() -> None:
    before, after = (lexicon().atlas.members("org:P5", day) for day in ("1971-10-24", "1971-10-25"))
    assert {"TWN", "SUN"} <= {m.key for m in before}
    assert "CHN" in {m.key for m in after}
    assert "TWN" not in {m.key for m in after}


@pytest.mark.parametrize(
    ("since", "until", "on", "held"),
    [
        ("1993", None, "1993-02", True),
        ("1993-11", None, "1993", True),
        ("1993-11", None, "1993-10-31", False),
        ("1973", "2020-01-31", "2020-01-31", True),
        ("1973", "2020-01-31", "2020", True),
        ("1973", "2020-01-31", "2020-02", False),
        ("1973", "2020", "2020-12-31", True),
        ("1973", "2020", None, False),
        ("1973", None, None, True),
    ],
)
def test_dates_are_compared_as_far_as_both_tell_them(since: str, until: str | None, on: str | None, held: bool) -> None:
    assert Term("XXX", since, until).holds(on) is held


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("org:ZZ\t1990\t\tFRA", "members.tsv:2: org:ZZ is no body of organisations.tsv or groups.tsv"),
        ("org:A\t1990\t\tFRA|ZZZ", "members.tsv:2: ZZZ is no state or body"),
        ("org:A\t90\t\tFRA", "members.tsv:2: dates are written"),
        ("org:A\t1990\tsoon\tFRA", "members.tsv:2: dates are written"),
        ("org:A\t1990-05\t1990-04-30\tFRA", "members.tsv:2: the term ends on 1990-04-30, before"),
        ("org:A\t1990\tFRA", "members.tsv:2: 3 cells"),
    ],
)
def test_a_wrong_row_is_refused_with_its_place(tmp_path: Path, row: str, reason: str) -> None:
    (tmp_path / "members.tsv").write_text(HEADER + row + "\n", "utf-8")
    with pytest.raises(DataError, match=reason):
        load_membership(tmp_path, {"org:A"}, {"FRA", "org:A"})
