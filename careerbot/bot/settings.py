"""Where things are kept on this machine, from the environment.

CAREERBOT_STATE  folder of what must last: memory and typed lines. Default: $XDG_STATE_HOME/careerbot
                 The address of a store, redis://…, is for services and does not count here.
CAREERBOT_KNOWLEDGE, CAREERBOT_INTENTS
                 folders of own knowledge and question types, laid over those of this program: see docs/authors.md
CAREERBOT_CACHE  folder of what can be made again: compiled knowledge. Default: $XDG_CACHE_HOME/careerbot
CAREERBOT_KEEP_MISSES  on: what was not understood is kept, for CAREERBOT_MISSES_DAYS. See docs/learning.md
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

MISSES_DAYS = 90


@dataclass(frozen=True, slots=True)
class Settings:
    state: Path | None
    """None where the user has no home folder: nothing is kept then."""
    cache: Path | None
    keep_misses: bool = False
    misses_days: int = MISSES_DAYS
    knowledge: Path | None = None
    intents: Path | None = None

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        return cls(
            state=_folder(environment, "CAREERBOT_STATE", "XDG_STATE_HOME", ".local/state"),
            cache=_folder(environment, "CAREERBOT_CACHE", "XDG_CACHE_HOME", ".cache"),
            keep_misses=environment.get("CAREERBOT_KEEP_MISSES", "").lower() == "on",
            misses_days=_days(environment.get("CAREERBOT_MISSES_DAYS", "")),
            knowledge=_own(environment, "CAREERBOT_KNOWLEDGE"),
            intents=_own(environment, "CAREERBOT_INTENTS"),
        )


def _days(text: str) -> int:
    return int(text) if text.isdecimal() and 0 < int(text) <= 3650 else MISSES_DAYS


def _own(environment: Mapping[str, str], name: str) -> Path | None:
    return Path(named).absolute() if (named := environment.get(name)) else None


def _folder(environment: Mapping[str, str], own: str, shared: str, below_home: str) -> Path | None:
    named = environment.get(own, "")
    if named and "://" not in named:  # the address of a store is for services: what this user keeps is elsewhere
        return Path(named).absolute()
    base = Path(environment.get(shared, ""))
    if base.is_absolute():  # the XDG specification: relative paths there are to be ignored
        return base / "careerbot"
    home = Path(environment.get("HOME") or "~")
    with suppress(RuntimeError):  # no such user, as in a container that runs under a foreign id
        home = home.expanduser()
    return home / below_home / "careerbot" if home.is_absolute() else None
