"""The documentation as a site."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_site_is_built_without_a_warning(tmp_path: Path) -> None:
    """Every page is in the menu, every link and anchor leads somewhere, and the reference pages can be made."""
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip

    assert built.returncode == 0, built.stderr
    assert "CAREERBOT_TELEGRAM_TOKEN" in (tmp_path / "reference" / "settings.html").read_text(encoding="utf-8")
    assert "careerbot check" in (tmp_path / "reference" / "commands.html").read_text(encoding="utf-8")


def test_the_site_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    """Whoever reads it is seen by nobody else: no script, style or font comes from another host."""
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path)],
        cwd=ROOT, capture_output=True, timeout=120, check=True,
    )  # fmt: skip

    for page in tmp_path.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert 'src="http' not in text, page
        assert 'rel="stylesheet" href="http' not in text, page
