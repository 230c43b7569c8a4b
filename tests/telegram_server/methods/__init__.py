"""The methods of the Bot API, one file per kind."""

from . import chats, commands, edits, getting, messages, profile, queries, webhook
from .registry import HANDLERS

__all__ = ["HANDLERS", "chats", "commands", "edits", "getting", "messages", "profile", "queries", "webhook"]
