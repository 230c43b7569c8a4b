"""Which function carries out which method."""

from collections.abc import Callable

from telegram_server.backend import Handler

HANDLERS: dict[str, Handler] = {}


def method(*names: str) -> Callable[[Handler], Handler]:
    """The function carries out these methods."""

    def register(function: Handler) -> Handler:
        for name in names:
            HANDLERS[name.lower()] = function
        return function

    return register
