"""Is the bot in this container well? Exits with 0 or 1 and says why in one line.

`careerbot serve` is asked over HTTP. `careerbot telegram` has no port: it always keeps a connection to Telegram open,
so without one it is out of reach or stuck.
"""

import os
import sys
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path

PROCESSES = Path("/proc")
ESTABLISHED = "01"
PATIENCE = 3.0
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "[::]": "::1"}  # noqa: S104  nothing is opened here


def main() -> str:
    """What is wrong, or nothing."""
    for process in PROCESSES.glob("[0-9]*"):
        words = _words(process)
        if "serve" in words:
            return _served()
        if "telegram" in words:
            return "" if _connected(process) else "no connection to Telegram"
    return "careerbot is not running"


def _words(process: Path) -> list[str]:
    """What careerbot was started with; nothing for other processes."""
    try:
        words = (process / "cmdline").read_text().split("\0")
    except OSError:  # ended meanwhile
        return []
    names = [Path(word).name for word in words]
    return words[names.index("careerbot") + 1 :] if "careerbot" in names[:2] else []


def _served() -> str:
    host, _, port = os.environ.get("CAREERBOT_LISTEN", "0.0.0.0:8080").rpartition(":")
    host = EVERYWHERE.get(host, host.strip("[]"))
    connection = HTTPConnection(host, int(port), timeout=PATIENCE)
    try:
        connection.request("GET", "/healthz")
        status = connection.getresponse().status
    except (OSError, HTTPException) as error:
        return f"/healthz on {host}:{port}: {error}"
    return "" if status == 200 else f"/healthz on {host}:{port}: status {status}"


def _connected(process: Path) -> bool:
    own = set()
    for descriptor in (process / "fd").iterdir():
        with suppress(OSError):  # closed meanwhile
            target = str(descriptor.readlink())
            if target.startswith("socket:["):
                own.add(target.removeprefix("socket:[").removesuffix("]"))
    for table in ("tcp", "tcp6"):
        for line in (process / "net" / table).read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == ESTABLISHED and fields[9] in own:
                return True
    return False


if __name__ == "__main__":
    sys.exit(main() or 0)
