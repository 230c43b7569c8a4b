"""What Telegram answers when it refuses: a code, a description in its own words, sometimes parameters."""

from typing import Any

_TITLES = {400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 409: "Conflict"}


class ApiError(Exception):
    """A refusal; a text without its title gets the one of its code, with a small first letter, as Telegram does."""

    def __init__(self, text: str, code: int = 400, **parameters: Any) -> None:
        title = _TITLES.get(code, "")
        if title and not text.startswith(title):
            text = f"{title}: {_small_first(text)}"
        super().__init__(text)
        self.code = code
        self.description = text
        self.parameters = parameters

    def as_json(self) -> dict[str, Any]:
        """The reply body."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


class ViolationError(ApiError):
    """A call that no correct bot would make: refused, and kept for the test to assert on."""


def flood(seconds: int) -> ApiError:
    """Too many requests: come back in so many seconds."""
    return ApiError(f"Too Many Requests: retry after {seconds}", 429, retry_after=seconds)


def _small_first(text: str) -> str:
    """Capital words such as BUTTON_DATA_INVALID stay as they are."""
    if len(text) >= 2 and (text[1] == "_" or text[1].isupper()):
        return text
    return text[:1].lower() + text[1:]
