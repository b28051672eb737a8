"""The sample reports are read whole: each with headline, date and outlet, and nothing of its page."""

from __future__ import annotations

from pathlib import Path

import pytest

from chancery.articles.load import load
from chancery.articles.types import Article, Loaded

JUNK = (
    "Print This",
    "Comments",
    "Subscribe",
    "Category:",
    "Copyright",
    "©",
    "Most read",
    "Photo:",
    "ADVERTISEMENT",
    "(Harbour Wire)",
)


@pytest.fixture(scope="module")
def articles(request: pytest.FixtureRequest) -> list[Article]:
    folder: Path = request.getfixturevalue("samples")
    return [outcome.article for outcome in load([folder]) if isinstance(outcome, Loaded)]


def test_all_of_them_are_read(articles: list[Article]) -> None:
    assert len(articles) == 26
    assert len({article.id for article in articles}) == 26


def test_each_tells_headline_date_and_outlet(articles: list[Article]) -> None:
    for article in articles:
        assert article.headline, article.source
        assert article.outlet in {"Harbour Wire", "Meridian Post", "Eastgate Daily", "Straitline", "Northline Press"}
        assert article.published is not None
        assert len(article.published) == len("2019-04-26")
        if Path(article.source).name[:2] == "20":
            assert Path(article.source).name.startswith(article.published)


def test_nothing_of_their_pages_is_left(articles: list[Article]) -> None:
    for article in articles:
        assert not [junk for junk in JUNK if junk in article.text], article.source
        assert article.text.endswith((".", "”")), article.source


def test_wire_reports_name_place_and_agency(articles: list[Article]) -> None:
    filed = {Path(article.source).stem: (article.dateline, article.agency) for article in articles}
    assert filed["2018-05-08-kim-xi-dalian"] == ("Dalian, China", "Harbour Wire")
    assert filed["2018-09-19-moon-pyongyang"] == ("Pyongyang/Seoul", "Harbour Wire")
    assert filed["2019-04-26-kim-putin-eastgate"] == ("Vladivostok", None)
