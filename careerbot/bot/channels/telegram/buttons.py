"""Buttons under a message, as plain values: they are made for every answer, and few of them are ever pressed."""

from typing import Any, NamedTuple

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message


class Button(NamedTuple):
    text: str
    data: str
    """See button_data.py."""


Rows = tuple[tuple[Button, ...], ...]


def as_json(rows: Rows) -> dict[str, Any] | None:
    """As the Bot API describes them; None without any."""
    if not rows:
        return None
    return {"inline_keyboard": [[{"text": text, "callback_data": data} for text, data in row] for row in rows]}


def as_object(rows: Rows) -> InlineKeyboardMarkup | None:
    """As the library describes them; None without any."""
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(text, callback_data=data) for text, data in row] for row in rows]
    )


def rows_of(message: Message) -> Rows:
    """The buttons that a message of ours has."""
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    return tuple(
        tuple(Button(each.text, each.callback_data) for each in row if isinstance(each.callback_data, str))
        for row in rows
    )
