"""Makes the index that `compiled.py` keeps. Imports what only compiling needs: YAML, pydantic, numpy."""

import marshal
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from careerbot.bot.built_in import INTENTS, KNOWLEDGE, LANGUAGE, LANGUAGES
from careerbot.bot.folders import called
from careerbot.bot.understanding import names, spelling, spoken, topics
from careerbot.bot.understanding.canonical import Canonical, brought, said
from careerbot.bot.understanding.decoding import Decoder
from careerbot.bot.understanding.delexicalise import delexicalise
from careerbot.bot.understanding.entities import EntityFinder
from careerbot.bot.understanding.fitting import Example, Learned, Onlooker, fit
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.letters import likelihoods
from careerbot.bot.understanding.names import NameIndex
from careerbot.bot.understanding.router import UNKNOWN
from careerbot.bot.understanding.speaking import NOT_SPOKEN, signs_of
from careerbot.bot.understanding.spelling import Speller
from careerbot.bot.understanding.spoken import Spoken
from careerbot.bot.understanding.text import Sentence, Token, fold
from careerbot.intents import catalogue
from careerbot.intents.catalogue import Asked
from careerbot.intents.phrases import expand
from careerbot.intents.quiz.questions import unworded
from careerbot.intents.template import Compiled, compile_template
from careerbot.knowledge import load
from careerbot.knowledge.agreement import Files
from careerbot.knowledge.load import Loaded, loaded, read_files
from careerbot.knowledge.overlay import stands_alone
from careerbot.knowledge.plain import to_data
from careerbot.knowledge.problems import KnowledgeErrors, Problem, did_you_mean
from careerbot.knowledge.yaml_nodes import read_yaml

UNDERSTANDING = Path(__file__).parent / "understanding"
SUBJECTS = frozenset({"{role}", "{skill}", "{topic}", "{title}"})
NOISE = 0.7
"""Weight of a phrase with an unknown word beside its subject: such a word alone puts nothing out of scope."""
MOST_WAYS = 6
"""Ways of asking taken from one phrase: more would teach the router its brackets, not the language."""


class Sources(NamedTuple):
    """The files that authors write, each laid over the one of this program where it does not stand alone."""

    knowledge: Files
    intents: Asked
    languages: tuple[str, ...] = (LANGUAGE,)
    """Those that both of them have."""


class Study(Protocol):
    """Watches how the router learns the phrases."""

    def onlooker(self, taught: "Taught") -> Onlooker:
        """What sees the steps of the fit."""

    def learned(self, learned: Learned) -> None:
        """What came of it."""


class Taught(NamedTuple):
    """What the router learns from."""

    phrases: list[tuple[str, str]]
    """Question type and phrase."""
    examples: list[Example]
    brought_by: list[tuple[int, ...]]
    """Of each example the phrases that bring it, as numbers."""
    ways: list[list[tuple[str, ...]]]
    """Of each phrase its ways of asking, as the router sees them."""


def read_sources(knowledge: Path, intents: Path, language: str) -> Sources:
    return Sources(
        read_files(knowledge, language, KNOWLEDGE, called),
        catalogue.read_files(intents, language, INTENTS, called),
        languages_of(knowledge, intents),
    )


def languages_of(knowledge: Path, intents: Path) -> tuple[str, ...]:
    """The usual language, and the others that these folders have, by themselves or from what they are laid over."""
    alone = (
        stands_alone(knowledge / load.ALONE[0], load.ALONE[1]),
        stands_alone(intents / f"{LANGUAGE}.yaml", catalogue.ALONE),
    )

    def is_spoken(language: str) -> bool:
        named = (knowledge / "vocabulary" / f"{language}.yaml").exists() or not alone[0]
        return named and ((intents / f"{language}.yaml").exists() or not alone[1])

    return tuple(language for language in LANGUAGES if language == LANGUAGE or is_spoken(language))


def compile_all(knowledge: Path, intents: Path, language: str) -> dict[str, Any]:
    """The index, all of it plain data. Raises KnowledgeErrors with every problem of every file."""
    return compile_sources(read_sources(knowledge, intents, language), language)


def compile_sources(sources: Sources, language: str, study: Study | None = None) -> dict[str, Any]:
    """The same of files that are read already; `study` watches how the router learns."""
    problems = problems_in(sources)
    if problems:
        raise KnowledgeErrors(problems)
    told, asked = loaded(sources.knowledge), catalogue.checked(sources.intents)
    index = _index(told, asked, grammar_of(language), _common_words(language), study)
    fixed = {
        name: Path(document.file_of(("replies", "reply"))).absolute().as_posix()
        for name, document in sources.intents.intents.items()
        if not catalogue.has_handler(name)
    }
    names = [*(role.title for role in told.knowledge.roles), *index["skills"].values()]
    return {**index, **_told_apart(sources.languages, names), "answered_in": fixed}


