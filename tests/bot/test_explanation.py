"""How a message was understood, as authors read it."""

from pathlib import Path

import pytest

from careerbot.bot.compiled import load_adviser
from careerbot.bot.conversation import Adviser
from careerbot.bot.explanation import Explanation
from careerbot.bot.memory import Memory
from careerbot.bot.understanding.overrides import RULES

OPEN_DAY = """\
example: when is the open day
phrases: [when is the open day, "is there an open day [this year]"]
suggestion: When is the open day?
replies:
  reply: On the first Friday of May.
"""


def explained(adviser: Adviser, *messages: str) -> Explanation:
    """The last message, after the others."""
    memory = Memory()
    *before, text = messages
    for message in before:
        _, memory = adviser.respond(message, memory)
    return adviser.explain(text, memory)


def test_spelling_and_names(adviser: Adviser) -> None:
    """What was read as what, and each name with its words, its place and how like it is."""
    data = explained(adviser, "hw mcuh does a devops enginere mkae").to_data()
    (clause,) = data["clauses"]

    assert data["folded"] == ["how mcuh does a devops enginere mkae"]  # "hw" is rewritten, as are contractions
    assert ["mcuh", "much"] in clause["spelling"]
    role = next(entity for entity in clause["entities"] if entity["kind"] == "role")
    assert (role["id"], role["words"], role["span"], role["score"]) == ("devops_engineer", "devops engineer", [5, 6], 1)


def test_misspelt_title(adviser: Adviser) -> None:
    """A title that was found by its likeness says what it is like, and how much."""
    data = explained(adviser, "what does a data scientits do").to_data()
    role = next(entity for entity in data["clauses"][0]["entities"] if entity["kind"] == "role")

    assert role["matched"] == "data scientist"
    assert 0.8 < role["score"] <= 1


def test_question_types(adviser: Adviser) -> None:
    """The five likeliest question types, each with its phrase that is most like the message."""
    intents = explained(adviser, "how much does an sre earn").to_data()["clauses"][0]["intents"]

    assert len(intents) == 5
    assert intents[0]["intent"] == "pay"
    assert "{role}" in intents[0]["closest"]
    assert [each["probability"] for each in intents] == sorted((each["probability"] for each in intents), reverse=True)


def test_rule(adviser: Adviser) -> None:
    """A rule that decided otherwise than the router is named, with what it is for."""
    explanation = explained(adviser, "does an ai pm do market research")
    rules = [step for step in explanation.to_data()["clauses"][0]["steps"] if step["rule"]]

    assert [(step["stage"], step["intent"]) for step in rules] == [("skill_in_question", "skills")]
    shown = "\n".join(explanation.lines())
    assert "rule skill_in_question: responsibilities becomes skills" in shown
    assert "a skill of the list, not a duty" in shown


def test_rules_by_name() -> None:
    """Every rule can be told from the others by its name, which is what is shown."""
    assert len({rule.__name__ for rule in RULES}) == len(RULES)


def test_memory(adviser: Adviser) -> None:
    """What memory gave is told apart from what the message said."""
    data = explained(adviser, "what does an sre do", "and what does it pay?").to_data()

    assert data["memory"]["before"]["asked"] == [{"intent": "responsibilities", "roles": ["site_reliability_engineer"]}]
    assert data["memory"]["gave"] == [{"slot": "roles", "values": ["site_reliability_engineer"]}]
    assert explained(adviser, "what does an sre pay").to_data()["memory"]["gave"] == []


def test_learned(adviser: Adviser) -> None:
    """What the message told of the person is shown as learned."""
    assert explained(adviser, "i know docker").to_data()["memory"]["learned"] == {"skills": ["docker"]}


def test_fragment(adviser: Adviser) -> None:
    """A fragment says that memory completed it."""
    data = explained(adviser, "what does an sre earn", "and devops?").to_data()

    assert [step["stage"] for step in data["clauses"][0]["steps"]] == ["completed"]


def test_offer_typed(adviser: Adviser) -> None:
    """An offer typed word for word was not read at all, but chosen."""
    answer, memory = adviser.respond("how do i become an actor", Memory())
    offer = answer.suggestions[0]
    data = adviser.explain(offer.text, memory).to_data()

    assert (data["chosen"], data["clauses"]) == (offer.decision, [])


def test_facts(adviser: Adviser) -> None:
    """Facts come with their text, and the handler with its file."""
    data = explained(adviser, "what does an sre earn").to_data()
    facts = {fact["id"]: fact["text"] for fact in data["facts"]}

    assert "$140,000 to $185,000" in facts["site_reliability_engineer.pay"]
    assert all(facts.values())
    assert data["queries"][0]["handler"] == "careerbot/intents/pay/handler.py"


def test_german(adviser: Adviser) -> None:
    """A German message is shown in its own words, and which of them rules look for under another form."""
    explanation = explained(adviser, "Was verdient ein Netzwerktechniker?")
    data = explanation.to_data()

    assert (data["language"], data["folded"]) == ("de", ["was verdient ein netzwerktechniker"])
    assert data["canonical"] == [["was", "what"], ["ein", "a"]]
    assert data["clauses"][0]["words"] == "Was verdient ein Netzwerktechniker"
    assert explanation.lines()[1:5] == [
        "├─ read in: de",
        "├─ folded: was verdient ein netzwerktechniker",
        "├─ small words as rules look for them: was = what, ein = a",
        "├─ clause: Was verdient ein Netzwerktechniker",
    ]
    assert explained(adviser, "what does an sre earn").to_data()["canonical"] == []


def test_fixed_reply(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A question type without Python is answered by its language file, wherever one looks from."""
    file = tmp_path / "intents" / "open_day" / "en.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(OPEN_DAY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    own = load_adviser(intents=Path("intents"))

    assert explained(own, "when is the open day").to_data()["queries"][0]["handler"] == "intents/open_day/en.yaml"
    monkeypatch.chdir(tmp_path / "intents")
    assert explained(own, "when is the open day").to_data()["queries"][0]["handler"] == "open_day/en.yaml"


def test_any_message(adviser: Adviser) -> None:
    """There is a tree for messages of every kind, and a summary."""
    for text in ("", " ", "???", "hola que tal amigo", "pay and skills for devops. also sre?", "x" * 5000, "\x1b[31m"):
        explanation = explained(adviser, text)
        assert explanation.lines()[-1] or explanation.lines()
        assert isinstance(explanation.summary(), str)
