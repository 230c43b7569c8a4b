"""A virtual environment for each group of packages, made when it is first needed."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

SECONDS = 1_800.0


def python(folder: Path, needs: Sequence[str], alone: Sequence[str] = ()) -> str:
    """The interpreter that has `needs`, and of `alone` just those themselves; this one where nothing is needed."""
    if not needs:
        return sys.executable
    digest = hashlib.sha256("\n".join([*needs, *alone]).encode()).hexdigest()[:8]
    place = folder / f"{needs[0].partition('=')[0]}-{digest}"
    interpreter = place / "bin" / "python"
    ready = place / "ready"
    if not ready.exists():
        shutil.rmtree(place, ignore_errors=True)  # one that was interrupted
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True, timeout=SECONDS)
        install = [str(interpreter), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*install, *needs], check=True, timeout=SECONDS)
        if alone:
            subprocess.run([*install, "--no-deps", *alone], check=True, timeout=SECONDS)
        ready.touch()
    return str(interpreter)


def megabytes(interpreter: str) -> float:
    """Size on disk of what was installed beside an interpreter, without pip itself."""
    packages = next((Path(interpreter).parents[1] / "lib").glob("python*")) / "site-packages"
    own = [path for path in packages.iterdir() if not path.name.startswith(("pip", "setuptools"))]
    files = (file for path in own for file in (path.rglob("*") if path.is_dir() else [path]))
    return sum(file.stat().st_size for file in files if file.is_file()) / 1_000_000
