"""What is said and heard at the terminal, without the terminal."""

import sys
from contextlib import chdir
from pathlib import Path

import pytest
from fake_adviser import fake_adviser
from hypothesis import given
from hypothesis import strategies as st

from careerbot.bot.channels.terminal.dialogue import CONVERSATION, Dialogue
from careerbot.bot.channels.terminal.misses import Misses
from careerbot.bot.channels.terminal.said import Notice, Said
from careerbot.bot.memory import Memory
from careerbot.bot.misses.notebook import Notebook
from careerbot.bot.misses.reading import misses_in
from careerbot.bot.rendering.plain import plain
from careerbot.bot.stores import Store
from careerbot.bot.stores.in_process import InProcessStore
from careerbot.bot.stores.in_process_records import InProcessRecordStore
from careerbot.bot.stores.sqlite import SqliteStore
from careerbot.bot.stores.sqlite_records import SqliteRecordStore

BROKEN = (
    "/dev/null/memory.sqlite3 cannot be opened (Not a directory). "
    "Make it and its folder writable, or choose another folder with CAREERBOT_STATE."
)


PNG = b"\x89PNG"


def broken_store() -> SqliteStore:
    """A store that fails at every call, wherever the tests run."""
    return SqliteStore(Path("/dev/null/memory.sqlite3"))


def dialogue(store: Store | None = None, numbered: bool = True) -> Dialogue:
    return Dialogue(fake_adviser(), store or InProcessStore(), numbered=numbered)


def text_of(said: Said) -> str:
    return said.text if isinstance(said, Notice) else plain(said)


def heard(talk: Dialogue, *messages: str) -> list[str]:
    """Everything said in reply to the last of the messages."""
    replies: list[str] = []
    for message in messages:
        replies = [text_of(said) for said in talk.hear(message)]
    return replies


def test_message_is_answered() -> None:
    """A message goes to the adviser, and memory is kept under the terminal's conversation."""
    store = InProcessStore()

    assert heard(dialogue(store), "pay?") == ["A Site Reliability Engineer makes $140,000 to $185,000."]
    assert store.load(CONVERSATION).turns == 1


def test_empty_message_says_nothing() -> None:
    """Enter on an empty line is no message."""
    assert heard(dialogue(), "  \n ") == []


def test_number_picks_a_suggestion() -> None:
    """A number of the last answer's suggestions asks that suggestion."""
    replies = heard(dialogue(), "pay?", "1")

    assert replies[0] == "What skills does a Site Reliability Engineer need?"
    assert replies[1] == "Debugging, scripting, distributed systems."


@pytest.mark.parametrize("number", ["0", "3", "01", "1.5", "-1", "²", "١"])
def test_other_numbers_are_messages(number: str) -> None:
    """A number that no suggestion carries is an ordinary message."""
    assert [f"You said: {number}"] == heard(dialogue(), "pay?", number)


def test_number_before_any_suggestion_is_a_message() -> None:
    """Without suggestions on the screen a number is an ordinary message, also after an earlier answer had some."""
    assert heard(dialogue(), "1") == ["You said: 1"]
    assert heard(dialogue(), "pay?", "whatever", "1") == ["You said: 1"]


def test_numbers_where_suggestions_are_not_shown() -> None:
    """In a pipe nobody sees suggestions, so a number is an ordinary message."""
    assert heard(dialogue(numbered=False), "pay?", "1") == ["You said: 1"]


def test_help_lists_every_command() -> None:
    """/help is the adviser's help and the list of commands."""
    expected = """\
Ask me about pay, skills or work.
Commands:
- /help: what you can ask, and these commands
- /roles: the roles I know
- /shortlist: the roles you keep
- /export FILE: your shortlist, or what you exported last, as a .md, .txt or .png file; without FILE, shown here
- /explain TEXT: how I understood a message; without TEXT, your last one
- /language: the language of the answers: /language de, en or auto
- /picture FILE.png: save the last answer as a picture; a dark one with the word dark behind FILE.png
- /reset: start over: your plan, shortlist and what you told me are deleted
- /forget: delete this conversation and the lines you typed from this computer
- /record FILE.yaml: write this conversation to FILE, as a test of it
- /quit: leave (or Ctrl-D)"""
    assert [expected] == heard(dialogue(), "/help") == heard(dialogue(), "/") == heard(dialogue(), " /HELP now")


def test_help_where_misses_are_kept() -> None:
    """/good and /bad are listed where what the person thinks of answers is kept, and only there."""
    judging = ("- /good: the last answer was good", "- /bad: the last answer was not what you wanted")
    with InProcessRecordStore() as store:
        for notebook in (Notebook(), None):
            talk = Dialogue(fake_adviser(), store, misses=Misses(fake_adviser(), store, notebook))
            (told,) = heard(talk, "/help")
            assert all((line in told.split("\n")) is (notebook is not None) for line in judging)


