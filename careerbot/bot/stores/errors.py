"""What can go wrong with a store, said in one line that names the place and what to do."""

from pathlib import Path
from typing import Literal

from careerbot.bot.rendering.wording import wording

Reason = Literal[
    "locked",
    "readonly",
    "full",
    "unopenable",
    "broken_disk",
    "foreign",
    "newer",
    "other",
    "redis_unreachable",
    "redis_refuses",
    "redis_full",
    "redis_other",
]

WORDING = Path(__file__).with_name("en.yaml")


class StoreError(Exception):
    """Memory could not be read or written. The conversation can go on without it."""

    def __init__(self, reason: Reason, path: Path | str, detail: object = "") -> None:
        super().__init__(wording(WORDING)[reason].format(path=path, detail=detail))
        self.reason = reason
        self.path = path
