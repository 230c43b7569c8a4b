"""Answers as plain text, one example for each kind of block."""

from fake_adviser import COMPARISON, DUTIES, RANGES, SUGGESTIONS

from careerbot.bot.rendering.plain import plain
from careerbot.intents.base import (
    Answer,
    Block,
    Bullets,
    Card,
    Checklist,
    Document,
    Move,
    RoleMap,
    Section,
    Step,
    Table,
    Text,
)


def shown(*blocks: Block) -> str:
    return plain(Answer(blocks))


def test_paragraphs() -> None:
    """Every paragraph starts a line of its own; empty ones leave no gap."""
    assert shown(Text("One."), Text(""), Text("Two.")) == "One.\nTwo."


def test_bullets() -> None:
    """A list stands below its title, with a dash before every item."""
    expected = """\
A Site Reliability Engineer spends the day:
- defining service level objectives
- conducting incident response"""
    assert expected == shown(DUTIES)


def test_lines_of_a_cell() -> None:
    """Several lines in a cell come behind each other, sentences as sentences."""
    rows = (("Skills", "scripting\ndebugging"), ("Why", "Downtime is expensive. \nSpeed pays."))
    expected = """\
        SRE
Skills  scripting; debugging
Why     Downtime is expensive. Speed pays."""
    assert expected == shown(Table(("", "SRE"), rows))


def test_card() -> None:
    """A card without a picture is its words."""
    card = Card("SRE", "$140,000 to $185,000 a year", (Section("Work", ("incident response",)),))
    assert shown(card) == "SRE\n$140,000 to $185,000 a year\nWork:\n- incident response"


def test_document() -> None:
    """The lines of a file are its own, blank ones too; around it there are none."""
    assert shown(Text("Here:"), Document("a.md", "# A\n\n- b\n")) == "Here:\n# A\n\n- b"


def test_ordered_bullets() -> None:
    """An ordered list is numbered from one, and needs no title."""
    assert shown(Bullets(("first", "second"), ordered=True)) == "1. first\n2. second"


def test_role_map() -> None:
    """A map in words: below each role the ones that it leads to, a line each, with the reason."""
    moves = (
        Move("DevOps Engineer", "Site Reliability Engineer", "same", "both name scripting"),
        Move("Data Scientist", "Machine Learning Engineer", "same", "both name Python"),
        Move("DevOps Engineer", "Cloud Solutions Architect", "similar", "close"),
    )
    expected = """\
DevOps Engineer:
-> Site Reliability Engineer: both name scripting
-> Cloud Solutions Architect: close
Data Scientist:
-> Machine Learning Engineer: both name Python"""
    assert expected == shown(RoleMap(moves))


def test_table() -> None:
    """Columns of a table are aligned, and no line ends in spaces."""
    expected = """\
        DevOps Engineer                       Site Reliability Engineer
Pay     $130,000 to $175,000                  $140,000 to $185,000
Skills  Jenkins or GitHub Actions, scripting  distributed systems, debugging"""
    assert expected == shown(COMPARISON)


def test_uneven_table() -> None:
    """Rows that are shorter or longer than the header are shown all the same."""
    assert shown(Table(("a",), (("1", "2"), ("3",)))) == "a\n1  2\n3"


def test_wide_table() -> None:
    """A table whose cells hold sentences is told row by row: no window would show its lines whole."""
    long = "building ML pipelines that scale; monitoring the performance of models"
    table = Table(("", "Machine Learning Engineer", "Data Scientist"), (("Work", long, long), ("Note", "", "none")))
    expected = f"""\
Work:
- Machine Learning Engineer: {long}
- Data Scientist: {long}
Note:
- Data Scientist: none"""
    assert shown(table) == expected


def test_pay_ranges() -> None:
    """Pay ranges are lines of label and range, numbered when their order is the answer."""
    expected = """\
1. AI Research Scientist: $160,000 to $240,000 and up
2. Software Engineering Manager: $170,000 to $230,000
3. DevOps Engineer: $130,000 to $175,000"""
    assert expected == shown(RANGES)


def test_suggestions_only_on_request() -> None:
    """Suggestions are a last line, and only when asked for."""
    answer = Answer((Text("Hello."),), suggestions=SUGGESTIONS)

    assert plain(answer) == "Hello."
    expected = (
        "Hello.\nYou could ask: What skills does a Site Reliability Engineer need?"
        " / How does it compare with DevOps Engineer?"
    )
    assert expected == plain(answer, suggestions=True)


def test_offers_of_a_question() -> None:
    """A question that is asked back has what can be answered listed below it; another answer has no such list."""
    asked = Answer((Text("Which one?"),), outcome="clarify", suggestions=SUGGESTIONS)
    assert plain(asked, offers=True).split("\n") == ["Which one?", *(f"- {each.text}" for each in SUGGESTIONS)]
    assert plain(Answer((Text("Hello."),), suggestions=SUGGESTIONS), offers=True) == "Hello."


def test_nothing_to_say() -> None:
    """An answer without blocks is empty text."""
    assert plain(Answer(())) == ""


def test_control_characters_are_stripped() -> None:
    """What a person typed cannot command the terminal that shows it."""
    assert shown(Text("\x1b[31mred\x07 bell\ttab\x00\x9b\r")) == "[31mred bell tab"


def test_checklist() -> None:
    """Steps are numbered, so that they can be named by it, and boxes of ASCII say which are done."""
    steps = (Step("Python", done=True, decision="undo:python"), Step("SQL", done=False, decision="done:sql"))
    assert shown(Checklist(steps, "Your plan:")) == "Your plan:\n1. [x] Python\n2. [ ] SQL"
