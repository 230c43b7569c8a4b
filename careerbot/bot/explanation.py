"""How a message was understood, station by station, for authors: a tree to read, and data for tools."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from careerbot.bot.folders import called
from careerbot.bot.memory import Memory
from careerbot.bot.rendering.wording import wording
from careerbot.bot.understanding.canonical import Canonical
from careerbot.bot.understanding.clauses import Clause
from careerbot.bot.understanding.evidence import Evidence
from careerbot.bot.understanding.line import Mention
from careerbot.bot.understanding.overrides import RULES
from careerbot.bot.understanding.reader import Reading
from careerbot.bot.understanding.settling import Step
from careerbot.intents.base import Answer, Profile, Query

TOP = 5
LABELS = wording(Path(__file__).with_name("explanation.en.yaml"))
_SLOTS = ("roles", "titles", "skills", "aspects")
_RULES = {rule.__name__: rule for rule in RULES}


class Node(NamedTuple):
    """A station, and what belongs to it."""

    label: str
    children: tuple["Node", ...] = ()
    kind: str = ""
    """message, clause, memory, asked, answered or nothing: what a renderer may give a style of its own."""


class Likeness(NamedTuple):
    """The name that words were taken for, and how like it they are, from 0 to 1."""

    matched: str
    score: float


@dataclass(frozen=True, slots=True)
class Understood:
    """What explaining needs of one turn."""

    text: str
    folded: tuple[str, ...]
    """The sentences after folding."""
    language: str
    """Of the mind that read it."""
    canonical: Canonical
    """Small words of that language, each with the one that rules look for."""
    before: Memory
    chosen: str | None
    """The decision that the message chose, being an offer typed word for word; nothing else was read then."""
    reading: Reading
    evidence: tuple[Evidence, ...]
    """One for each clause."""
    answer: Answer
    closest: Mapping[str, str]
    """Question type -> its phrase that is most like the message."""
    likeness: Mapping[str, Likeness]
    """Words of a mention -> what they are like."""
    facts: Mapping[str, str]
    """Id of a fact or source -> its text."""
    answered_in: Mapping[str, str]
    """Question type with a fixed reply -> its file."""


@dataclass(frozen=True, slots=True)
class Explanation:
    data: Mapping[str, Any]

    def to_data(self) -> dict[str, Any]:
        """For `--json`; docs/learning.md names the keys."""
        return dict(self.data)

    def tree(self) -> Node:
        data = self.data
        stations = [Node(LABELS["language"].format(language=data["language"]))]
        stations.append(Node(LABELS["folded"].format(text=" | ".join(data["folded"]))))
        if data["canonical"]:
            pairs = ", ".join(LABELS["one_canonical"].format(word=word, form=form) for word, form in data["canonical"])
            stations.append(Node(LABELS["canonical"].format(pairs=pairs)))
        if data["chosen"]:
            stations.append(Node(LABELS["chosen"].format(decision=data["chosen"])))
        stations += [_clause_node(clause) for clause in data["clauses"]]
        stations.append(_memory_node(data["memory"]))
        stations += [_asked_node(query) for query in data["queries"]]
        facts = tuple(Node(LABELS["fact"].format(**fact)) for fact in data["facts"])
        resting = LABELS["some_facts" if facts else "no_facts"]
        stations.append(Node(LABELS["answered"].format(outcome=data["outcome"], facts=resting), facts, "answered"))
        return Node(LABELS["message"].format(text=data["message"]), tuple(stations), "message")

    def lines(self) -> list[str]:
        """The tree in plain text."""
        root = self.tree()
        return [root.label, *_drawn(root.children, "")]

    def summary(self) -> str:
        """Why the answer is as it is, in a line."""
        data = self.data
        if data["chosen"]:
            return LABELS["summary_chosen"].format(decision=data["chosen"])
        parts = []
        for clause in data["clauses"]:
            parts.append(LABELS["summary_read"].format(seen=clause["seen"]))
            ranked = [f"{each['intent']} {each['probability']:.2f}" for each in clause["intents"][:3]]
            parts.append(LABELS["summary_intents"].format(intents=", ".join(ranked)))
            parts += [_step_label(step) for step in clause["steps"] if step["changed"]]
        given = data["memory"]["gave"]
        if given:
            parts.append(LABELS["summary_memory"].format(slots=", ".join(f"{each['slot']}" for each in given)))
        return "; ".join(parts)


def explained(seen: Understood) -> Explanation:
    queries = seen.answer.queries
    return Explanation(
        {
            "message": seen.text,
            "language": seen.language,
            "folded": list(seen.folded),
            "canonical": _canonical(seen),
            "chosen": seen.chosen,
            "clauses": []
            if seen.chosen
            else [
                _clause(clause, evidence, steps, seen)
                for clause, evidence, steps in _zipped(seen.reading, seen.evidence)
            ],
            "memory": {
                "before": _before(seen.before),
                "gave": list(_gave(queries)),
                "learned": {} if seen.chosen else _learned(seen.before.profile, seen.reading.profile),
            },
            "queries": [_query(query, seen.answered_in) for query in queries],
            "outcome": seen.answer.outcome,
            "facts": [{"id": fact, "text": seen.facts.get(fact, "")} for fact in seen.answer.facts],
        }
    )


# As data ------------------------------------------------------------------------------------------------------


def _zipped(reading: Reading, evidence: tuple[Evidence, ...]) -> Iterable[tuple[Clause, Evidence, tuple[Step, ...]]]:
    """A message in another language is not settled: its clauses have no steps."""
    steps = reading.steps or ((),) * len(reading.clauses)
    return zip(reading.clauses, evidence, steps, strict=True)


def _canonical(seen: Understood) -> list[list[str]]:
    """The words of the message that rules look for in another form."""
    words = dict.fromkeys(word for sentence in seen.folded for word in sentence.split())
    return [[word, seen.canonical[word]] for word in words if seen.canonical.get(word, word) != word]


def _clause(clause: Clause, evidence: Evidence, steps: tuple[Step, ...], seen: Understood) -> dict[str, Any]:
    entities = clause.entities
    return {
        "words": " ".join(word.original for word in entities.words) if seen.canonical else clause.text,
        "spelling": [list(pair) for pair in entities.corrections],
        "entities": [
            entity
            for mention in (*entities.mentions, *entities.aspects)
            for entity in _entities(mention, seen.likeness)
        ]
        + [
            {
                "kind": figure.kind,
                "words": " ".join(word.text for word in entities.words[figure.start : figure.end]),
                "id": str(figure.number or _amount(figure.amount)),
                "manner": "",
                "span": [figure.start + 1, figure.end],
                "matched": None,
                "score": 1.0,
            }
            for figure in entities.figures
        ],
        "referred": entities.referred,
        "topics": [{"fact": topic.fact, "score": round(topic.score, 2)} for topic in clause.topics[:TOP]],
        "seen": " ".join(clause.words),
        "intents": [
            {"intent": intent, "probability": round(probability, 3), "closest": seen.closest.get(intent, "")}
            for intent, probability in clause.ranking[:TOP]
        ],
        "evidence": {
            "careers": evidence.careers,
            "strangers": evidence.strangers,
            "content": evidence.content,
            "subject": evidence.subject,
        },
        "steps": list(_steps(steps)),
    }


def _entities(mention: Mention, likeness: Mapping[str, Likeness]) -> Iterable[dict[str, Any]]:
    like = likeness.get(mention.words)
    for name in mention.names:
        yield {
            "kind": name.kind,
            "words": mention.words,
            "id": name.id,
            "manner": name.manner,
            "span": [mention.start + 1, mention.end],
            "matched": like.matched if like else None,
            "score": round(like.score, 3) if like else None,
        }


def _amount(amount: Any) -> str:
    return "" if amount is None else "-".join(str(end) for end in (amount.low, amount.high) if end is not None)


def _steps(steps: tuple[Step, ...]) -> Iterable[dict[str, Any]]:
    before = ""
    for number, step in enumerate(steps):
        rule = _RULES.get(step.rule)
        why = (rule.__doc__ or "").strip().partition("\n")[0] if rule else ""
        yield {
            "stage": step.rule or step.stage,
            "rule": rule is not None,
            "intent": step.intent,
            "before": before,
            "confidence": round(step.confidence, 3),
            "changed": step.intent != before if number else step.stage != "router",
            "why": why,
        }
        before = step.intent


def _before(memory: Memory) -> dict[str, Any]:
    return {
        "turns": memory.turns,
        "asked": [{"intent": asked.intent, "roles": list(asked.roles)} for asked in memory.asked],
        "shown": list(memory.shown),
        "pending": list(memory.pending.options) if memory.pending else [],
    }


def _gave(queries: Iterable[Query]) -> Iterable[dict[str, Any]]:
    for query in queries:
        for slot in query.from_memory:
            value = getattr(query, slot, ())
            yield {"slot": slot, "values": [value] if isinstance(value, str) else [str(each) for each in value or ()]}


def _learned(before: Profile, after: Profile) -> dict[str, Any]:
    """What the message itself told of the person."""
    changed = {}
    for name in Profile.__dataclass_fields__:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            changed[name] = list(new) if isinstance(new, tuple) else new
    return changed


def _query(query: Query, answered_in: Mapping[str, str]) -> dict[str, Any]:
    return {
        "intent": query.intent,
        "roles": list(query.roles),
        "titles": list(query.titles),
        "skills": [*query.skills, *query.unlisted_skills],
        "aspects": list(query.aspects),
        "confidence": query.confidence,
        "from_memory": list(query.from_memory),
        "handler": called(Path(answered_in[query.intent]))
        if query.intent in answered_in
        else f"careerbot/intents/{query.intent}/handler.py",
    }


# As a tree ----------------------------------------------------------------------------------------------------


def _clause_node(clause: Mapping[str, Any]) -> Node:
    children = [Node(LABELS["spelling"].format(typed=typed, read=read)) for typed, read in clause["spelling"]]
    children += [_entity_node(entity, clause["referred"]) for entity in clause["entities"]]
    children += [Node(LABELS["topic"].format(**topic)) for topic in clause["topics"]]
    children.append(Node(LABELS["seen"].format(seen=clause["seen"])))
    children.append(Node(LABELS["intents"], tuple(_intent_node(each) for each in clause["intents"])))
    settled = [Node(LABELS["evidence"].format(evidence=", ".join(_evidence(clause["evidence"]))))]
    settled += [Node(_step_label(step)) for step in clause["steps"] if step["changed"]]
    children.append(Node(LABELS["settled"], tuple(settled)))
    return Node(LABELS["clause"].format(words=clause["words"]), tuple(children), "clause")


def _entity_node(entity: Mapping[str, Any], referred: bool) -> Node:
    first, last = entity["span"]
    score = ""
    if entity["matched"] is not None:
        score = LABELS["score"].format(score=entity["score"], matched=entity["matched"])
    elif entity["score"] is None:
        score = LABELS["referred"] if referred and entity["kind"] == "role" else LABELS["unlisted"]
    return Node(
        LABELS["entity"].format(
            kind=entity["kind"],
            words=entity["words"],
            span=first if first == last else f"{first}-{last}",
            id=entity["id"],
            manner=LABELS["manner"].format(manner=entity["manner"]) if entity["manner"] else "",
            score=score,
        )
    )


def _intent_node(intent: Mapping[str, Any]) -> Node:
    closest = LABELS["closest"].format(phrase=intent["closest"]) if intent["closest"] else ""
    return Node(LABELS["intent"].format(probability=intent["probability"], intent=intent["intent"], closest=closest))


def _evidence(evidence: Mapping[str, Any]) -> Iterable[str]:
    yield LABELS["careers" if evidence["careers"] else "no_careers"]
    yield LABELS["strangers"].format(strangers=evidence["strangers"], content=evidence["content"])
    if evidence["subject"]:
        yield LABELS["subject"].format(subject=evidence["subject"])


def _step_label(step: Mapping[str, Any]) -> str:
    stage = LABELS["stage_rule"].format(name=step["stage"]) if step["rule"] else LABELS[f"stage_{step['stage']}"]
    why = LABELS["why"].format(why=step["why"]) if step["why"] else ""
    template = LABELS["step" if step["before"] else "kept"]
    return template.format(
        stage=stage, before=step["before"], after=step["intent"], confidence=step["confidence"], why=why
    )


def _memory_node(memory: Mapping[str, Any]) -> Node:
    before = memory["before"]
    parts = [
        LABELS["last"].format(intent=asked["intent"], roles=", ".join(asked["roles"]) or LABELS["nobody"])
        for asked in before["asked"][-2:]
    ]
    if before["pending"]:
        parts.append(LABELS["pending"].format(options=", ".join(before["pending"])))
    children = [Node(LABELS["before"].format(before="; ".join(parts) or LABELS["nothing_before"]))]
    children += [
        Node(LABELS["gave"].format(slot=each["slot"], values=", ".join(each["values"]))) for each in memory["gave"]
    ]
    children += [
        Node(
            LABELS["learned"].format(name=name, value=", ".join(map(str, value)) if isinstance(value, list) else value)
        )
        for name, value in memory["learned"].items()
    ]
    return Node(LABELS["memory"], tuple(children), "memory")


def _asked_node(query: Mapping[str, Any]) -> Node:
    slots = "".join(f" {name}={'+'.join(query[name])}" for name in _SLOTS if query[name])
    handler = Node(LABELS["handler"].format(file=query["handler"]))
    label = LABELS["asked"].format(intent=query["intent"], confidence=query["confidence"], slots=slots)
    return Node(label, (handler,), "asked")


def _drawn(nodes: tuple[Node, ...], before: str) -> Iterable[str]:
    for number, node in enumerate(nodes, start=1):
        last = number == len(nodes)
        yield f"{before}{'└─ ' if last else '├─ '}{node.label}"
        yield from _drawn(node.children, before + ("   " if last else "│  "))
