"""Every event rule's example is coded by that rule, and its near miss is not, by the shipped parser and lexicon."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.codebook_words import TOLD, told_by
from chancery.articles.types import Article
from chancery.lexicon.event_rules import COLUMNS, EventRule
from chancery.run.article import read_article
from chancery.run.kit import Kit, load_kit
from chancery.settings import Own


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def failing(kit: Kit, rules: tuple[EventRule, ...]) -> list[str]:
    missed = [f"{r.key} misses: {r.example}" for r in rules if r.key not in told_by(kit, r.example)]
    return missed + [f"{r.key} codes: {r.near_miss}" for r in rules if r.key in told_by(kit, r.near_miss)]


def test_examples_are_coded_and_near_misses_are_not(kit: Kit) -> None:
    assert failing(kit, kit.lexicon.events.rules) == []


REPORT = (
    "Kenya expelled two Ugandan diplomats on Tuesday.\n\n"
    '"We condemn the expulsion," Uganda said in a statement. Uganda could close its embassy in Kenya.'
)


def test_a_report_read_as_a_whole(kit: Kit) -> None:
    reading = read_article(Article("x", "x", REPORT, published="2023-05-12"), kit)
    told = {e.event: e for e in reading.events if e.status in TOLD}
    assert reading.events[0].event == "SANCTION"
    expelled = told["SANCTION"]
    assert (expelled.mode, expelled.date, expelled.within) == ("expel", "2023-05-09", None)
    assert [a.code for a in expelled.actor] == ["KEN"]
    assert [a.code for a in expelled.recipient] == ["UGA"]
    assert "diplomatic" in expelled.context
    assert expelled.evidence == REPORT[slice(*expelled.span)]
    assert "close" not in {e.rule for e in told.values()}
    condemned = told["ACCUSE"]
    assert [a.code for a in condemned.recipient] == ["KEN"]
    assert condemned.within is not None
    assert "condemn" in reading.statements[condemned.within].content


def test_a_users_rules_speak_too(tmp_path: Path) -> None:
    own = tmp_path / "mine.tsv"
    row = [
        "mine",
        "ACCUSE",
        "disapprove",
        "tut-tut cluck",
        "verb",
        "",
        "",
        "at.owner",
        "both",
        "A clucked at B.",
        "A sat.",
    ]
    own.write_text("\t".join(COLUMNS) + "\n" + "\t".join(row) + "\n", "utf-8")
    assert "mine" in told_by(load_kit(Own(rules=own)), "Kenya clucked at Uganda's claim.")