def test_roles() -> None:
    """/roles lists the roles."""
    assert heard(dialogue(), "/roles") == ["I know ten roles."]


def test_explain_a_text() -> None:
    """/explain TEXT explains the text as it would be understood now, and does not ask it."""
    talk = dialogue()

    assert heard(talk, "pay?", "/explain  what now") == ["read: what now\nturns before: 1"]
    assert talk.memory.turns == 1


def test_explain_the_last_message() -> None:
    """/explain alone explains the last message as it was understood then, before it was remembered."""
    assert heard(dialogue(), "skills?", "pay?", "/explain") == ["read: pay?\nturns before: 1"]


def test_explain_looks_past_commands() -> None:
    """/explain is about the last message, also after commands and after a suggestion that was picked."""
    assert heard(dialogue(), "pay?", "/help", "/roles", "/explain") == ["read: pay?\nturns before: 0"]
    expected = "read: How does it compare with DevOps Engineer?\nturns before: 1"
    assert heard(dialogue(), "pay?", "2", "/explain") == [expected]


def test_nothing_to_explain() -> None:
    """/explain before any message says how to use it."""
    expected = "There is nothing to explain yet. Ask me something first, or add a text: /explain what does an SRE do"
    assert [expected] == heard(dialogue(), "/explain")


def test_reset_starts_over() -> None:
    """/reset empties the memory, here and in the store."""
    store = InProcessStore()
    talk = dialogue(store)

    assert heard(talk, "pay?", "/reset") == ["We start over. What would you like to know?"]
    assert (Memory(), Memory()) == (talk.memory, store.load(CONVERSATION))
    assert heard(talk, "1") == ["You said: 1"]


def test_forget_deletes_the_typed_lines_too() -> None:
    """/forget empties the memory and has the typed lines deleted."""
    deleted: list[str] = []

    def forget_typed() -> list[Notice]:
        deleted.append("lines")
        return []

    store = InProcessStore()
    talk = Dialogue(fake_adviser(), store, forget_typed=forget_typed)

    assert heard(talk, "pay?", "/forget") == ["Forgotten: the conversation and the lines you typed."]
    assert (["lines"], Memory()) == (deleted, store.load(CONVERSATION))


def test_forget_says_what_is_left() -> None:
    """/forget does not claim to have deleted what it could not delete."""
    expected = f"The conversation on this computer could not be deleted: {BROKEN}"

    assert [expected] == heard(dialogue(broken_store()), "/forget")


@pytest.mark.parametrize("farewell", ["/quit", "quit", "exit", "EXIT", " :q "])
def test_leaving(farewell: str) -> None:
    """/quit and the words people try first leave with a farewell."""
    talk = dialogue()

    assert heard(talk, farewell) == ["Goodbye, and good luck."]
    assert talk.over


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("/hepl", "I don't know the command /hepl. Did you mean /help?"),
        ("/rolez please", "I don't know the command /rolez. Did you mean /roles?"),
        ("/xyzzy", "I don't know the command /xyzzy. /help lists the ones I know."),
    ],
)
def test_unknown_command(typed: str, expected: str) -> None:
    """An unknown command is told, with the nearest one if any is near."""
    assert [expected] == heard(dialogue(), typed)


def test_slash_inside_a_message() -> None:
    """A message that merely starts with a slash is not a command."""
    assert heard(dialogue(), "/r/jobs says hi") == ["You said: /r/jobs says hi"]


def test_failing_store_is_told_once() -> None:
    """When the store fails the person is told once, and every message is answered."""
    talk = dialogue(broken_store())

    assert f"{BROKEN} I go on without remembering." == next(talk.greet()).text
    assert heard(talk, "a") == ["You said: a"]


def test_store_that_fails_later() -> None:
    """A store that fails at a message is told after the answer, and the conversation keeps its thread."""
    talk = dialogue(broken_store())

    assert ["You said: a", f"{BROKEN} I go on without remembering."] == heard(talk, "a")
    assert heard(talk, "b") == ["You said: b"]
    assert talk.memory.turns == 2


def test_greeting() -> None:
    """A stranger is greeted with two short lines, somebody known with one."""
    store = InProcessStore()

    (stranger,) = dialogue(store).greet()
    heard(dialogue(store), "pay?")
    (known,) = dialogue(store).greet()

    assert len(stranger.text.splitlines()) == 2
    assert known.text == "Welcome back, I remember where we were. /reset starts over, /help helps."


@given(st.lists(st.text(st.characters(exclude_categories=())) | st.sampled_from(["/explain ", "1", "/"]), max_size=4))
def test_any_text_can_be_said(messages: list[str]) -> None:
    """No message, whatever its characters, breaks the conversation."""
    heard(dialogue(), *messages)


