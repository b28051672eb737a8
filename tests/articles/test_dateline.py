"""Datelines in the forms that wires and archives print, and capitals that are none."""

from __future__ import annotations

import pytest

from chancery.articles.dateline import find_dateline, in_ordinary_type


@pytest.mark.parametrize(
    ("paragraph", "place", "agency", "day", "rest"),
    [
        ("OSLO (Reuters) - The envoy left.", "Oslo", "Reuters", None, "The envoy left."),
        ("OSLO, Jan. 3 (AFP) — The envoy left.", "Oslo", "AFP", "Jan. 3", "The envoy left."),
        ("Pyongyang, November 2 (KCNA) -- A statement.", "Pyongyang", "KCNA", "November 2", "A statement."),
        ("Pyongyang, November 2 (KCNA) --A statement.", "Pyongyang", "KCNA", "November 2", "A statement."),
        ("HAIFA, Israel, June 9 (UPI) -- Ministers met.", "Haifa, Israel", "UPI", "June 9", "Ministers met."),
        ("BEIJING Jan 3 (Xinhua) -- Ministers met.", "Beijing", "Xinhua", "Jan 3", "Ministers met."),
        ("MINSK/KYIV (Harbour Wire) - Talks began.", "Minsk/Kyiv", "Harbour Wire", None, "Talks began."),
        ("By Ann Lee RIO DE JANEIRO (Reuters) - Brazil said.", "Rio de Janeiro", "Reuters", None, "Brazil said."),
        ("UNITED NATIONS (AP) — “We agree,” he said.", "United Nations", "AP", None, "“We agree,” he said."),
        ("(Reuters) - Talks began.", None, "Reuters", None, "Talks began."),
        ("WASHINGTON — On Friday he left.", "Washington", None, None, "On Friday he left."),
        ("Geneva – Ministers met.", "Geneva", None, None, "Ministers met."),
        ("SEOUL, April 28 - The government said.", "Seoul", None, "April 28", "The government said."),
        ("SEOUL: China said no.", "Seoul", None, None, "China said no."),
        ("CNN — The prime minister left.", None, None, None, "The prime minister left."),
        ("BEIRUT The negotiator said so.", "Beirut", None, None, "The negotiator said so."),
        ("MEXICO CITY Mexico's government said so.", "Mexico City", None, None, "Mexico's government said so."),
        ("HAMAR, Norway U.S. officials met.", "Hamar, Norway", None, None, "U.S. officials met."),
        ("BRUSSELS NATO allies met.", "Brussels", None, None, "NATO allies met."),
        ("ROME A minister left.", "Rome", None, None, "A minister left."),
        ("MINSK, March 3. /TASS/. The envoy left.", "Minsk", "TASS", "March 3", "The envoy left."),
        ("/TASS/ MINSK, March 3. The envoy left.", "Minsk", "TASS", "March 3", "The envoy left."),
        ("MINSK. March 3 (Interfax) - The envoy left.", "Minsk", "Interfax", "March 3", "The envoy left."),
        ("MINSK, March 3. The envoy left.", "Minsk", None, "March 3", "The envoy left."),
        ("Tehran, March 3, IRNA – The envoy left.", "Tehran", "IRNA", "March 3", "The envoy left."),
        ("New Delhi [India], March 3 (ANI): The envoy left.", "New Delhi, India", "ANI", "March 3", "The envoy left."),
        ("THE HAGUE, Netherlands (AP) _ The envoy left.", "The Hague, Netherlands", "AP", None, "The envoy left."),
        ("Ankara, Turkey | The envoy left.", "Ankara, Turkey", None, None, "The envoy left."),
        ("TAIPEI, Taiwan (Nov. 5) - The envoy left.", "Taipei, Taiwan", None, "Nov. 5", "The envoy left."),
        ("ST. PETERSBURG, June 4 (AP) - The envoy left.", "St. Petersburg", "AP", "June 4", "The envoy left."),
    ],
)
def test_datelines(paragraph: str, place: str | None, agency: str | None, day: str | None, rest: str) -> None:
    found = find_dateline(paragraph)
    assert found is not None
    assert (found.place, found.agency, found.day) == (place, agency, day)
    assert paragraph[found.end :] == rest


@pytest.mark.parametrize(
    "paragraph",
    [
        "NATO Secretary General Jens Stoltenberg said so.",
        "UNESCO Director Audrey Azoulay said so.",
        "UPDATE: The minister has left.",
        "EXCLUSIVE - The minister has left.",
        "The president (72) said that he would come.",
        "Kim Jong Un (left) - The leader of the North.",
        "The talks — Which lasted two days — ended.",
        "U.S. Secretary of State John Kerry said so.",
        "EU leaders met.",
        "“We agree” - The minister said no more.",
        "MIDDLE EAST CRISIS",
        "LAVROV MET KIM IN MINSK ON MONDAY.",
        "The firm /Volta/. It left.",
        "He left Minsk on March 3. She stayed.",
        "The ministers of Norway and Sweden met in Oslo (Reuters photo).",
        "",
    ],
)
def test_what_is_no_dateline(paragraph: str) -> None:
    assert find_dateline(paragraph) is None


@pytest.mark.parametrize(
    ("printed", "ordinary"),
    [
        ("DAR ES SALAAM", "Dar Es Salaam"),
        ("ABOARD AIR FORCE ONE", "Aboard Air Force One"),
        ("STRATFORD-UPON-AVON", "Stratford-Upon-Avon"),
        ("WASHINGTON, D.C.", "Washington, D.C."),
        ("Geneva", "Geneva"),
    ],
)
def test_capitals_become_ordinary_type(printed: str, ordinary: str) -> None:
    assert in_ordinary_type(printed) == ordinary
