"""The slash commands. Adding one takes a function here and a `command_<name>` line in en.yaml."""

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING

from careerbot.bot.channels.terminal.exporting import export
from careerbot.bot.channels.terminal.pictures import save_picture
from careerbot.bot.channels.terminal.said import WORDS, Notice, Said
from careerbot.intents.base import Bullets

if TYPE_CHECKING:
    from careerbot.bot.channels.terminal.dialogue import Dialogue

Command = Callable[["Dialogue", str], Iterable[Said]]

# A path or "/r/jobs said..." is a message, not a command.
_SHAPE = re.compile(r"/(?P<name>[a-z_]*)(?:\s+(?P<rest>.*))?", re.DOTALL | re.IGNORECASE)


def command_in(text: str) -> tuple[Command, str] | None:
    """The command that this message gives and what follows its name; None when it is an ordinary message."""
    shape = _SHAPE.fullmatch(text)
    if shape is None:
        return None
    name = shape["name"].lower() or "help"
    return (COMMANDS[name], (shape["rest"] or "").strip()) if name in COMMANDS else (_unknown, name)


def _help(dialogue: "Dialogue", _rest: str) -> Iterable[Said]:
    usage = {
        "explain": f"/explain {WORDS['command_text']}",
        "export": f"/export {WORDS['command_file']}",
        "picture": f"/picture {WORDS['command_png']}",
        "record": f"/record {WORDS['command_yaml']}",
    }
    items = tuple(f"{usage.get(name, '/' + name)}: {WORDS['command_' + name]}" for name in listed(dialogue.judges))
    return dialogue.decide("help", after=(Bullets(items, title=WORDS["commands"]),))


def _roles(dialogue: "Dialogue", _rest: str) -> Iterable[Said]:
    return dialogue.decide("list_roles")


def _shortlist(dialogue: "Dialogue", _rest: str) -> Iterable[Said]:
    return dialogue.decide("shortlist")


def _explain(dialogue: "Dialogue", rest: str) -> Iterable[Said]:
    text, memory = (rest, dialogue.memory) if rest else dialogue.last or ("", dialogue.memory)
    if not text:
        return [Notice(WORDS["nothing_to_explain"])]
    return [Notice("\n".join(dialogue.adviser.explain(text, memory).lines()))]


def _language(dialogue: "Dialogue", rest: str) -> Iterable[Said]:
    return dialogue.decide(f"language:{rest.lower()}")


def _good(dialogue: "Dialogue", _rest: str) -> Iterable[Said]:
    return dialogue.judge(good=True)


def _bad(dialogue: "Dialogue", _rest: str) -> Iterable[Said]:
    return dialogue.judge(good=False)


def _record(dialogue: "Dialogue", rest: str) -> Iterable[Said]:
    return dialogue.record(rest)


def _picture(dialogue: "Dialogue", rest: str) -> Iterable[Said]:
    return [save_picture(dialogue.picture, dialogue.picturing.source, rest)]


def _reset(dialogue: "Dialogue", _rest: str) -> Iterable[Said]:
    return dialogue.start_over()


def _forget(dialogue: "Dialogue", _rest: str) -> Iterable[Said]:
    return dialogue.forget()


def _quit(dialogue: "Dialogue", _rest: str) -> Iterable[Said]:
    return dialogue.leave()


def _unknown(_dialogue: "Dialogue", name: str) -> Iterable[Said]:
    near = get_close_matches(name, COMMANDS, n=1)
    if near:
        return [Notice(WORDS["unknown_command_near"].format(command=f"/{name}", near=f"/{near[0]}"))]
    return [Notice(WORDS["unknown_command"].format(command=f"/{name}"))]


COMMANDS: dict[str, Command] = {
    "help": _help,
    "roles": _roles,
    "shortlist": _shortlist,
    "export": export,
    "explain": _explain,
    "language": _language,
    "picture": _picture,
    "reset": _reset,
    "forget": _forget,
    "good": _good,
    "bad": _bad,
    "record": _record,
    "quit": _quit,
}
JUDGING = frozenset({"good", "bad"})


def listed(judges: bool) -> tuple[str, ...]:
    """The commands that help and completion name. `judges`: what the person thinks of answers is kept here."""
    return tuple(name for name in COMMANDS if judges or name not in JUDGING)
