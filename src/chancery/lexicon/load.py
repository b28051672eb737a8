"""The lexicon as one object: every table that the rules look things up in."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from chancery.lexicon.atlas import Atlas, load_atlas
from chancery.lexicon.chains import ChainWords, load_chain_words
from chancery.lexicon.cues import Cues, load_cues
from chancery.lexicon.events import EventRules, load_events
from chancery.lexicon.meetings import MeetingWords, load_meeting_words
from chancery.lexicon.numbers import Numbers, load_numbers
from chancery.lexicon.titles import Titles, load_titles


@dataclass(frozen=True)
class Lexicon:
    """The word lists, name tables and rules of one run; nothing in it changes while reports are read."""

    atlas: Atlas
    titles: Titles
    cues: Cues
    meetings: MeetingWords
    numbers: Numbers
    events: EventRules
    chains: ChainWords


def load_lexicon(rules: Path | None = None, policy: Path | None = None) -> Lexicon:
    """The shipped lexicon.

    Args:
        rules: a user's file of event rules that add to ours or override them by key.
        policy: a user's file of disputed states, places and capitals, whose rows override ours by kind and name.

    Raises:
        DataError: where a table or a user's file has a row that is not what it should be.
    """
    with as_file(files("chancery.lexicon") / "data") as folder:
        return Lexicon(
            atlas=load_atlas(folder, policy),
            titles=load_titles(folder),
            cues=load_cues(folder),
            meetings=load_meeting_words(folder),
            numbers=load_numbers(folder),
            events=load_events(folder, rules),
            chains=load_chain_words(folder),
        )
