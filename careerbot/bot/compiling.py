"""Makes the index that `compiled.py` keeps. Imports what only compiling needs: YAML, pydantic, numpy."""

import marshal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from careerbot.bot.understanding import decoding, names, spelling, topics
from careerbot.bot.understanding.decoding import Decoder, Spoken
from careerbot.bot.understanding.delexicalise import delexicalise
from careerbot.bot.understanding.entities import EntityFinder
from careerbot.bot.understanding.fitting import Example, fit
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.names import NameIndex
from careerbot.bot.understanding.router import UNKNOWN
from careerbot.bot.understanding.spelling import Speller
from careerbot.bot.understanding.text import Sentence, Token
from careerbot.intents import catalogue
from careerbot.intents.phrases import expand
from careerbot.intents.quiz.questions import unworded
from careerbot.intents.template import Compiled, compile_template
from careerbot.knowledge.load import Loaded, load
from careerbot.knowledge.plain import to_data
from careerbot.knowledge.problems import KnowledgeErrors, Problem
from careerbot.knowledge.yaml_nodes import read_yaml

UNDERSTANDING = Path(__file__).parent / "understanding"
SUBJECTS = frozenset({"{role}", "{skill}", "{topic}", "{title}"})
NOISE = 0.7
"""Weight of a phrase with an unknown word beside its subject: such a word alone puts nothing out of scope."""
MOST_WAYS = 6
"""Ways of asking taken from one phrase: more would teach the router its brackets, not the language."""


def compile_all(knowledge: Path, intents: Path, language: str) -> dict[str, Any]:
    """The index, all of it plain data. Raises KnowledgeErrors with every problem of every file."""
    problems: list[Problem] = []
    loaded: Loaded | None = None
    asked: dict[str, Any] = {}
    try:
        loaded = load(knowledge, language)
    except KnowledgeErrors as error:
        problems += [_under("knowledge", problem) for problem in error.problems]
    try:
        asked = catalogue.read(intents, language)
    except KnowledgeErrors as error:
        problems += [_under("intents", problem) for problem in error.problems]
    if loaded and not problems:
        problems += _unworded(loaded, asked, language)
    if problems or loaded is None:
        raise KnowledgeErrors(problems)
    common_words = (UNDERSTANDING / f"words.{language}.txt").read_text("utf-8")
    return _index(loaded, asked, _grammar(language), common_words)


def problems_in(knowledge: Path, intents: Path, language: str) -> list[Problem]:
    try:
        compile_all(knowledge, intents, language)
    except KnowledgeErrors as error:
        return list(error.problems)
    return []


def _unworded(loaded: Loaded, asked: dict[str, Any], language: str) -> Iterator[Problem]:
    """Questions and answers of the quiz that no wording asks."""
    replies = asked["intents"].get("quiz", {}).get("replies", {})
    for name in unworded(loaded.knowledge, replies):
        what = f'the reply "{name}" is missing, which judgement.quiz in knowledge/roles.yaml needs'
        yield Problem(f"intents/quiz/{language}.yaml", 1, 1, "replies", what, "Add it.")


def _under(folder: str, problem: Problem) -> Problem:
    return Problem(f"{folder}/{problem.file}", problem.line, problem.column, problem.key, problem.what, problem.fix)


def _grammar(language: str) -> dict[str, Any]:
    document = read_yaml(UNDERSTANDING / f"{language}.yaml", f"{language}.yaml")
    if document.problems:
        raise KnowledgeErrors(document.problems)
    data: dict[str, Any] = document.data  # type: ignore[assignment]
    return data


