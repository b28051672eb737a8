"""Every context's example has it and its near miss has not, by the shipped parser and lexicon."""

from __future__ import annotations

from pathlib import Path

import pytest

import chancery.lexicon
from chancery.articles.types import Article
from chancery.lexicon.contexts import Context, load_contexts
from chancery.run.article import read_article
from chancery.run.kit import Kit, load_kit

CONTEXTS = load_contexts(Path(chancery.lexicon.__file__).parent / "data" / "events" / "contexts.tsv")


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def given(kit: Kit, text: str) -> set[str]:
    """The contexts of a sentence's events; each sentence must tell one."""
    events = read_article(Article("x", "x", text, published="2019-04-26"), kit).events
    assert events, text
    return {context for event in events for context in event.context}


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda c: c.name)
def test_example_and_near_miss(kit: Kit, context: Context) -> None:
    assert context.name in given(kit, context.example)
    assert context.name not in given(kit, context.near_miss)


def test_names_of_people_give_no_context(kit: Kit) -> None:
    assert "crime" in given(kit, "Peru condemned Chile for the murder of two sailors.")
    assert "military" not in given(kit, "Chilean Foreign Minister Laura Battle condemned Peru.")


def test_a_kind_of_act_gives_its_context(kit: Kit) -> None:
    assert "executive" in given(kit, "Chilean Foreign Minister Ana Ruiz resigned on Monday.")


def test_encounters_have_the_contexts_of_their_sentence(kit: Kit) -> None:
    assert {"diplomatic", "economic"} <= given(kit, "Peru and Chile held talks in Lima on Monday on trade and tariffs.")
