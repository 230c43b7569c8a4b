"""How far a checklist is, drawn with characters: a bar, and a box for each step."""


def bar(done: int, steps: int, widest: int, *, unicode: bool = True) -> str:
    """As many equal parts as there are steps, the done ones filled, in at most `widest` characters if they fit."""
    part = max(1, widest // max(steps, 1))
    full, empty = ("█", "░") if unicode else ("#", "-")
    return full * (part * done) + empty * (part * (steps - done))


def box(done: bool, *, unicode: bool = False) -> str:
    if unicode:
        return "☑" if done else "☐"
    return "[x]" if done else "[ ]"
