"""Setting and deleting the webhook."""

import re
from urllib.parse import urlsplit

from telegram_server.backend import Backend
from telegram_server.errors import ApiError
from telegram_server.requests import Call
from telegram_server.webhooks import Target
from telegram_server.world import Json

from .getting import end_poll
from .registry import method


@method("setWebhook")
def set_webhook(backend: Backend, call: Call) -> bool:
    """From now on updates go to that address. As the local Bot API server does, http is taken too."""
    params = call.params
    secret = params.get("secret_token")
    if secret and len(secret) > 256:
        raise ApiError("secret token is too long")
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]+", secret):
        raise ApiError("secret token contains unallowed characters")
    parts = urlsplit(params["url"])
    if params["url"] and (parts.scheme not in {"http", "https"} or not parts.hostname):
        raise ApiError("invalid webhook URL specified")
    backend.updates.allow(params.get("allowed_updates"))
    if params.get("drop_pending_updates"):
        backend.updates.drop()
    end_poll(backend, "terminated by setWebhook request")
    target = Target(
        url=params["url"],
        secret=secret,
        max_connections=min(max(params.get("max_connections") or 40, 1), 100),
        has_certificate="certificate" in params,
        ip_address=params.get("ip_address"),
    )
    backend.webhook.set(target if params["url"] else None)
    return True


@method("deleteWebhook")
def delete_webhook(backend: Backend, call: Call) -> bool:
    """Back to getUpdates."""
    if call.params.get("drop_pending_updates"):
        backend.updates.drop()
    backend.webhook.set(None)
    return True


@method("getWebhookInfo")
def get_webhook_info(backend: Backend, call: Call) -> Json:
    """How the webhook does."""
    target = backend.webhook.target
    backend.updates.expire()
    data: Json = {
        "url": target.url if target else "",
        "has_custom_certificate": bool(target and target.has_certificate),
        "pending_update_count": len(backend.updates.pending),
    }
    if target:
        data["max_connections"] = target.max_connections
        data["ip_address"] = target.ip_address or "<unknown>"
    if backend.webhook.last_error:
        data["last_error_date"], data["last_error_message"] = backend.webhook.last_error
    if backend.updates.allowed is not None:
        data["allowed_updates"] = sorted(backend.updates.allowed)
    return data
