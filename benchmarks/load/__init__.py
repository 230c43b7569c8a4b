"""Load on a bot, and what it does with it: the parts of benchmarks/serving.py and benchmarks/many_people.py."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "tests"))  # its redis-server
