"""The bot's token: from the environment or from a file, never from the command line, where others could read it."""

from careerbot.bot.channels.telegram.words import WORDS


class TokenError(Exception):
    """There is no usable token. The message is one line, says what to do, and never holds the token."""


def checked(token: str) -> str:
    """A token has the bot's number, a colon and letters. It becomes part of a URL, so nothing else may be in it."""
    number, colon, secret = token.partition(":")
    shaped = number.isascii() and number.isdigit() and colon and secret.isascii()
    if not shaped or not secret.replace("-", "").replace("_", "").isalnum():
        raise TokenError(WORDS["malformed_token"])
    return token
