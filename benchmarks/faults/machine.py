"""What it ran on."""

import os
import platform
import shutil
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version


def machine() -> dict[str, str | int | None]:
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        **{name: version(name) for name in ("python-telegram-bot", "aiohttp", "uvicorn", "redis")},
        "redis-server": _redis(),
    }


def _redis() -> str:
    program = shutil.which("redis-server")
    if program is None:
        return "none"
    told = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout
    return next((part.removeprefix("v=") for part in told.split() if part.startswith("v=")), "unknown")
