"""A process that is measured: kept on its own core where there are several."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

STOPS_WITHIN = 20.0
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


class Measured:
    def __init__(self, command: Sequence[str], environment: Mapping[str, str], log: Path, core: int | None) -> None:
        """`core`: the only one it may use; None for any."""
        self._log = log.open("ab")
        self._process = subprocess.Popen(
            command, env={**os.environ, **environment}, stdout=self._log, stderr=self._log, start_new_session=True
        )
        if core is not None:
            os.sched_setaffinity(self._process.pid, {core})

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    @property
    def cpu(self) -> float:
        """Seconds of processor time until now."""
        return cpu_of(self._process.pid)

    @property
    def memory(self) -> int:
        """Bytes that it holds in the machine's memory."""
        return int(Path(f"/proc/{self._process.pid}/statm").read_text().split()[1]) * PAGE

    def stop(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.stop()


def cpu_of(process: int) -> float:
    """Seconds of processor time that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _cores() -> tuple[int | None, int | None]:
    free = sorted(os.sched_getaffinity(0))
    return (free[0], free[-1]) if len(free) > 1 else (None, None)


CORES = _cores()
"""One for what is measured and one for the visitors; (None, None) where there is only one."""
