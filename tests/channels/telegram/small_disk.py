"""A disk of a few megabytes that can be full or read-only, for whoever may mount one."""

import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Self

MEGABYTES = 8
HINT = "a disk cannot be mounted here; as root, or behind `unshare --map-root-user --mount`, it can"


class NoDiskError(Exception):
    """Nothing may be mounted here."""


class SmallDisk:
    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self._filling = folder / "filling"

    def fill(self) -> None:
        """Not a byte more will fit."""
        with suppress(OSError), self._filling.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(512))

    def empty(self) -> None:
        """There is room again."""
        self._filling.unlink()

    def read_only(self) -> None:
        """As a disk becomes that fails. Nobody may be writing."""
        self._mount("-o", "remount,ro")

    def writable(self) -> None:
        self._mount("-o", "remount,rw")

    def _mount(self, *options: str) -> None:
        done = subprocess.run(["mount", *options, str(self.folder)], capture_output=True)
        if done.returncode:
            raise NoDiskError(HINT)

    def __enter__(self) -> Self:
        self._mount("-t", "tmpfs", "-o", f"size={MEGABYTES}m,mode=700", "tmpfs")
        return self

    def __exit__(self, *error: object) -> None:
        subprocess.run(["umount", "--lazy", str(self.folder)], check=True)