def problems_in(sources: Sources) -> list[Problem]:
    """What is wrong with the files by their schema, and with each other."""
    problems: list[Problem] = []
    told: Loaded | None = None
    asked: dict[str, Any] | None = None
    try:
        told = loaded(sources.knowledge)
    except KnowledgeErrors as error:
        problems += error.problems
    try:
        asked = catalogue.checked(sources.intents)
    except KnowledgeErrors as error:
        problems += error.problems
    if told and asked:
        problems += _unknown_facts(sources.intents, told)
        problems += _unworded(sources.intents, told, asked)
    return problems


def _unworded(intents: Asked, told: Loaded, asked: dict[str, Any]) -> Iterator[Problem]:
    """Questions and answers of the quiz that no wording asks."""
    document = intents.intents.get("quiz")
    if document is None:
        return
    for name in unworded(told.knowledge, asked["intents"]["quiz"]["replies"]):
        what = f'the reply "{name}" is missing, which judgement.quiz in knowledge/roles.yaml needs'
        yield document.addition(("replies",), what, "Add it.")


def _unknown_facts(intents: Asked, told: Loaded) -> Iterator[Problem]:
    for document in intents.intents.values():
        for place, fact in document.each("facts.*"):
            if fact not in told.knowledge.facts:
                fix = f"{did_you_mean(str(fact), told.knowledge.facts)}Facts are <role>.<duty|skill|reason|note>.<id>."
                yield document.problem(place, f'there is no fact "{fact}"', fix)


def grammar_of(language: str) -> dict[str, Any]:
    document = read_yaml(UNDERSTANDING / f"{language}.yaml", f"{language}.yaml")
    if document.problems:
        raise KnowledgeErrors(document.problems)
    data: dict[str, Any] = document.data  # type: ignore[assignment]
    return data


def _index(
    loaded: Loaded, asked: dict[str, Any], grammar_data: dict[str, Any], common_words: str, study: Study | None
) -> dict[str, Any]:
    knowledge = loaded.knowledge
    grammar = Grammar.from_data(grammar_data)
    vocabulary = _in_our_words(loaded.vocabulary.model_dump(), grammar)
    named = names.collect(vocabulary, {role.id: role.title for role in knowledge.roles})
    index = NameIndex(named)
    ignored = grammar.function_words | grammar.frame_words
    subjects = topics.collect(
        {
            id: said(fact.text, grammar.canonical)
            for id, fact in knowledge.facts.items()
            if fact.kind not in ("pay", "position")
        },
        vocabulary["topics"],
        ignored,
    )
    phrases = [(intent, phrase) for intent, entry in asked["intents"].items() for phrase in entry["phrases"]]
    vocabulary_words = (
        index.words() | grammar.words() | _spoken(phrases, grammar.canonical) | _topic_words(vocabulary["topics"])
    )
    near_words = spelling.collect(vocabulary_words)
    asking = [(intent, [said(way, grammar.canonical) for way in _ways(phrase)]) for intent, phrase in phrases]
    short = {form: meant for form, meant in grammar.rewrites.items() if form.isalpha()}
    said_often = spoken.collect((way.split() for _, ways in asking for way in ways), index.by_slot(), short)
    decoder = Decoder(Speller(vocabulary_words, common_words, near_words), Spoken(said_often))
    taught = _taught(phrases, asking, EntityFinder(index, grammar, decoder), grammar)
    router, learned = fit(taught.examples, study.onlooker(taught) if study else None)
    if study:
        study.learned(learned)
    in_scope = frozenset(word for words, intent, _ in taught.examples if intent != "out_of_scope" for word in words)
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
        "spoken": said_often,
        "common_words": common_words,
        "skills": {id: entry.name for id, entry in loaded.vocabulary.skills.items()},
        "nearest": {title: tuple(entry["nearest"]) for title, entry in vocabulary["titles"].items()},
        "programming": frozenset(vocabulary["programming"]),
        "ambiguous": {
            word: (tuple(entry["roles"]), tuple(entry["titles"]), tuple(entry["skills"]))
            for word, entry in vocabulary["ambiguous"].items()
        },
        "fixed": {
            intent: tuple(entry["facts"])
            for intent, entry in asked["intents"].items()
            if not catalogue.has_handler(intent)
        },
        "examples": {intent: entry["example"] for intent, entry in asked["intents"].items()},
        "wording": _wording(asked),
        "words": {**asked["common"]["words"], "numbers": asked["common"]["numbers"]},
        "phrases": marshal.dumps(phrases),
    }


def _in_our_words(vocabulary: dict[str, Any], grammar: Grammar) -> dict[str, Any]:
    """Names with their small words as messages have them. Ids, and names that are shown, stay.

    What is a name in the language below and a small word in this one ("über", "Uber") is none.
    """
    canonical = grammar.canonical
    if not canonical:
        return vocabulary

    def names(listed: tuple[dict[str, Any], ...]) -> tuple[dict[str, Any], ...]:
        return tuple({**name, "name": said(name["name"], canonical)} for name in listed)

    small = grammar.function_words
    phrases = {
        part: {
            id: tuple(name for name in brought(listed, canonical) if name not in small)
            for id, listed in vocabulary[part].items()
        }
        for part in ("aspects", "topics")
    }
    roles = {
        role: {manner: names(listed) for manner, listed in entry.items()} for role, entry in vocabulary["roles"].items()
    }
    titles = {
        title: {
            **entry,
            "also": tuple(name for name in names(entry["also"]) if name["name"] not in small),
        }
        for title, entry in vocabulary["titles"].items()
    }
    heads = {part: brought(vocabulary[part], canonical) for part in ("title_heads", "title_modifiers")}
    return {**vocabulary, **phrases, **heads, "roles": roles, "titles": titles}


