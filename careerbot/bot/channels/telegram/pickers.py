"""Replies of the channel itself: what to choose from, a welcome, what is kept. Named by a verb with a dot.

Like the core, each is worked out from its name and the memory alone.
"""

from dataclasses import replace

from careerbot.bot.channels.telegram.buttons import Button, Rows
from careerbot.bot.channels.telegram.replies import Replies, Reply
from careerbot.bot.channels.telegram.words import WORDS
from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.rendering import telegram as html
from careerbot.intents.base import Profile

SKILLS_ON_A_PAGE = 10
LONGEST_LABEL = 24
"""Two buttons side by side show about this much on a phone."""


class Pickers:
    def __init__(self, adviser: Adviser, replies: Replies, misses_days: int = 0) -> None:
        """`misses_days`: for which messages that were not understood are kept; 0 where they are not."""
        self._misses_days = misses_days
        self._adviser = adviser
        self._replies = replies
        self._skills = sorted(adviser.choices.skills.items(), key=lambda skill: skill[1].lower())

    def reply(self, decision: str, memory: Memory) -> tuple[Reply, Memory] | None:
        """The reply of this name, and what to remember; None for a name that is unknown."""
        verb, _, rest = decision.partition(":")
        match verb:
            case ".pick" if f"pick_{rest}" in WORDS:
                return self._roles(rest), memory
            case ".versus" if rest in self._adviser.choices.roles:
                return self._second(rest), memory
            case ".skills" if rest.isdigit():
                return self._match(int(rest), memory)
            case ".know":
                page, _, skill = rest.partition(",")
                return self._match(
                    int(page) if page.isdigit() else 0, _toggled(memory, skill, self._adviser.choices.skills)
                )
            case ".hello":
                return Reply(_one(WORDS["hello"]), self._examples()), memory
            case ".ask":
                return Reply(_one(WORDS["ask_what"]), self._examples()), memory
            case ".help":
                return self._help(memory), memory
            case ".privacy":
                return Reply(_one(self._privacy()), self._replies.one(WORDS["forget_button"], "=.forget")), memory
            case ".say" if f"say_{rest}" in WORDS:
                answer, memory = self._adviser.respond(WORDS[f"say_{rest}"], memory)
                return self._replies.of(answer, WORDS[f"say_{rest}_button"]), memory
            case ".rank":
                return self._rank(memory)
        return None

    # ----------------------------------------------------------------------------------------------------------

    def _privacy(self) -> str:
        days = self._misses_days
        return WORDS["privacy"].format(misses=WORDS["privacy_misses"].format(days=days) if days else "")

    def _roles(self, intent: str) -> Reply:
        everything = self._replies.one(WORDS["all_roles"], "=pay:") if intent == "pay" else ()
        return Reply(_one(WORDS[f"pick_{intent}"]), (*everything, *self._replies.of_roles(f"={intent}")))

    def _second(self, first: str) -> Reply:
        title = self._adviser.choices.roles[first]
        rows = self._replies.of_roles(f"=compare:{first},", but=first)
        return Reply(_one(WORDS["pick_second"].format(role=title)), rows)

    def _match(self, page: int, memory: Memory) -> tuple[Reply, Memory]:
        """What fits, and the skills to add or take away: each press changes the message in its place."""
        answer, memory = self._adviser.decide("recommend:", memory)
        rows = self._skill_rows(page, memory.profile.skills)
        return replace(self._replies.of(replace(answer, suggestions=())), rows=rows), memory

    def _skill_rows(self, page: int, known: tuple[str, ...]) -> Rows:
        pages = -(-len(self._skills) // SKILLS_ON_A_PAGE)
        page = min(page, pages - 1)
        shown = self._skills[page * SKILLS_ON_A_PAGE : (page + 1) * SKILLS_ON_A_PAGE]
        buttons = [self._skill(id, name, page, id in known) for id, name in shown]
        pairs = [tuple(button for button in buttons[n : n + 2] if button) for n in range(0, len(buttons), 2)]
        turning = [
            *(self._replies.one(WORDS["page_back"], f"=.skills:{page - 1}") if page else ()),
            *(
                self._replies.one(WORDS["page_on"].format(page=page + 2, pages=pages), f"=.skills:{page + 1}")
                if page + 1 < pages
                else ()
            ),
        ]
        return (*pairs, *((tuple(button for row in turning for button in row),) if turning else ()))

    def _skill(self, id: str, name: str, page: int, known: bool) -> Button | None:
        short = name if len(name) <= LONGEST_LABEL else name[: LONGEST_LABEL - 1].rstrip() + "…"
        sign = "-" if known else "+"
        row = self._replies.one(
            WORDS["skill_known" if known else "skill"].format(skill=short), f"=.know:{page},{sign}{id}"
        )
        return row[0][0] if row else None

    def _rank(self, memory: Memory) -> tuple[Reply, Memory]:
        answer, memory = self._adviser.decide("rank:", memory)
        reply = self._replies.of(answer)
        ways = [
            self._replies.one(WORDS[f"say_{way}_button"], f"=.say:{way}")
            for way in ("rank_all", "rank_start", "rank_lowest")
        ]
        return replace(reply, rows=(*(row for rows in ways for row in rows), *reply.rows)), memory

    def _help(self, memory: Memory) -> Reply:
        answer, _ = self._adviser.decide("help:", memory)
        reply = self._replies.of(answer)
        return replace(reply, parts=tuple(html.messages([*html.blocks(answer), html.text(WORDS["help_commands"])])))

    def _examples(self) -> Rows:
        answer, _ = self._adviser.decide("help:", Memory())
        rows = [self._replies.one(offer.text, offer.decision) for offer in answer.suggestions]
        compare = self._replies.one(WORDS["compare_button"], ".pick:compare")
        return (*(row for each in rows for row in each), *compare)


def _one(words: str) -> tuple[str, ...]:
    return (html.text(words),)


def _toggled(memory: Memory, signed: str, skills: object) -> Memory:
    """The memory with a skill more ("+python") or less ("-python"). Twice the same press changes nothing."""
    sign, skill = signed[:1], signed[1:]
    if not isinstance(skills, dict) or skill not in skills or sign not in ("+", "-"):
        return memory
    others = tuple(known for known in memory.profile.skills if known != skill)
    profile: Profile = replace(memory.profile, skills=(*others, skill) if sign == "+" else others)
    return replace(memory, profile=profile)
