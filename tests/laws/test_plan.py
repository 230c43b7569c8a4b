"""A plan is nothing but the skills somebody has: its steps, its bar and the gap can never disagree."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.rendering.plain import plain
from careerbot.intents.base import Answer, Bullets, Checklist, Profile
from careerbot.knowledge.coverage import coverage
from careerbot.knowledge.steps import steps

GIVEN = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def memory_of(skills: list[str], plan: str | None = None) -> Memory:
    return Memory(profile=Profile(skills=tuple(skills), plan=plan))


def checklist(answer: Answer) -> Checklist:
    (found,) = [block for block in answer.blocks if isinstance(block, Checklist)]
    return found


@st.composite
def drawn(draw: st.DrawFn) -> tuple[int, list[int]]:
    """A role and skills by their places, so that the knowledge may grow."""
    return draw(st.integers(0, 9)), draw(st.lists(st.integers(0, 99), max_size=12))


def picked(adviser: Adviser, choice: tuple[int, list[int]]) -> tuple[str, list[str]]:
    roles, skills = list(adviser.choices.roles), list(adviser.choices.skills)
    number, places = choice
    return roles[number % len(roles)], list(dict.fromkeys(skills[place % len(skills)] for place in places))


@GIVEN
@given(choice=drawn(), ticked=st.integers(0, 99))
def test_ticking_never_takes_progress_away(choice: tuple[int, list[int]], ticked: int, adviser: Adviser) -> None:
    """Whatever is ticked off, no fewer steps are done than before, and never more than there are."""
    role, skills = picked(adviser, choice)
    skill = list(adviser.choices.skills)[ticked % len(adviser.choices.skills)]
    memory = memory_of(skills, role)
    before = checklist(adviser.decide("plan:", memory)[0])
    after = checklist(adviser.decide(f"done:{skill}", memory)[0])

    assert before.done <= after.done <= len(after.steps) == len(before.steps)


@GIVEN
@given(choice=drawn())
def test_gap_and_plan_tell_the_same(choice: tuple[int, list[int]], adviser: Adviser) -> None:
    """A line of the list is open exactly where one of its steps is; what is missing of it are those steps."""
    role, skills = picked(adviser, choice)
    wanted = adviser.knowledge.role(role)
    open_steps = [step for step in steps(wanted, skills) if not step.done]
    open_lines = coverage(wanted, skills, adviser.knowledge).open

    assert [line.group for line in open_lines] == list(dict.fromkeys(step.group for step in open_steps))
    assert [skill for line in open_lines for skill in line.missing] == [
        skill for step in open_steps for skill in step.skills
    ]
    shown = checklist(adviser.decide(f"plan:{role}", memory_of(skills))[0])
    assert [step.done for step in shown.steps] == [step.done for step in steps(wanted, skills)]
    gap, _ = adviser.decide(f"gap:{role}", memory_of(skills))
    missing = [block for block in gap.blocks if isinstance(block, Bullets)]
    assert [len(block.items) for block in missing] == ([len(open_lines)] if open_lines else [])


@GIVEN
@given(choice=drawn())
def test_every_step_ticked_empties_the_gap(choice: tuple[int, list[int]], adviser: Adviser) -> None:
    """The buttons of all open steps, pressed one after the other, leave nothing missing."""
    role, skills = picked(adviser, choice)
    answer, memory = adviser.decide(f"plan:{role}", memory_of(skills))
    for step in checklist(answer).steps:
        if step.done:
            continue
        answer, memory = adviser.decide(step.decision, memory)
        if answer.outcome == "clarify":  # one of several is enough
            answer, memory = adviser.decide(answer.suggestions[0].decision, memory)
    assert checklist(answer).done == len(checklist(answer).steps)
    gap, _ = adviser.decide(f"gap:{role}", memory)
    assert not [block for block in gap.blocks if isinstance(block, Bullets)]
    assert "Nothing is missing" in plain(gap)


@GIVEN
@given(choice=drawn(), ticked=st.integers(0, 99))
def test_undo_restores(choice: tuple[int, list[int]], ticked: int, adviser: Adviser) -> None:
    """What was ticked and unticked again is as if nothing had happened, by button and by word."""
    role, skills = picked(adviser, choice)
    skill = list(adviser.choices.skills)[ticked % len(adviser.choices.skills)]
    skills = [known for known in skills if known != skill]
    memory = memory_of(skills, role)
    _, ticked_memory = adviser.decide(f"done:{skill}", memory)
    assert ticked_memory.profile != memory.profile
    _, pressed = adviser.decide(f"undo:{skill}", ticked_memory)
    _, said = adviser.respond("undo that", ticked_memory)

    assert pressed.profile == said.profile == memory.profile


@pytest.mark.parametrize("frame", [
    "if i knew {}", "if i learned {}", "once i know {}", "i want to learn {}", "i will finish {} soon",
    "i do not know {}", "i have not finished {}", "i never learned {}", "what if i had {}", "{} is not done",
    "i am planning to learn {}", "suppose i know {}", "i should learn {}", "when i have finished {}",
    "do i need {}?", "{}?", "{} is almost done", "i am still learning {}", "i am working on {}", "i have started {}",
])  # fmt: skip
@pytest.mark.parametrize("skill", ["docker", "kubernetes", "ci/cd"])
@pytest.mark.parametrize("before", ["plan:machine_learning_engineer", "gap:machine_learning_engineer"])
def test_what_is_only_thought_of_ticks_nothing(frame: str, skill: str, before: str, adviser: Adviser) -> None:
    """A skill that is supposed, intended, denied or asked about is not known after that."""
    _, memory = adviser.decide(before, memory_of(["sql"], "machine_learning_engineer"))
    _, memory = adviser.respond(frame.format(skill), memory)

    assert memory.profile.skills == ("sql",)


def test_another_plan_keeps_what_is_ticked(adviser: Adviser) -> None:
    """A plan is only the role it leads to: changed or dropped, it takes no skill with it."""
    _, memory = adviser.decide("plan:machine_learning_engineer", Memory())
    _, memory = adviser.decide("done:python", memory)
    other, memory = adviser.decide("plan:data_scientist", memory)
    assert checklist(other).done == 1
    _, memory = adviser.decide("drop_plan:", memory)
    assert memory.profile == Profile(skills=("python",))
