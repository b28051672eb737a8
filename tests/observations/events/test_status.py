"""What the words around an act make of it: done, going on, planned, promised, supposed, denied, alleged, long past."""

from __future__ import annotations

import pytest

from chancery.articles.types import Article
from chancery.run.article import read_article
from chancery.run.kit import Kit

TABLE = """
Kenya expelled two Ugandan diplomats on Tuesday. | SANCTION done
Two Ugandan diplomats were expelled by Kenya. | SANCTION done
France has imposed sanctions on Mali. | SANCTION done
Sudan, which expelled the Chadian ambassador last week, defended the step. | SANCTION done
Police arrested three opposition leaders in Minsk, Belarus. | COERCE done
Supporters of the opposition blocked roads in Caracas, Venezuela, demanding that the president resign. | PROTEST done
Thousands of people rallied in Tbilisi, Georgia, to demand early elections. | PROTEST done
Russian forces shelled the Ukrainian city of Kharkiv. | ASSAULT done
Ethiopia managed to withdraw its troops from Somalia. | RETREAT done
Having expelled the Syrian envoy, Morocco closed its embassy in Damascus. | SANCTION done
After bombing Yemen, Saudi Arabia offered talks. | ASSAULT done
Turkey condemned Israel for bombing Gaza. | ACCUSE done
Turkey condemned Israel for bombing Gaza. | ASSAULT done
Peru decided to recall its ambassador from Bolivia. | SANCTION done
Iraq began to release Iranian prisoners. | RETREAT done
The Philippines summoned the Chinese ambassador to protest against the Chinese attack. | ACCUSE done
Kenya said it had expelled two Ugandan diplomats. | SANCTION done
Kenya told Uganda that it had released the Ugandan soldiers. | RETREAT done
Kenya threatened to expel Ugandan diplomats. | THREATEN done
Italy is ready to send aid to Libya. | AGREE done
The United Nations urged Sudan to release the prisoners. | REQUEST done
Sudan accused Chad of attacking its soldiers. | ACCUSE done
Moldova's decision to expel the Russian ambassador came a day later. | SANCTION done
Turkish forces are shelling Kurdish positions in Syria. | ASSAULT ongoing
India is deploying troops along the border with China. | MOBILIZE ongoing
Thousands of protesters are rallying in Belgrade against the Serbian president. | PROTEST ongoing
Myanmar has been shelling villages in Thailand. | ASSAULT ongoing
Saudi Arabia is giving food aid to Yemen. | AID ongoing
Greece is accusing Turkey of violating its airspace. | ACCUSE ongoing
Russia is withdrawing its troops from Syria. | RETREAT ongoing
Kenya is demanding that Uganda apologise. | REQUEST ongoing
Japan plans to impose sanctions on Iran. | SANCTION planned
Canada is set to expel two Chinese diplomats. | SANCTION planned
Poland intends to send troops to the border with Belarus. | MOBILIZE planned
Turkey is preparing to withdraw its forces from Iraq. | RETREAT planned
Unions plan to rally in Paris against the French government. | PROTEST planned
Ghana hopes to send food aid to Niger. | AID planned
Rwanda sought to release the Congolese prisoners. | RETREAT planned
Brazil wants to impose tariffs on Argentina. | SANCTION planned
Serbia bought drones in order to attack Kosovo. | ASSAULT planned
Kuwait's plan to expel the Iranian ambassador angered Tehran. | SANCTION planned
Kenya will ask Uganda to release the soldiers. | REQUEST planned
Kenya will condemn the Ugandan attack. | ACCUSE planned
Germany promised to send aid to Ukraine. | AID promised
Norway pledged to give aid to Malawi. | AID promised
Chad undertook to withdraw its troops from Libya. | RETREAT promised
Australia committed to provide equipment to Fiji. | AID promised
Belgium's promise to send tanks to Ukraine was kept. | AID promised
If Iran attacks Israel, the United States will respond. | ASSAULT conditional
Unless Serbia withdraws its troops from Kosovo, the talks will end. | RETREAT conditional
Peru asked whether Chile had expelled its consul. | SANCTION conditional
The talks will go on if Syria releases the prisoners. | RETREAT conditional
Kenya would act if Uganda expelled its envoy. | SANCTION conditional
Had Iran attacked Israel, the United States would have intervened. | ASSAULT conditional
Should Iran attack Israel, the United States will intervene. | ASSAULT conditional
France will stay until Mali expels the Russian soldiers. | SANCTION conditional
Russia did not attack Georgia. | ASSAULT denied
Iran refused to release the American prisoners. | RETREAT denied
Israel denied that it had bombed Syria. | ASSAULT denied
Egypt denied bombing Sudan. | ASSAULT denied
No Ugandan diplomats were expelled by Kenya. | SANCTION denied
Pakistan has never attacked India. | ASSAULT denied
Hungary stopped sending aid to Ukraine. | AID denied
Nobody expelled the Ugandan envoy. | SANCTION denied
Chile failed to withdraw its troops from Bolivia. | RETREAT denied
Jordan's refusal to expel the Syrian ambassador angered Riyadh. | SANCTION denied
Turkey postponed sending troops to Libya. | MOBILIZE denied
Neither Kenya nor Uganda attacked Sudan. | ASSAULT denied
Ankara released the Greek soldiers without imposing sanctions on Greece. | SANCTION denied
Kenya refused to condemn the Ugandan attack. | ACCUSE denied
Kenya did not accuse Uganda of lying. | ACCUSE denied
Kenya has not promised aid to Uganda. | AGREE denied
Kenya no longer demands an apology from Uganda. | REQUEST denied
Russia may attack Georgia. | ASSAULT hypothetical
Turkey could expel the American ambassador. | SANCTION hypothetical
China warned that Taiwan might attack its ships. | ASSAULT hypothetical
Would Iran attack Israel? | THREATEN hypothetical
Did Russia attack Georgia? | ASSAULT hypothetical
Who said that Russia had attacked Georgia? | ASSAULT hypothetical
Can Egypt impose sanctions on Ethiopia? | SANCTION hypothetical
Analysts fear that Iran will attack Israel. | THREATEN hypothetical
The United Nations urged Sudan to release the prisoners. | RETREAT hypothetical
Poland called on Germany to send tanks to Ukraine. | AID hypothetical
Ministers discussed imposing sanctions on Myanmar. | SANCTION hypothetical
Rebels threatened to attack the army of Chad. | ASSAULT hypothetical
Ethiopia is likely to attack Eritrea. | ASSAULT hypothetical
The threat of a Russian attack on Finland has grown. | ASSAULT hypothetical
Senators want the United States to impose sanctions on Saudi Arabia. | SANCTION hypothetical
Instead of attacking Iran, Israel sent an envoy. | ASSAULT hypothetical
Kenya may demand an apology from Uganda. | REQUEST hypothetical
It is possible that Iran attacked the Saudi tanker. | ASSAULT hypothetical
Iran allegedly attacked the Saudi tanker. | ASSAULT alleged
Sudan accused Chad of attacking its soldiers. | ASSAULT alleged
Ukraine claimed that Russia had shelled a Ukrainian hospital. | ASSAULT alleged
Mali is suspected of supplying weapons to Chad. | AID alleged
Kyiv protested against the alleged Russian attack on a Ukrainian port. | ASSAULT alleged
Reports of a Turkish attack on Syria alarmed Moscow. | ASSAULT alleged
Russia invaded Georgia in 2008. | ASSAULT background
Iraq invaded Kuwait in August 1990. | ASSAULT background
Libya expelled two Egyptian diplomats in 1977. | SANCTION background
Kenya, which attacked Uganda in 1987, wants peace. | ASSAULT background
"""
"""Sentences, each with the type of an act in it and the status that it must have."""


def rows() -> list[tuple[str, str, str]]:
    found = []
    for line in TABLE.strip().splitlines():
        text, _, act = line.partition(" | ")
        event, status = act.split()
        found.append((text, event, status))
    return found


@pytest.mark.parametrize(("text", "event", "status"), rows())
def test_the_status_of_an_act(kit: Kit, text: str, event: str, status: str) -> None:
    reading = read_article(Article("x", "x", text, published="2023-05-12"), kit)
    assert status in [e.status for e in reading.events if e.event == event]
