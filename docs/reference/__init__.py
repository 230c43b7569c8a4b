"""The made parts of the reference pages: the name in `<!-- made: name -->` -> the function that writes its Markdown."""

from collections.abc import Callable, Mapping

from reference import commands, files, questions, settings, telegram

MADE: Mapping[str, Callable[[], str]] = {
    "commands": commands.commands,
    "inside": commands.inside,
    "files": files.fields,
    "questions": questions.questions,
    "settings": settings.settings,
    "telegram": telegram.commands,
    "links": telegram.links,
}
