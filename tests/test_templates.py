"""Templates that are only text and values are filled without Jinja2, and say the same."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import TemplateSyntaxError, UndefinedError

from careerbot.intents.template import compile_template
from careerbot.intents.wording import Wording
from careerbot.knowledge.base import Pay

WORDS = {
    "and": "and",
    "or": "or",
    "range": "{low} to {high}",
    "open_range": "{low} and up, {high} or more",
    "money": "${amount}",
    "thousands": ",",
    "a": "a",
    "an": "an",
    "numbers": ["no", "one", "two"],
}
ROLE = SimpleNamespace(
    title="SRE", pay=Pay("pay", 140_000, 185_000, False, None), skills=("debugging", "scripting", "monitoring")
)
VALUES = {"role": ROLE, "facts": {"pay": "High pay."}, "count": 2}
PLAIN = [
    "no value at all",
    "{{ role.title }} earns {{ role.pay|range }}",
    "{{ role.title|a }}  and\n{{ role.pay.low|money }} ",
    "{{ count|number|start }} skills: {{ role.skills|listed }}, {{ role.skills|either }}",
    "{{ facts.pay|inner }}: {{ count }}",
]


def rendered(template: Any, values: Mapping[str, Any] = VALUES) -> str:
    return Wording({"": {"it": template}}, WORDS).render("", "it", values)


@pytest.mark.parametrize("source", PLAIN)
def test_filled_as_jinja_would(source: str) -> None:
    kept = compile_template(source)
    assert not isinstance(kept, str)
    assert rendered(kept) == rendered(source)


@pytest.mark.parametrize(
    "source",
    ["{% if count %}some{% endif %}", "{{ role.pay.low + 1 }}", "{{ role.skills|join }}", "{{ role.__class__ }}"],
)
def test_what_needs_more_stays_as_written(source: str) -> None:
    """Conditions, arithmetic, other filters and names that the sandbox must guard are left to Jinja2."""
    assert compile_template(source) == source


def test_an_unknown_name_is_an_error_either_way() -> None:
    with pytest.raises(KeyError):
        rendered(compile_template("{{ nobody }}"))
    with pytest.raises(UndefinedError):
        rendered("{{ nobody + 1 }}")


@pytest.mark.parametrize("source", ["{{ role.title", "{{ role|whisper }}", "{% if %}"])
def test_a_broken_template_is_refused_when_compiled(source: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        compile_template(source)
