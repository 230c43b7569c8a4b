"""Memory of this process, as the operating system counts it."""

import resource
from pathlib import Path


def peak() -> float:
    """Largest resident size so far, in MB.

    Linux tells that of this program alone; what `resource` reports begins with the size of whoever started it.
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1_024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024
