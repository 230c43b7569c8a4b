"""What one language needs: a reader of messages and the answering in its words, from the compiled index."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from careerbot.bot.answering import Answering
from careerbot.bot.understanding.clauses import ClauseReader
from careerbot.bot.understanding.decoding import Decoder
from careerbot.bot.understanding.entities import EntityFinder
from careerbot.bot.understanding.evidence import EvidenceReader
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.names import NameIndex
from careerbot.bot.understanding.reader import Reader, Reading
from careerbot.bot.understanding.router import Router
from careerbot.bot.understanding.settling import Settler
from careerbot.bot.understanding.spelling import Speller
from careerbot.bot.understanding.spoken import Spoken
from careerbot.bot.understanding.titles import CUTOFF
from careerbot.bot.understanding.topics import TopicIndex
from careerbot.intents.wording import ALL_ROLES, Wording
from careerbot.knowledge.plain import from_data

if TYPE_CHECKING:
    from careerbot.bot.explanation import Likeness
    from careerbot.bot.understanding.lexicon import Lexicon


class Mind:
    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        knowledge = from_data(data["knowledge"])
        self.answering = Answering(
            knowledge=knowledge,
            wording=Wording(data["wording"], data["words"], {ALL_ROLES: len(knowledge.roles)}),
            skills=data["skills"],
            nearest=data["nearest"],
            programming=data["programming"],
            ambiguous=data["ambiguous"],
            examples=data["examples"],
            rests_on=data["fixed"],
        )
        self.grammar = Grammar.from_data(data["grammar"])
        self.index = NameIndex(data["names"])
        self.common_words: str = data["common_words"]
        speller = Speller(data["spelling"], self.common_words, data["near_words"])
        spoken = Spoken(data["spoken"])
        self.rarity = spoken.rarity
        self.decoder = Decoder(speller, spoken)
        finder = EntityFinder(self.index, self.grammar, self.decoder)
        clauses = ClauseReader(
            finder, TopicIndex(data["topics"], data["ignored"]), Router(data["router"]), self.grammar
        )
        kinds = {id: (fact.kind, fact.role) for id, fact in knowledge.facts.items()}
        evidence = EvidenceReader(data["in_scope"], self.grammar, kinds, self.decoder)
        settler = Settler(evidence, self.grammar, frozenset(data["fixed"]))
        self.reader = Reader(clauses, settler, self.grammar)

    @property
    def answered_in(self) -> Mapping[str, str]:
        """The file of each question type with a fixed reply."""
        files: Mapping[str, str] = self.data["answered_in"]
        return files

    @cached_property
    def known(self) -> frozenset[str]:
        """Ids of all roles and skills."""
        return frozenset((*(role.id for role in self.answering.knowledge.roles), *self.answering.skills))

    @cached_property
    def lexicon(self) -> "Lexicon":
        """Which words it knows."""
        from careerbot.bot.understanding.lexicon import Lexicon  # late: answers do not need it
        from careerbot.bot.understanding.word_list import WordList

        return Lexicon(self.index, self.grammar, WordList(self.common_words), self.decoder)

    def closest(self, reading: Reading) -> dict[str, str]:
        """For each question type that came close, the phrase most like the message."""
        from marshal import loads

        from rapidfuzz import fuzz, process

        phrases: list[tuple[str, str]] = loads(self.data["phrases"])  # noqa: S302  our own index
        found: dict[str, str] = {}
        for clause in reading.clauses:
            for intent, _ in clause.ranking[:5]:
                own = [phrase for name, phrase in phrases if name == intent]
                best = process.extractOne(" ".join(clause.words), own, scorer=fuzz.ratio)
                if best and intent not in found:
                    found[intent] = best[0]
        return found

    def likeness(self, reading: Reading) -> "dict[str, Likeness]":
        """For the words of each mention, the name they were taken for."""
        from careerbot.bot.explanation import Likeness

        found = {}
        for clause in reading.clauses:
            for mention in (*clause.entities.mentions, *clause.entities.aspects):
                if like := self.index.like(mention.words, CUTOFF):
                    found[mention.words] = Likeness(*like)
        return found
