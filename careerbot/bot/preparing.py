"""Check and compile knowledge in a process of its own, so that a service that runs is not held up by it.

    python -m careerbot.bot.preparing KNOWLEDGE INTENTS CACHE     a folder may be empty: that of this program

Ends with 0 when the index is in the cache; with 1 after telling every problem, one a line.
"""

import os
import sys
from pathlib import Path

from careerbot.bot.compiled import load_adviser
from careerbot.bot.folders import OwnFolders
from careerbot.knowledge.problems import KnowledgeErrors

POLITE = 10
"""How far behind answers this work stands, where the system shares its time."""


def main(knowledge: str, intents: str, cache: str) -> int:
    """The exit code."""
    os.nice(POLITE)
    try:
        own = OwnFolders(*(Path(folder) if folder else None for folder in (knowledge, intents)))
        load_adviser(*own.found(), Path(cache)).prepare()
    except KnowledgeErrors as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
