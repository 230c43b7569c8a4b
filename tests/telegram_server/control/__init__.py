"""What people do, and what a test may see and break. Each function is one command of the control API."""

from . import going_wrong, groups, membership, pressing, reading, talking, waiting
from .registry import COMMANDS, ControlError

__all__ = [
    "COMMANDS", "ControlError", "going_wrong", "groups", "membership", "pressing", "reading", "talking", "waiting",
]  # fmt: skip
