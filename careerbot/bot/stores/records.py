"""What a chat channel keeps beside memory: small texts that end by themselves and may belong to a person.

Every such store keeps the promises that tests/bot/test_record_stores.py states.
"""

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from careerbot.bot.memory import Memory
from careerbot.bot.stores import Store

DAY = 86_400


@dataclass(frozen=True, slots=True)
class Record:
    """A text under a kind and a key. A later one of the same kind and key replaces it."""

    kind: str
    key: str
    value: str
    person: str = ""
    """Whose it is, "telegram:42": forgotten with that person. Empty for what is nobody's, such as a chart."""
    seconds: int = DAY
    """It ends this long after it was kept."""


class RecordStore(Store, Protocol):
    """Memory and records. Whatever goes wrong is a StoreError."""

    far: bool = False
    """Its calls wait for a network: an event loop has them made in a thread."""

    @abstractmethod
    def recall(self, kind: str, key: str) -> str | None:
        """The text kept under this kind and key; None when there is none or it has ended."""

    @abstractmethod
    def recall_all(self, kind: str) -> dict[str, str]:
        """Every text of this kind by its key, in the order of the keys as they were first kept."""

    @abstractmethod
    def keep(self, records: Iterable[Record], memories: Mapping[str, Memory] | None = None) -> None:
        """Save all of it or, when something goes wrong, nothing."""

    @abstractmethod
    def drop(self, kind: str, key: str) -> None:
        """Delete a record. Dropping what is unknown is fine."""

    @abstractmethod
    def forget_person(self, person: str) -> None:
        """Delete the person's records and every conversation whose id is `person` or begins with `person:`."""
