"""The library's Application without its own memory of people: what is kept of them is in the store alone."""

from typing import Any

from telegram.ext import Application


class ForgetfulApplication(Application[Any, Any, Any, Any, Any, Any]):
    __slots__ = ()

    def _mark_for_persistence_update(self, **_: Any) -> None:
        """Nothing. The library would note everybody's id for a storage of its own, until the process ends."""
