"""Answers as a terminal shows them, at several widths."""

import io

import pytest
from fake_adviser import COMPARISON, DUTIES, RANGES, SUGGESTIONS
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from careerbot.bot.rendering.terminal import draw
from careerbot.intents.base import (
    Answer,
    Block,
    Bullets,
    Card,
    Checklist,
    Document,
    PayRanges,
    Section,
    Step,
    Table,
    Text,
)


def drawn(answer: Answer, width: int, encoding: str = "utf-8") -> str:
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding=encoding, errors="strict")
    console = Console(file=file, width=width, highlight=False, markup=False, emoji=False, legacy_windows=False)
    draw(answer, console)
    file.flush()
    return "\n".join(line.rstrip() for line in raw.getvalue().decode(encoding).rstrip().split("\n"))


def shown(block: Block, width: int) -> str:
    return drawn(Answer((block,)), width)


def test_ranges_on_one_scale() -> None:
    """Pay ranges are bars on one scale, with the range in words beside them."""
    expected = """\
1. AI Research Scientist                  ━━━━━━━━━━━━━━━━━━━━━━━━▶  $160,000 to $240,000 and up
2. Software Engineering Manager              ━━━━━━━━━━━━━━━━━━      $170,000 to $230,000
3. DevOps Engineer               ━━━━━━━━━━━━━━                      $130,000 to $175,000
                                 $130k                       $240k"""
    assert expected == shown(RANGES, 100)


def test_ranges_in_a_narrow_window() -> None:
    """Where a bar has no room beside the words it stands below them."""
    expected = """\
1. AI Research Scientist
$160,000 to $240,000 and up
           ━━━━━━━━━━━━━━━━━━━━━━━━━━━━▶
2. Software Engineering Manager
$170,000 to $230,000
              ━━━━━━━━━━━━━━━━━━━━━
3. DevOps Engineer
$130,000 to $175,000
━━━━━━━━━━━━━━━━
$130k                             $240k"""
    assert expected == shown(RANGES, 40)


def test_a_single_range_has_no_bar() -> None:
    """One range alone is said in words: a scale of its own would say nothing."""
    assert shown(PayRanges(RANGES.ranges[:1]), 100) == "AI Research Scientist: $160,000 to $240,000 and up"


def test_table() -> None:
    """A table that fits stands side by side under its header."""
    expected = """\
         DevOps Engineer                        Site Reliability Engineer
──────────────────────────────────────────────────────────────────────────────
Pay      $130,000 to $175,000                   $140,000 to $185,000
Skills   Jenkins or GitHub Actions, scripting   distributed systems, debugging"""
    assert expected == shown(COMPARISON, 100)


SIDE_BY_SIDE = Table(
    ("", "DevOps Engineer", "Site Reliability Engineer"),
    (
        ("Pay", "$130,000 to $175,000", "$140,000 to $185,000"),
        ("Only in this list", "either Jenkins or GitHub Actions\ninfrastructure automation", "strength in debugging"),
    ),
)


def test_lists_in_a_table() -> None:
    """Several lines in a cell are a list; the columns of a comparison are equally wide, and rows stand apart."""
    expected = """\
                                           Site Reliability
                    DevOps Engineer        Engineer
───────────────────────────────────────────────────────────────
Pay                 $130,000 to $175,000   $140,000 to $185,000

Only in this list   • either Jenkins or    • strength in
                      GitHub Actions         debugging
                    • infrastructure
                      automation"""
    assert expected == shown(SIDE_BY_SIDE, 64)


def test_lists_in_a_narrow_window() -> None:
    """Where the columns would be too narrow the lists stand below their role."""
    expected = """\
Pay
  DevOps Engineer: $130,000 to $175,000
  Site Reliability Engineer: $140,000 to
  $185,000

Only in this list
  DevOps Engineer:
    • either Jenkins or GitHub Actions
    • infrastructure automation
  Site Reliability Engineer: strength in
  debugging"""
    assert expected == shown(SIDE_BY_SIDE, 40)


CARD = Card("DevOps Engineer", "$130,000 to $175,000 a year", (Section("Skills", ("✓ scripting", "○ Jenkins")),))


def test_card() -> None:
    """A card is one thing in a frame."""
    expected = """\
╭─ DevOps Engineer ────────────────────╮
│ $130,000 to $175,000 a year          │
│                                      │
│ Skills                               │
│ • ✓ scripting                        │
│ • ○ Jenkins                          │
╰──────────────────────────────────────╯"""
    assert expected == shown(CARD, 40)


