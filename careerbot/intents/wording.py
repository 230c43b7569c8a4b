"""Wording of replies: Jinja2 templates from the language files, sandboxed, strict about names.

Templates are compiled once, with the knowledge; a reply then costs one call.
"""

from collections.abc import Iterable, Mapping
from marshal import dumps, loads
from typing import Any

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from careerbot.knowledge.base import Pay


class Wording:
    """The templates of one language, by intent and name; the floor's common ones stand under the intent ""."""

    def __init__(self, codes: Mapping[str, Mapping[str, bytes]], words: Mapping[str, Any]) -> None:
        """`codes`: intent -> name -> marshalled template code. `words`: "and", "or", the numbers, ranges."""
        self._codes = codes
        self._words = words
        self._environment = _environment(words)
        self._templates: dict[tuple[str, str], Template] = {}

    def render(self, intent: str, name: str, values: Mapping[str, Any]) -> str:
        """The text of a wording. KeyError when neither the intent nor the common file has it."""
        template = self._templates.get((intent, name))
        if template is None:
            codes = self._codes.get(intent, {})
            code = codes[name] if name in codes else self._codes[""][name]
            template = Template.from_code(self._environment, loads(code), {})  # noqa: S302  our own cache
            template.globals.update(self._environment.globals)
            self._templates[intent, name] = template
        return " ".join(template.render(values).split())

    def has(self, intent: str, name: str) -> bool:
        return name in self._codes.get(intent, {}) or name in self._codes[""]

    def listed(self, items: Iterable[str], word: str = "and") -> str:
        """As "a, b and c"."""
        return _listed(list(items), self._words[word])

    def range(self, pay: Pay) -> str:
        return _range(pay, self._words)


def compile_template(source: str) -> bytes:
    """Code of a template, to be kept. Raises jinja2.TemplateSyntaxError."""
    code = _environment({"and": "", "or": "", "numbers": [], "range": "", "open_range": "", "a": "", "an": ""}).compile(
        source
    )
    return dumps(code)


def _environment(words: Mapping[str, Any]) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False, cache_size=0)
    environment.filters.update(
        money=money,
        range=lambda pay: _range(pay, words),
        listed=lambda items: _listed(list(items), words["and"]),
        either=lambda items: _listed(list(items), words["or"]),
        number=lambda value: words["numbers"][value] if 0 <= value < len(words["numbers"]) else str(value),
        start=lambda text: text[:1].upper() + text[1:],
        inner=_inner,
        a=lambda title: f"{words['an' if title[:1] in 'AEIOU' else 'a']} {title}",
    )
    return environment


def money(value: float) -> str:
    """$150,000."""
    return f"${value:,.0f}"


def _range(pay: Pay, words: Mapping[str, Any]) -> str:
    pattern = words["open_range"] if pay.open_ended else words["range"]
    return str(pattern).format(low=money(pay.low), high=money(pay.high))


def _listed(items: list[str], word: str) -> str:
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def _inner(text: str) -> str:
    """A sentence without its full stop, to be set inside another."""
    return text.removesuffix(".")
