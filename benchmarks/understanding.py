"""How well messages about careers are understood, clean and with one typing error for every eight characters.

    python benchmarks/understanding.py [--labels FILE.jsonl …] [--clinc clinc150.json]

The project's own messages are always there. A file of labels has a line of JSON for each message: `text`, `intent`,
`roles`. CLINC150 is not part of the project; its out-of-scope messages show how much that is foreign is declined.
"""

import argparse
from pathlib import Path

from domain.asked import Asked, foreign, labelled, own, strangers
from domain.score import Score, score
from intents.typos import mistyped

from careerbot.bot.compiled import load_adviser
from careerbot.bot.settings import Settings

COLUMNS = ("intents", "roles", "skills", "declined", "refused")


def row(name: str, found: Score) -> str:
    return f"| {name} | " + " | ".join(str(getattr(found, column)) for column in COLUMNS) + " |"


def main() -> None:
    parser = argparse.ArgumentParser(description="How well messages about careers are understood.")
    parser.add_argument("--labels", type=Path, nargs="*", default=[], help="files of labelled messages")
    parser.add_argument("--clinc", type=Path, help="CLINC150's data_full.json")
    given = parser.parse_args()
    sets: dict[str, list[Asked]] = {
        "the project's own": own(),
        "strangers', looked at": strangers(looked_at=True),
        "strangers', never looked at": strangers(looked_at=False),
    }
    sets |= {file.stem: labelled(file) for file in given.labels}
    if given.clinc:
        sets["CLINC150, out of scope"] = foreign(given.clinc)
    adviser = load_adviser(cache=Settings.read().cache)
    print("| messages | intents | roles | skills | out of scope declined | in scope refused |")
    print("|---|---|---|---|---|---|")
    for name, asked in sets.items():
        texts = [message.text for message in asked]
        print(row(name, score(adviser, asked, texts)), flush=True)
        print(row(f"{name}, mistyped", score(adviser, asked, mistyped(texts))), flush=True)


if __name__ == "__main__":
    main()
