"""Settings of the services, `careerbot telegram` and `careerbot serve`: from the environment or one file.

The commands of the terminal do with settings.py, which imports nothing. docs/operators.md describes every setting;
tests/bot/test_service_settings.py compares.
"""

import os
import re
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, SecretStr, StringConstraints, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict
from pydantic_settings.sources import DotEnvSettingsSource

from careerbot.bot.folders import NONE_OF_ONES_OWN, OwnFolders, folders_in
from careerbot.bot.rendering.wording import wording

PREFIX = "CAREERBOT_"
FILE = "CAREERBOT_SETTINGS"
"""Names a file of settings, NAME=value, one a line."""
OF_OTHERS = re.compile(r"CAREERBOT_(PORT|SERVICE_HOST|SERVICE_PORT)(_|$)")
"""What Kubernetes puts there of itself for a service called careerbot."""

Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,256}$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/?#]+[^\s?#]*$")]


class WrongSettingsError(Exception):
    """One line for each setting that cannot be used: its name, its value unless it is a secret, what is allowed."""


class ServiceSettings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True)

    telegram_token: SecretStr | None = None
    telegram_api: Url = "https://api.telegram.org"

    state: SecretStr | None = None
    cache: Path | None = None
    knowledge: Path | None = None
    intents: Path | None = None
    retention_days: int = Field(180, ge=1, le=3650)
    reload: Literal["signal", "watch"] = "signal"

    operators: Annotated[str, StringConstraints(pattern=r"^\s*\d{1,19}(\s*,\s*\d{1,19})*\s*$")] | None = None
    keep_misses: Literal["off", "on"] = "off"
    misses_days: int = Field(90, ge=1, le=3650)

    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["auto", "json", "text"] = "auto"
    log_ids: Literal["hashed", "plain", "none"] = "hashed"
    log_text: bool = False

    listen: Annotated[str, StringConstraints(pattern=r"^(\[[0-9a-fA-F:.]+\]|[^\s:/]+):\d{1,5}$")] = "127.0.0.1:8080"
    webhook_url: Url | None = None
    webhook_path: Name = "updates"
    webhook_secret: SecretStr | None = None
    webhook_connections: int = Field(100, ge=1, le=100)
    webhook_check: float = Field(60.0, ge=1, le=3600)
    most_at_work: int = Field(1000, ge=1, le=10_000)
    grace: float = Field(10.0, ge=0, le=600)

    @field_validator("knowledge")
    @classmethod
    def _has_knowledge(cls, folder: Path | None) -> Path | None:
        if folder and folders_in(folder) == (None, None):
            raise ValueError
        return folder

    @field_validator("intents")
    @classmethod
    def _is_folder(cls, folder: Path | None) -> Path | None:
        if folder and not folder.is_dir():
            raise ValueError
        return folder

    @property
    def own(self) -> OwnFolders:
        return OwnFolders(self.knowledge, self.intents)

    @field_validator("state")
    @classmethod
    def _is_no_slip(cls, state: SecretStr | None) -> SecretStr | None:
        """What looks like an address and is none of a store would become a folder of that name."""
        if state and MISWRITTEN_ADDRESS.match(state.get_secret_value()):
            raise ValueError
        return state

    @field_validator("webhook_secret")
    @classmethod
    def _plain(cls, secret: SecretStr | None) -> SecretStr | None:
        """As Telegram wants it."""
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret.get_secret_value()):
            raise ValueError
        return secret

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003  ours name each file
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, _SecretFiles(settings_cls, dotenv_settings), dotenv_settings


MISWRITTEN_ADDRESS = re.compile(r"(?!(?:rediss?|unix)://)(?:[a-z]+:/|localhost\b|[\w.-]+:\d+(?:/|$))")
"""127.0.0.1:6379, localhost, rediss:/cache: not an address of Redis as it has to be written, and hardly a folder."""
SECRETS = tuple(name for name, field in ServiceSettings.model_fields.items() if "SecretStr" in str(field.annotation))
NAMES = {f"{PREFIX}{name.upper()}": name for name in ServiceSettings.model_fields}
FILE_NAMES = {f"{PREFIX}{name.upper()}_FILE": name for name in SECRETS}


class _SecretFiles(PydanticBaseSettingsSource):
    """For a secret X, X_FILE names a file that has it, as container platforms provide them."""

    def __init__(self, settings: type[BaseSettings], dotenv: PydanticBaseSettingsSource) -> None:
        super().__init__(settings)
        self._file = dotenv.env_vars if isinstance(dotenv, DotEnvSettingsSource) else {}

    def get_field_value(self, field: Any, field_name: str) -> tuple[Any, str, bool]:  # noqa: ARG002
        name = f"{PREFIX}{field_name.upper()}_FILE"
        file = os.environ.get(name) or self._file.get(name.lower())
        return (_content(name, Path(file)) if file else None), field_name, False

    def __call__(self) -> dict[str, Any]:
        found = {name: self.get_field_value(None, name)[0] for name in SECRETS}
        return {name: value for name, value in found.items() if value is not None}


def read_settings(own: OwnFolders = NONE_OF_ONES_OWN) -> ServiceSettings:
    """The settings; `own` folders that are given win over those set. Raises WrongSettingsError."""
    file = os.environ.get(FILE)
    if file and not Path(file).is_file():
        raise WrongSettingsError(_words()["no_settings_file"].format(file=file))
    try:
        given = {name: folder for name, folder in own._asdict().items() if folder}
        return ServiceSettings(**given, _env_file=file, _env_file_encoding="utf-8")  # type: ignore[call-arg]
    except ValidationError as error:
        raise WrongSettingsError("\n".join(_told(each) for each in error.errors())) from None
    except (OSError, UnicodeError) as error:
        raise WrongSettingsError(_words()["unreadable_settings"].format(file=file, reason=error)) from None


def unknown_names() -> list[str]:
    """A line for each name that looks like a setting of ours and is none."""
    names = set(os.environ)
    if file := os.environ.get(FILE):
        from dotenv import dotenv_values

        names |= set(dotenv_values(file))
    known = [*NAMES, *FILE_NAMES, FILE]
    lines = []
    for name in sorted(names - set(known)):
        if name.startswith(PREFIX) and not OF_OTHERS.match(name):
            near = get_close_matches(name, known, n=1, cutoff=0)[0]
            lines.append(_words()["unknown"].format(name=name, near=near))
    return lines


def allowed(name: str) -> str:
    """What a setting may be, in words."""
    return str(_words()[f"allowed_{name}"])


def missing(name: str) -> str:
    """The line for a setting that has to be there."""
    other = f" or {PREFIX}{name.upper()}_FILE" if name in SECRETS else ""
    return str(_words()["missing"].format(name=f"{PREFIX}{name.upper()}{other}", allowed=allowed(name)))


def wrong(name: str) -> str:
    """The line for a secret that turned out to be of no use."""
    value = _words()["secret"]
    return str(_words()["wrong"].format(name=f"{PREFIX}{name.upper()}", value=value, allowed=allowed(name)))


def _told(error: Any) -> str:
    field = str(error["loc"][0]).lower().removeprefix(PREFIX.lower())
    value = _words()["secret"] if field in SECRETS else repr(error["input"])
    return str(_words()["wrong"].format(name=f"{PREFIX}{field.upper()}", value=value, allowed=allowed(field)))


def _content(name: str, file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else _words()["not_text"]
        raise WrongSettingsError(_words()["unreadable_secret"].format(name=name, file=file, reason=reason)) from None


def _words() -> Any:
    return wording(Path(__file__).with_name("service_settings.en.yaml"))