def _index(loaded: Loaded, asked: dict[str, Any], grammar_data: dict[str, Any], common_words: str) -> dict[str, Any]:
    knowledge = loaded.knowledge
    vocabulary = loaded.vocabulary.model_dump()
    grammar = Grammar.from_data(grammar_data)
    named = names.collect(vocabulary, {role.id: role.title for role in knowledge.roles})
    index = NameIndex(named)
    ignored = grammar.function_words | grammar.frame_words
    subjects = topics.collect(
        {id: fact.text for id, fact in knowledge.facts.items() if fact.kind not in ("pay", "position")},
        vocabulary["topics"],
        ignored,
    )
    phrases = [(intent, phrase) for intent, entry in asked["intents"].items() for phrase in entry["phrases"]]
    vocabulary_words = index.words() | grammar.words() | _spoken(phrases) | _topic_words(vocabulary["topics"])
    near_words = spelling.collect(vocabulary_words)
    asking = [(intent, _ways(phrase)) for intent, phrase in phrases]
    spoken = decoding.collect(way.split() for _, ways in asking for way in ways)
    decoder = Decoder(Speller(vocabulary_words, common_words, near_words), Spoken(spoken))
    examples = _merged(_examples(asking, EntityFinder(index, grammar, decoder), grammar))
    router = fit(examples)
    in_scope = frozenset(word for words, intent, _ in examples if intent != "out_of_scope" for word in words)
    return {
        "knowledge": to_data(knowledge),
        "names": named,
        "grammar": grammar_data,
        "topics": subjects,
        "ignored": ignored,
        "router": router,
        "in_scope": in_scope,
        "spelling": frozenset(vocabulary_words),
        "near_words": near_words,
        "spoken": spoken,
        "common_words": common_words,
        "skills": {id: entry["name"] for id, entry in vocabulary["skills"].items()},
        "nearest": {title: tuple(entry["nearest"]) for title, entry in vocabulary["titles"].items()},
        "programming": frozenset(vocabulary["programming"]),
        "ambiguous": {
            word: (tuple(entry["roles"]), tuple(entry["titles"]), tuple(entry["skills"]))
            for word, entry in vocabulary["ambiguous"].items()
        },
        "examples": {intent: entry["example"] for intent, entry in asked["intents"].items()},
        "wording": _wording(asked),
        "words": {**asked["common"]["words"], "numbers": asked["common"]["numbers"]},
        "phrases": marshal.dumps(phrases),
    }


def _examples(asking: list[tuple[str, list[str]]], finder: EntityFinder, grammar: Grammar) -> Iterator[Example]:
    """Ways of asking as the router will see messages: through the same entities and slots."""
    for intent, ways in asking:
        for way in ways:
            sentence = Sentence(tuple(Token(word, word) for word in way.split()), asks=False)
            words = delexicalise(finder.find(sentence), grammar.fillers)
            yield words, intent, len(ways) ** -0.5
            if way is ways[0] and intent != "out_of_scope" and any(word in SUBJECTS for word in words):
                yield [*words[:-1], UNKNOWN, words[-1]], intent, NOISE
                yield [*words, UNKNOWN], intent, NOISE
                yield [UNKNOWN, *words], intent, NOISE


def _ways(phrase: str) -> list[str]:
    """Some of the ways of asking that the phrase stands for."""
    ways = expand(phrase)
    return ways if len(ways) <= MOST_WAYS else [ways[number * len(ways) // MOST_WAYS] for number in range(MOST_WAYS)]


def _merged(examples: Iterator[Example]) -> list[Example]:
    """Each way of asking once, with the weight of all that come to it."""
    weights: dict[tuple[tuple[str, ...], str], float] = {}
    for words, intent, weight in examples:
        weights[tuple(words), intent] = weights.get((tuple(words), intent), 0.0) + weight
    return [(list(words), intent, weight) for (words, intent), weight in weights.items()]


def _spoken(phrases: list[tuple[str, str]]) -> frozenset[str]:
    return frozenset(word for _, phrase in phrases for way in expand(phrase) for word in way.split() if word.isalpha())


def _topic_words(listed: dict[str, tuple[str, ...]]) -> frozenset[str]:
    return frozenset(word for phrases in listed.values() for phrase in phrases for word in phrase.split())


def _wording(asked: dict[str, Any]) -> dict[str, dict[str, Compiled]]:
    wording = {"": {name: compile_template(text) for name, text in asked["common"]["replies"].items()}}
    for intent, entry in asked["intents"].items():
        texts = {**entry["replies"], "suggestion": entry["suggestion"]}
        wording[intent] = {name: compile_template(text) for name, text in texts.items()}
    return wording
