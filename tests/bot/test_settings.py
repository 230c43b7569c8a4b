"""Where things are kept, from the environment."""

from pathlib import Path

import pytest

from careerbot.bot.settings import Settings


@pytest.mark.parametrize(
    ("environment", "state", "cache"),
    [
        ({"HOME": "/home/ann"}, "/home/ann/.local/state/careerbot", "/home/ann/.cache/careerbot"),
        ({"HOME": "/h", "XDG_STATE_HOME": "/s", "XDG_CACHE_HOME": "/c"}, "/s/careerbot", "/c/careerbot"),
        ({"HOME": "/h", "XDG_STATE_HOME": "s"}, "/h/.local/state/careerbot", "/h/.cache/careerbot"),
        ({"HOME": "/h", "CAREERBOT_STATE": "/mine", "XDG_STATE_HOME": "/s"}, "/mine", "/h/.cache/careerbot"),
        ({"HOME": "/h", "CAREERBOT_CACHE": "/mine"}, "/h/.local/state/careerbot", "/mine"),
    ],
)
def test_folders(environment: dict[str, str], state: str, cache: str) -> None:
    """Our own variables win over the XDG ones, which win over the home folder; relative XDG paths do not count."""
    assert Settings(state=Path(state), cache=Path(cache)) == Settings.read(environment)


def test_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a home folder there is no place to keep anything, and that is no error."""

    def nobody(path: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "expanduser", nobody)

    assert Settings(state=None, cache=None) == Settings.read({})


def test_own_folders() -> None:
    """Own knowledge and question types are named by settings as well."""
    settings = Settings.read({"HOME": "/h", "CAREERBOT_KNOWLEDGE": "/mine", "CAREERBOT_INTENTS": "/mine/intents"})
    assert (settings.knowledge, settings.intents) == (Path("/mine"), Path("/mine/intents"))
