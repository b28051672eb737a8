"""Sentences in which a seat of power acts for those who sit in it, and such in which it is a place.

One a line: the name, then the sentence. Names of places that act are read as parties, the others as places only.
"""

from __future__ import annotations

ACTS = """
Moscow	Moscow said on Monday that it would answer the expulsions in kind.
Pyongyang	Pyongyang has fired two missiles into the sea.
Beijing	Beijing urged both sides to show restraint.
Kyiv	Kyiv rejected the proposal within hours.
Tehran	Tehran denies that it seeks a bomb.
Washington	Washington and Seoul began a joint drill on Tuesday.
Seoul	Washington and Seoul began a joint drill on Tuesday.
Ankara	Ankara, which blocked the vote, now backs the bid.
Islamabad	Islamabad summoned the ambassador over the remarks.
New Delhi	New Delhi has recalled its envoy for talks.
Canberra	Canberra will send four patrol boats to the islands.
Warsaw	Warsaw is preparing a new round of sanctions.
Baku	Baku accused its neighbour of shelling three villages.
Caracas	Caracas has broken off relations with the bloc.
Damascus	Damascus wants the talks to resume in May.
Minsk	Minsk hopes that the border will be opened soon.
Riyadh	Riyadh offered to host the next round.
Hanoi	Hanoi protested against the building of the reef.
Tokyo	Tokyo lodged a protest over the flight.
Jakarta	Jakarta was asked to lead the mission.
London	London was accused of meddling in the vote.
Kabul	Kabul, however, insists that no deal was reached.
Moscow	The talks between Moscow and Kyiv broke down.
Kyiv	The talks between Moscow and Kyiv broke down.
Beijing	Relations with Beijing have soured since the incident.
Washington	The minister called for direct dialogue with Washington.
Tehran	New sanctions against Tehran were announced on Friday.
Pyongyang	Pyongyang's missile flew over the northern island.
Moscow	Moscow's decision to recall the envoy surprised the alliance.
Ankara	Ankara's foreign policy has shifted since then.
Beijing	Beijing's claims to the sea are rejected by its neighbours.
Cairo	Cairo's offer of mediation was welcomed by both sides.
Havana	The offer was turned down by Havana.
Nairobi	The move was condemned by Nairobi and Kampala.
Kampala	The move was condemned by Nairobi and Kampala.
Pyongyang	He urged Pyongyang to return to the table.
Tehran	The council called on Tehran to open its plants to inspectors.
Moscow	The envoy warned Moscow that the patience of the allies was running out.
Beijing	The bloc asked Beijing for an explanation.
Belgrade	The union praised Belgrade for its restraint.
Tripoli	The deal gives Tripoli a free hand in the south.
Kigali	Pressure on Kigali is growing.
Ankara	A rapprochement with Ankara is unlikely this year.
Kremlin	The Kremlin said that no meeting was planned.
Kremlin	The Kremlin's spokesman declined to give details.
White House	The White House confirmed the visit on Sunday.
White House	A statement by the White House named no date.
Downing Street	Downing Street dismissed the report as speculation.
Foggy Bottom	Foggy Bottom has kept silent about the letter.
Zhongnanhai	Zhongnanhai signalled that it would not yield.
Blue House	The Blue House announced that the two would meet in April.
Brussels	Brussels proposed a cap on the price of gas.
Brussels	Budapest is at odds with Brussels over the fund.
Budapest	Budapest is at odds with Brussels over the fund.
Quai d'Orsay	The Quai d'Orsay expressed its concern about the arrests.
Elysee	The Elysee described the call as frank.
Whitehall	Whitehall has drawn up plans for a new embassy.
Nabanna	Nabanna objected to the water treaty.
Rawalpindi	Rawalpindi has the last word on such matters.
Bankova	Bankova denied that a swap had been agreed.
Capitol Hill	Capitol Hill will have to approve the sale.
Itamaraty	Itamaraty called the detention unacceptable.
Pentagon	The Pentagon put the number of troops at 900.
Jerusalem	Jerusalem regards the ruling as a dangerous precedent.
Taipei	Taipei thanked the two ships' crews.
Pristina	Pristina agreed to put off the new rule on number plates.
Bamako	Bamako expelled the head of the mission.
Kinshasa	Kinshasa blames its eastern neighbour for the rebellion.
Hanoi	For Hanoi, the visit is a balancing act.
Doha	The ceasefire was brokered by Doha and Cairo.
Moscow	According to Moscow, the ship had strayed off course.
Beijing	The letter to Beijing has not been answered.
Kyiv	Berlin has promised more aid to Kyiv.
Berlin	Berlin has promised more aid to Kyiv.
Tehran	The militia is loyal to Tehran.
Washington	Pressure from Washington has grown since March.
Moscow	The island state is an ally of Moscow.
Damascus	The troops came with the consent of Damascus.
Kyiv	The general was in charge of the Moscow-Kyiv talks.
Vilnius	The dispute pits Vilnius against Beijing.
Rome	Rome and Paris clashed over the migrants.
Paris	Rome and Paris clashed over the migrants.
Pentagon	The order came from the Pentagon.
Kremlin	He accused the Kremlin of blackmail.
Buenos Aires	Buenos Aires has asked the fund for more time.
"""

