"""Check and compile knowledge in a process of its own, so that a service that runs is not held up by it.

    python -m careerbot.bot.preparing FOLDER CACHE     FOLDER may be empty: that of this program

Ends with 0 when the index is in the cache; with 1 after telling every problem.
"""

import sys
from pathlib import Path

from careerbot.bot.compiled import check, folders_in, load_adviser


def main(folder: str, cache: str) -> int:
    """The exit code."""
    folders = folders_in(Path(folder) if folder else None)
    problems = check(*folders)
    for problem in problems:
        print(problem)
    if problems:
        return 1
    load_adviser(*folders, Path(cache))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
