"""/export in the terminal: what is written, and what is said where it cannot be."""

from pathlib import Path

import pytest

from careerbot.bot.channels.terminal.dialogue import Dialogue
from careerbot.bot.channels.terminal.said import Notice
from careerbot.bot.conversation import Adviser
from careerbot.bot.rendering.plain import plain
from careerbot.bot.stores.in_process import InProcessStore


@pytest.fixture
def talk(adviser: Adviser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Dialogue:
    """A conversation with two roles kept, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    dialogue = Dialogue(adviser, InProcessStore())
    said(dialogue, "keep sre and devops")
    return dialogue


def said(talk: Dialogue, message: str) -> str:
    return "\n".join(each.text if isinstance(each, Notice) else plain(each) for each in talk.hear(message))


def test_markdown(talk: Dialogue, tmp_path: Path) -> None:
    """A .md file holds the shortlist as Markdown, and it is said where it is."""
    assert said(talk, "/export mine.md") == f"Written to {tmp_path / 'mine.md'}."

    written = (tmp_path / "mine.md").read_text(encoding="utf-8")
    assert written.startswith("# My shortlist\n\n## Site Reliability Engineer\n")
    assert written.count("## DevOps Engineer\n") == 1


def test_text(talk: Dialogue, tmp_path: Path) -> None:
    """A .txt file holds it as text, however the ending is written."""
    said(talk, '/export "my roles.TXT"')

    assert (tmp_path / "my roles.TXT").read_text(encoding="utf-8").startswith("My shortlist\n============\n")


def test_what_was_exported_last(talk: Dialogue, tmp_path: Path) -> None:
    """After an export of one role, the file is about that role."""
    said(talk, "make a card for mle")
    said(talk, "/export mle.md")

    assert (tmp_path / "mle.md").read_text(encoding="utf-8").startswith("# Machine Learning Engineer\n")


def test_a_picture_to_share(talk: Dialogue, tmp_path: Path) -> None:
    """With .png it is the card, drawn; in the dark theme where that is said."""
    said(talk, "keep sre")

    assert "sre.png" in said(talk, "/export sre.png")
    assert (tmp_path / "sre.png").read_bytes().startswith(b"\x89PNG")
    assert "night.png" in said(talk, "/export night.png dark")


def test_nothing_is_written_over(talk: Dialogue, tmp_path: Path) -> None:
    """A file that is there stays as it is."""
    (tmp_path / "mine.md").write_text("precious")

    assert "exists already" in said(talk, "/export mine.md")
    assert (tmp_path / "mine.md").read_text() == "precious"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nowhere/mine.md", "There is no folder nowhere. Make it first, or choose another one."),
        ("mine.pdf", "I can write files that end in .md or .txt or .png, and mine.pdf does not"),
        ("mine", "and mine does not"),
        ("~nobody-of-that-name/mine.md", "cannot be written"),
        (f"{'x' * 300}.md", "cannot be written (File name too long)"),
    ],
)
def test_what_goes_wrong_is_told(talk: Dialogue, tmp_path: Path, name: str, told: str) -> None:
    """Each trouble is named, and nothing is left behind."""
    assert told in said(talk, f"/export {name}")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_nothing_half(talk: Dialogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be written is said so: /dev/full is a disk without room."""
    opened = Path.open
    monkeypatch.setattr(Path, "open", lambda _path, _mode: opened(Path("/dev/full"), "wb"))
    monkeypatch.setattr(Path, "unlink", lambda _path: None)

    assert "cannot be written (No space left on device)" in said(talk, "/export mine.md")


def test_without_a_name_it_is_shown(talk: Dialogue) -> None:
    """Without a file it is shown, with how to write it."""
    shown = said(talk, "/export")

    assert "# My shortlist" in shown
    assert "/export shortlist.md writes it to a file." in shown


def test_an_empty_list_is_no_file(adviser: Adviser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is kept, it is said how to keep a role."""
    monkeypatch.chdir(tmp_path)
    talk = Dialogue(adviser, InProcessStore())

    assert "Your shortlist is empty" in said(talk, "/export mine.md")
    assert list(tmp_path.iterdir()) == []