def _told_apart(languages: tuple[str, ...], names: Iterable[str]) -> dict[str, Any]:
    """What tells these languages from each other: everyday words that one of them has, and their letters.

    Words of names tell nothing: whoever asks in German says "Data Scientist" too.
    """
    grammars = {language: grammar_of(language) for language in languages}
    common = {language: set(_common_words(language).split()) for language in languages}
    words = {}
    for language, grammar in grammars.items():
        others = set().union(*(own for other, own in common.items() if other != language))
        words[language] = _small_words(grammar) | (_cue_words(grammar) - others)
    strange = {fold(word) for data in grammars.values() for word in data["other_languages"]}
    of_names = frozenset(fold(word) for name in names for word in name.split())
    signs = signs_of({**words, NOT_SPOKEN: strange})
    return {
        "signs": {language: own - of_names for language, own in signs.items()},
        "letters": likelihoods({language: sorted(own - of_names) for language, own in words.items()}),
        "named_words": of_names,
    }


def _small_words(grammar: dict[str, Any]) -> set[str]:
    """Words that whoever speaks this language says, whatever about: "die" is one, though English has it too."""
    parts = ("rewrites", "function_words", "question_words", "career_words", "fragment_words", "yes_no", "yes", "no")
    return {fold(word) for part in parts for phrase in grammar[part] for word in phrase.split()}


def _cue_words(grammar: dict[str, Any]) -> set[str]:
    """Words of the phrases that rules look for, not all of them small: "fair" is one in German."""
    phrases = [*grammar.get("canonical", ()), *(phrase for cue in grammar["cues"].values() for phrase in cue)]
    return {fold(word) for phrase in phrases for word in phrase.split()}


def _common_words(language: str) -> str:
    """Words that this language has, a line each."""
    return (UNDERSTANDING / f"words.{language}.txt").read_text("utf-8")


def _taught(
    phrases: list[tuple[str, str]], asking: list[tuple[str, list[str]]], finder: EntityFinder, grammar: Grammar
) -> Taught:
    """Ways of asking as the router will see messages: through the same entities and slots, each once."""
    weights: dict[tuple[tuple[str, ...], str], float] = {}
    brought_by: dict[tuple[tuple[str, ...], str], set[int]] = {}
    seen: list[list[tuple[str, ...]]] = []
    for number, (intent, ways) in enumerate(asking):
        seen.append([])
        for way in ways:
            sentence = Sentence(tuple(Token(word, word) for word in way.split()), asks=False)
            words = delexicalise(finder.find(sentence), grammar.fillers)
            taught = [(words, len(ways) ** -0.5)]
            if way is ways[0] and intent != "out_of_scope" and any(word in SUBJECTS for word in words):
                noisy = [*words[:-1], UNKNOWN, words[-1]], [*words, UNKNOWN], [UNKNOWN, *words]
                taught += [(each, NOISE) for each in noisy]
            for each, weight in taught:
                example = tuple(each), intent
                weights[example] = weights.get(example, 0.0) + weight
                brought_by.setdefault(example, set()).add(number)
            seen[-1].append(tuple(words))
    return Taught(
        phrases,
        [(list(words), intent, weight) for (words, intent), weight in weights.items()],
        [tuple(sorted(numbers)) for numbers in brought_by.values()],
        [list(dict.fromkeys(ways)) for ways in seen],
    )


def _ways(phrase: str) -> list[str]:
    """Some of the ways of asking that the phrase stands for."""
    ways = expand(phrase)
    return ways if len(ways) <= MOST_WAYS else [ways[number * len(ways) // MOST_WAYS] for number in range(MOST_WAYS)]


def _spoken(phrases: list[tuple[str, str]], canonical: Canonical) -> frozenset[str]:
    ways = (said(way, canonical) for _, phrase in phrases for way in expand(phrase))
    return frozenset(word for way in ways for word in way.split() if word.isalpha())


def _topic_words(listed: dict[str, tuple[str, ...]]) -> frozenset[str]:
    return frozenset(word for phrases in listed.values() for phrase in phrases for word in phrase.split())


def _wording(asked: dict[str, Any]) -> dict[str, dict[str, Compiled]]:
    wording = {"": {name: compile_template(text) for name, text in asked["common"]["replies"].items()}}
    for intent, entry in asked["intents"].items():
        texts = {**entry["replies"], "suggestion": entry["suggestion"]}
        wording[intent] = {name: compile_template(text) for name, text in texts.items()}
    return wording
