"""Where memory lives between messages. Every store keeps the same promises; tests/bot/test_stores.py states them."""

from types import TracebackType
from typing import Protocol, Self

from careerbot.bot.memory import Memory


class Store(Protocol):
    """Memory by conversation id. Whatever goes wrong is a StoreError (careerbot.bot.stores.errors)."""

    def load(self, conversation: str) -> Memory:
        """The memory of this conversation; an empty one when there is none or it cannot be read."""
        ...

    def save(self, conversation: str, memory: Memory) -> None: ...

    def forget(self, conversation: str) -> None:
        """Delete what is kept of this conversation. Forgetting what is unknown is fine."""
        ...

    def close(self) -> None: ...

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()
