"""Comparisons: what lists share does not depend on who is named first, and nothing falls between."""

import re
from itertools import permutations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_shortlist import ROLES

from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.intents.base import Table
from careerbot.knowledge.overlap import likenesses, named, named_by_all, overlaps

SHARED = re.compile(r" \(shared: .*\)$")
"""What is added to a line of which only some skills are shared."""
SEVERAL = st.lists(st.sampled_from(ROLES), min_size=2, max_size=4, unique=True)
LAW = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@LAW
@given(ids=SEVERAL)
def test_order_does_not_matter(ids: list[str], adviser: Adviser) -> None:
    """In any order the same skills are shared, and the same pairs are alike."""
    knowledge = adviser.knowledge
    seen = set()
    for order in permutations(ids):
        roles = [knowledge.role(id) for id in order]
        pairs = frozenset(
            frozenset([(one[0].id, one[2]), (other[0].id, other[2])]) for one, other in likenesses(roles, knowledge)
        )
        seen.add((named_by_all(roles), pairs))

    assert len(seen) == 1


@LAW
@given(ids=SEVERAL)
def test_shared_and_only_are_a_partition(ids: list[str], adviser: Adviser) -> None:
    """Each line of each list is either shared or only there; a shared one has a partner, the other kind has none."""
    for each in overlaps([adviser.knowledge.role(id) for id in ids]):
        elsewhere = {
            skill
            for id in ids
            if id != each.role.id
            for group in adviser.knowledge.role(id).skills
            for skill in named(group)
        }
        assert sorted((*each.shared, *each.only)) == sorted(each.role.skills)
        assert not set(each.shared) & set(each.only)
        assert all(set(named(group)) & elsewhere for group in each.shared)
        assert not any(set(named(group)) & elsewhere for group in each.only)


@LAW
@given(ids=SEVERAL)
def test_similar_is_never_shared(ids: list[str], adviser: Adviser) -> None:
    """A pair that is alike by our judgement is of two different skills of two different roles."""
    for one, other in likenesses([adviser.knowledge.role(id) for id in ids], adviser.knowledge):
        assert one[0].id != other[0].id
        assert one[2] != other[2]


@LAW
@given(ids=SEVERAL)
def test_the_table_has_every_line(ids: list[str], adviser: Adviser) -> None:
    """A comparison shows every duty, every line of skills and every reason of each role in its own column."""
    answer, _ = adviser.decide(f"compare:{','.join(ids)}", Memory())
    (table,) = (block for block in answer.blocks if isinstance(block, Table))
    for column, id in enumerate(ids, 1):
        role = adviser.knowledge.role(id)
        cells = [SHARED.sub("", line) for row in table.rows for line in row[column].split("\n") if line]
        facts = [fact.text for fact in (*role.duties, *role.reasons)]
        assert sorted(cells[1:]) == sorted([*facts, *(group.text for group in role.skills)])
