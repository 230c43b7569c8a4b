"""What people tell about themselves: all of it is shown, and all of it goes."""

from dataclasses import fields, replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.rendering.plain import plain
from careerbot.intents.base import Bullets, Profile

relaxed = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
TELLINGS = {
    "i know python and docker": ("python", "docker"),
    "i also know golang": ("Go",),
    "terraform, aws, some flurbium": ("terraform", "aws", "flurbium"),
    "i am a devops engineer": ("devops_engineer",),
    "i am a nurse": ("nurse",),
    "3 years data science": ("data_scientist",),
    "i want to become a cloud architect": ("cloud_solutions_architect",),
    "i know splunk, what fits me": ("splunk", "siem"),
    "what am i missing for sre": ("site_reliability_engineer",),
    "give me a quiz": (),
    "building": ("building",),
    "i dont know docker": ("docker",),
    "what do you know about me": (),
}
APART = ("quiz", "title_words")
"""Fields without a line of their own while they are empty, or at all."""
TOLD = st.lists(st.sampled_from(sorted(TELLINGS)), min_size=1, max_size=6)


def memory_of(messages: list[str], adviser: Adviser) -> Memory:
    memory = Memory()
    for message in messages:
        _, memory = adviser.respond(message, memory)
    return memory


@relaxed
@given(messages=TOLD, last=st.sampled_from(["forget what i told you about me", "forget everything you know about me"]))
def test_nothing_is_left(messages: list[str], last: str, adviser: Adviser) -> None:
    """After "forget me" the memory holds nothing of what was told, wherever it may have stood."""
    memory = memory_of(messages, adviser)
    answer, memory = adviser.respond(last, memory)
    kept = memory.to_json()
    assert [query.intent for query in answer.queries] == ["forget_me"]
    assert memory.profile == Profile()
    assert memory == replace(Memory(), turns=memory.turns, language=memory.language)
    for message in messages:
        assert message not in kept
        assert not [word for word in TELLINGS[message] if f'"{word}"' in kept]


@relaxed
@given(messages=TOLD)
def test_all_that_is_remembered_is_shown(messages: list[str], adviser: Adviser) -> None:
    """Each thing that the memory holds of a person is named, and nothing else is."""
    memory = memory_of(messages, adviser)
    profile = memory.profile
    answer, after = adviser.respond("what do you know about me", memory)
    (told, *_) = [block for block in answer.blocks if isinstance(block, Bullets)] or [Bullets(())]
    said = plain(answer)
    titles = adviser.choices.roles
    for skill in profile.skills:
        assert adviser.choices.skills[skill] in said
    for name in (*profile.unlisted_skills, *([profile.title_words] if profile.title_words else [])):
        assert name in said
    for role in (profile.role, profile.goal, profile.plan, *profile.shortlist):
        assert role is None or titles[role] in said
    held = [getattr(profile, field.name) not in (None, ()) for field in fields(profile) if field.name not in APART]
    assert len(told.items) == sum(held) + (profile.quiz is not None)
    assert after.profile == profile


@relaxed
@given(
    profile=st.builds(
        Profile,
        skills=st.sampled_from([(), ("python",), ("r", "sql")]),
        unlisted_skills=st.sampled_from([(), ("Go",)]),
        role=st.sampled_from([None, "devops_engineer"]),
        goal=st.sampled_from([None, "data_scientist"]),
        plan=st.sampled_from([None, "data_scientist"]),
        shortlist=st.sampled_from([(), ("devops_engineer", "data_scientist")]),
        quiz=st.sampled_from([None, (), ("building", "skip")]),
        pay=st.sampled_from([None, 150_000]),
    )
)
def test_every_kind_is_shown_and_forgotten(profile: Profile, adviser: Adviser) -> None:
    """Also what other question types keep here: a plan, a shortlist, the pay."""
    answer, _ = adviser.decide("about_me:", Memory(profile=profile))
    lines = [item for block in answer.blocks if isinstance(block, Bullets) for item in block.items]
    held = [field.name for field in fields(profile) if getattr(profile, field.name) not in (None, ())]
    assert len(lines) == len(held) + (profile.quiz == ())
    _, memory = adviser.decide("forget_me:", Memory(profile=profile))
    assert memory.profile == Profile()
