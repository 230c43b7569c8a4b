"""What a conversation remembers: a small, versioned, serialisable value.

Memory goes through JSON (`to_json` / `from_json`), never pickle. What cannot be read is set aside:
the conversation starts fresh, it never crashes.
"""

import json
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from careerbot.intents.base import Profile

SCHEMA = 2
_JSON = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False)
READABLE = (1, 2)
"""A memory of the first schema lacks what was added since; the rest of it holds."""
_SOUGHT = frozenset({"money", "highest", "closer"})
"""Sides of a comparison that one of the roles is to be picked by."""
NOTHING_TOLD = Profile()
KEPT_TURNS = 6
_PROFILE = tuple(Profile.__dataclass_fields__)
LARGEST = 8_192
"""Characters of JSON. A memory that grew past this is not ours."""


class Asked(NamedTuple):
    """One earlier question, as far as a follow-up can refer to it."""

    intent: str
    roles: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    amounts: tuple[tuple[int | None, int | None, bool], ...] = ()
    how_many: int | None = None
    aspects: tuple[str, ...] = ()
    turn: int = 0
    """Which turn of the conversation asked it: one message may ask several."""
    lists: bool = False
    """The answer was a list too long for "they" to mean it."""
    singled_out: str = ""
    """The role that the answer put first: the best paid of them, or the one that fits best."""
    text: str = ""
    """The decision or message that led here: what "repeat" answers again."""


class Pending(NamedTuple):
    """A question that we asked back and that the next message may answer."""

    kind: str
    """role: which role is meant; intent: what about it; offer: shall I?"""
    options: tuple[str, ...] = ()
    """Decisions (intent:arguments), in the order they were offered."""
    intent: str = ""
    said: tuple[str, ...] = ()
    """The same as they were shown: typed word for word, they choose."""


