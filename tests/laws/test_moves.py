"""Ways between roles: which are the same from both sides, and what they do to the range of pay."""

from itertools import permutations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.rendering.plain import plain
from careerbot.intents.base import Profile, RoleMap
from careerbot.knowledge.base import Pay
from careerbot.knowledge.moves import all_ways, cheapest, difference, raises, way_between, ways

RANGES = st.tuples(st.integers(50_000, 300_000), st.integers(0, 100_000), st.booleans()).map(
    lambda drawn: Pay("pay", drawn[0], drawn[0] + drawn[1], drawn[2], None)
)


def test_every_kind_of_tie_holds_both_ways(adviser: Adviser) -> None:
    """What ties one role to another ties the other to it: same skills, similar ones turned round, duties."""
    for start, end in permutations(adviser.knowledge.roles, 2):
        there, back = way_between(start, end, adviser.knowledge), way_between(end, start, adviser.knowledge)
        assert (there is None) == (back is None)
        if there and back:
            assert {(tie.kind, tie.mine, tie.theirs) for tie in there.ties} == {
                (tie.kind, tie.theirs, tie.mine) for tie in back.ties
            }


def test_the_map_holds_what_the_knowledge_allows(adviser: Adviser) -> None:
    """Three pairs share a skill by name, six more have a similar one, three touch by a duty; each stands once."""
    found = all_ways(adviser.knowledge)
    pairs = [frozenset((way.start.id, way.end.id)) for way in found]
    counted = {kind: sum(kind in way.kinds for way in found) for kind in ("same", "similar", "duty")}

    assert counted == {"same": 3, "similar": 6, "duty": 3}
    assert len(pairs) == len(set(pairs))
    assert {
        frozenset((role.id, way.end.id)) for role in adviser.knowledge.roles for way in ways(role, adviser.knowledge)
    } == set(pairs)


@given(one=RANGES, other=RANGES)
def test_a_way_and_its_way_back_cancel_out(one: Pay, other: Pay) -> None:
    """Differences of pay of a move and its way back add up to zero, and only one of the two can be a raise."""
    there, back = difference(one, other), difference(other, one)

    assert (there.low + back.low, there.high + back.high) == (0, 0)
    assert not (there.is_raise and back.is_raise)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    place=st.integers(0, 9), known=st.lists(st.sampled_from(["python", "docker", "agile", "debugging", "aws", "rust"]))
)
def test_the_cheapest_raise_leaves_fewest_lines_open(place: int, known: list[str], adviser: Adviser) -> None:
    """No move to a higher range leaves fewer lines open than the cheapest, and no end of any of them is lower."""
    start = adviser.knowledge.roles[place]
    found = raises(start, known, adviser.knowledge)

    for way, has in found:
        assert way.end.pay.low >= start.pay.low
        assert way.end.pay.high >= start.pay.high
        assert all(len(best.open) <= len(has.open) for _, best in cheapest(found))


def test_what_one_knows_counts_for_the_cheapest_raise(adviser: Adviser) -> None:
    """Somebody who knows Python, SQL, Docker, Kubernetes and CI/CD is nearer to another role than DevOps alone is."""
    memory = Memory(profile=Profile(role="devops_engineer", skills=("python", "sql", "docker", "kubernetes", "ci_cd")))
    answer, _ = adviser.respond("cheapest step that raises pay", memory)

    assert plain(answer).startswith(
        "Machine Learning Engineer is the cheapest step to a higher range from DevOps Engineer: one"
    )


def test_ties_are_all_named(adviser: Adviser) -> None:
    """Where two moves are equally close, both stand in the first line."""
    answer, _ = adviser.respond("closest role to cloud architect", Memory())

    assert plain(answer).splitlines()[0].startswith("Cybersecurity Architect and DevOps Engineer are equally close")


def test_every_move_has_a_reason_and_its_pay(adviser: Adviser) -> None:
    """In the map each line says what ties the two roles and how the ranges differ; what is ours is called so."""
    answer, _ = adviser.respond("show me the map of moves", Memory())
    moves = next(block for block in answer.blocks if isinstance(block, RoleMap)).moves

    assert len(moves) == 12
    for move in moves:
        assert "low end $" in move.reason
        assert "judg" in move.reason or move.kind == "same"
