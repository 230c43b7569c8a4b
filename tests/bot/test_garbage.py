"""What is loaded is set aside from the collector, and what went out of use is still collected."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from careerbot.bot.garbage import settle


class Knot:
    """Holds itself: only the collector can end it."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    threshold = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)


def test_set_aside() -> None:
    """After settling there are objects that no collection looks at."""
    settle()

    assert gc.get_freeze_count() > 0


def test_out_of_use() -> None:
    """A second settling ends what the first one set aside and nobody uses any more, such as an old adviser."""
    knot = Knot()
    gone = weakref.ref(knot)
    settle()
    del knot
    gc.collect()
    assert gone() is not None

    settle()

    assert gone() is None
