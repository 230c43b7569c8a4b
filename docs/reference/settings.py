"""Settings of the services, with what each may be."""

from reference.tables import table

from careerbot.bot.service_settings import NAMES, SECRETS, ServiceSettings, allowed


def settings() -> str:
    rows = (
        (f"`{name}`", _default(field), allowed(field), "yes" if field in SECRETS else "")
        for name, field in NAMES.items()
    )
    return table(("name", "default", "allowed", "secret"), rows)


def _default(field: str) -> str:
    value = ServiceSettings.model_fields[field].default
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    return "none" if value is None else f"`{shown}`"
