"""One section of the file of results is renewed; what others wrote there stays."""

import re
from pathlib import Path

TITLE = "# Results\n"


def written(path: Path, heading: str, text: str) -> None:
    before = path.read_text(encoding="utf-8") if path.exists() else TITLE
    section = f"## {heading}\n\n{text.strip()}\n"
    old = re.compile(rf"^## {re.escape(heading)}\n.*?(?=^## |\Z)", re.DOTALL | re.MULTILINE)
    if old.search(before):
        after = old.sub(lambda found: section + ("\n" if found.end() < len(before) else ""), before, count=1)
    else:
        after = before.rstrip("\n") + "\n\n" + section
    path.write_text(after, encoding="utf-8")
