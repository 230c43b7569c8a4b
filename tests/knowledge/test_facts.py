"""The facts that are shipped, and look-ups over them."""

import re
from collections import Counter
from pathlib import Path

import pytest

import careerbot.knowledge
from careerbot.knowledge.base import KnowledgeBase
from careerbot.knowledge.load import load

SHIPPED = Path(careerbot.knowledge.__path__[0])


@pytest.fixture(scope="module")
def knowledge() -> KnowledgeBase:
    return load(SHIPPED).knowledge


def test_there_are_150_facts(knowledge: KnowledgeBase) -> None:
    """Every statement of the source is there, each under one id."""
    assert Counter(fact.kind for fact in knowledge.facts.values()) == {
        "pay": 10,
        "pay_open": 1,
        "position": 10,
        "duty": 39,
        "skill": 38,
        "reason": 20,
        "note": 12,
        "theme": 3,
        "meta_skill": 5,
        "meta_note": 1,
        "pattern": 3,
        "cluster": 4,
        "advice": 4,
    }
    assert len(knowledge.facts) == 150


def test_every_fact_has_a_source_and_its_own_words(knowledge: KnowledgeBase) -> None:
    """No fact stands without a source, and no two of one role say the same."""
    assert {fact.source for fact in knowledge.facts.values()} == {source.id for source in knowledge.sources}
    said = Counter((fact.role, fact.text) for fact in knowledge.facts.values())
    assert max(said.values()) == 1


def test_reasons_and_notes_do_not_start_with_the_title(knowledge: KnowledgeBase) -> None:
    """They are shown below the title of their role."""
    for role in knowledge.roles:
        for fact in role.reasons + role.notes:
            assert not re.match(rf"(an? |the )?{role.title}", fact.text, re.IGNORECASE), fact.id


def test_ranking_by_low_keeps_ties_in_listing_order(knowledge: KnowledgeBase) -> None:
    """The order by the low bound is the derived one, equal figures in the order of the listing."""
    assert [role.id for role in knowledge.ranked("low")] == [
        "software_engineering_manager",
        "ai_research_scientist",
        "cybersecurity_architect",
        "machine_learning_engineer",
        "ai_product_manager",
        "cloud_solutions_architect",
        "blockchain_developer",
        "site_reliability_engineer",
        "data_scientist",
        "devops_engineer",
    ]


def test_ranking_by_high(knowledge: KnowledgeBase) -> None:
    """The order by the high bound is the derived one."""
    assert [round(role.pay.high / 1000) for role in knowledge.ranked("high")] == [
        240, 230, 220, 210, 210, 200, 190, 185, 180, 175,
    ]  # fmt: skip


def test_only_one_range_is_open(knowledge: KnowledgeBase) -> None:
    """The research scientist's range goes on above its high bound."""
    assert [role.id for role in knowledge.where(lambda role: role.pay.open_ended)] == ["ai_research_scientist"]


def test_only_three_pairs_of_roles_share_a_skill(knowledge: KnowledgeBase) -> None:
    """The lists barely overlap: advice has to say so, and not invent more."""
    shared = set()
    for skill in {skill for role in knowledge.roles for line in role.skills for skill in line.skills}:
        roles = tuple(role.id for role, _ in knowledge.listing(skill))
        if len(roles) > 1:
            shared.add(roles)
    assert shared == {
        ("machine_learning_engineer", "data_scientist"),
        ("devops_engineer", "site_reliability_engineer"),
        ("software_engineering_manager", "ai_product_manager"),
    }


def test_alternatives_and_examples_are_told_apart(knowledge: KnowledgeBase) -> None:
    """One of several is enough for `any`; an example only shows the kind of tool that is meant."""
    lines = [line for role in knowledge.roles for line in role.skills]
    assert {line.skills for line in lines if line.requirement == "any"} == {
        ("aws", "azure", "google_cloud"),
        ("python", "r"),
        ("jenkins", "github_actions"),
        ("solidity", "rust"),
    }
    assert {line.examples for line in lines if line.examples} == {("pytorch",), ("terraform",), ("prometheus",)}
