"""The bot's token: from the environment or from a file, never from the command line, where others could read it."""

from collections.abc import MutableMapping
from pathlib import Path

from careerbot.bot.channels.telegram.words import WORDS

VARIABLE = "CAREERBOT_TELEGRAM_TOKEN"
FILE_VARIABLE = f"{VARIABLE}_FILE"


class TokenError(Exception):
    """There is no usable token. The message is one line, says what to do, and never holds the token."""


def take_token(environment: MutableMapping[str, str]) -> str:
    """The token, which is then no longer in the environment: nothing started from here inherits it."""
    given = environment.pop(VARIABLE, "").strip()
    file = environment.get(FILE_VARIABLE, "").strip()
    if given:
        return _checked(given, VARIABLE)
    if file:
        return _checked(_content(Path(file)), file)
    raise TokenError(WORDS["no_token"].format(variable=VARIABLE, file_variable=FILE_VARIABLE))


def _content(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else WORDS["not_text"]
        raise TokenError(WORDS["unreadable_token"].format(file=file, reason=reason)) from None


def _checked(token: str, where: str) -> str:
    """A token has the bot's number, a colon and letters. It becomes part of a URL, so nothing else may be in it."""
    number, colon, secret = token.partition(":")
    shaped = number.isascii() and number.isdigit() and colon and secret.isascii()
    if not shaped or not secret.replace("-", "").replace("_", "").isalnum():
        raise TokenError(WORDS["malformed_token"].format(where=where))
    return token
