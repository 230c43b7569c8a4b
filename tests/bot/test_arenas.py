"""Memory that threads take."""

import platform
import subprocess
import sys

import pytest

THREADS_TAKE_MEMORY = """
import threading
from pathlib import Path
from careerbot.bot.arenas import one_arena

one_arena()
meet = threading.Barrier(16)

def take():
    meet.wait()  # all at once, so that none gets the pool of one that has ended
    bytearray(60_000)
    meet.wait()

threads = [threading.Thread(target=take) for _ in range(16)]
for each in threads: each.start()
for each in threads: each.join()
lines = Path("/proc/self/maps").read_text().splitlines()
begins = [int(line.partition("-")[0], 16) for line in lines if " rw-p " in line and line.endswith(" 0 ")]
print(any(begin % (64 << 20) == 0 for begin in begins))  # where every pool but the first begins
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="it is about glibc")
def test_one_pool() -> None:
    """However many threads take memory at once, it comes from one pool."""
    said = subprocess.run([sys.executable, "-c", THREADS_TAKE_MEMORY], capture_output=True, text=True, check=True)

    assert said.stdout == "False\n"
