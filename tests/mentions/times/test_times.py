"""Times: what words fix, against which publication date."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chancery.grammar.conllu import parsed_from
from chancery.grammar.types import Parsed
from chancery.mentions.times.find import find_times, published_day
from chancery.mentions.types import When

FRIDAY = "2019-04-26"


def flat(text: str, published: str | None = FRIDAY) -> Parsed:
    """A sentence whose words all hang on a first verb: for what is read off the surface."""
    words = text.split()
    rows = ["1 _ _ X _ _ 0 root _ _"]
    for place, word in enumerate(words, start=2):
        upos = "NUM" if word[0].isdigit() else "PROPN" if word[0].isupper() else "NOUN"
        upos = {"may": "AUX", "the": "DET", "a": "DET", "its": "DET", ",": "PUNCT"}.get(word, upos)
        plural = "Number=Plur" if word.endswith("s") else "Number=Sing"
        rows.append(f"{place} {word} {word.lower()} {upos} _ {plural} 1 dep _ _")
    return parsed_from("\n".join(rows), published=published)


def found(text: str, published: str | None = FRIDAY) -> list[tuple[str, str | None]]:
    return [(w.start, w.end) for w in find_times(flat(text, published))]


def only(text: str, published: str | None = FRIDAY) -> When:
    (when,) = find_times(flat(text, published))
    return when


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("they met on Thursday", "2019-04-25", None),
        ("they met on Friday", "2019-04-26", None),
        ("they met on Saturday", "2019-04-20", None),
        ("they met late on Tuesday night", "2019-04-23", None),
        ("they met last Friday", "2019-04-19", None),
        ("they met on Wednesday last week", "2019-04-17", None),
        ("they met last week", "2019-04-15", "2019-04-21"),
        ("they met this past Tuesday", "2019-04-23", None),
        ("they meet next weekend", "2019-05-04", "2019-05-05"),
        ("they met the day before yesterday", "2019-04-24", None),
        ("they met in the week of April 8", "2019-04-08", "2019-04-14"),
        ("they met on the 24th", "2019-04-24", None),
        ("they met on the fourth of March", "2019-03-04", None),
        ("they meet three days from now", "2019-04-29", None),
        ("they met this week", "2019-04-22", "2019-04-28"),
        ("they met earlier this week", "2019-04-22", "2019-04-26"),
        ("they meet next week", "2019-04-29", "2019-05-05"),
        ("they met over the weekend", "2019-04-20", "2019-04-21"),
        ("they met yesterday", "2019-04-25", None),
        ("the war since the start of the year", "2019", None),
        ("they met last night", "2019-04-25", None),
        ("they meet tomorrow", "2019-04-27", None),
        ("they met last month", "2019-03", None),
        ("they meet next month", "2019-05", None),
        ("they met late last year", "2018", None),
        ("they met last summer", "2018", None),
        ("they met over the summer", "2018", None),
        ("they met earlier in the month", "2019-04", None),
        ("they met earlier in the week", "2019-04-22", "2019-04-26"),
        ("they arrive later in the day", "2019-04-26", None),
        ("they met last February", "2019-02", None),
        ("they met last June", "2018-06", None),
        ("they met in February", "2019-02", None),
        ("they met in early December", "2018-12", None),
        ("they met in March last year", "2018-03", None),
        ("they met on April 3", "2019-04-03", None),
        ("they met on Nov. 27", "2018-11-27", None),
        ("they met on 27 November", "2018-11-27", None),
        ("they met on the 3rd of April", "2019-04-03", None),
        ("they met two years ago", "2017", None),
        ("they met a month ago", "2019-03", None),
        ("they met three days ago", "2019-04-23", None),
        ("they met two weeks ago", "2019-04-08", "2019-04-14"),
        ("a visit on March 21 and 22", "2019-03-21", "2019-03-22"),
        ("a visit on 25 - 28 March", "2019-03-25", "2019-03-28"),
        ("a visit between 12 and 14 April", "2019-04-12", "2019-04-14"),
        ("a visit on Monday and Tuesday", "2019-04-22", "2019-04-23"),
        ("a visit from March 30 to April 2", "2019-03-30", "2019-04-02"),
    ],
)
def test_words_resolved_against_a_friday(text: str, start: str, end: str | None) -> None:
    when = only(text)
    assert (when.start, when.end) == (start, end)
    assert when.basis == ("publication" if start == FRIDAY and end is None and "Friday" not in text else "relative")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("they met on 27 November 2016", "2016-11-27", None),
        ("they met on Thursday , April 25 , 2019", "2019-04-25", None),
        ("they met on April 25th , 2019", "2019-04-25", None),
        ("they met on 26 / 04 / 2017", "2017-04-26", None),
        ("they met on 26/04/2017", "2017-04-26", None),
        ("they met in spring 2016", "2016", None),
        ("they met on 2017-04-26", "2017-04-26", None),
        ("they met in June 2024", "2024-06", None),
        ("they met in 2003", "2003", None),
        ("they met in mid-2014", "2014", None),
        ("the 1953 armistice", "1953", None),
        ("the 1990s", "1990", "1999"),
        ("from 2014 to 2019", "2014", "2019"),
        ("the 1950 - 53 war", "1950", "1953"),
        ("between 12 and 14 June 2018", "2018-06-12", "2018-06-14"),
    ],
)
@pytest.mark.parametrize("published", [FRIDAY, "2019-04", None])
def test_told_years_need_no_publication_date(text: str, start: str, end: str | None, published: str | None) -> None:
    when = only(text, published)
    assert (when.start, when.end, when.basis) == (start, end, "stated")


@pytest.mark.parametrize(
    "text",
    [
        "talks for two hours",
        "a 44 - year - old envoy",
        "a three - day visit",
        "in recent weeks",
        "a few days ago",
        "more than two years ago",
        "the Good Friday agreement",
        "every Friday",
        "they may meet",
        "Theresa May said",
        "some 2000 troops",
        "Resolution 2094 says",
        "$ 1999 apiece",
        "they met on 04 / 05 / 2017",
        "last winter",
        "on the 24th floor",
        "in three days",
        "within two weeks",
    ],
)
def test_no_date(text: str) -> None:
    assert found(text) == []


def test_open_ends() -> None:
    assert only("a fourth meeting since March 2018").since
    assert only("closed until Friday").until
    first = only("the first visit in 12 years")
    assert (first.start, first.since) == ("2007", True)
    past = only("in the past five months")
    assert (past.start, past.since) == ("2018-11", True)
    assert found("they spoke in 12 years") == []


def test_told_from_the_time_before() -> None:
    text = "they met on April 3 and again two days later and the following day"
    assert found(text) == [("2019-04-03", None), ("2019-04-05", None), ("2019-04-06", None)]
    assert found("they met two days later") == []


def test_a_cut_publication_date_resolves_what_it_fixes() -> None:
    assert found("on Thursday", "2019-04") == []
    assert found("last week", "2019-04") == []
    assert found("last year", "2019-04") == [("2018", None)]
    assert found("last month", "2019-04") == [("2019-03", None)]
    assert found("on March 31", "2019-04") == [("2019-03-31", None)]
    assert found("in March", "2019") == []
    assert found("last year", "2019") == [("2018", None)]
    assert found("last week in March", None) == []


def test_wire_style_leaves_the_year_out_within_the_year() -> None:
    assert found("on Dec. 18", "2016-01-25") == [("2015-12-18", None)]
    assert found("on March 20", "2016-03-08") == [("2016-03-20", None)]
    assert found("on Thursday , January 3", "2019-12-30") == [("2019-01-03", None)]


def test_a_dateline_dates_no_act() -> None:
    assert found("Vienna , April 24 ( WIRE ) -- they met") == []


def test_a_dateline_day_is_counted_from() -> None:
    parsed = flat("they met today after yesterday 's talks", "2019-04")
    dated = replace(parsed, article=replace(parsed.article, dateline_date="2019-04-24"))
    assert [(w.start, w.basis) for w in find_times(dated)] == [("2019-04-24", "dateline"), ("2019-04-23", "relative")]


def test_published_day() -> None:
    assert published_day(flat("x", "2019-04-26T06:00:00Z")) == "2019-04-26"
    assert published_day(flat("x", "2019-04")) == "2019-04"
    assert published_day(flat("x", None)) is None
    assert published_day(flat("x", "last spring")) is None


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("they met on Thursday and talked the same evening", "2019-04-25"),
        ("they met on Thursday as he proposed a day before , in Rome", "2019-04-24"),
        ("they met on Thursday , two days after the envoy left", "2019-04-23"),
        ("they met on Thursday , two months before the vote", "2019-06"),
        ("the visit comes a week after the vote", "2019-04-15"),
        ("they met in 1994 and broke up that year", "1994"),
        ("they met on April 3 and broke up on the 10th", "2019-04-10"),
        ("they met in May 2017 and in July that year", "2017-07"),
        ("they met on April 3 and , two days after that , in Oslo", "2019-04-05"),
    ],
)
def test_times_told_from_another(text: str, last: str) -> None:
    assert found(text)[-1][0] == last
