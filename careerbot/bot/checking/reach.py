"""What the bot offers and knows, tried out: examples and suggestions lead where they should, and every fact is told."""

from collections.abc import Iterator, Mapping

from rapidfuzz import fuzz, process

from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.intents.base import Answer
from careerbot.intents.phrases import expand
from careerbot.knowledge.agreement import Files
from careerbot.knowledge.base import Fact
from careerbot.knowledge.fact_ids import GENERAL_KINDS, ROLE_KINDS
from careerbot.knowledge.problems import Problem
from careerbot.knowledge.translation import MADE
from careerbot.knowledge.yaml_nodes import Document, Place


class Reach:
    """Asks everything that the files themselves offer to ask."""

    def __init__(self, adviser: Adviser, files: Files, documents: Mapping[str, Document]) -> None:
        self._adviser = adviser
        self._files = files
        self._documents = documents
        self._told: set[str] = set()
        """Facts that some answer rests on."""

    def problems(self) -> Iterator[Problem]:
        yield from self._examples()
        yield from self._suggestions()
        yield from self._untold()

    def _examples(self) -> Iterator[Problem]:
        for intent, document in self._documents.items():
            example = str(document.at(("example",)))
            asked = self._ask(example)
            if asked != [intent]:
                what = f'the example "{example}" is taken for {" and ".join(asked)}, not {intent}'
                fix = "List ways of asking like it under phrases:, or give an example that is asked like those."
                found = document.problem(("example",), what, fix, "error", "example-lost")
                yield self._by_an_author(found, document, ("example",), example, intent, asked) or found

    def _suggestions(self) -> Iterator[Problem]:
        """Everything that is offered under an answer, typed as it stands there."""
        offers: dict[tuple[str, str], Memory] = {}
        for answer, memory in list(self._answers()):
            for offer in answer.suggestions:
                offers.setdefault((offer.text, offer.decision), memory)
        told: set[str] = set()
        for (text, decision), memory in offers.items():
            intent = decision.partition(":")[0]
            typed, _ = self._adviser.respond(text, memory)
            self._told.update(typed.facts)
            asked = [query.intent for query in typed.queries]
            if asked != [intent] and intent not in told and intent in self._documents:
                told.add(intent)
                document = self._documents[intent]
                place = _suggestion(document, intent, decision)
                what = f'"{text}" is offered for {intent}, and taken for {" and ".join(asked)} when typed'
                fix = "Word it like a phrase of its question type, or list it there."
                found = document.problem(place, what, fix, "error", "suggestion-lost")
                yield self._by_an_author(found, document, place, text, intent, asked) or found

    def _by_an_author(
        self, found: Problem, document: Document, place: Place, text: str, intent: str, asked: list[str]
    ) -> Problem | None:
        """What this program offers was well until an author's phrase took it: then that phrase is to be mended."""
        if not document.is_below(place):
            return None
        ways = {
            way: (other, at)
            for other in asked
            for at, phrase in self._documents[other].each("phrases.*")
            if other != intent and not self._documents[other].is_below(at)
            for way in expand(str(phrase))
        }
        seen = self._adviser.mind(None).reader.read(text, Memory()).clauses  # as the router sees it
        words = " ".join(word for clause in seen for word in clause.words)
        near = process.extractOne(words, list(ways), processor=str.lower, scorer=fuzz.ratio)
        if near is None:
            return None
        other, at = ways[near[0]]
        what = f'since this phrase, what {intent} offers is taken for {other}: "{text}" ({document.where(place)})'
        fix = f"Leave it out, or say it in words that {intent} does not use."
        return self._documents[other].problem(at, what, fix, "error", found.rule)

    def _answers(self) -> Iterator[tuple[Answer, Memory]]:
        for intent in self._documents:
            for role in (None, *self._adviser.knowledge.roles):
                answer, memory = self._adviser.decide(f"{intent}:{role.id if role else ''}", Memory())
                yield answer, memory
        for intent in self._documents:
            yield self._adviser.respond(self._adviser.example(intent), Memory())

    def _untold(self) -> Iterator[Problem]:
        """Facts that no answer rests on, though it was asked for everything that is offered, and for them by name."""
        vocabulary = self._files.vocabulary
        for id, fact in self._adviser.knowledge.facts.items():
            topics = vocabulary.at(("topics", id))
            if not self._is_worded(id, fact):
                continue
            phrases = [str(topic) for topic in topics] if isinstance(topics, list) else []
            for words in (*phrases, *(f"who does {each}" for each in phrases), fact.text):
                if id in self._told:
                    break
                self._ask(words)
            if id not in self._told:
                fix = f"Add words that people use for it to {vocabulary.file}, under topics: {id}: [...]."
                document, place = self._files.roles, _place(self._files.roles, id)
                yield document.problem(place, f"no question leads to the fact {id}", fix, "warning", "fact-unreached")

    def _is_worded(self, id: str, fact: Fact) -> bool:
        """Whether it has a text in this language. If not, that is told by `languages.py`."""
        texts = self._files.texts
        return texts is None or fact.kind in MADE or texts.at(("texts", id)) is not None

    def _ask(self, text: str) -> list[str]:
        answer, _ = self._adviser.respond(text, Memory())
        self._told.update(answer.facts)
        return [query.intent for query in answer.queries]


def _suggestion(document: Document, intent: str, decision: str) -> Place:
    """Where the wording of this offer stands: a condition on a skill has its own."""
    other = ("replies", "suggestion_skill")
    return other if intent == "filter" and decision.partition(":")[2] and document.at(other) else ("suggestion",)


def _place(roles: Document, fact: str) -> Place:
    owner, kind, *rest = [*fact.split("."), ""]
    keys = {kind: key for key, kind in (ROLE_KINDS | GENERAL_KINDS).items()}
    if owner == "general":
        pattern = f"general.{keys.get(kind, kind)}.*.id"
        return next((place[:-1] for place, id in roles.each(pattern) if id == rest[0]), ("general",))
    role = next((place[:-1] for place, id in roles.each("roles.*.id") if id == owner), ("roles",))
    if kind in keys:
        lines = roles.at((*role, keys[kind]))
        for number, line in enumerate(lines if isinstance(lines, list) else []):
            if isinstance(line, dict) and line.get("id") == rest[0]:
                return (*role, keys[kind], number)
    return (*role, "pay" if kind.startswith("pay") else kind)
