"""How the classifier's weights are chosen: on what is held out of training."""

import pytest
from intents import choosing, weights
from intents.sets import IntentSet, Messages

TRAIN = Messages(tuple(f"phrase {number}" for number in range(8)), tuple("ab" * 4))
TEST = Messages(("never looked at",), ("a",))


def test_a_part_of_the_training_messages_is_tried_at_a_time() -> None:
    """Each once, by what was learned from all the others."""
    held = choosing.held_out(IntentSet("bot", TRAIN, None, TEST))

    assert sorted(text for part in held for text in part.tried.texts) == sorted(TRAIN.texts)
    assert all(set(part.learned.texts) | set(part.tried.texts) == set(TRAIN.texts) for part in held)
    assert not any(set(part.learned.texts) & set(part.tried.texts) for part in held)


def test_validation_messages_are_tried_where_there_are_some() -> None:
    """Those that the set's authors made."""
    validation = Messages(("checked",), ("a",))

    assert choosing.held_out(IntentSet("bot", TRAIN, validation, TEST)) == [choosing.Held(TRAIN, validation)]


@pytest.mark.parametrize("label", weights.WEIGHTS)
def test_every_weight_that_is_tried_is_one(label: str) -> None:
    """And it is as it was afterwards."""
    module, others = weights.WEIGHTS[label]
    before = {name: getattr(module, name) for name in others}
    with weights.changed(module, others):
        assert {name: getattr(module, name) for name in others} == dict(others)

    assert {name: getattr(module, name) for name in others} == before
