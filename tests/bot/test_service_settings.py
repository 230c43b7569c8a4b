"""Settings of the services, and that docs/operators.md has each of them."""

import os
import re
from pathlib import Path

import pytest
from pydantic import SecretStr

from careerbot.bot.service_settings import (
    NAMES,
    SECRETS,
    ServiceSettings,
    WrongSettingsError,
    allowed,
    read_settings,
    unknown_names,
)

DOCS = Path(__file__).parents[2] / "docs" / "operators.md"
TOKEN = "123456789:AAE-abcdefghijklmnopqrstuvwxyz_01234"  # noqa: S105  nobody's


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("CAREERBOT_")]:
        monkeypatch.delenv(name)


def test_documented() -> None:
    """Every setting has a row with its default and what is allowed, and no row is of something else."""
    rows = re.findall(r"^\| `(CAREERBOT_\w+)` \| (\S+) \| (.+) \|$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    expected = []
    for name, field in NAMES.items():
        default = ServiceSettings.model_fields[field].default
        shown = "none" if default is None else f"`{str(default).lower()}`"
        expected.append((name, shown, allowed(field)))

    assert rows == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CAREERBOT_GRACE", "-1"),
        ("CAREERBOT_GRACE", "soon"),
        ("CAREERBOT_RETENTION_DAYS", "0"),
        ("CAREERBOT_RETENTION_DAYS", "1.5"),
        ("CAREERBOT_LISTEN", "8080"),
        ("CAREERBOT_LISTEN", "host:"),
        ("CAREERBOT_WEBHOOK_URL", "bot.example.org"),
        ("CAREERBOT_WEBHOOK_URL", "https://"),
        ("CAREERBOT_WEBHOOK_PATH", "a/b"),
        ("CAREERBOT_WEBHOOK_CONNECTIONS", "101"),
        ("CAREERBOT_MOST_AT_WORK", "0"),
        ("CAREERBOT_LOG_LEVEL", "loud"),
        ("CAREERBOT_LOG_FORMAT", "xml"),
        ("CAREERBOT_LOG_IDS", "yes"),
        ("CAREERBOT_LOG_TEXT", "maybe"),
        ("CAREERBOT_RELOAD", "often"),
        ("CAREERBOT_TELEGRAM_API", "api.telegram.org"),
    ],
)
def test_wrong(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """A wrong setting is one line with its name, its value and what is allowed."""
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongSettingsError) as caught:
        read_settings()

    line = f"{name} cannot be '{value}'. Allowed: {allowed(NAMES[name])}."
    assert str(caught.value) == line


@pytest.mark.parametrize("state", ["127.0.0.1:6379", "localhost", "localhost:6379/0", "rediss:/cache", "http://redis"])
def test_no_address_of_a_store(monkeypatch: pytest.MonkeyPatch, state: str) -> None:
    """What looks like an address and is none of Redis is refused: else it would be a folder of that name."""
    monkeypatch.setenv("CAREERBOT_STATE", state)
    with pytest.raises(WrongSettingsError, match=r"CAREERBOT_STATE cannot be .* redis://"):
        read_settings()


@pytest.mark.parametrize(
    "state", ["redis://cache", "rediss://u:p@cache:6379/1", "unix:///run/redis", "state", "C:\\bot"]
)
def test_folder_or_address_of_a_store(monkeypatch: pytest.MonkeyPatch, state: str) -> None:
    monkeypatch.setenv("CAREERBOT_STATE", state)

    assert read_settings().state is not None


def test_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several wrong settings are told together."""
    monkeypatch.setenv("CAREERBOT_GRACE", "x")
    monkeypatch.setenv("CAREERBOT_RELOAD", "x")
    with pytest.raises(WrongSettingsError) as caught:
        read_settings()

    assert len(str(caught.value).splitlines()) == 2


def test_secrets_are_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong secret is not repeated; a right one is in no text of the settings."""
    monkeypatch.setenv("CAREERBOT_WEBHOOK_SECRET", "not allowed!")
    with pytest.raises(WrongSettingsError) as caught:
        read_settings()
    assert "not allowed!" not in str(caught.value)

    monkeypatch.setenv("CAREERBOT_WEBHOOK_SECRET", "quite-secret")
    monkeypatch.setenv("CAREERBOT_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("CAREERBOT_STATE", "redis://:very-secret@host")
    shown = repr(read_settings())
    assert not [secret for secret in ("quite-secret", TOKEN, "very-secret") if secret in shown]


@pytest.mark.parametrize("secret", SECRETS)
def test_secret_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, secret: str) -> None:
    """A secret may be in a file; one that cannot be read is told with its name."""
    name = f"CAREERBOT_{secret.upper()}_FILE"
    file = tmp_path / "secret"
    monkeypatch.setenv(name, str(file))
    with pytest.raises(WrongSettingsError, match=re.escape(f"{name} names {file}")):
        read_settings()

    file.write_text("in-a-file\n", encoding="utf-8")
    assert getattr(read_settings(), secret) == SecretStr("in-a-file")


def test_settings_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Settings may be in a file, those of secrets' files included; the environment wins."""
    (tmp_path / "token").write_text(TOKEN, encoding="utf-8")
    file = tmp_path / "careerbot.env"
    lines = ("# ours", "CAREERBOT_GRACE=3", "CAREERBOT_RELOAD=watch", f"CAREERBOT_TELEGRAM_TOKEN_FILE={tmp_path}/token")
    file.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setenv("CAREERBOT_SETTINGS", str(file))
    monkeypatch.setenv("CAREERBOT_GRACE", "4")
    settings = read_settings()

    assert (settings.grace, settings.reload) == (4, "watch")
    assert settings.telegram_token == SecretStr(TOKEN)
    assert unknown_names() == []


def test_no_settings_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file of settings that is not there is told with its name."""
    monkeypatch.setenv("CAREERBOT_SETTINGS", str(tmp_path / "absent"))
    with pytest.raises(WrongSettingsError, match="absent, which is no file"):
        read_settings()


def test_empty_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty variable, as templates leave them, is as none."""
    monkeypatch.setenv("CAREERBOT_GRACE", "")

    assert read_settings().grace == 10


def test_unknown_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistyped name is told with the nearest; what Kubernetes sets for a service of this name is not ours."""
    monkeypatch.setenv("CAREERBOT_WEBHOK_URL", "https://bot.example.org")
    for name in ("CAREERBOT_PORT", "CAREERBOT_PORT_8080_TCP_ADDR", "CAREERBOT_SERVICE_HOST", "CAREERBOT_SERVICE_PORT"):
        monkeypatch.setenv(name, "tcp://10.0.0.1:8080")

    assert unknown_names() == ["CAREERBOT_WEBHOK_URL is no setting and has no effect. Is CAREERBOT_WEBHOOK_URL meant?"]
