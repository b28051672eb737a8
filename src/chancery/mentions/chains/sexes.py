"""Who of the people of a report is a man or a woman, as far as it tells: by title, by noun, by given name."""

from __future__ import annotations

from collections.abc import Iterator

from chancery.grammar.clauses import head_among
from chancery.lexicon.chains import Sex
from chancery.mentions.people.find import Person
from chancery.mentions.scene import Scene
from chancery.mentions.world import World

_BESIDE = ("appos", "flat", "compound", "nmod:desc")


def sexes(scene: Scene, world: World) -> dict[int, Sex]:
    """The sex of each person by party number: of all that tells, what the report calls them before their name.

    People whom it calls both are left out.
    """
    found: dict[int, Sex] = {}
    for number, person in world.people.items():
        called = {sex for word in _called(scene, person) if (sex := scene.chains.sex(word)) is not None}
        given = scene.chains.sex_of_name(person.name)
        if len(called) == 1:
            found[number] = called.pop()
        elif not called and given is not None:
            found[number] = given
    return found


def _called(scene: Scene, person: Person) -> Iterator[str]:
    for post in person.posts:
        yield from post.office.lower().split()
    for mention in person.mentions:
        name = scene.names[mention]
        if name.first > 0:
            yield scene.words[name.first - 1].lower().rstrip(".")
        head = head_among(scene.tokens[name.first : name.last])
        if head is None:
            continue
        yield from (c.lemma.lower() for c in scene.parsed.children(head, *_BESIDE) if c.upos == "NOUN")
        above = scene.parsed.head(head)
        if above is not None and head.deprel in _BESIDE and above.upos == "NOUN":
            yield above.lemma.lower()
