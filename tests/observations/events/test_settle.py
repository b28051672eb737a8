"""Sides that no word beside the act names, by the shipped parser and lexicon."""

from __future__ import annotations

import pytest

from chancery.articles.types import Article
from chancery.mentions.types import Party
from chancery.observations.events.settle import deals_with, its_people, known
from chancery.observations.types import Actor
from chancery.run.article import read_article
from chancery.run.kit import Kit

KENYA = Party(0, "country", "Kenya", "KEN", "KEN", "GOV")
REBELS = Party(-1, "group", "Kenyan rebels", "KEN", "KEN", "REB")
ARMY = Party(-1, "body", "the Kenyan army", "KEN", "KEN", "MIL")
STRANGER = Party(-1, "group", "gunmen")

TABLE = """
Farmers in Peru blocked roads on Monday to protest against a new tax. | PROTEST PER > PER
Chilean farmers blocked a highway on Monday. | PROTEST CHL > CHL
Demonstrators in Baghdad blocked a road to show their anger over American policies. | PROTEST IRQ > USA
Thousands of Iraqi Kurds rallied in Kirkuk on Sunday, calling for independence from Iraq. | PROTEST IRQ > IRQ
Egyptian police arrested five students on Monday. | COERCE EGY > EGY
Police in Belarus used tear gas against demonstrators in Minsk. | ASSAULT BLR > BLR
Ethnic Albanians in Serbia demanded help from the United Nations. | REQUEST SRB > IGO
Norway is willing to send material to help defend Saudi Arabia. | AGREE NOR > SAU
Britain mobilised reservists for a possible war against Iraq. | MOBILIZE GBR > IRQ
A coalition led by Saudi Arabia bombed Yemen. | ASSAULT SAU > YEM
The army of Chad shelled villages in Sudan. | ASSAULT TCD > SDN
Berlin rejected calls by Belarusian leaders for aid. | REJECT DEU > BLR
Bolivian rebels demanded the removal of President Ibarra. | REQUEST BOL > BOL
Japan condemned the killing of activists by Myanmar. | ACCUSE JPN > MMR
US-led troops attacked the Taliban in Afghanistan. | ASSAULT USA > AFG
Two dozen countries, including Germany, condemned Russia. | ACCUSE DEU > RUS
Sudan's army has been accused of war crimes by Chad. | ACCUSE TCD > SDN
Syria said that Malian troops had come, an accusation denied by Mali. | REJECT MLI > SYR
Kenya accused Uganda of lying, which Uganda denies. | REJECT UGA > KEN
Peru will retaliate if Chile closes its border. | THREATEN PER > CHL
The president of Ghana denied any wrongdoing after Togo had accused him. | REJECT GHA > NON
Officers who had been trained by France attacked Mali. | ASSAULT NON > MLI
"""
"""Sentences, each with a type of its acts and the codes on both sides."""


def rows() -> list[tuple[str, str, str, str]]:
    found = []
    for line in TABLE.strip().splitlines():
        text, _, told = line.partition(" | ")
        event, actor, _, recipient = told.split()
        found.append((text, event, actor, recipient))
    return found


def _codes(side: tuple[Actor, ...]) -> set[str | None]:
    return {actor.code for actor in side} - {"NON"} or {"NON"}


@pytest.mark.parametrize(("text", "event", "actor", "recipient"), rows())
def test_both_sides_of_an_act(kit: Kit, text: str, event: str, actor: str, recipient: str) -> None:
    reading = read_article(Article("x", "x", text, published="2023-05-12"), kit)
    sides = [(_codes(e.actor), _codes(e.recipient)) for e in reading.events if e.event == event]
    assert ({actor}, {recipient}) in sides


def test_a_government_is_not_taken_for_that_of_the_state_it_deals_with(kit: Kit) -> None:
    text = "Ministers imposed sanctions on Myanmar."
    reading = read_article(Article("x", "x", text, published="2023-05-12"), kit)
    assert "MMR" not in {a.code for e in reading.events for a in e.actor}


def test_whom_an_act_may_concern() -> None:
    assert deals_with((REBELS,), ARMY)
    assert not deals_with((REBELS,), KENYA)
    assert not deals_with((ARMY,), REBELS)
    assert not deals_with((ARMY,), STRANGER)


def test_a_state_on_its_own_ground_stands_for_its_people() -> None:
    (people,) = its_people((KENYA,))
    assert (people.code, people.sector, people.kind) == ("KEN", "CVL", "group")
    assert known((people, STRANGER))
    assert not known((STRANGER,))
