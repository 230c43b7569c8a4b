"""The command menu, by scope and language."""

import json
import re

from telegram_server.backend import Backend
from telegram_server.errors import ApiError
from telegram_server.requests import Call
from telegram_server.world import Json

from .registry import method

COMMANDS = 100
NAME = 32
DESCRIPTION = 256


@method("setMyCommands")
def set_commands(backend: Backend, call: Call) -> bool:
    """Those of one scope and language."""
    commands = [_checked(command) for command in call.params["commands"]]
    if len(commands) > COMMANDS:
        raise ApiError("BOT_COMMANDS_TOO_MUCH")
    backend.profile.commands[_place(backend, call.params)] = commands
    return True


@method("deleteMyCommands")
def delete_commands(backend: Backend, call: Call) -> bool:
    """None there any more."""
    backend.profile.commands.pop(_place(backend, call.params), None)
    return True


@method("getMyCommands")
def get_commands(backend: Backend, call: Call) -> list[Json]:
    """Those of exactly that scope and language."""
    return backend.profile.commands.get(_place(backend, call.params), [])


def language(params: Json) -> str:
    """Two letters, or none for all."""
    code = str(params.get("language_code") or "")
    if not re.fullmatch(r"([a-z]{2})?", code):
        raise ApiError("Invalid language code specified")
    return code


def _place(backend: Backend, params: Json) -> tuple[str, str]:
    """Scope and language."""
    scope = params.get("scope") or {"type": "default"}
    if "chat_id" in scope:
        scope = {**scope, "chat_id": backend.world.chat(scope["chat_id"]).id}
    return json.dumps(scope, sort_keys=True), language(params)


def _checked(command: Json) -> Json:
    """One command."""
    name = command["command"].strip().removeprefix("/")
    description = command["description"].strip()
    if not name:
        raise ApiError("Command must be non-empty")
    if len(name) > NAME:
        raise ApiError(f"Command length must not exceed {NAME}")
    if not description:
        raise ApiError("Command description must be non-empty")
    if len(description) > DESCRIPTION:
        raise ApiError(f"Command description length must not exceed {DESCRIPTION}")
    if not re.fullmatch(r"[a-z0-9_]+", name):
        raise ApiError("BOT_COMMAND_INVALID")
    return {"command": name, "description": description}
