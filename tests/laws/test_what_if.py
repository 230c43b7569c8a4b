"""What more skills would change: it is what would be found after learning them, and nothing of it is kept."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.rendering.plain import plain
from careerbot.intents.base import Profile
from careerbot.knowledge.base import KnowledgeBase
from careerbot.knowledge.coverage import coverage
from careerbot.knowledge.moves import skills_of
from careerbot.knowledge.what_if import changes, most_useful

ANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
PLACES = st.lists(st.integers(0, 10_000), max_size=6)
"""Which of the listed skills: counted round and round."""


def skills(places: list[int], knowledge: KnowledgeBase) -> tuple[str, ...]:
    every = tuple(dict.fromkeys(skill for role in knowledge.roles for skill in skills_of(role)))
    return tuple(dict.fromkeys(every[place % len(every)] for place in places))


@ANY
@given(before=PLACES, more=PLACES)
def test_it_equals_the_fit_after_adding(before: list[int], more: list[int], adviser: Adviser) -> None:
    """What a "what if" says of a role is its coverage once the skills are known; a role left out stays as it was."""
    knowledge = adviser.knowledge
    known, added = skills(before, knowledge), skills(more, knowledge)
    found = {change.role.id: change for change in changes(known, added, knowledge)}

    for role in knowledge.roles:
        after = coverage(role, (*known, *added), knowledge)
        if role.id in found:
            assert found[role.id].after == after
            assert found[role.id].before == coverage(role, known, knowledge)
        else:
            assert after.lines == coverage(role, known, knowledge).lines


@ANY
@given(before=PLACES, more=PLACES)
def test_more_skills_never_cover_less(before: list[int], more: list[int], adviser: Adviser) -> None:
    """Adding skills lowers no role's coverage, and coverage never exceeds the number of lines."""
    knowledge = adviser.knowledge
    known, added = skills(before, knowledge), skills(more, knowledge)

    for role in knowledge.roles:
        less, most = coverage(role, known, knowledge), coverage(role, (*known, *added), knowledge)
        assert 0 <= less.covered <= most.covered
        assert most.covered + most.begun <= len(role.skills)
        assert set(less.held) <= set(most.held)


@ANY
@given(before=PLACES)
def test_no_single_skill_covers_more_than_the_most_useful(before: list[int], adviser: Adviser) -> None:
    """Of all listed skills, none alone covers more lines than those named as most useful."""
    knowledge = adviser.knowledge
    known = skills(before, knowledge)

    def gained(skill: str) -> int:
        return sum(change.gain[0] for change in changes(known, [skill], knowledge))

    best = most_useful(known, knowledge)
    listed = {skill for role in knowledge.roles for skill in skills_of(role)}
    assert not best or max(map(gained, listed - set(known)), default=0) <= min(map(gained, best))


def test_the_answer_says_what_would_be_found_after_learning(adviser: Adviser) -> None:
    """The lines counted "after" are those that a match counts once the skills are told."""
    told = Memory(profile=Profile(skills=("python", "sql")))
    supposed, _ = adviser.respond("what if i learn docker and kubernetes", told)
    found, _ = adviser.respond(
        "what fits my skills", Memory(profile=Profile(skills=("python", "sql", "docker", "kubernetes")))
    )

    assert "one of the four lines covered before, two after; newly covered: both Docker and Kubernetes" in plain(
        supposed
    )
    assert "Machine Learning Engineer fits best: two of the four lines" in plain(found)


@ANY
@given(
    asked=st.sampled_from([
        "if i learn {}, which roles open up", "what happens if i pick up {}", "would learning {} help me",
        "what would {} add", "suppose i knew {}", "what if i knew {}", "imagine i knew {}",
        "i know python; if i learn {} what changes",
    ]),
    skill=st.sampled_from(["terraform", "kubernetes", "docker", "rust", "statistics", "aws", "jenkins", "solidity"]),
    follow=st.sampled_from(["and {}?", "what about {} instead", "and {} too"]),
    other=st.sampled_from(["sql", "docker", "rust", "terraform"]),
)  # fmt: skip
def test_nothing_supposed_is_taken_for_known(asked: str, skill: str, follow: str, other: str, adviser: Adviser) -> None:
    """Skills of a "what if" and of its follow-ups never enter the profile; what is told in the same breath does."""
    _, memory = adviser.respond(asked.format(skill), Memory())
    _, memory = adviser.respond(follow.format(other), memory)

    assert memory.profile.skills == (("python",) if "i know python" in asked else ())
    assert memory.profile.unlisted_skills == ()