def test_document() -> None:
    """What stands in a file is shown line by line; nothing in it is markup of ours."""
    assert shown(Document("list.md", "# A [bold]list\n\n- [x] one\n"), 40) == "# A [bold]list\n\n- [x] one"


def test_table_in_a_narrow_window() -> None:
    """A table that would be squeezed beyond reading becomes one block for each row."""
    wide = Table(
        ("Role", "Listed range", "What the day is about", "Skills that are named"),
        (
            ("DevOps Engineer", "$130,000 to $175,000", "maintaining CI/CD pipelines", "scripting languages"),
            ("Data Scientist", "$130,000 to $180,000", "building statistical models", "advanced statistics"),
        ),
    )
    expected = """\
DevOps Engineer
  Listed range: $130,000 to $175,000
  What the day is about: maintaining
  CI/CD pipelines
  Skills that are named: scripting
  languages

Data Scientist
  Listed range: $130,000 to $180,000
  What the day is about: building
  statistical models
  Skills that are named: advanced
  statistics"""
    assert expected == shown(wide, 40)


def test_bullets_hang() -> None:
    """The second line of an item starts below its text, not below its bullet."""
    expected = """\
A Site Reliability Engineer spends
the day:
• defining service level
  objectives
• conducting incident response"""
    assert expected == shown(DUTIES, 34)


def test_suggestions_carry_numbers() -> None:
    """Suggestions come last, with the number that picks them."""
    expected = """\
Hello.

1 What skills does a Site Reliability Engineer need?
2 How does it compare with DevOps Engineer?"""
    assert expected == drawn(Answer((Text("Hello."),), suggestions=SUGGESTIONS), 80)


def test_room_around_lists() -> None:
    """Paragraphs follow each other; a list or table has a blank line before and after it."""
    answer = Answer((Text("One."), Text("Two."), Bullets(("a",)), Text("Three.")))

    assert drawn(answer, 80) == "One.\nTwo.\n\n• a\n\nThree."


def test_text_is_not_markup() -> None:
    """Brackets that a person typed stay brackets, and control characters are gone."""
    assert shown(Text("[red]x[/red] :smile: \x1b[31m"), 80) == "[red]x[/red] :smile: [31m"


def test_no_ansi_outside_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file or pipe gets no escape sequence."""
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    assert "\x1b" not in drawn(Answer((RANGES, COMPARISON, DUTIES), suggestions=SUGGESTIONS), 100)


def test_no_color_is_honored(monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR a terminal gets no color, and bars say all they said before."""
    monkeypatch.setenv("NO_COLOR", "1")
    file = io.StringIO()
    draw(Answer((RANGES,)), Console(file=file, width=100, force_terminal=True, color_system="truecolor"))

    assert "\x1b[36m" not in file.getvalue()
    assert "━━▶" in file.getvalue()


def test_ascii_terminal() -> None:
    """A terminal that knows only ASCII gets only ASCII strokes."""
    text = drawn(Answer((RANGES, COMPARISON, DUTIES)), 100, encoding="ascii")

    assert "================>" in text
    assert "- conducting incident response" in text


words = st.text(st.characters(exclude_categories=()), max_size=60)
rows = st.lists(words, min_size=1, max_size=5).map(tuple)
blocks = st.one_of(
    st.builds(Text, words),
    st.builds(Bullets, st.lists(words, max_size=4).map(tuple), words, st.booleans()),
    st.builds(Table, st.lists(words, max_size=4).map(tuple), st.lists(rows, max_size=4).map(tuple)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(blocks, max_size=3).map(tuple), st.integers(20, 120))
def test_any_answer_fits_any_window(some: tuple[Block, ...], width: int) -> None:
    """Whatever the texts, drawing neither fails nor runs over the edge of the window."""
    lines = drawn(Answer(some), width).split("\n")

    assert all(cell_len(line) <= width for line in lines)


def test_checklist() -> None:
    """A checklist has a bar with an equal part for each step, and a box before each."""
    names = ("Python", "SQL", "Docker", "Kubernetes")
    steps = tuple(Step(name, done=name == "SQL", decision=f"done:{name}") for name in names)
    checklist = Checklist(steps, "Your plan:")
    expected = f"""\
Your plan:
{"█" * 10}{"░" * 30}
1. ☐ Python
2. ☑ SQL
3. ☐ Docker
4. ☐ Kubernetes"""
    assert expected == shown(checklist, 50)
    plain = drawn(Answer((checklist,)), 80, encoding="ascii")
    assert "#" * 10 + "-" * 30 in plain
    assert "2. [x] SQL" in plain
