"""Which messages ask alike: by the stems of their telling words, each weighing more the rarer it is.

    "is there parking", "where can i park my car"  ->  {park}, {park, car}

Each message joins the group whose words are most like its own, by the cosine of the two, or begins one. That needs no
list of subjects, and holds for every language.
"""

import math
from collections.abc import Iterable, Mapping

Content = Mapping[str, float]
"""Stem -> how much it tells."""
ALIKE = 0.4
"""Least cosine of a message and the group that it joins."""
ROOT = 5
"""Letters of a stem that is taken for all longer ones that begin with it: "coffee" for "coffeehouse"."""


class _Group:
    def __init__(self) -> None:
        self.messages: list[str] = []
        self.content: dict[str, float] = {}
        """The sum of its messages."""

    def take(self, message: str, content: Content) -> None:
        self.messages.append(message)
        for stem, weight in content.items():
            self.content[stem] = self.content.get(stem, 0.0) + weight

    def like(self, content: Content) -> float:
        return cosine(self.content, content)


def together(messages: Mapping[str, Content]) -> list[list[str]]:
    """The messages in groups. Those that come first are what groups gather around."""
    groups: list[_Group] = []
    having: dict[str, list[_Group]] = {}
    roots = _roots(stem for content in messages.values() for stem in content)
    for message, given in messages.items():
        content = {roots[stem]: weight for stem, weight in given.items()}
        near = {id(group): group for stem in content for group in having.get(stem, ())}
        group = max(near.values(), key=lambda group: group.like(content), default=None)
        if group is None or group.like(content) < ALIKE:
            group = _Group()
            groups.append(group)
        for stem in content.keys() - group.content.keys():
            having.setdefault(stem, []).append(group)
        group.take(message, content)
    return [group.messages for group in groups]


def cosine(one: Content, other: Content) -> float:
    """From 0, nothing in common, to 1."""
    shared = sum(one[stem] * other[stem] for stem in one.keys() & other.keys())
    lengths = math.hypot(*one.values()) * math.hypot(*other.values())
    return shared / lengths if lengths else 0.0


def _roots(stems: Iterable[str]) -> dict[str, str]:
    """For each stem the shortest of them that it begins with."""
    known = set(stems)

    def root(stem: str) -> str:
        return next((stem[:end] for end in range(ROOT, len(stem)) if stem[:end] in known), stem)

    return {stem: root(stem) for stem in known}
