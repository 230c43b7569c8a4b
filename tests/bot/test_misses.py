"""What was not understood, from the terminal to `careerbot unanswered`, in real stores."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from redis_server import RedisServer

from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.misses.grouping import grouped
from careerbot.bot.misses.miss import KIND, WHYS, Miss, Told, reason
from careerbot.bot.misses.notebook import Notebook
from careerbot.bot.misses.reading import Kept, misses_in
from careerbot.bot.stores.records import DAY, RecordStore
from careerbot.bot.stores.redis import RedisStore
from careerbot.bot.stores.sqlite_records import SqliteRecordStore

CAREERBOT = [sys.executable, "-m", "careerbot"]
TODAY = date(2026, 11, 24)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The compiled knowledge of the other tests, and a state of its own, with misses kept."""
    others = {name: value for name, value in os.environ.items() if not name.startswith("CAREERBOT_")}
    return others | {"PYTHONUTF8": "1", "CAREERBOT_STATE": str(tmp_path), "CAREERBOT_KEEP_MISSES": "on"}


def ran(environment: dict[str, str], *arguments: str, typed: str = "", code: int = 0) -> str:
    done = subprocess.run([*CAREERBOT, *arguments], input=typed.encode(), capture_output=True, env=environment)
    assert done.returncode == code, done.stderr.decode()
    return done.stdout.decode() if code == 0 else done.stderr.decode()


def kept(miss: Miss, number: int = 0) -> Kept:
    return Kept(str(number), miss)


def told(adviser: Adviser, text: str) -> Told:
    answer, after = adviser.respond(text, Memory())
    return Told.of(text, answer, adviser.heard_in(after))


def test_what_is_a_miss(adviser: Adviser) -> None:
    """Declined, asked back, not covered; not what is answered, nor small talk."""
    expected = {
        "whats the weather tomorrow": "out_of_scope",
        "skills?": "clarify",
        "how to become a nurse": "not_covered",
        "what does an sre earn": None,
        "hello there": None,
        "  ": None,
    }

    assert {text: reason(told(adviser, text)) for text in expected} == expected
    assert reason(Told("x", "answered", ("pay",), 0.4)) == "unsure"
    assert reason(Told("x", "small_talk", ("greeting",), 0.4)) is None


@given(
    st.builds(
        Miss,
        text=st.text(),
        why=st.sampled_from(WHYS),
        intents=st.lists(st.text(max_size=9), max_size=2).map(tuple),
        confidence=st.floats(0, 1).map(lambda number: round(number, 3)),
        day=st.dates(),
        language=st.sampled_from(["", "en", "de"]),
    )
)
def test_json(miss: Miss) -> None:
    """A miss comes back from its text as it was."""
    assert Miss.from_json(miss.to_json()) == miss


def test_of_an_earlier_version() -> None:
    """What was kept before languages were noted has none, and is read all the same."""
    kept = '{"text":"sre","why":"unsure","intents":[],"confidence":0.5,"day":"2026-11-24"}'

    assert Miss.from_json(kept) == Miss("sre", "unsure", (), 0.5, TODAY, "")


@given(st.one_of(st.text(), st.recursive(st.none() | st.integers(), st.lists).map(json.dumps)))
def test_damaged(text: str) -> None:
    """Text that is no miss is none, and nothing fails."""
    assert Miss.from_json(text) is None


