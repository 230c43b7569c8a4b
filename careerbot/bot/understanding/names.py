"""The index of names: what roles, titles, skills and sides of a question are called.

Built once from the vocabulary when the index is compiled; a look-up costs the same whatever the number of names, and so
does loading: the names stay packed as they lie on disk, a line for each, found by its hash.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Any, NamedTuple

from careerbot.bot.understanding import alike
from careerbot.bot.understanding.alike import Alike
from careerbot.bot.understanding.edits import ratios
from careerbot.bot.understanding.hashed import Hashed, packed
from careerbot.bot.understanding.text import sentences, singular

LONGEST = 6
"""Words of the longest name that is looked for."""
SHORTEST_TITLE = 7
"""Letters from which a misspelt title is compared with this one."""
MANY_TITLES = 40
"""Titles that end in a word, from which on it is a kind of job, whether `title_heads` lists it or not."""
REMEMBERED = 8_192
"""Words, alone or beside each other, of which is remembered what they name: most of them nothing."""
_FIELD, _LINE = "\x1f", "\x1e"
"""After a key and each of the four fields of its names; after all of them. Signs that no name has."""


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
        self._lines: str = data["lines"]
        self._places = Hashed(data["places"])
        self._titles: Mapping[str, Any] = data["titles"]
        self.title_heads: frozenset[str] = data["heads"]
        self.title_modifiers: frozenset[str] = data["modifiers"]
        self.title_endings: frozenset[str] = data["endings"]
        """Words that many titles end in: a misspelt title may end there too."""
        self._reach: Mapping[str, int] = data["reach"]
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._found)

    def reach(self, word: str) -> int:
        """Words of the longest name that begins with this one; 0 when none does."""
        first = word.partition(" ")[0]
        return max(self._reach.get(first, 0), self._reach.get(singular(first), 0))

    def find(self, words: list[str]) -> tuple[Name, ...]:
        """The names that these words are, singular or plural."""
        return self._remembered(" ".join(words))

    def title_like(self, text: str, cutoff: float) -> tuple[Name, ...]:
        """The names of the title most like a misspelt one; none if its `ratio` is below the cutoff."""
        title = self._alike.best(text, cutoff)
        return self._at(title) if title is not None else ()

    def like(self, text: str, cutoff: float) -> tuple[str, float] | None:
        """The name that this text is, and 1; or the title it is a misspelling of, and how like it is, below 1."""
        if self.find(text.split()):
            return text, 1.0
        title = self._alike.best(text, cutoff)
        return None if title is None else (title, next(iter(ratios(text, [title]))) / 100)

    def words(self) -> frozenset[str]:
        return frozenset(word for line in self._lines.split(_LINE) for word in line.partition(_FIELD)[0].split())

    def by_slot(self) -> dict[str, list[list[str]]]:
        """The words of each name that may stand in the place of "{role}", "{title}" or "{skill}"."""
        found: dict[str, list[list[str]]] = {f"{{{kind}}}": [] for kind in ("role", "title", "skill")}
        for line in filter(None, self._lines.split(_LINE)):
            words, *fields = line.split(_FIELD)
            for slot in {f"{{{kind}}}" for kind in fields[::4]} & found.keys():
                found[slot].append(words.split())
        return found

    def _found(self, words: str) -> tuple[Name, ...]:
        return self._at(words) or self._at(" ".join(map(singular, words.split(" "))))

    def _at(self, key: str) -> tuple[Name, ...]:
        start = f"{key}{_FIELD}"
        for place in self._places.get(key):
            if self._lines.startswith(start, place):
                fields = self._lines[place + len(start) : self._lines.index(_LINE, place)].split(_FIELD)
                return tuple(Name(*fields[first : first + 4]) for first in range(0, len(fields), 4))
        return ()

    @cached_property
    def _alike(self) -> Alike:
        return Alike(self._titles)


def _reach(keys: Iterable[str]) -> dict[str, int]:
    """First word -> words of the longest name that begins with it."""
    longest: dict[str, int] = {}
    for each in keys:
        words = each.split()
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
    compared = [form for form in found if len(form) >= SHORTEST_TITLE and found.is_title(form)]
    endings = Counter(form.rpartition(" ")[2] for form in compared if " " in form)
    return _packed(found) | {
        "endings": frozenset(word for word, count in endings.items() if count >= MANY_TITLES),
        "heads": frozenset(vocabulary["title_heads"]),
        "modifiers": frozenset(vocabulary["title_modifiers"]),
        "titles": alike.collect(compared),
    }


def _packed(found: _Collected) -> dict[str, Any]:
    """A line for each key, and where it begins."""
    lines = [_FIELD.join((form, *(field for name in names for field in name))) + _LINE for form, names in found.items()]
    starts = accumulate(map(len, lines[:-1]), initial=0)
    return {"lines": "".join(lines), "places": packed(zip(found, starts, strict=True)), "reach": _reach(found)}


def _add_skills(found: _Collected, vocabulary: Mapping[str, Any]) -> None:
    for kind, skills in (("skill", vocabulary["skills"]), ("unlisted", vocabulary["unlisted_skills"])):
        for skill, entry in skills.items():
            shown = skill if kind == "skill" else entry["name"]
            for name in (*entry["also"], {"name": entry["name"], "guard": entry["guard"]}):
                found.add(name, kind, shown)
            for name in entry.get("like", ()):
                found.add(name, "like", skill, name["name"])
