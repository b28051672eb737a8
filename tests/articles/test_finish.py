"""The last step: datelines cut, signatures read, language and length checked, the id."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.articles import finish as module
from chancery.articles.finish import article_id, finish
from chancery.articles.types import Article, Draft
from chancery.errors import InputError

LEAD = "The ministers of both countries met in Oslo on Friday and agreed to meet again."
NEXT = "They had last met two years ago."


def article_of(*paragraphs: str, **fields: str) -> Article:
    return finish(Draft(paragraphs, **fields), "a.txt").article  # type: ignore[arg-type]


def test_paragraphs_stand_a_blank_line_apart() -> None:
    assert article_of(LEAD, NEXT).text == f"{LEAD}\n\n{NEXT}"


def test_the_dateline_goes_into_the_fields() -> None:
    article = article_of(f"OSLO, Jan. 3 (AFP) - {LEAD}", NEXT, published="2019-01-04")
    assert article.text == f"{LEAD}\n\n{NEXT}"
    assert (article.dateline, article.agency, article.dateline_date) == ("Oslo", "AFP", "2019-01-03")


def test_a_dateline_below_a_summary() -> None:
    article = article_of(NEXT, f"OSLO (AFP) - {LEAD}")
    assert article.text == f"{NEXT}\n\n{LEAD}"
    assert article.dateline == "Oslo"


def test_what_the_draft_tells_goes_before_the_dateline() -> None:
    article = article_of(f"OSLO (AFP) - {LEAD}", agency="Harbour Wire", dateline="Bergen")
    assert (article.agency, article.dateline) == ("Harbour Wire", "Bergen")


def test_headline_and_date_printed_once_more_are_left_out() -> None:
    article = article_of("Ministers meet", "Friday, April 26, 2019", LEAD, headline="Ministers meet")
    assert article.text == LEAD
    assert article.published == "2019-04-26"


def test_a_day_in_the_dateline_is_the_publication_date_of_last_resort() -> None:
    assert article_of(f"OSLO, 3 January 2019 (AFP) - {LEAD}").published == "2019-01-03"
    assert article_of(f"OSLO, Jan. 3 (AFP) - {LEAD}").published is None


def test_signatures_and_credits_below_the_report() -> None:
    article = article_of(LEAD, f"{NEXT} ann/bo (Reuters, AFP, dpa)")
    assert article.text == f"{LEAD}\n\n{NEXT}"
    assert article.agency == "Reuters, AFP, dpa"
    signed = article_of(LEAD, NEXT, "— Ann Lee", "Agence France-Presse")
    assert signed.text == f"{LEAD}\n\n{NEXT}"
    assert signed.agency == "AFP"
    assert (
        article_of(LEAD, "©2018 Fjord Times, Distributed by Tribune Content Agency, LLC.").agency
        == "Tribune Content Agency"
    )


def test_a_bracket_that_is_no_credit_stays() -> None:
    assert article_of(f"{LEAD} They left (NATO, EU)").text.endswith("They left (NATO, EU)")


def test_a_missing_date_is_told_with_the_mend() -> None:
    loaded = finish(Draft((LEAD,)), "a.txt")
    assert [(s.stage, s.reason) for s in loaded.skipped] == [("articles", "no publication date")]
    assert "--published" in loaded.skipped[0].detail
    assert finish(Draft((LEAD,)), "a.txt", "2019-04").skipped == ()


def test_a_date_given_fills_but_never_replaces() -> None:
    assert finish(Draft((LEAD,)), "a.txt", "2019-04").article.published == "2019-04"
    assert finish(Draft((LEAD,), published="2018-01-02"), "a.txt", "2019-04").article.published == "2018-01-02"


@pytest.mark.parametrize(
    ("draft", "reason"),
    [
        (Draft(()), "no text in it"),
        (Draft(("— 12 —", "...")), "no text in it"),
        (
            Draft(("Les ministres des deux pays se sont rencontrés vendredi à Oslo.",)),
            "language is fr, Chancery reads English",
        ),
        (Draft((LEAD,), language="fr"), "language is fr, Chancery reads English"),
    ],
)
def test_what_cannot_be_read(draft: Draft, reason: str) -> None:
    with pytest.raises(InputError) as error:
        finish(draft, "a.txt")
    assert error.value.reason == reason


def test_a_text_over_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TEXT_LIMIT", 100)
    assert finish(Draft((LEAD,)), "a.txt").article.text == LEAD
    with pytest.raises(InputError, match="too long for a report"):
        finish(Draft((LEAD, NEXT)), "a.txt")


def test_the_id_is_of_words_and_date() -> None:
    assert article_id("They  met.\n\nThey left.", "2019") == article_id("They met. They left.", "2019")
    assert article_id("They met.", "2019") != article_id("They met.", "2018")
    assert article_id("They met.", None) != article_id("They met", None)
    assert article_of(LEAD).id == article_id(LEAD, None)


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8"), max_size=80), max_size=6))
def test_any_paragraphs_give_an_article_or_a_reason(paragraphs: list[str]) -> None:
    draft = Draft(tuple(filter(None, map(str.strip, paragraphs))))
    try:
        article = finish(draft, "a.txt").article
    except InputError:
        return
    assert article.text
    assert article.published is None or article.published[:2] in ("19", "20")
