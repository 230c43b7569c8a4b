"""What a chat channel keeps beside memory: small texts that end by themselves and may belong to a person.

Every such store keeps the promises that tests/bot/test_record_stores.py states.
"""

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
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
    """Whose it is, "telegram:42" or that `without_name`: forgotten with that person. Empty for what is nobody's."""
    seconds: int = DAY
    """It ends this long after it was kept."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What a turn begins with, and when that was."""

    value: str | None
    """The text of a record; None when there is none or it has ended."""
    memory: Memory
    moment: int
    """Grows whenever somebody is forgotten."""


@dataclass(frozen=True, slots=True)
class Since:
    """Whose work it is that is to be kept, and the moment at which it began."""

    person: str
    moment: int


@dataclass(frozen=True, slots=True)
class Kept:
    """What one turn leaves behind: the arguments of `keep`."""

    records: Sequence[Record]
    memories: Mapping[str, Memory] = field(default_factory=dict)
    since: Since | None = None
    lets_go: tuple[str, str] | None = None
    """What it has held until now, and as whom: see Sharing. Of concern to a store that shares."""


FORGETTING = 86_400
"""Seconds for which it is known that somebody was forgotten: no turn takes longer, also in an outage of Telegram."""


def without_name(person: str) -> str:
    """A name from which theirs cannot be read: under it stands what is theirs and to be read by others, and that they
    were forgotten.
    """
    return blake2b(person.encode("utf-8", "replace"), digest_size=16, person=b"forgotten").hexdigest()


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
    def open(self, kind: str, key: str, conversation: str) -> Opening:
        """A record and a memory, as `recall` and `load` give them, both of one moment."""

    @abstractmethod
    def keep(
        self, records: Iterable[Record], memories: Mapping[str, Memory] | None = None, since: Since | None = None
    ) -> None:
        """Save all of it or, when something goes wrong, nothing.

        If the person of `since` was forgotten after its moment, by whichever process, only records that are nobody's
        are saved: an answer that was under way brings nothing back.
        """

    def keep_all(self, several: Sequence[Kept]) -> None:
        """Each as `keep` saves it, in this order. When something goes wrong, some may be saved, but none by half."""
        for each in several:
            self.keep(each.records, each.memories, each.since)

    @abstractmethod
    def drop(self, kind: str, key: str) -> None:
        """Delete a record. Dropping what is unknown is fine."""

    @abstractmethod
    def forget_person(self, person: str) -> None:
        """Delete the person's records, those `without_name` too, and every conversation whose id is `person` or begins
        with `person:`.
        """