def judging(store: InProcessRecordStore, kept: bool = True) -> Dialogue:
    """A talk whose misses are kept."""
    misses = Misses(fake_adviser(), store, Notebook() if kept else None)
    return Dialogue(fake_adviser(), store, misses=misses)


def test_judged() -> None:
    """/good and /bad are about the last answer, typed or picked by number; without one there is nothing to judge."""
    store = InProcessRecordStore()
    talk = judging(store)

    assert heard(talk, "/bad") == ["There is no answer yet to judge."]
    assert heard(talk, "pay?", "/good", "/bad") == ["Noted. It shows in careerbot unanswered."]
    heard(talk, "1", "/bad")
    assert [(kept.miss.text, kept.miss.why) for kept in misses_in(store)] == [
        ("pay?", "bad"),
        ("What skills does a Site Reliability Engineer need?", "bad"),
    ]
    assert heard(talk, "/reset", "/bad") == ["There is no answer yet to judge."]


def test_not_judged() -> None:
    """Where misses are not kept, a thumb says how they would be."""
    store = InProcessRecordStore()
    expected = "Nothing of that is kept here. Set CAREERBOT_KEEP_MISSES=on to learn from it."

    assert heard(judging(store, kept=False), "pay?", "/bad") == [expected] == heard(dialogue(), "pay?", "/good")
    assert misses_in(store) == []


def test_misses_cannot_be_kept() -> None:
    """When misses cannot be written, the talk goes on, and says so once."""
    store = SqliteRecordStore(Path("/dev/null/memory.sqlite3"))
    talk = Dialogue(fake_adviser(), InProcessStore(), misses=Misses(fake_adviser(), store, Notebook()))

    assert heard(talk, "nonsense") == ["You said: nonsense", f"{BROKEN} I go on without remembering."]
    assert heard(talk, "nonsense") == ["You said: nonsense"]


def test_record_needs_a_file(tmp_path: Path) -> None:
    """/record says what to write behind it, and that nothing was said."""
    assert heard(dialogue(), "/record")[0].startswith("Write the name of the file behind it: /record ")
    assert heard(dialogue(), f"/record {tmp_path}/f.yaml") == ["Nothing was said, so there is nothing to record."]


def saved(talk: Dialogue, words: str) -> str:
    (said,) = heard(talk, f"/picture {words}".rstrip())
    return said


def test_picture_of_the_last_answer(tmp_path: Path) -> None:
    """/picture saves what the last answer shows, light or dark, and says where."""
    talk = dialogue()
    heard(talk, "rank")
    for name, words in (
        ("light.png", "light.png"),
        ("dark one.PNG", '"dark one.PNG" dark'),
        ("loud.png", "loud.png LIGHT"),
    ):
        with chdir(tmp_path):
            assert saved(talk, words) == f"Written to {Path(name).absolute()}."
    light, dark, loud = ((tmp_path / name).read_bytes() for name in ("light.png", "dark one.PNG", "loud.png"))

    assert light == loud != dark
    assert light.startswith(PNG)
    assert dark.startswith(PNG)


def test_picture_of_nothing(tmp_path: Path) -> None:
    """Without an answer to draw, /picture says what to ask for."""
    talk = dialogue()
    before = saved(talk, f"{tmp_path}/a.png")
    heard(talk, "rank")
    heard(talk, "pay?")

    assert saved(talk, f"{tmp_path}/a.png") == before
    assert "rank all roles by pay" in before
    heard(talk, "rank", "/reset")
    assert saved(talk, f"{tmp_path}/a.png") == before
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "what_to_do"),
    [
        ("", "Name a file for the picture of the last answer: /picture pay-ranges.png"),
        ("dark", "give the file a name that ends in .png, like dark.png"),
        ("here.jpg", "give the file a name that ends in .png, like here.png"),
        ("kept.png", "kept.png exists already, and I don't write over it"),
        ("missing/a.png", "There is no folder missing"),
        ("a\0b.png", "Choose another"),
        ("x" * 300 + ".png", "Choose another name or folder"),
    ],
)
def test_picture_that_cannot_be_saved(words: str, what_to_do: str, tmp_path: Path) -> None:
    """What is wrong with the file is said with what to do, and nothing is written."""
    (tmp_path / "kept.png").write_text("mine")
    talk = dialogue()
    heard(talk, "rank")
    with chdir(tmp_path):
        assert what_to_do in saved(talk, words)

    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("kept.png", "mine")]


def test_picture_without_matplotlib(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be drawn, /picture says how to install it."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    talk = dialogue()
    heard(talk, "rank")

    assert "pip install matplotlib" in saved(talk, f"{tmp_path}/a.png")
    assert list(tmp_path.iterdir()) == []
