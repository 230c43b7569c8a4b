"""Keyboards under messages."""

from .errors import ApiError
from .text.units import units
from .world import Json

DATA_LIMIT = 64
BUTTON_LIMIT = 100
ROW_LIMIT = 8
_ACTIONS = (
    "url", "callback_data", "callback_game", "pay", "switch_inline_query", "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat", "login_url", "web_app", "copy_text",
)  # fmt: skip


def check_markup(markup: Json | None, inline_only: bool = False) -> Json | None:
    """The keyboard, refused if Telegram would."""
    if markup is None:
        return None
    if "inline_keyboard" in markup:
        buttons = [button for row in markup["inline_keyboard"] for button in row]
        for button in buttons:
            _check_button(button)
        if len(buttons) > BUTTON_LIMIT:
            raise ApiError("REPLY_MARKUP_TOO_LONG")
        rows = [row for row in markup["inline_keyboard"] if row]
        return {"inline_keyboard": rows} if rows else None
    if inline_only:
        raise ApiError("Inline keyboard expected")
    if "keyboard" in markup:
        for button in (button for row in markup["keyboard"] for button in row):
            if not (button if isinstance(button, str) else button["text"]):
                raise ApiError("Keyboard button text must be non-empty")
    elif not markup.get("remove_keyboard") and not markup.get("force_reply"):
        raise ApiError("Can't parse reply keyboard markup JSON object")
    return markup


def _check_button(button: Json) -> None:
    """One button of an inline keyboard: a text and one action."""
    if not button["text"]:
        raise ApiError("Inline keyboard button text must be non-empty")
    actions = [name for name in _ACTIONS if button.get(name) not in (None, "") or name in _empty_allowed(button)]
    if not actions:
        raise ApiError(
            "Can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        )
    if len(actions) > 1:
        raise ApiError("BUTTON_TYPE_INVALID")
    if len(button.get("callback_data", "").encode()) > DATA_LIMIT:
        raise ApiError("BUTTON_DATA_INVALID")
    if actions == ["url"] and not _is_url(button["url"]):
        raise ApiError(f"Inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    if units(button["text"]) > 1024:
        raise ApiError("REPLY_MARKUP_TOO_LONG")


def _empty_allowed(button: Json) -> set[str]:
    """Actions that mean something when empty."""
    return {name for name in ("switch_inline_query", "switch_inline_query_current_chat") if name in button}


def _is_url(url: str) -> bool:
    """Whether a link leads somewhere."""
    return url.startswith(("http://", "https://", "tg://", "ton://")) and len(url) > 8 and " " not in url
