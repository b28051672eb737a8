"""What is a page's and what is the report's."""

from __future__ import annotations

import pytest

from chancery.articles.furniture import (
    bare_caption,
    caption_in,
    copyright_holder,
    is_furniture,
    sort_paragraphs,
    without_buttons,
    without_credits,
)


@pytest.mark.parametrize(
    "line",
    [
        "Print This Post",
        "Comments are closed.",
        "Comments (41)",
        "Category: Korea",
        "Home | World | Asia-Pacific | Opinion",
        "Home > Asia > Korea",
        "Share | Tweet | Email | Comments (12)",
        "Facebook Twitter WhatsApp",
        "A+ A- | Print | Email",
        "(South China Morning Post)",
        "[AFP/Getty Images]",
        "ADVERTISEMENT",
        "Related: What the treaty says",
        "Read more: A history of the line.",
        "© 2019 Meridian Post",
        "Copyright 2018 Eastgate Daily. No part of this page may be republished.",
        "(Reporting by A. Writer in Oslo; Editing by B. Editor)",
        "(Writing and additional reporting by A. Writer; Editing by B. Editor)",
        "Sign up for our newsletter and never miss a summit.",
        "The Associated Press contributed to this report.",
        "(This version of the story was refiled to add a name)",
        "———",
        "\\###",
        "-0-",
        "Source",
    ],
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Also on the agenda for Tuesday are trade, visas and the border, officials in both capitals said.",
        "(The two ministers had met a day before.)",
        "More on the talks was expected from both of the delegations late on Friday, a spokesman told reporters.",
        "Source close to the talks said that the ministers would meet again in the spring of next year.",
        "Russia and China met.",
        "Kim met Xi / Moon met Trump; all four left.",
        "The share of trade fell to 34 per cent.",
        "According to a Reuters/Ipsos poll, the two are level.",
    ],
)
def test_sentences_of_a_report_stay(line: str) -> None:
    assert not is_furniture(line)
    assert sort_paragraphs([line]).body == (line,)


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("FILE PHOTO: The envoy answers questions in Oslo", "The envoy answers questions in Oslo"),
        ("The envoy in Oslo on Friday. Photo: Harbour Wire", "The envoy in Oslo on Friday."),
        ("The envoy in Oslo on Friday. (Ann Lee/Harbour Wire)", "The envoy in Oslo on Friday."),
        (
            "In this photo released by the palace, the king waves.",
            "In this photo released by the palace, the king waves.",
        ),
        ("The envoy in Oslo, April 3, 2019. REUTERS/Ann Lee", "The envoy in Oslo, April 3, 2019."),
    ],
)
def test_captions_lose_label_and_credit(line: str, caption: str) -> None:
    assert caption_in(line) == caption
    assert bare_caption(line) == caption


def test_a_sentence_is_no_caption() -> None:
    assert caption_in("The envoy met reporters in Oslo on Friday.") is None


def test_repeated_lines_without_a_full_stop_are_captions() -> None:
    page = ["The two shake hands", "They met on Friday.", "The two shake hands"]
    found = sort_paragraphs(page)
    assert found.body == ("They met on Friday.",)
    assert found.captions == ("The two shake hands",)


def test_a_paragraph_printed_twice_is_kept_once() -> None:
    assert sort_paragraphs(["They met.", "They left.", "They met."]).body == ("They met.", "They left.")


def test_nothing_is_read_behind_the_end_of_the_page() -> None:
    report = "The ministers of both countries met in Oslo on Friday and agreed to meet again in the spring."
    page = [report, "More on this story", "A teaser about something else, told in a sentence of its own."]
    assert sort_paragraphs(page).body == (report,)


def test_a_box_above_the_report_ends_nothing() -> None:
    report = "The ministers of both countries met in Oslo on Friday and agreed to meet again in the spring."
    assert sort_paragraphs(["Most read", "Ten recipes", report]).body[-1] == report


def test_credits_are_cut_from_a_paragraph() -> None:
    assert without_credits("They met. (Reporting by A. Writer; Editing by B. Editor)") == "They met."
    assert without_credits("They met. -0-") == "They met."
    assert without_credits("((This story has been corrected to fix a name)) They met.") == "They met."
    assert without_credits("They met (in Oslo).") == "They met (in Oslo)."


def test_buttons_are_cut_from_a_line() -> None:
    assert without_buttons("6:00 AM Print This Post") == "6:00 AM"
    assert without_buttons("Share this Tweet") == ""


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© 2019 Meridian Post", "Meridian Post"),
        ("Copyright 2018 Eastgate Daily. All rights reserved.", "Eastgate Daily"),
        ("Copyright © Straitline Media", "Straitline Media"),
        ("All rights reserved.", None),
        ("They met.", None),
    ],
)
def test_the_copyright_line_names_the_outlet(line: str, name: str | None) -> None:
    assert copyright_holder([line]) == name


def test_long_lines_are_no_furniture_and_take_no_time() -> None:
    assert not is_furniture("=-" * 200_000 + "a")
