"""A measurement as a process of its own: nothing of another system is in its memory, and one thread is all it has."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def said(python: str, module: str, *arguments: str, seconds: float | None = None) -> dict[str, Any]:
    """The JSON in the last line that a module of this benchmark prints."""
    environment = os.environ | dict.fromkeys(ONE_THREAD, "1")
    environment |= {"TOKENIZERS_PARALLELISM": "false", "HF_HUB_OFFLINE": "1"}
    done = subprocess.run(
        [python, "-m", module, *arguments],
        cwd=ROOT,
        env=environment,
        timeout=seconds,
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "no word of why")
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures
