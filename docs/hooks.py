"""What the site has beside the files of this folder: parts made from the code, and pages kept elsewhere."""

import re
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "docs"))

from reference import MADE  # noqa: E402  found through the line above: mkdocs loads this file by its path

ELSEWHERE = {
    "deploy.md": "deploy/README.md",
    "contributing.md": "CONTRIBUTING.md",
    "changelog.md": "CHANGELOG.md",
    "results.md": "benchmarks/RESULTS.md",
}
"""Page -> the file of the repository that it shows."""
_HOMES = {file: page for page, file in ELSEWHERE.items()}
_LINK = re.compile(r"(?<=\]\()(?!https?:|#)([^)\s#]+)")
_MADE = re.compile(r"<!-- made: (\w+) -->")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    for page, file in ELSEWHERE.items():
        files.append(File.generated(config, page, content=(ROOT / file).read_text(encoding="utf-8")))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """The parts that are made, and links out of docs/ as links to the page that shows the file."""
    name = page.file.src_uri
    file = ELSEWHERE.get(name, f"docs/{name}")
    linked = _LINK.sub(lambda link: _linked(link[1], file, name.count("/")), markdown)
    return _MADE.sub(lambda made: MADE[made[1]](), linked)


def _linked(link: str, file: str, depth: int) -> str:
    """A link of this file as it is on the site; what no page shows stays as it is."""
    target = _of_the_repository(link, Path(file).parent)
    if target in _HOMES:
        return "../" * depth + _HOMES[target]
    return "../" * depth + target.removeprefix("docs/") if target.startswith("docs/") else link


def _of_the_repository(link: str, folder: Path) -> str:
    parts: list[str] = []
    for part in (folder / link).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)
