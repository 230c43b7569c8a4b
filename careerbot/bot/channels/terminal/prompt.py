"""The line a person types into: keys, history, completion."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import History
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from careerbot.bot.channels.terminal.completion import NameCompleter
from careerbot.bot.channels.terminal.said import WORDS

if TYPE_CHECKING:
    from careerbot.bot.conversation import Names


@Condition
def _something_typed() -> bool:
    return bool(get_app().current_buffer.text)


@Condition
def _command_begun() -> bool:
    return get_app().current_buffer.text.startswith("/")


def prompt_session(names: "Names", commands: Sequence[str], history: History) -> PromptSession[str]:
    """What can be completed are `names` and `commands`.

    `prompt()` raises KeyboardInterrupt for Ctrl-C on an empty line and EOFError for Ctrl-D.

    A paste of several lines is one message: only the Enter key sends.
    """
    return PromptSession(
        WORDS["prompt"],
        history=history,
        completer=NameCompleter(names, commands),
        complete_while_typing=_command_begun,
        key_bindings=_keys(),
        enable_suspend=True,
        reserve_space_for_menu=6,
    )


def _keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add("c-c", filter=_something_typed)
    def clear_line(event: KeyPressEvent) -> None:
        event.current_buffer.reset()

    return keys
