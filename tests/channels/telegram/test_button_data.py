"""What a button carries."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerbot.bot.channels.telegram.button_data import ButtonData, OldButtonError, UnknownButtonError, mark_of
from careerbot.bot.conversation import Adviser


@pytest.fixture(scope="module")
def data(adviser: Adviser) -> ButtonData:
    return ButtonData(adviser.choices)


def test_every_pair_of_roles(data: ButtonData, adviser: Adviser) -> None:
    """Any two roles to compare fit, and are read back as they were."""
    for one in adviser.choices.roles:
        for other in adviser.choices.roles:
            written = data.write(f"compare:{one},{other}")
            assert written is not None
            assert len(written.encode()) <= 64
            assert data.read(written).decision == f"compare:{one},{other}"


def test_all_roles_fit(data: ButtonData, adviser: Adviser) -> None:
    """Ten roles fit into one button, for a chart in the other theme."""
    written = data.write("=.light:" + ",".join(adviser.choices.roles))

    assert written is not None
    assert data.read(written).arguments == tuple(adviser.choices.roles)


def test_every_skill(data: ButtonData, adviser: Adviser) -> None:
    """Every skill can be chosen by a button."""
    for skill in adviser.choices.skills:
        written = data.write(f"=.know:10,+{skill}")
        assert written is not None
        assert data.read(written).arguments == ("10", f"+{skill}")


def test_marks_differ(adviser: Adviser) -> None:
    """No two names share a mark."""
    names = [*adviser.choices.roles, *adviser.choices.skills]

    assert len({mark_of(name) for name in names}) == len(names)


def test_marks_are_stable() -> None:
    """A mark depends on the name alone: buttons of last week still work."""
    assert mark_of("data_scientist") == "~3rtl"


@given(st.text(max_size=64))
def test_any_data_is_read(data: ButtonData, text: str) -> None:
    """Any text at all is a press, or a button that is said to be old or unknown."""
    with suppress(UnknownButtonError):
        data.read(text)


def test_old_version(data: ButtonData) -> None:
    """Another version's data is told from nonsense."""
    with pytest.raises(OldButtonError):
        data.read("0|pay:sre")
