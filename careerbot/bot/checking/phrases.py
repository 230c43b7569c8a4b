"""Ways of asking: those that two question types claim, and those that their own would not win by itself."""

from collections.abc import Iterator, Mapping

from careerbot.bot import policy
from careerbot.bot.checking.left_out import Judged, LeftOut
from careerbot.bot.understanding.delexicalise import ARTICLES
from careerbot.bot.understanding.stemming import stem
from careerbot.intents.phrases import expand
from careerbot.knowledge.problems import Problem
from careerbot.knowledge.yaml_nodes import Document

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


def claimed_twice(documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Phrases of two question types that stand for the same way of asking, or practically the same."""
    first: dict[tuple[str, ...], tuple[str, int, str]] = {}
    told: set[tuple[str, int, str]] = set()
    for intent, number, phrase in listed(documents):
        for way in expand(phrase):
            words = tuple(stem(word) for word in way.lower().split() if word not in ARTICLES)
            other, place, said = first.setdefault(words, (intent, number, way))
            if other == intent or (intent, number, other) in told or not words:
                continue
            told.add((intent, number, other))
            where = documents[other].where(("phrases", place))
            fix = f"Decide which is meant, and take it out of the other: {intent} or {other}."
            if said == way:
                what = f'"{way}" is also claimed by {other} ({where})'
                yield documents[intent].problem(("phrases", number), what, fix, "warning", "claimed-twice")
            else:
                what = f'"{way}" is as good as "{said}", which {other} claims ({where})'
                yield documents[intent].problem(("phrases", number), what, fix, "warning", "claimed-alike")


def lost(documents: Mapping[str, Document], left_out: LeftOut) -> Iterator[Problem]:
    """Phrases that another question type wins: as they are listed, or surely if they were not."""
    phrases = listed(documents)
    judged: dict[int, list[Judged]] = {}
    for each in left_out.judged():
        judged.setdefault(each.phrase, []).append(each)
    for number, found in judged.items():
        intent, place, _ = phrases[number]
        document = documents[intent]
        at = ("phrases", place)
        if all(each.listed != intent for each in found):
            what = f'"{" ".join(found[0].words)}" is taken for {found[0].listed}, though it is listed here'
            yield document.problem(at, what, _fix(intent, found[0].listed), "warning", "phrase-lost")
        elif intent != OUT and all(each.winner != intent and each.highest >= _sure(document, at) for each in found):
            what = f'"{" ".join(found[0].words)}" would be taken for {found[0].winner} if it were not listed here'
            yield document.problem(at, what, _fix(intent, found[0].winner), "warning", "phrase-alone")


def _sure(document: Document, place: tuple[str, int]) -> float:
    """How sure the other question type has to be: of one's own phrases an author wants to know sooner."""
    own = bool(document.elsewhere) and place not in document.elsewhere
    return policy.SURE if own else policy.CERTAIN


def _fix(intent: str, other: str) -> str:
    return f"Move it to {other} if that is meant; otherwise list more ways of asking like it under {intent}."


def kept_alone(left_out: LeftOut, documents: Mapping[str, Document]) -> tuple[int, int]:
    """How many phrases their own question type would win if they were not listed, and of how many."""
    phrases = listed(documents)
    won = {each.phrase for each in left_out.judged() if each.winner == phrases[each.phrase][0]}
    return len(won), len({each.phrase for each in left_out.judged()})
