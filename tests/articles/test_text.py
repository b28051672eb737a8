"""Saved pages' plain text, written here in the manner of several kinds of sites."""

from __future__ import annotations

import pytest

from chancery.articles.text import meta_in, text_draft

LEAD = "The ministers of both countries met in Oslo on Friday and agreed to meet again in the spring."
NEXT = "They had last met two years ago, when the border was opened."


def page(*lines: str) -> str:
    return "\n\n".join(lines)


def test_headline_date_outlet_and_agency_of_a_saved_page() -> None:
    draft = text_draft(
        page("Ministers meet in Oslo for border talks", "26-Apr-2019 Fjord Times | AFP | 6:00 AM Print This Post", LEAD)
    )
    assert draft.headline == "Ministers meet in Oslo for border talks"
    assert (draft.published, draft.outlet, draft.agency) == ("2019-04-26", "Fjord Times", "AFP")
    assert draft.paragraphs == (LEAD,)


@pytest.mark.parametrize(
    "header",
    [
        ["Fjord Times | Friday, 26 April 2019 | Harbour Wire"],
        ["26 April 2019 - 20:15", "Fjord Times / Harbour Wire"],
        ["Fjord Times, Harbour Wire", "Published: 26 April 2019, 06:30 GMT"],
        ["By Ann Lee and Bo Berg", "Fjord Times | Harbour Wire", "Posted on April 26, 2019 at 6:30 a.m. EST"],
    ],
)
def test_headers_of_other_sites(header: list[str]) -> None:
    draft = text_draft(page("Ministers meet in Oslo for border talks", *header, LEAD, NEXT))
    assert draft.headline == "Ministers meet in Oslo for border talks"
    assert draft.published == "2019-04-26"
    assert draft.paragraphs == (LEAD, NEXT)


def test_menus_and_labels_above_the_headline_are_no_headline() -> None:
    draft = text_draft(
        page("Fjord Times", "Home | World | Opinion", "World news", "Ministers meet in Oslo today", LEAD)
    )
    assert draft.headline == "Ministers meet in Oslo today"
    assert draft.paragraphs == (LEAD,)


def test_an_update_gives_the_date_only_where_nothing_else_does() -> None:
    head = "Ministers meet in Oslo today"
    both = text_draft(page(head, "Updated: 28 April 2019", "Published: 26 April 2019", LEAD))
    alone = text_draft(page(head, "Last updated 28 April 2019", LEAD))
    assert both.published == "2019-04-26"
    assert alone.published == "2019-04-28"


def test_the_date_below_the_report_and_the_copyright_line() -> None:
    draft = text_draft(page("Ministers meet in Oslo today", LEAD, "Published: 26 April 2019", "© 2019 Fjord Times"))
    assert (draft.published, draft.outlet) == ("2019-04-26", "Fjord Times")


def test_a_wire_service_alone_is_outlet_and_agency() -> None:
    draft = text_draft(page("Ministers meet in Oslo today", "Reuters | 26 April 2019", LEAD))
    assert (draft.outlet, draft.agency) == ("Reuters", "Reuters")


def test_a_summary_below_the_headline_stays_in_the_text() -> None:
    deck = "Talks on the border run late into the night"
    draft = text_draft(page("Ministers meet in Oslo today", deck, "26 April 2019", LEAD))
    assert draft.paragraphs == (deck, LEAD)


def test_a_text_that_is_nothing_but_paragraphs_has_no_headline() -> None:
    draft = text_draft(page(LEAD, NEXT))
    assert draft.headline is None
    assert draft.published is None
    assert draft.paragraphs == (LEAD, NEXT)


def test_a_date_in_the_report_is_not_the_publication_date() -> None:
    text = page(
        "Ministers meet in Oslo today", "On 3 March 2017 the two countries opened the border between them again."
    )
    assert text_draft(text).published is None


def test_captions_in_the_header() -> None:
    draft = text_draft(page("Ministers meet in Oslo today", "Ann Lee in Oslo on Friday. Photo: Fjord Times", LEAD))
    assert draft.captions == ("Ann Lee in Oslo on Friday.",)
    assert draft.paragraphs == (LEAD,)


@pytest.mark.parametrize(
    "line", ["Ministers meet in Oslo today", LEAD, "Home | World", "By choosing Oslo, ministers send a message"]
)
def test_what_is_no_line_of_a_header(line: str) -> None:
    assert meta_in(line) is None


@pytest.mark.parametrize("text", ["", "\n\n", "One", "One\n\nTwo"])
def test_hardly_any_text(text: str) -> None:
    assert len(text_draft(text).paragraphs) <= 1
