"""What the bot offers works: typed, and pressed."""

from pathlib import Path

import pytest
import yaml

from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.rendering.plain import plain

INTENTS = sorted(path.parent.name for path in (Path(__file__).parents[2] / "careerbot" / "intents").glob("*/en.yaml"))
QUESTIONS = [
    "sre salary", "skills for a data scientist", "what does an ml engineer do",
    "why are cloud architects paid well", "tell me about devops", "sre vs devops", "which roles pay the most",
    "which roles pay at least 180k", "who does incident response", "which roles do you know",
    "what is number 3 on the list", "which skills raise pay in any role",
    "what do the best paid jobs have in common", "is data science worth it", "i know python, what fits me",
    "how do i become a blockchain developer", "which course for kubernetes", "how do you know",
    "is remote work possible as an sre", "hello", "help", "thanks", "data engineer salary", "architect",
    "weather in paris", "asdfgh", "i know python, what am i missing for sre", "what am i missing for mlops",
    "make me a plan for sre", "i know python, sql, docker. plan for ml engineer", "where was i", "done with kubernetes",
    "untick docker", "drop my plan", "give me a quiz", "what do you know about me", "forget what i told you about me",
    "python, sql, some docker; 3 years devops", "i hate coding, whats left",
    "keep sre", "keep sre and devops", "show my shortlist", "clear my shortlist",
    "make a card for sre", "export mle and sre as text", "am i closer to devops or sre", "save it", "is sre on my list",
    "what if i learn terraform", "what if i learn golang",
    "what if i learn another skill",
    "where can i go from devops", "closest role to mine", "cheapest step up from a data scientist",
    "where can i go from blockchain developer", "show me the map of moves", "how close is mle to devops",
    "i make 150k as an mle", "i make 150k", "am i underpaid as an sre", "i make 20 lakh as an sre",
    "remember that i make 150k", "remember that",
]  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS)
def test_suggestions_work(question: str, adviser: Adviser) -> None:
    """A suggestion that is typed leads to the question type that its button decides."""
    answer, memory = adviser.respond(question, Memory())
    for offer in answer.suggestions:
        typed, _ = adviser.respond(offer.text, memory)
        pressed, _ = adviser.decide(offer.decision, memory)
        assert [query.intent for query in typed.queries] == [offer.decision.partition(":")[0]], offer
        assert plain(typed) == plain(pressed), offer


@pytest.mark.parametrize("intent", INTENTS)
def test_examples_lead_to_their_intent(intent: str, adviser: Adviser) -> None:
    """The example in each language file is understood as its own question type."""
    folder = Path(__file__).parents[2] / "careerbot" / "intents" / intent
    example = yaml.safe_load((folder / "en.yaml").read_text(encoding="utf-8"))["example"]

    answer, _ = adviser.respond(example, Memory())

    assert [query.intent for query in answer.queries] == [intent]


def test_every_statement_has_facts(adviser: Adviser) -> None:
    """An answer from the knowledge cites the facts it rests on, and all of them exist."""
    for question in QUESTIONS:
        answer, _ = adviser.respond(question, Memory())
        known = adviser.knowledge.facts.keys() | {source.id for source in adviser.knowledge.sources}
        assert set(answer.facts) <= known
        if answer.outcome == "answered":
            assert answer.facts, question
