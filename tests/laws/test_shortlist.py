"""The shortlist: what keeping, taking off and exporting may do to it, whatever order people do it in."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_numbers import NUMBER, value

from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.intents.base import Answer, Document
from careerbot.intents.shortlisting import MOST_KEPT, with_kept, without

ROLES = [
    "ai_research_scientist", "machine_learning_engineer", "cloud_solutions_architect", "cybersecurity_architect",
    "data_scientist", "devops_engineer", "blockchain_developer", "software_engineering_manager", "ai_product_manager",
    "site_reliability_engineer",
]  # fmt: skip
SKILLS = ["python", "sql", "docker", "kubernetes", "terraform", "jenkins", "rust", "observability", "system_design"]
NAMES = st.lists(st.sampled_from([f"role_{n}" for n in range(14)]), max_size=14).map(tuple)
SOME = st.lists(st.sampled_from(ROLES), min_size=1, max_size=5, unique=True)
SAID = st.sampled_from([
    "keep sre", "add devops and mle to my shortlist", "save this one", "bookmark the second one", "keep both",
    "keep data engineer", "keep the ninth one", "remove sre from my list", "take the last one off my list",
    "clear my shortlist", "show my shortlist", "devops vs sre", "rank all roles by pay", "compare my shortlist",
    "keep ai pm, ds, csa, sre and mle", "shortlist all of them", "unkeep it", "export my shortlist", "no",
])  # fmt: skip
LAW = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def decided(adviser: Adviser, memory: Memory, decision: str) -> tuple[Answer, Memory]:
    return adviser.decide(decision, memory)


def keeping(*roles: str) -> Memory:
    memory = Memory()
    return replace(memory, profile=replace(memory.profile, shortlist=roles))


@given(before=NAMES, more=NAMES)
def test_kept_once_in_order(before: tuple[str, ...], more: tuple[str, ...]) -> None:
    """What is kept stays in its place, each role stands once, and the list never grows past its limit."""
    shortlist = with_kept((), before)
    after = with_kept(shortlist, more)

    assert after[: len(shortlist)] == shortlist
    assert len(set(after)) == len(after) <= MOST_KEPT
    assert set(after) <= {*before, *more}
    assert with_kept(after, more) == after


@given(before=NAMES, more=NAMES)
def test_taking_off_undoes_keeping(before: tuple[str, ...], more: tuple[str, ...]) -> None:
    """What was not there before and is taken off again leaves the list as it was."""
    shortlist = with_kept((), before)
    new = without(more, shortlist)

    assert without(with_kept(shortlist, new), new) == shortlist


@LAW
@given(messages=st.lists(SAID, max_size=8))
def test_any_conversation_keeps_the_list_whole(messages: list[str], adviser: Adviser) -> None:
    """Whatever is said, the list holds known roles, each once, at most ten of them."""
    memory = Memory()
    for message in messages:
        _, memory = adviser.respond(message, memory)
        shortlist = memory.profile.shortlist
        assert set(shortlist) <= set(adviser.choices.roles), message
        assert len(set(shortlist)) == len(shortlist) <= MOST_KEPT, message


@LAW
@given(kept=SOME, more=SOME)
def test_pressed_twice_is_once(kept: list[str], more: list[str], adviser: Adviser) -> None:
    """A second press of the same button changes nothing, and the other button takes it back."""
    memory = keeping(*kept)
    _, once = decided(adviser, memory, f"keep:{','.join(more)}")
    _, twice = decided(adviser, once, f"keep:{','.join(more)}")
    new = [role for role in more if role not in kept]
    _, back = decided(adviser, once, f"unkeep:{','.join(new)}") if new else (None, once)

    assert once.profile.shortlist == twice.profile.shortlist == with_kept(tuple(kept), more)
    assert back.profile.shortlist == tuple(kept)


def test_an_unknown_role_is_not_kept(adviser: Adviser) -> None:
    """A decision that names what is no role keeps nothing."""
    _, memory = decided(adviser, Memory(), "keep:astronaut")

    assert memory.profile.shortlist == ()


@LAW
@given(
    kept=SOME,
    known=st.lists(st.sampled_from(SKILLS), max_size=4, unique=True),
    kind=st.sampled_from(["markdown", "text"]),
)
def test_an_export_is_true_and_whole(kept: list[str], known: list[str], kind: str, adviser: Adviser) -> None:
    """Every kept role is a heading once, ticked lines are covered ones, and no number is without a fact."""
    memory = keeping(*kept)
    memory = replace(memory, profile=replace(memory.profile, skills=tuple(known)))
    answer, _ = decided(adviser, memory, f"export:{kind},mine")
    (document,) = (block for block in answer.blocks if isinstance(block, Document))
    lines = document.text.split("\n")
    titles = [adviser.choices.roles[role] for role in kept]
    cited = " ".join(adviser.knowledge.facts[fact].text for fact in document.facts if fact in adviser.knowledge.facts)
    source = " ".join(source.title for source in adviser.knowledge.sources)

    assert [line.lstrip("# ") for line in lines if line.lstrip("# ") in titles] == titles
    assert {value(n) for n in NUMBER.findall(document.text)} <= {value(n) for n in NUMBER.findall(f"{cited} {source}")}
    assert known or "[x]" not in document.text
    assert document.text.endswith("\n")


@pytest.mark.parametrize("kind", ["markdown", "text", "card"])
def test_nothing_to_export(kind: str, adviser: Adviser) -> None:
    """An empty list is no empty file: it is said how to keep a role."""
    answer, _ = decided(adviser, Memory(), f"export:{kind},mine")

    assert not any(isinstance(block, Document) for block in answer.blocks)
    assert answer.suggestions
