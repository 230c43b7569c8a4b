"""How many messages one person can send."""

from careerbot.bot.channels.telegram.flood import BURST, RATE, WAITING, FloodGate


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_flood() -> None:
    """A burst passes, then a few wait in turn, then the rest is skipped; one notice in all."""
    gate = FloodGate(Clock())
    admitted = [gate.admit("ann") for _ in range(BURST + WAITING + 50)]

    assert [each.wait for each in admitted[:BURST]] == [0.0] * BURST
    waits = [each.wait for each in admitted[BURST : BURST + WAITING]]
    assert waits == sorted(waits)
    assert waits[0] > 0
    assert all(each.skipped for each in admitted[BURST + WAITING :])
    assert sum(each.notice for each in admitted) == 1


def test_others_pass() -> None:
    """One person's flood costs nobody else anything."""
    gate = FloodGate(Clock())
    for _ in range(500):
        gate.admit("ann")

    assert gate.admit("bob").wait == 0


def test_calm_again() -> None:
    """After a while everything is as at first, a notice included."""
    clock = Clock()
    gate = FloodGate(clock)
    for _ in range(500):
        gate.admit("ann")
    clock.now = 10 * (BURST + WAITING) / RATE
    again = [gate.admit("ann") for _ in range(500)]

    assert again[0].wait == 0
    assert sum(each.notice for each in again) == 1


def test_nobody_is_remembered_for_long() -> None:
    """People who stopped writing take no room."""
    clock = Clock()
    gate = FloodGate(clock)
    for n in range(1000):
        gate.admit(f"person {n}")
    clock.now = 1000.0
    gate.admit("ann")

    assert len(gate._buckets) == 1
