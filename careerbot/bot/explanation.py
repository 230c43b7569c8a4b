"""How a message was understood, for authors: readable lines, and data for tools."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from careerbot.bot.understanding.clauses import Clause
from careerbot.bot.understanding.reader import Reading
from careerbot.intents.base import Answer

TOP = 5


@dataclass(frozen=True, slots=True)
class Explanation:
    text: str
    reading: Reading
    answer: Answer
    closest: Mapping[str, str]
    """Question type -> its phrase that is most like the message."""

    def to_data(self) -> dict[str, Any]:
        return {
            "message": self.text,
            "clauses": [_clause(clause, self.closest) for clause in self.reading.clauses],
            "queries": [
                {
                    "intent": query.intent,
                    "roles": list(query.roles),
                    "titles": list(query.titles),
                    "skills": [*query.skills, *query.unlisted_skills],
                    "aspects": list(query.aspects),
                    "confidence": query.confidence,
                    "from_memory": list(query.from_memory),
                }
                for query in self.answer.queries
            ],
            "outcome": self.answer.outcome,
            "facts": list(self.answer.facts),
        }

    def lines(self) -> list[str]:
        data = self.to_data()
        lines = [f"message: {self.text}"]
        for clause in data["clauses"]:
            lines.append(f"├─ clause: {clause['words']}")
            lines += [f"│  ├─ spelling: {wrong} → {right}" for wrong, right in clause["spelling"]]
            lines += [
                f"│  ├─ {entity['kind']}: {entity['words']!r} → {entity['id']}{entity['manner']}"
                for entity in clause["entities"]
            ]
            lines += [f"│  ├─ topic: {topic['fact']} ({topic['score']})" for topic in clause["topics"]]
            lines.append(f"│  ├─ seen by the router: {clause['seen']}")
            for intent in clause["intents"]:
                closest = f'   closest phrase: "{intent["closest"]}"' if intent["closest"] else ""
                lines.append(f"│  │  {intent['probability']:.3f} {intent['intent']}{closest}")
        for query in data["queries"]:
            slots = ", ".join(
                f"{name}={'+'.join(query[name])}" for name in ("roles", "titles", "skills", "aspects") if query[name]
            )
            memory = f"; from memory: {', '.join(query['from_memory'])}" if query["from_memory"] else ""
            lines.append(f"├─ asked: {query['intent']} ({query['confidence']:.2f}) {slots}{memory}".rstrip())
        lines.append(f"└─ {data['outcome']}; facts: {', '.join(data['facts']) or 'none'}")
        return lines


def _clause(clause: Clause, closest: Mapping[str, str]) -> dict[str, Any]:
    entities = clause.entities
    return {
        "words": clause.text,
        "spelling": [list(pair) for pair in entities.corrections],
        "entities": [
            {
                "kind": name.kind,
                "words": mention.words,
                "id": name.id,
                "manner": f" ({name.manner})" if name.manner else "",
            }
            for mention in (*entities.mentions, *entities.aspects)
            for name in mention.names
        ],
        "topics": [{"fact": topic.fact, "score": round(topic.score, 2)} for topic in clause.topics[:TOP]],
        "seen": " ".join(clause.words),
        "intents": [
            {"intent": intent, "probability": round(probability, 3), "closest": closest.get(intent, "")}
            for intent, probability in clause.ranking[:TOP]
        ],
    }