PLACES = """
Moscow	The two men met in Moscow on Tuesday.
Moscow	He lives in a Moscow suburb with his wife.
Pyongyang	The envoy flew to Pyongyang on Sunday.
Beijing	She arrived in Beijing for a three-day visit.
Kyiv	Sirens sounded across Kyiv before dawn.
Tehran	The flight from Tehran landed an hour late.
Washington	He returned to Washington after the summit.
Seoul	Thousands marched through Seoul against the deal.
Ankara	The delegation left Ankara without a result.
Islamabad	The minister visited Islamabad last week.
New Delhi	The leaders gathered in New Delhi for the summit.
Canberra	He was born near Canberra in 1961.
Warsaw	A Warsaw court ordered his release.
Baku	The conference opens in Baku on 11 November.
Caracas	The opposition leader is in hiding in Caracas.
Damascus	Rockets hit Damascus during the night.
Minsk	They signed the papers in Minsk in 2015.
Riyadh	Officials will meet in Riyadh next month.
Hanoi	The second summit took place in Hanoi.
Tokyo	The Tokyo skyline vanished in the rain.
Jakarta	The ship left for Jakarta at noon.
London	The London conference raised two billion dollars.
Kabul	A blast in central Kabul killed nine people.
Moscow	The train from Moscow to Minsk was stopped at the border.
Minsk	The train from Moscow to Minsk was stopped at the border.
Cairo	The plane was bound for Cairo.
Havana	The ambassador to Cuba left Havana in May.
Nairobi	Nairobi is a city of more than four million people.
Kampala	The refugees were taken to a camp north of Kampala.
Kyiv	Russian missiles struck Kyiv for a third night.
Beijing	The airport of Beijing was closed because of fog.
Belgrade	Protesters gathered outside parliament in Belgrade.
Tripoli	Fighters advanced towards the centre of Tripoli.
Kigali	He reached Kigali by road.
Ankara	In Ankara, the foreign minister met his guest.
Geneva	Geneva hosted the first round of talks.
Vienna	The Vienna talks were adjourned on Friday.
Kremlin	The talks were held in the Kremlin.
Kremlin	The president received his guest at the Kremlin.
Kremlin	Fireworks lit up the sky above the Kremlin.
White House	He was welcomed at the White House with full honours.
White House	A crowd gathered outside the White House.
White House	The two leaders walked through the White House garden.
Downing Street	Reporters waited in Downing Street for an hour.
Foggy Bottom	He rents a flat in Foggy Bottom.
Zhongnanhai	The envoys were received in Zhongnanhai.
Blue House	The dinner took place at the Blue House.
Brussels	The ministers will meet in Brussels on Monday.
Brussels	He travelled to Brussels with two aides.
Budapest	The summit in Budapest was called off.
Elysee	The lunch at the Elysee lasted two hours.
Whitehall	The march went down Whitehall and ended at the river.
Capitol Hill	He was sworn in on Capitol Hill.
Jerusalem	Clashes broke out in Jerusalem after prayers.
Taipei	The delegation landed in Taipei on Tuesday.
Pristina	The road to Pristina was blocked by lorries.
Bamako	Gunmen attacked an army base near Bamako.
Kinshasa	He grew up in Kinshasa.
Doha	Negotiators will fly to Doha on Thursday.
Doha	The group has an office in Doha.
Havana	The treaty was signed at Havana in 1928.
Damascus	The embassy in Damascus reopened last year.
Caracas	The Caracas metro stopped running.
Kabul	The Taliban captured Kabul in August 2021.
Hanoi	The distance between Hanoi and the border is short.
Tehran	The students came from Tehran and Isfahan.
London	She studied law in London before the war.
Riyadh	The president is due to tour Riyadh and Abu Dhabi.
Abu Dhabi	The president is due to tour Riyadh and Abu Dhabi.
Warsaw	From Warsaw, he will go on to Vilnius.
Kyiv	Kyiv was shelled for the tenth day.
Damascus	Damascus lies two hours from the border.
Moscow	Moscow's mayor closed the schools.
Beijing	The envoy was sent to Beijing with a letter.
Moscow	The highway between Moscow and Minsk was closed.
Tripoli	Tripoli was captured in September.
Kremlin	He was invited to the Kremlin for tea.
White House	The president left the White House in the afternoon.
Pentagon	A fire broke out near the Pentagon.
Berlin	He spoke at a rally in Berlin on Sunday.
Seoul	Seoul's airport was shut for an hour.
Rome	The treaty of Rome was signed in 1957.
Paris	Negotiators returned from Paris empty-handed.
"""


def rows(table: str) -> list[tuple[str, str]]:
    """The names and sentences of a table."""
    return [(name, sentence) for name, sentence in (line.split("\t") for line in table.strip().splitlines())]
