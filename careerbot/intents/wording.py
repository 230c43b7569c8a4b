"""Wording of replies, from the language files. A name that does not exist in a template is an error."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from careerbot.intents.filters import filters_of, joined, said_range
from careerbot.knowledge.base import Pay

if TYPE_CHECKING:
    from jinja2 import Template

    from careerbot.intents.template import Compiled, Parts

ALL_ROLES = "all_roles"
"""Value of every wording: how many roles there are."""

REMEMBERED = 1_024
"""Offers."""


class Wording:
    """The templates of one language, by intent and name; the floor's common ones stand under the intent ""."""

    def __init__(
        self,
        templates: "Mapping[str, Mapping[str, Compiled]]",
        words: Mapping[str, Any],
        always: Mapping[str, Any] = MappingProxyType({}),
    ) -> None:
        """`templates`: intent -> name -> what `compile_template` kept. `words`: "and", "or", the numbers, ranges.

        `always`: values that every wording may mention.
        """
        self._always = always
        self._templates = templates
        self._words = words
        self._filters = filters_of(words)
        self._read: dict[str, Template] = {}
        self._offered = lru_cache(maxsize=REMEMBERED)(self._offer)

    def render(self, intent: str, name: str, values: Mapping[str, Any]) -> str:
        """The text of a wording. KeyError when neither the intent nor the common file has it."""
        own = self._templates.get(intent, {})
        values = {**self._always, **values}
        template = own[name] if name in own else self._templates[""][name]
        if isinstance(template, str):
            text = self._jinja(template).render(values)
        else:
            text = _filled(template, values, self._filters)
        return " ".join(text.split())

    def has(self, intent: str, name: str) -> bool:
        return name in self._templates.get(intent, {}) or name in self._templates[""]

    def names(self, intent: str, prefix: str) -> dict[str, str]:
        """What this intent's wordings are called that begin with the prefix, in the order of the file: rest -> text."""
        own = self._templates.get(intent, {})
        return {name.removeprefix(prefix): self.render(intent, name, {}) for name in own if name.startswith(prefix)}

    def offer(self, intent: str, titles: tuple[str, ...]) -> str:
        """How a question of this type about these roles is offered. Every answer has some, the same ones often."""
        return self._offered(intent, titles)

    def listed(self, items: Iterable[str], word: str = "and") -> str:
        """As "a, b and c"."""
        return joined(items, self._words[word])

    def range(self, pay: Pay) -> str:
        return said_range(pay, self._words)

    def _offer(self, intent: str, titles: tuple[str, ...]) -> str:
        return self.render(intent, "suggestion", {"roles": [*titles], "role": titles[0] if titles else ""})

    def _jinja(self, source: str) -> "Template":
        template = self._read.get(source)
        if template is None:
            from careerbot.intents.template import sandbox

            environment = sandbox()
            environment.filters.update(self._filters)
            template = self._read[source] = environment.from_string(source)
        return template


def _filled(parts: "Parts", values: Mapping[str, Any], filters: Mapping[str, Callable[[Any], str]]) -> str:
    said = []
    for part in parts:
        if isinstance(part, str):
            said.append(part)
            continue
        (name, *attributes), through = part
        value = values[name]
        for attribute in attributes:
            value = value[attribute] if isinstance(value, Mapping) else getattr(value, attribute)
        for each in through:
            value = filters[each](value)
        said.append(str(value))
    return "".join(said)
