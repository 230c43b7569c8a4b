"""Files and folders that only their owner can read."""

import os
from pathlib import Path


def make_private_folder(folder: Path) -> None:
    """Create the folder and its missing parents with mode 0700. Existing ones keep their mode. Raises OSError."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        # Path.mkdir(parents=True) would give the parents the default mode.
        path.mkdir(mode=0o700, exist_ok=True)
    if not folder.is_dir():
        raise NotADirectoryError(20, os.strerror(20), str(folder))


def make_private_file(path: Path) -> None:
    """Create the file with mode 0600, and its folder. An existing file keeps its mode and content. Raises OSError."""
    make_private_folder(path.parent)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
