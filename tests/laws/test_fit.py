"""What somebody knows against the lists: never more than a list has, never less for knowing more."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.rendering.plain import plain
from careerbot.intents.base import Bullets, Profile
from careerbot.knowledge.coverage import coverage

relaxed = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
NUMBERS = ["none", "one", "two", "three", "four", "five", "six"]
COVERED = re.compile(r"\): (\w+) of (\w+) covered")


def shown(skills: list[str], adviser: Adviser) -> dict[str, tuple[int, int]]:
    """Title -> the counts that the answer gives for it, read from its words."""
    answer, _ = adviser.decide("recommend:", Memory(profile=Profile(skills=tuple(skills))))
    found = {}
    for block in answer.blocks:
        if isinstance(block, Bullets) and (counts := COVERED.search(block.title)):
            found[block.title.partition(" (")[0]] = (NUMBERS.index(counts[1]), NUMBERS.index(counts[2]))
    return found


@relaxed
@given(data=st.data())
def test_no_more_is_covered_than_there_is(data: st.DataObject, adviser: Adviser) -> None:
    """The count shown is that of the lines covered, at most as many as the list has, and never a percentage."""
    skills = data.draw(st.lists(st.sampled_from(sorted(adviser.choices.skills)), min_size=1, unique=True, max_size=30))
    titles = {role.title: role for role in adviser.knowledge.roles}
    counts = shown(skills, adviser)
    assert counts
    for title, (covered, total) in counts.items():
        whole = coverage(titles[title], skills, adviser.knowledge)
        assert covered <= total == len(titles[title].skills)
        assert covered == whole.covered
    answer, _ = adviser.decide("recommend:", Memory(profile=Profile(skills=tuple(skills))))
    assert "%" not in plain(answer)


@relaxed
@given(data=st.data())
def test_knowing_more_never_covers_less(data: st.DataObject, adviser: Adviser) -> None:
    """A skill more leaves every role's count as it was or raises it."""
    names = st.sampled_from(sorted(adviser.choices.skills))
    skills, more = data.draw(st.lists(names, unique=True, max_size=20)), data.draw(names)
    for role in adviser.knowledge.roles:
        before = coverage(role, skills, adviser.knowledge).covered
        assert coverage(role, [*skills, more], adviser.knowledge).covered >= before


@relaxed
@given(data=st.data())
def test_every_line_is_in_one_place(data: st.DataObject, adviser: Adviser) -> None:
    """What is shown of a role names each line of its list once: covered, begun or missing."""
    skills = data.draw(st.lists(st.sampled_from(sorted(adviser.choices.skills)), min_size=1, unique=True, max_size=20))
    answer, _ = adviser.decide("recommend:", Memory(profile=Profile(skills=tuple(skills))))
    titles = {role.title: role for role in adviser.knowledge.roles}
    for block in answer.blocks:
        if isinstance(block, Bullets) and COVERED.search(block.title):
            said = " ".join(item for item in block.items if not item.startswith("Similar"))
            for line in titles[block.title.partition(" (")[0]].skills:
                assert said.count(line.text) == 1
