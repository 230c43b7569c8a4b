"""A phrase is added to a language file as an author would, and nothing else changes."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from careerbot.bot.misses.phrase_file import on_trial
from careerbot.intents import catalogue
from careerbot.intents.phrase_lines import PhraseNotAddedError, with_phrase

FILES = sorted(Path(catalogue.__file__).parent.glob("*/en.yaml"))
FILE = """\
# pay: what a role pays
example: "x"  # shown in /help
phrases:
  # fragments
  - "{role} pay"  # short
  - plain words

  # the end of the list
suggestion: "y"
"""


def test_a_line_at_the_end() -> None:
    """It stands below the last phrase, written like it; comments and empty lines stay where they are."""
    changed, line = with_phrase(FILE, "how about {role}")

    assert line == 7
    assert changed == FILE.replace("  - plain words\n", "  - plain words\n  - how about {role}\n")


def test_quotes_where_needed() -> None:
    """What YAML would read as something else is put in quotes."""
    for phrase in ("[a] {role}", "{role} pay", "yes", "pay: how much", "# what", '"quoted" \\ back'):
        changed, line = with_phrase(FILE, phrase)
        assert yaml.safe_load(changed)["phrases"][-1] == phrase
        assert changed.splitlines()[line - 1].startswith('  - "')


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_own_files(file: Path) -> None:
    """In every file that the program has, one line more is the whole difference."""
    text = file.read_text(encoding="utf-8")
    changed, line = with_phrase(text, "would {role} do [for] (me|us)")
    lines = changed.split("\n")

    assert yaml.safe_load(changed)["phrases"][-1] == "would {role} do [for] (me|us)"
    assert lines[: line - 1] + lines[line:] == text.split("\n")


@given(st.text(min_size=1, max_size=30).filter(lambda text: text.strip()))
def test_any_phrase(phrase: str) -> None:
    """Whatever the phrase, the file reads back with it, or is left alone."""
    changed, _ = with_phrase(FILE, phrase)

    assert yaml.safe_load(changed)["phrases"] == ["{role} pay", "plain words", phrase]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("phrases: [a, b]\n", "Write phrases: and - … below it."),
        ("replies: {}\n", "Write phrases: and - … below it."),
        ("phrases: []\n", "Write phrases: and - … below it."),
        ("phrases:\n  - a\n -b: [\n", "not valid YAML"),
        ("- a\n", "Write phrases: and - … below it."),
    ],
)
def test_refused(text: str, told: str) -> None:
    """A file without such a list is not guessed at."""
    with pytest.raises(PhraseNotAddedError, match=told):
        with_phrase(text, "x")


@pytest.mark.parametrize("text", [FILE, FILE.replace("\n", "\r\n"), "phrases:\n  - a", "phrases:\n- a\n- >\n  b\n"])
def test_ends_of_lines(text: str, tmp_path: Path) -> None:
    """Files with other line ends, without a last one, with other indents, and with a mark in front keep all of that."""
    for mark in (b"", b"\xef\xbb\xbf"):
        file = tmp_path / "en.yaml"
        file.write_bytes(mark + text.encode())
        with on_trial(file, "new one") as trial:
            trial.kept = True
        raw = file.read_bytes()
        assert raw.startswith(mark)
        assert (b"\r\n" in raw) == ("\r\n" in text)
        assert raw.endswith(b"\n") or not text.endswith("\n")
        read = yaml.safe_load(raw.decode("utf-8-sig"))["phrases"]
        assert read == [*yaml.safe_load(text)["phrases"], "new one"]


def test_put_back(tmp_path: Path) -> None:
    """What is not kept leaves the file as it was, byte for byte, also when something breaks meanwhile."""
    file = tmp_path / "pay" / "en.yaml"
    file.parent.mkdir()
    file.write_bytes(FILE.encode())
    before = (file.read_bytes(), file.stat().st_mtime_ns)

    with on_trial(file, "x"):
        assert file.read_bytes() != before[0]
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    with pytest.raises(KeyboardInterrupt), on_trial(file, "x"):
        raise KeyboardInterrupt
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before


def test_file_that_is_not_there(tmp_path: Path) -> None:
    """In a folder that only adds to the program, the file is made; not kept, nothing of it is left."""
    file = tmp_path / "pay" / "en.yaml"
    with on_trial(file, "x {role}"):
        assert yaml.safe_load(file.read_text(encoding="utf-8")) == {"phrases": ["x {role}"]}
    assert list(tmp_path.iterdir()) == []
