"""The index of names: what roles, titles, skills and sides of a question are called.

Built once from the vocabulary when the index is compiled; then a plain dictionary, so that a look-up costs the same
whatever the number of names.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from careerbot.bot.understanding.text import sentences, singular

LONGEST = 6
"""Words of the longest name that is looked for."""
SHORTEST_TITLE = 7
"""Letters from which a misspelt title is compared with this one."""


class Name(NamedTuple):
    kind: str
    """role, title, skill, like (a tool that is like a listed skill), unlisted, ambiguous, aspect"""
    id: str
    """Role or skill id; for titles and unlisted skills the name to show; for ambiguous words the entry's key."""
    manner: str = ""
    """Of a role: title, field or ask. Of a like: the tool's own name."""
    guard: str = ""


class NameIndex:
    def __init__(self, data: Mapping[str, Any]) -> None:
        """`data` as `collect` made it."""
        self._entries: Mapping[str, tuple[tuple[str, str, str, str], ...]] = data["entries"]
        self.title_heads: frozenset[str] = data["heads"]
        self.title_modifiers: frozenset[str] = data["modifiers"]
        self.titles: tuple[str, ...] = data["titles"]
        """Keys that a misspelt title is compared with."""
        self._reach = _reach(self._entries)

    def reach(self, word: str) -> int:
        """Words of the longest name that begins with this one; 0 when none does."""
        first = word.partition(" ")[0]
        return max(self._reach.get(first, 0), self._reach.get(singular(first), 0))

    def find(self, words: list[str]) -> tuple[Name, ...]:
        """The names that these words are, singular or plural."""
        found = self._entries.get(" ".join(words)) or self._entries.get(" ".join(map(singular, words))) or ()
        return tuple(Name(*name) for name in found)

    def words(self) -> frozenset[str]:
        return frozenset(word for key in self._entries for word in key.split())


def _reach(entries: Iterable[str]) -> dict[str, int]:
    """First word -> words of the longest name that begins with it."""
    longest: dict[str, int] = {}
    for entry in entries:
        words = entry.split()
        if words:
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def key(name: str) -> str:
    """A name as it is compared: folded words with single spaces."""
    return " ".join(token.text for sentence in sentences(name, {}) for token in sentence.tokens if not token.is_break)


class _Collected(dict[str, list[tuple[str, str, str, str]]]):
    """Folded name -> what it may stand for."""

    def add(self, name: str | Mapping[str, Any], kind: str, id: str, manner: str = "") -> None:
        words, guard = (name, "") if isinstance(name, str) else (name["name"], name["guard"] or "")
        base = key(words)
        for form in {base: 0, " ".join(map(singular, base.split())): 0}:
            names = self.setdefault(form, [])
            if not any(other[:2] == (kind, id) for other in names):
                names.append((kind, id, manner, guard))

    def is_title(self, form: str) -> bool:
        return any(name[0] in ("role", "title") and not name[3] for name in self[form])


def collect(vocabulary: Mapping[str, Any], titles: Mapping[str, str]) -> dict[str, Any]:
    """Data for NameIndex from the vocabulary's data and the role titles (role id -> title)."""
    found = _Collected()
    for role, names in vocabulary["roles"].items():
        found.add(titles[role], "role", role, "title")
        for manner, group in (("title", "safe"), ("field", "fields"), ("ask", "ask")):
            for name in names[group]:
                found.add(name, "role", role, manner)
    for title, entry in vocabulary["titles"].items():
        for name in (title, *entry["also"]):
            found.add(name, "title", title)
    _add_skills(found, vocabulary)
    for word, entry in vocabulary["ambiguous"].items():
        for name in entry["words"]:
            found.add(name, "ambiguous", word)
    for aspect, listed in vocabulary["aspects"].items():
        for name in listed:
            found.add(name, "aspect", aspect)
    return {
        "entries": {form: tuple(names) for form, names in found.items()},
        "heads": frozenset(vocabulary["title_heads"]),
        "modifiers": frozenset(vocabulary["title_modifiers"]),
        "titles": tuple(form for form in found if len(form) >= SHORTEST_TITLE and found.is_title(form)),
    }


def _add_skills(found: _Collected, vocabulary: Mapping[str, Any]) -> None:
    for kind, skills in (("skill", vocabulary["skills"]), ("unlisted", vocabulary["unlisted_skills"])):
        for skill, entry in skills.items():
            shown = skill if kind == "skill" else entry["name"]
            for name in (*entry["also"], {"name": entry["name"], "guard": entry["guard"]}):
                found.add(name, kind, shown)
            for name in entry.get("like", ()):
                found.add(name, "like", skill, name["name"])
