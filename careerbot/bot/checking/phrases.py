"""Ways of asking: those that two question types claim, and those that their own would not win by itself."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from careerbot.bot import policy
from careerbot.bot.checking.left_out import Judged, LeftOut
from careerbot.bot.understanding.canonical import Canonical, said
from careerbot.bot.understanding.delexicalise import ARTICLES
from careerbot.bot.understanding.stemming import stem
from careerbot.intents.phrases import expand
from careerbot.knowledge.problems import Problem
from careerbot.knowledge.yaml_nodes import Document, Place
from careerbot.knowledge.yaml_text import quoted

OUT = "out_of_scope"
"""Lists what would be taken for something else: that it would be is no finding."""
Phrases = list[tuple[str, int, str]]
"""Question type, place in its file, phrase."""


def listed(documents: Mapping[str, Document]) -> Phrases:
    """Every phrase, in the order in which they are learnt."""
    return [
        (intent, int(place[-1]), str(phrase))
        for intent, document in documents.items()
        for place, phrase in document.each("phrases.*")
    ]


class Way(NamedTuple):
    """A way of asking, and the phrase that stands for it."""

    intent: str
    number: int
    phrase: str
    words: str
    document: Document

    @property
    def place(self) -> Place:
        return ("phrases", self.number)

    @property
    def is_below(self) -> bool:
        """It stands in the files that an author's are laid over."""
        return self.document.is_below(self.place)


def claimed_twice(documents: Mapping[str, Document], canonical: Canonical) -> Iterator[Problem]:
    """Phrases of two question types that stand for the same way of asking, or practically the same."""
    first: dict[tuple[str, ...], Way] = {}
    told: set[tuple[str, int, str]] = set()
    for intent, number, phrase in listed(documents):
        for words in expand(phrase):
            seen = said(words.lower(), canonical).split()
            way = Way(intent, number, phrase, words, documents[intent])
            # Endings are cut as in English: in another language they tell "wie geht das" from "wie gehts".
            key = tuple(word if canonical else stem(word) for word in seen if word not in ARTICLES)
            other = first.setdefault(key, way)
            if other.intent == intent or not seen:
                continue
            mine, theirs = (other, way) if way.is_below and not other.is_below else (way, other)
            if (mine.intent, mine.number, theirs.intent) not in told:
                told.add((mine.intent, mine.number, theirs.intent))
                yield _claimed(mine, theirs)


def _claimed(mine: Way, theirs: Way) -> Problem:
    where = theirs.document.where(theirs.place)
    fix = f"Decide which is meant, and take it out of the other: {mine.intent} or {theirs.intent}."
    if theirs.is_below and not mine.is_below:
        line = f"phrases: {{not: [{quoted(theirs.phrase)}]}}"
        fix = f"Leave it out here, or take it out of there: write {line} in {theirs.document.file}."
    if mine.words == theirs.words:
        what = f'"{mine.words}" is also claimed by {theirs.intent} ({where})'
        return mine.document.problem(mine.place, what, fix, "warning", "claimed-twice")
    what = f'"{mine.words}" is as good as "{theirs.words}", which {theirs.intent} claims ({where})'
    return mine.document.problem(mine.place, what, fix, "warning", "claimed-alike")


def lost(documents: Mapping[str, Document], left_out: LeftOut) -> Iterator[Problem]:
    """Phrases that another question type wins: as they are listed, or surely if they were not."""
    phrases = listed(documents)
    laid = any(document.elsewhere for document in documents.values())
    judged: dict[int, list[Judged]] = {}
    for each in left_out.judged():
        judged.setdefault(each.phrase, []).append(each)
    for number, found in judged.items():
        intent, place, phrase = phrases[number]
        document = documents[intent]
        at = ("phrases", place)
        if all(each.listed != intent for each in found):
            what = f'"{phrase}" is taken for {found[0].listed}, though it is listed here'
            yield document.problem(at, what, _fix(intent, found[0].listed), "warning", "phrase-lost")
        elif intent != OUT and _is_alone(intent, found, document, laid and not document.is_below(at)):
            what = f'"{phrase}" would be taken for {found[0].winner} if it were not listed here'
            yield document.problem(at, what, _fix(intent, found[0].winner), "warning", "phrase-alone")


def _is_alone(intent: str, found: list[Judged], document: Document, own: bool) -> bool:
    """Whether all that keeps a phrase from another question type is that it is listed.

    Of `own` phrases, laid over those of others, an author wants to know that; of those that are added to a question
    type sooner still. Where nothing lies below, it is worth a look only if listing the phrase barely helps: what is
    rare is what lists are for.
    """
    sure = policy.SURE if own and document.elsewhere else policy.CERTAIN
    lost = all(each.winner != intent and each.highest >= sure for each in found)
    return lost and (own or any(each.held < policy.SURE for each in found))


def _fix(intent: str, other: str) -> str:
    if other == OUT:
        return f"List more ways of asking like it under {intent}."
    return f"Move it to {other} if that is meant; otherwise list more ways of asking like it under {intent}."


def kept_alone(left_out: LeftOut, documents: Mapping[str, Document]) -> tuple[int, int]:
    """How many phrases their own question type would win if they were not listed, and of how many."""
    phrases = listed(documents)
    won = {each.phrase for each in left_out.judged() if each.winner == phrases[each.phrase][0]}
    return len(won), len({each.phrase for each in left_out.judged()})
