"""python -m benchmarks.faults NAME…"""

import json
import sys
from importlib import import_module

from careerbot.bot.compiled import load_adviser
from careerbot.bot.settings import Settings

from .machine import machine

NAMES = ("killed", "redis_down", "telegram_down", "disk_full", "hostile")


def main(names: list[str]) -> int:
    faults = {name: import_module(f".{name}", __package__) for name in NAMES}
    if not names or set(names) - set(NAMES):
        for name, fault in faults.items():
            print(f"{name:14} {(fault.__doc__ or '').splitlines()[0]}")
        return 2
    load_adviser(cache=Settings.read().cache)  # so that no start of a bot compiles the knowledge
    print(json.dumps({"machine": machine(), **{name: faults[name].run() for name in names}}, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
