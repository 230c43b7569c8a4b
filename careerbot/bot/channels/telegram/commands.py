"""The slash commands: each becomes a question for the core, a choice to make, or something about the talk itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from careerbot.bot.channels.telegram.exchanges import Asked
from careerbot.bot.channels.telegram.words import WORDS
from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory

AUTO = "auto"
"""After /language: that of each message."""
Act = Literal["reset", "forget"]

PRIVATE = (
    "ask", "roles", "pay", "skills", "compare", "rank", "match", "gap", "plan", "whatif", "moves", "band", "quiz",
    "why", "shortlist", "export", "me", "help", "language", "reset", "privacy", "forget",
)  # fmt: skip
"""Commands in the menu of a private chat, in this order; /start has a button of its own in every app."""
GROUP = tuple(name for name in PRIVATE if name not in ("privacy", "band"))
"""Those of a group: what somebody earns is no matter for one."""

QUESTIONS: Mapping[str, str] = {
    "roles": "list_roles:",
    "rank": ".rank",
    "match": ".skills:0",
    "plan": "plan:",
    "gap": "gap:",
    "quiz": "quiz:",
    "me": "about_me:",
    "pay": ".pick:pay",
    "skills": ".pick:skills",
    "why": ".pick:why_pay",
    "shortlist": "shortlist:",
    "export": "export:markdown,mine",
    "compare": ".pick:compare",
    "whatif": "what_if:",
    "moves": ".pick:moves",
    "band": "pay_position:",
    "ask": ".ask",
    "start": ".hello",
    "help": ".help",
    "language": "language:",
    "privacy": ".privacy",
}
"""What a command without arguments asks."""

DEEP_LINKS: Mapping[str, str] = {
    "role": "overview",
    "pay": "pay",
    "skills": "skills",
    "why": "why_pay",
    "become": "become",
    "gap": "gap",
    "plan": "plan",
    "compare": "compare",
}
_LONELY: Mapping[str, str] = {
    "roles": "list_roles:",
    "rank": ".rank",
    "match": ".skills:0",
    "quiz": "quiz:",
    "help": ".help",
}


@dataclass(frozen=True, slots=True)
class Commands:
    adviser: Adviser

    def asked(self, name: str, rest: str) -> Asked | Act | None:
        """What this command asks for; None when there is no such command."""
        if name == "reset":
            return "reset"
        if name == "forget":
            return "forget"
        if name not in QUESTIONS:
            return None
        if name == "start":
            return self._link(rest)
        if name == "language" and rest.lower() in (*self.adviser.languages, AUTO):
            return Asked(decision=f"language:{rest.lower()}")
        if rest and f"question_{name}" in WORDS:
            return Asked(text=WORDS[f"question_{name}"].format(text=rest))
        return Asked(decision=QUESTIONS[name])

    def _link(self, payload: str) -> Asked:
        """https://t.me/our_bot?start=compare-devops-sre: a verb and names, with _ inside of a name."""
        verb, *names = re.split("-", payload.strip())
        if verb in _LONELY and not names:
            return Asked(decision=_LONELY[verb])
        roles = list(dict.fromkeys(role for name in names if (role := self._role(name))))
        if verb not in DEEP_LINKS or not roles:
            return Asked(decision=".hello")
        if verb == "compare" and len(roles) == 1:
            return Asked(decision=f".versus:{roles[0]}")
        return Asked(decision=f"{DEEP_LINKS[verb]}:{','.join(roles)}")

    def _role(self, name: str) -> str | None:
        if name in self.adviser.choices.roles:
            return name
        answer, _ = self.adviser.respond(name.replace("_", " "), Memory())
        return (
            next((role for query in answer.queries for role in query.roles), None)
            if answer.outcome == "answered"
            else None
        )
