"""Roles by how many lines their skill lists have: what can be said to "which asks for the fewest skills"."""

from collections.abc import Sequence

from careerbot.intents.base import Answer
from careerbot.intents.turn import Turn, skill_facts
from careerbot.knowledge.base import Role


def by_lines(pool: Sequence[Role], longest: bool, turn: Turn) -> Answer:
    """The roles with the shortest lists, or with the longest; a short list is not said to be easy."""
    end = (max if longest else min)(len(role.skills) for role in pool)
    found = [role for role in pool if len(role.skills) == end]
    facts = skill_facts(*found)
    titles = [role.title for role in found]
    said = turn.say("most_lines" if longest else "fewest_lines", facts, lines=end, roles=titles, all=len(pool))
    lists = [turn.word("skill_list", role=role, lines=[group.text for group in role.skills]) for role in found]
    return turn.answer(
        said,
        turn.bullets(lists, facts),
        turn.say("lines_caution"),
        roles=[role.id for role in found],
        follow_ups=[*(turn.suggest("responsibilities", role.id) for role in found[:2]), turn.suggest("recommend")],
    )
