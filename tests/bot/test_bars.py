"""Pay ranges as bars of characters."""

from hypothesis import given
from hypothesis import strategies as st

from careerbot.bot.rendering.bars import ASCII, Scale
from careerbot.intents.base import PayRange


def pay(low: int, high: int, open_ended: bool = False) -> PayRange:
    return PayRange("", "", low, high, open_ended)


def test_bars_share_a_scale() -> None:
    """A dollar has the same place in every bar; an open end is an arrow."""
    ranges = (pay(130_000, 175_000), pay(160_000, 240_000, open_ended=True))
    scale = Scale.over(ranges, width=23)

    assert [scale.bar(each, ASCII) for each in ranges] == ["=========", "      ================>"]
    assert scale.ends() == "$130k            $240k"


def test_scale_ends_at_round_figures() -> None:
    """The scale is widened to full ten thousands."""
    scale = Scale.over((pay(137_500, 181_000),), width=20)

    assert (scale.low, scale.high) == (130_000, 190_000)


bounds = st.tuples(st.integers(0, 1_000_000), st.integers(0, 1_000_000))


@given(
    st.lists(st.builds(lambda ends, up: pay(min(ends), max(ends), up), bounds, st.booleans()), min_size=1),
    st.integers(10, 80),
)
def test_bars_fit(ranges: list[PayRange], width: int) -> None:
    """Every bar is visible and fits into the width of its scale, whatever the figures."""
    scale = Scale.over(ranges, width)

    assert all(0 < len(scale.bar(each).strip()) <= len(scale.bar(each)) <= width + 1 for each in ranges)
