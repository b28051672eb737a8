"""Web pages: the report without its page, and metadata that are told or left out, never guessed."""

from __future__ import annotations

import pytest

from chancery.articles.html import html_draft, plain_from_html
from chancery.articles.types import Draft

LEAD = "The ministers of both countries met in Oslo on Friday and agreed to meet again in the spring of next year."
NEXT = "They had last met two years ago, when the border was opened, and neither side has told what was said then."
LAST = "“We shall see,” the Norwegian minister told reporters before she left the hotel through a side door at night."


def page(head: str = "", top: str = "", body: str | None = None, foot: str = "") -> str:
    report = body or f"<p>{LEAD}</p><p>{NEXT}</p><p>{LAST}</p>"
    return (
        f"<!DOCTYPE html><html><head><title>Ministers meet in Oslo - Fjord Times</title>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
        f"<article>{top}{report}</article>"
        "<aside><h2>Most read</h2><ul><li><a href='/1'>Ten soups</a></li></ul></aside>"
        f"<footer><p>{foot}</p></footer></body></html>"
    )


def draft_of(text: str) -> Draft:
    draft = html_draft(text)
    assert draft is not None
    return draft


def linked(**fields: str) -> str:
    inside = ", ".join(f'"{key}": {value}' for key, value in fields.items())
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {inside}}}</script>'


def test_the_report_without_its_page() -> None:
    assert draft_of(page()).paragraphs == (LEAD, NEXT, LAST)


@pytest.mark.parametrize(
    "head",
    [
        linked(datePublished='"2019-04-26T06:00:00Z"'),
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "datePublished": "2001-01-01"},'
        ' {"@type": ["Article"], "datePublished": "2019-04-26"}]}</script>',
        '<meta property="article:published_time" content="2019-04-26T06:00:00+09:00">',
        '<meta name="pubdate" content="26 April 2019">',
        '<meta itemprop="datePublished" content="2019-04-26">',
        '<link rel="canonical" href="https://fjord.example/world/2019/04/26/oslo">',
    ],
)
def test_the_publication_date_in_the_head(head: str) -> None:
    assert draft_of(page(head)).published == "2019-04-26"


@pytest.mark.parametrize(
    "top",
    [
        "<time datetime='2019-04-26T06:00'>today</time>",
        "<p class='byline'>Ann Lee, 26 April 2019</p>",
        "<span id='publish-date'>26/04/2019</span>",
    ],
)
def test_the_publication_date_in_the_page(top: str) -> None:
    assert draft_of(page(top=top)).published == "2019-04-26"


def test_no_date_is_guessed() -> None:
    told = f"<p>{LEAD}</p><p>On 3 March 2017 {NEXT}</p><p>{LAST}</p>"
    assert draft_of(page(body=told, foot="© 2024 Fjord Times")).published is None


def test_a_day_that_may_be_a_month_is_not_guessed() -> None:
    assert draft_of(page(top="<time>04/05/2019</time>")).published == "2019"


def test_broken_linked_data_is_passed_over() -> None:
    head = '<script type="application/ld+json">{"@type": </script>' + linked(headline='"Ministers meet"')
    assert draft_of(page(head)).headline == "Ministers meet"


def test_the_headline() -> None:
    assert draft_of(page(top="<h1>Ministers of two countries meet</h1>")).headline == "Ministers of two countries meet"
    assert draft_of(page(linked(headline='"Ministers&#8217; talks in Oslo"'))).headline == "Ministers’ talks in Oslo"
    assert draft_of(page('<meta property="og:site_name" content="Fjord Times">')).headline == "Ministers meet in Oslo"
    assert draft_of(page(top="<h1>Fjord Times</h1>")).headline == "Ministers meet in Oslo - Fjord Times"


def test_outlet_and_agency() -> None:
    site = '<meta property="og:site_name" content="Fjord Times">'
    both = draft_of(
        page(site + linked(author='[{"@type": "Person", "name": "Ann Lee"}, {"name": "Agence France-Presse"}]'))
    )
    assert (both.outlet, both.agency) == ("Fjord Times", "AFP")
    house = draft_of(
        page(linked(publisher='{"name": "Fjord Times"}', author='{"@type": "Organization", "name": "Fjord Times"}'))
    )
    assert (house.outlet, house.agency) == ("Fjord Times", None)
    other = draft_of(page(site + linked(author='{"@type": "Organization", "name": "Harbour Wire"}')))
    assert other.agency == "Harbour Wire"
    assert draft_of(page('<meta name="author" content="By Ann Lee and Reuters">')).agency == "Reuters"
    assert draft_of(page(foot="© 2019 Fjord Times. All rights reserved.")).outlet == "Fjord Times"
    assert draft_of(page()).outlet is None


def test_captions_are_taken_out() -> None:
    figure = (
        "<figure><img src='a.jpg'><figcaption>Ann Lee in Oslo on Friday. (Bo Berg/Harbour Wire)</figcaption></figure>"
    )
    draft = draft_of(page(body=f"<p>{LEAD}</p>{figure}<p>{NEXT}</p><p>{LAST}</p>"))
    assert draft.captions == ("Ann Lee in Oslo on Friday.",)
    assert draft.paragraphs == (LEAD, NEXT, LAST)


@pytest.mark.parametrize(
    "text",
    [
        "<html><head><script>var words = 'they met in Oslo';</script></head><body><script>go()</script></body></html>",
        "<html><body></body></html>",
        "<!-- nothing -->",
        "",
    ],
)
def test_pages_without_text(text: str) -> None:
    assert html_draft(text) is None


def test_a_page_with_an_xml_declaration() -> None:
    assert draft_of('<?xml version="1.0" encoding="utf-8"?>' + page()).paragraphs[0] == LEAD


def test_markup_of_a_field() -> None:
    assert plain_from_html("They <b>met</b>.") == "They met."
    assert plain_from_html("<br><script>go()</script>") is None
    assert plain_from_html("") is None
