"""A process that loads a catalogue from its cache and answers one question; its memory (MB) goes to standard error.

python -m growing.asking KNOWLEDGE INTENTS CACHE QUESTION
"""

import gc
import sys
from pathlib import Path

from careerbot.bot.compiled import load_adviser
from careerbot.bot.memory import Memory
from careerbot.bot.rendering.plain import plain
from growing.memory import peak

if __name__ == "__main__":
    gc.disable()  # as `careerbot ask` does
    knowledge, intents, cache, question = sys.argv[1:]
    adviser = load_adviser(Path(knowledge), Path(intents), Path(cache))
    print(plain(adviser.respond(question, Memory())[0]))
    print(peak(), file=sys.stderr)
