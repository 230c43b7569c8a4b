"""The cache of compiled indexes."""

import marshal
import os
from pathlib import Path

from careerbot.bot.compiled import KEPT, _read, _write

MADE_OF = b"these files"


def test_what_is_used_is_kept(tmp_path: Path) -> None:
    """When there are too many, the one that nobody read for longest goes, not the one that is oldest."""
    *files, newest = [tmp_path / f"{number}.index" for number in range(KEPT + 1)]
    for number, file in enumerate(files):
        _write(file, marshal.dumps((MADE_OF, {"number": number})))
        os.utime(file, (number, number))

    assert _read(files[0], MADE_OF) == {"number": 0}
    _write(newest, marshal.dumps((MADE_OF, {})))

    assert files[0].exists()
    assert not files[1].exists()
    assert newest.exists()
