"""What becomes of people's messages when something breaks. The test server stands in for Telegram.

python -m benchmarks.faults            names what can break
python -m benchmarks.faults killed     breaks it, and prints what was counted, as JSON
"""

import sys
from pathlib import Path

TESTS = Path(__file__).parents[2] / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "channels" / "telegram")]  # the test server, and the bot as a process