@dataclass(frozen=True, slots=True)
class Memory:
    asked: tuple[Asked, ...] = ()
    """Newest last, at most KEPT_TURNS."""
    shown: tuple[str, ...] = ()
    """Role ids in the order the last answer that showed roles had them."""
    shown_before: tuple[str, ...] = ()
    """The list shown before that, where it is longer and has all of those."""
    pending: Pending | None = None
    profile: Profile = NOTHING_TOLD
    misses: int = 0
    """Messages in a row that were not understood; bounded by the policy."""
    turns: int = 0
    language: str | None = None
    """The language of the latest message that showed one."""

    @property
    def last(self) -> Asked | None:
        return self.asked[-1] if self.asked else None

    @property
    def talked_about(self) -> tuple[str, ...]:
        """Roles that a pronoun can mean: those of the latest question that had any, unless a long list came after."""
        for asked in reversed(self.asked):
            if asked.roles:
                return asked.roles
            if asked.lists:
                return ()
        return ()

    @property
    def before_the_list(self) -> tuple[str, ...]:
        """The one role that was the subject before a list too long to be meant."""
        return next((asked.roles for asked in reversed(self.asked) if len(asked.roles) == 1), ())

    @property
    def toward(self) -> Asked | None:
        """The question of how to get to one role that what was told since belongs to: "how to become devops"."""
        before = next((asked for asked in reversed(self.asked) if asked.intent != "profile"), None)
        return before if before and before.intent in ("become", "gap") and len(before.roles) == 1 else None

    @property
    def best_paid(self) -> str | None:
        """The role that the latest question was answered with first: what "the better paid one" means."""
        by_pay = self.last is not None and self.last.intent != "recommend" and "closer" not in self.last.aspects
        return (self.last.singled_out or None) if self.last and by_pay else None

    @property
    def singled_out(self) -> str | None:
        """The role that was asked for, the best paid or the one that fits best: "it" and "that one" mean no other."""
        last = self.last
        sought = last is not None and (last.intent in ("rank", "recommend") or bool(_SOUGHT & set(last.aspects)))
        return (last.singled_out or None) if last and sought else None

    @property
    def latest_two(self) -> tuple[str, ...]:
        """The two roles talked about last, the earlier first: what "which pays more" compares."""
        roles = [role for asked in self.asked for role in asked.roles]
        return tuple(reversed(list(dict.fromkeys(reversed(roles)))[:2]))

    @property
    def last_intents(self) -> tuple[str, ...]:
        """All question types of the latest turn, in order."""
        return tuple(asked.intent for asked in self.asked if self.last and asked.turn == self.last.turn)

    def remember(self, *asked: Asked, **changes: Any) -> "Memory":
        """With these questions as the latest. `changes`: of what else is remembered."""
        return replace(self, asked=(self.asked + asked)[-KEPT_TURNS:], **changes)

    def within(self, known: frozenset[str]) -> "Memory":
        """Without roles and skills that the knowledge no longer has. `known`: ids of all that it has."""
        own = self.profile
        single = (each for each in (own.role, own.goal, own.plan) if each)
        named = {*self.shown, *self.shown_before, *own.skills, *own.shortlist, *single}
        for asked in self.asked:
            named.update(asked.roles, asked.skills, (asked.singled_out,) if asked.singled_out else ())
        if named <= known:
            return self

        def kept(names: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(name for name in names if name in known)

        return replace(
            self,
            asked=tuple(
                asked._replace(
                    roles=kept(asked.roles),
                    skills=kept(asked.skills),
                    singled_out="".join(kept((asked.singled_out,))),
                )
                for asked in self.asked
            ),
            shown=kept(self.shown),
            shown_before=kept(self.shown_before),
            profile=replace(
                own,
                skills=kept(own.skills),
                shortlist=kept(own.shortlist),
                role=own.role if own.role in known else None,
                goal=own.goal if own.goal in known else None,
                plan=own.plan if own.plan in known else None,
            ),
        )

    def to_json(self) -> str:
        data = {
            "schema": SCHEMA,
            "asked": [dict(zip(asked._fields, asked, strict=True)) for asked in self.asked],
            "shown": self.shown,
            "shown_before": self.shown_before,
            "pending": self.pending and self.pending._asdict(),
            "profile": {name: getattr(self.profile, name) for name in _PROFILE},
            "misses": self.misses,
            "turns": self.turns,
            "language": self.language,
        }
        return _JSON.encode(data)

    @classmethod
    def from_json(cls, text: str) -> "Memory":
        """The memory in this text; an empty one when the text is damaged, foreign or too large."""
        if len(text) > LARGEST:
            return cls()
        try:
            data = json.loads(text)
            if data.pop("schema") not in READABLE:
                return cls()
            pending = data["pending"]
            return cls(
                asked=tuple(_asked(entry) for entry in data["asked"])[-KEPT_TURNS:],
                shown=_strings(data["shown"]),
                shown_before=_strings(data.get("shown_before", [])),
                pending=pending and _pending(pending),
                profile=_profile(data["profile"]),
                misses=int(data["misses"]),
                turns=int(data["turns"]),
                language=_optional(data.get("language")),
            )
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return cls()


def _strings(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise TypeError("a list of strings was expected")
    return tuple(value)


def _optional(value: object) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError("a string was expected")
    return value


def _whole(value: object) -> int | None:
    if value is not None and not isinstance(value, int):
        raise TypeError("a whole number was expected")
    return value


def _asked(data: dict[str, object]) -> Asked:
    amounts = data["amounts"]
    if not isinstance(amounts, list):
        raise TypeError("a list of amounts was expected")
    return Asked(
        intent=str(data["intent"]),
        roles=_strings(data["roles"]),
        skills=_strings(data["skills"]),
        facts=_strings(data["facts"]),
        amounts=tuple((_whole(low), _whole(high), bool(strict)) for low, high, strict in amounts),
        how_many=_whole(data["how_many"]),
        aspects=_strings(data["aspects"]),
        turn=_whole(data["turn"]) or 0,
        lists=bool(data["lists"]),
        singled_out=str(data.get("singled_out", "")),
        text=str(data["text"]),
    )


def _pending(data: dict[str, object]) -> Pending:
    return Pending(
        str(data["kind"]), _strings(data["options"]), str(data["intent"]), said=_strings(data.get("said", []))
    )


def _profile(data: dict[str, object]) -> Profile:
    return Profile(
        skills=_strings(data["skills"]),
        unlisted_skills=_strings(data["unlisted_skills"]),
        role=_optional(data["role"]),
        title=_optional(data["title"]),
        title_words=_optional(data.get("title_words")),
        goal=_optional(data["goal"]),
        plan=_optional(data.get("plan")),
        shortlist=_strings(data.get("shortlist", [])),
        quiz=None if data.get("quiz") is None else _strings(data["quiz"]),
        pay=_whole(data.get("pay")),
        language=_optional(data.get("language")),
    )