@pytest.fixture(params=["sqlite", "redis"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> RecordStore:
    if request.param == "redis":
        server: RedisServer = request.getfixturevalue("redis_server")
        return RedisStore(server.url, prefix=f"{tmp_path}:")
    return SqliteRecordStore(tmp_path / "memory.sqlite3")


def test_kept_and_forgotten(adviser: Adviser, store: RecordStore) -> None:
    """What is kept names nobody, and goes with the person when they are forgotten."""
    notebook = Notebook(90, lambda: TODAY)
    one, other = told(adviser, "i'm Priya, whats the weather"), told(adviser, "who won the game")
    with store:
        store.keep(notebook.missed(adviser, one, "telegram:42:7", "telegram:42"))
        store.keep([notebook.judged(adviser, one, False, "telegram:42:8", "telegram:42")])
        store.keep(notebook.missed(adviser, other, "telegram:43:7", "telegram:43"))
        found = misses_in(store)
        assert [each.miss.text for each in found] == ["i'm [name], whats the weather"] * 2 + ["who won the game"]
        assert [each.miss.why for each in found] == ["out_of_scope", "bad", "out_of_scope"]
        assert misses_in(store, TODAY + timedelta(days=1)) == []
        assert not any("42" in key + text for key, text in store.recall_all(KIND).items() if "42" in text)

        store.forget_person("telegram:42")
        assert [each.miss.text for each in misses_in(store)] == ["who won the game"]


def test_no_number_in_the_file(adviser: Adviser, tmp_path: Path) -> None:
    """In the store's own file the person's number does not stand beside what they said."""
    with SqliteRecordStore(tmp_path / "memory.sqlite3") as store:
        record = Notebook().missed(
            adviser, told(adviser, "who won the game"), "telegram:987654321:7", "telegram:987654321"
        )
        store.keep(record)
    raw = b"".join(file.read_bytes() for file in tmp_path.iterdir())

    assert b"who won the game" in raw
    assert b"987654321" not in raw


def test_judged_again(adviser: Adviser, store: RecordStore) -> None:
    """The last thumb counts."""
    notebook = Notebook()
    with store:
        for good in (True, False, True):
            store.keep([notebook.judged(adviser, told(adviser, "sre pay"), good, "telegram:42:8", "telegram:42")])
        assert [each.miss.why for each in misses_in(store)] == ["good"]


def test_they_end(adviser: Adviser, tmp_path: Path) -> None:
    """A miss ends after the days that are set."""
    now = [1_000.0]
    with SqliteRecordStore(tmp_path / "memory.sqlite3", clock=lambda: now[0]) as store:
        store.keep(Notebook(7).missed(adviser, told(adviser, "who won the game"), "n", "telegram:42"))
        now[0] += 7 * DAY - 1
        assert len(misses_in(store)) == 1
        now[0] += 2
        assert misses_in(store) == []


def test_groups(adviser: Adviser) -> None:
    """Messages that ask alike are together whatever they name, the largest group first; what was good is in none."""
    texts = ["become a nurse how", "who won the game", "how do i become a nurse", "how do i become a plumber", "nice"]
    misses = [
        kept(Miss(text, "good" if text == "nice" else "out_of_scope", (), 0.5, TODAY), number)
        for number, text in enumerate(texts)
    ]
    first, second = grouped(misses, adviser)

    assert first.seen == "how do i become {title}"
    assert sorted(first.examples) == ["become a nurse how", "how do i become a nurse", "how do i become a plumber"]
    assert second.examples == ("who won the game",)
    assert {near.intent for near in first.nearest} >= {"become", "out_of_scope"}
    assert all(near.phrase for near in first.nearest)


def test_languages(adviser: Adviser) -> None:
    """German is grouped as German reads it, in the words of the person; where nothing is noted, its words tell."""
    older = Miss("kann ich hier Kaffee bekommen", "out_of_scope", (), 0.5, TODAY)
    newer = Miss("Kaffee?", "out_of_scope", (), 0.5, TODAY, "de")
    english = Miss("is there coffee", "out_of_scope", (), 0.5, TODAY, "en")
    german, other = grouped([kept(older, 1), kept(newer, 2), kept(english, 3)], adviser)

    assert (german.language, german.examples) == ("de", ("Kaffee?", "kann ich hier Kaffee bekommen"))
    assert grouped([kept(older)], adviser)[0].seen == "kann ich hier kaffee bekommen"
    assert grouped([kept(replace(older, text="Wie werde ich Krankenpfleger?"))], adviser)[0].seen == (
        "wie werde ich {title}"
    )
    assert (other.language, other.seen) == ("en", "is there coffee")


def test_language_of_a_miss(adviser: Adviser) -> None:
    """The language that a message was read in is kept with it: of what tells none, that of the talk."""
    _, talk = adviser.respond("was verdient ein sre", Memory())
    answer, after = adviser.respond("pizza", talk)
    (record,) = Notebook().missed(adviser, Told.of("pizza", answer, adviser.heard_in(after)), "n", "telegram:42")
    miss = Miss.from_json(record.value)

    assert miss
    assert (miss.text, miss.language) == ("pizza", "de")


def test_terminal(environment: dict[str, str]) -> None:
    """What was not understood at the terminal, and what was judged, is told by `careerbot unanswered`."""
    typed = "how do i become a nurse\nhow do i become a plumber\nsre pay\n/good\n/bad\nwho won the game\n/bad\n"
    out = ran(environment, "chat", typed=typed)
    assert out.count("Noted.") == 3

    told = ran(environment, "unanswered")
    assert told.startswith("   2  how do i become {title}\n      2 not covered; language en; last on ")
    assert "1 👎" in told
    assert told.endswith("👍 0, 👎 2.\n")
    groups = json.loads(ran(environment, "unanswered", "--json", "--since", "1d"))
    assert [group["count"] for group in groups] == [2, 2, 1]
    assert ran(environment, "unanswered", "--since", "2999-01-01") == "Nothing is kept that was not understood.\n"


def test_forgotten_at_the_terminal(environment: dict[str, str], tmp_path: Path) -> None:
    """/forget takes misses along, also those of a time when they were kept; /reset leaves them."""
    ran(environment, "chat", typed="who won the game\n/reset\n")
    assert json.loads(ran(environment, "unanswered", "--json")) != []

    ran(environment | {"CAREERBOT_KEEP_MISSES": "off"}, "chat", typed="/forget\n")
    assert json.loads(ran(environment, "unanswered", "--json")) == []
    assert not any(b"who won the game" in file.read_bytes() for file in tmp_path.iterdir())


def test_off(environment: dict[str, str], tmp_path: Path) -> None:
    """By itself nothing is kept, and /bad says so."""
    out = ran(environment | {"CAREERBOT_KEEP_MISSES": ""}, "chat", typed="who won the game\n/bad\n")

    assert "Nothing of that is kept here. Set CAREERBOT_KEEP_MISSES=on to learn from it." in out
    assert ran(environment, "unanswered") == "Nothing is kept that was not understood.\n"


def test_nowhere(environment: dict[str, str], tmp_path: Path) -> None:
    """Without a store, with one that is no store, and with a day that is none, it says what to do."""
    err = ran(environment, "unanswered", "--state", str(tmp_path / "no"), code=1)
    assert "memory.sqlite3 is not there: nothing was kept. CAREERBOT_KEEP_MISSES=on keeps" in err
    assert "does not answer" in ran(environment, "unanswered", "--state", "redis://127.0.0.1:1/0", code=1)
    ran(environment, "chat", typed="hi\n")
    assert "soon is no day: write 2026-11-24, or 7d" in ran(environment, "unanswered", "--since", "soon", code=2)


def test_of_redis(environment: dict[str, str], adviser: Adviser, redis_server: RedisServer) -> None:
    """What several replicas kept in Redis is read from there."""
    with RedisStore(redis_server.url) as store:
        store.keep(Notebook().missed(adviser, told(adviser, "who won the game"), "telegram:42:7", "telegram:42"))
        groups = json.loads(ran(environment, "unanswered", "--json", "--state", redis_server.url))
        store.forget_person("telegram:42")

    assert [group["examples"] for group in groups] == [["who won the game"]]
