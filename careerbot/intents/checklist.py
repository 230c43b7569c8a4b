"""The plan somebody follows: its checklist, and how far it is. Shared by what makes, shows, ticks and unticks it."""

from collections.abc import Iterable

from careerbot.intents import base
from careerbot.intents.base import Answer, Block, Checklist, Profile, Query, Suggestion
from careerbot.intents.filters import capital
from careerbot.intents.turn import Turn, skill_facts
from careerbot.knowledge.base import Role
from careerbot.knowledge.coverage import Coverage, coverage
from careerbot.knowledge.steps import Step, steps


def checklist(role: Role, known: Iterable[str], turn: Turn) -> Checklist:
    """Every step toward the role, with the decision that ticks it or opens it again."""
    return Checklist(
        tuple(base.Step(capital(name_of(step, turn)), step.done, _decision(step)) for step in steps(role, known)),
        turn.word("checklist_title", role=role),
        skill_facts(role),
    )


def progress(role: Role, known: Iterable[str], turn: Turn) -> list[Block]:
    """What comes next and how much is done; when all of it is, the congratulations."""
    every = steps(role, known)
    facts = skill_facts(role)
    following = next((step for step in every if not step.done), None)
    if following is None:
        return [turn.say("checklist_finished", facts, role=role, total=len(every))]
    done = sum(step.done for step in every)
    return [
        turn.say("checklist_next", facts, role=role, step=name_of(following, turn), done=done, total=len(every)),
    ]


def standing(role: Role, turn: Turn, *said: Block, profile: Profile | None = None) -> Answer:
    """What is said, then how far the plan is; `profile`: what is remembered from here on, where that changes."""
    known = (profile or turn.profile).skills
    return turn.answer(
        *said,
        *progress(role, known, turn),
        checklist(role, known, turn),
        roles=[role.id],
        follow_ups=ways_on(role, known, turn),
        profile=profile,
    )


def close_to(role: Role, known: Iterable[str], turn: Turn) -> list[Block]:
    """What is similar to a step still open, by our judgement; it is never ticked for that."""
    pairs = [[turn.skills[mine], turn.skills[theirs]] for mine, theirs in coverage(role, known, turn.knowledge).similar]
    return [turn.say("close_to", skill_facts(role), pairs=pairs)] if pairs else []


def open_lines(has: Coverage, turn: Turn) -> list[str]:
    """The lines of a list that are still open; of those that are begun, what is missing."""
    items = []
    for line in has.open:
        word = "or" if line.group.requirement == "any" else "and"
        items.append(turn.wording.listed(turn.names(line.missing), word) if line.held else line.group.text)
    return [capital(item) for item in items]


def ways_on(role: Role, known: Iterable[str], turn: Turn) -> list[Suggestion]:
    """To tick the next step; when there is none left, where else the skills lead."""
    following = next((step for step in steps(role, known) if not step.done), None)
    if following is None:
        return [turn.suggest("pay", role.id), turn.suggest("recommend"), turn.suggest("responsibilities", role.id)]
    ticks = [turn.suggest_skill(following.skills[0], "done")] if len(following.skills) == 1 else []
    return [*ticks, turn.suggest("pay", role.id), turn.suggest("recommend")]


def numbered(query: Query, role: Role, turn: Turn) -> Step | None:
    """The step that a number means: "step two", "the last one"; None without a number, or where there is no such."""
    number = query.ordinal if query.ordinal is not None else query.how_many
    every = steps(role, turn.profile.skills)
    if number is None or not (1 <= number <= len(every) or -len(every) <= number <= -1):
        return None
    return every[number - 1 if number > 0 else number]


def name_of(step: Step, turn: Turn) -> str:
    """The step in a few words: "Python or R", "observability tools, such as Prometheus"."""
    kind = turn.wording.listed(turn.names(step.skills), "or")
    if step.group.requirement == "example" and step.group.examples:
        return turn.word("checklist_example", kind=kind, examples=turn.names(step.group.examples))
    return kind


def _decision(step: Step) -> str:
    if step.done:
        return f"undo:{','.join(step.held)}"
    which = "which," if len(step.skills) > 1 else ""
    return f"done:{which}{','.join(step.skills)}"
