"""Memory that ends with the process."""

from careerbot.bot.memory import Memory
from careerbot.bot.stores import Store


class InProcessStore(Store):
    def __init__(self) -> None:
        self._memories: dict[str, Memory] = {}

    def load(self, conversation: str) -> Memory:
        return self._memories.get(conversation, Memory())

    def save(self, conversation: str, memory: Memory) -> None:
        self._memories[conversation] = memory

    def forget(self, conversation: str) -> None:
        self._memories.pop(conversation, None)

    def close(self) -> None:
        self._memories.clear()
