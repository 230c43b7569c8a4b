"""The contract of `intents/<question type>/<language>.yaml` and of the common `intents/<language>.yaml`."""

import re
from typing import Annotated

from pydantic import AfterValidator

from careerbot.intents.filters import FILTERS
from careerbot.intents.template import compile_template
from careerbot.knowledge.problems import did_you_mean
from careerbot.knowledge.schema import Entry, Listed, Said, Some, refusal


def _template(value: str) -> str:
    from jinja2 import TemplateSyntaxError

    try:
        compile_template(value)
    except TemplateSyntaxError as error:
        message = (error.message or "").rstrip(".")
        if found := re.fullmatch(r"No filter named '(.*)'", message):
            fix = f"{did_you_mean(found[1], FILTERS)}Filters of our own are: {', '.join(FILTERS)}."
            raise refusal(f'there is no filter "{found[1]}"', fix) from None
        fix = "Mend the {{ … }} or {% … %} part; see docs/authors.md."
        raise refusal(f"the template cannot be read: {message}", fix) from None
    return value


Template = Annotated[str, AfterValidator(_template)]


class LanguageFile(Entry):
    """One question type in one language: how people ask, what the bot replies."""

    example: Said
    """A question that must lead to this type."""
    phrases: Some[Said]
    """Ways of asking: (one|of these), [optional], {slot}."""
    suggestion: Template
    """How the bot offers this question; typed by a person, it must lead here."""
    replies: dict[str, Template]
    facts: Listed[str] = ()
    """Ids of the facts that the fixed reply of a type without Python rests on; without any it is small talk."""


class CommonFile(Entry):
    """Wording that several question types share."""

    language: Said
    words: dict[str, Said]
    """and, or, range ("{low} to {high}"), open_range."""
    numbers: Some[Said]
    """Names of the numbers from 0 on."""
    replies: dict[str, Template]
