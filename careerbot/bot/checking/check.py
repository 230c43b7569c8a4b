"""`careerbot check`: everything that can be found wrong with knowledge and question types before anybody asks.

files -> schema, ids, names (errors stop here) -> wording, claims, names -> [fit] -> phrases, suggestions, facts

All of it is done in each language that there is.
"""

from pathlib import Path
from typing import NamedTuple

from careerbot.bot.built_in import INTENTS, KNOWLEDGE, LANGUAGE
from careerbot.bot.checking import conversations, languages, names, phrases, wording
from careerbot.bot.checking.left_out import LeftOut
from careerbot.bot.checking.reach import Reach
from careerbot.bot.checking.strays import strays
from careerbot.bot.compiled import keep
from careerbot.bot.compiling import Sources, compile_sources, grammar_of, problems_in, read_sources
from careerbot.bot.conversation import Adviser
from careerbot.bot.folders import called
from careerbot.knowledge.load import loaded
from careerbot.knowledge.problems import KnowledgeErrors, Problem


class Checked(NamedTuple):
    problems: tuple[Problem, ...]
    """By file and line."""
    roles: int = 0
    facts: int = 0
    intents: int = 0
    phrases: int = 0
    kept_alone: tuple[int, int] | None = None
    """Phrases that would be understood if they were not listed, and of how many; None when that was not looked at."""
    languages: tuple[str, ...] = ()
    """What they are called."""


def check(
    knowledge: Path | None = None, intents: Path | None = None, *, quick: bool = False, cache: Path | None = None
) -> Checked:
    """What is wrong with the files of these folders. `quick`: without what takes a fit of the router.

    `cache`: where what was compiled for this is kept, so that the next command need not do it again.
    """
    folders = knowledge or KNOWLEDGE, intents or INTENTS
    sources = read_sources(*folders, LANGUAGE)
    found = problems_in(sources)
    stray = list(strays(knowledge, intents))
    said = {LANGUAGE: sources}
    for language in sources.languages[1:] if not _has_errors(found) else ():
        said[language] = read_sources(*folders, language)
        found += [problem for problem in problems_in(said[language]) if problem not in found]
    if _has_errors(found):
        return Checked(_sorted([*found, *stray, *conversations.misshapen(knowledge, intents, None)]))
    read = loaded(sources.knowledge)
    told = read.knowledge
    near: set[frozenset[str]] = set()
    for language, theirs in said.items():
        if language != LANGUAGE:
            found += languages.untranslated(sources, theirs, language, told.facts)
        documents = theirs.intents.intents
        found += wording.misfits(theirs.intents.common, documents, usual=language == LANGUAGE)
        found += phrases.claimed_twice(documents, grammar_of(language).get("canonical", {}))
        found += names.too_close(theirs.knowledge, near)
    kept_alone = None
    if not quick and not _has_errors(found):
        won = [_asked(theirs, language, found, (knowledge, intents, cache)) for language, theirs in said.items()]
        kept_alone = sum(each for each, _ in won), sum(of for _, of in won)
    own = [problem for problem in found if problem.level == "error" or _is_own(problem, knowledge, intents)]
    types = {intent for theirs in said.values() for intent in theirs.intents.intents}
    count = sum(len(phrases.listed(theirs.intents.intents)) for theirs in said.values())
    figures = len(told.roles), len(told.facts), len(types), count
    known = {"intents": types, "roles": [role.id for role in told.roles], "skills": read.vocabulary.skills}
    shapes = conversations.misshapen(knowledge, intents, known)
    return Checked(_sorted([*own, *stray, *shapes]), *figures, kept_alone, tuple(map(languages.name_of, said)))


def _asked(
    sources: Sources, language: str, found: list[Problem], folders: tuple[Path | None, Path | None, Path | None]
) -> tuple[int, int]:
    """Learn one language and ask everything in it. How many phrases it would understand unlisted, and of how many."""
    documents = sources.intents.intents
    left_out = LeftOut()
    index = compile_sources(sources, language, left_out)
    keep(index, *folders, language)
    found += phrases.lost(documents, left_out)
    found += Reach(Adviser(index), sources.knowledge, documents).problems()
    return phrases.kept_alone(left_out, documents)


def _has_errors(found: list[Problem]) -> bool:
    return any(problem.level == "error" for problem in found)


def _is_own(problem: Problem, knowledge: Path | None, intents: Path | None) -> bool:
    """What is worth a look in this program's own files is nothing to whoever lays others over them."""
    if knowledge is None and intents is None:
        return True
    return any(folder and Path(problem.file).is_relative_to(called(folder)) for folder in (knowledge, intents))


def _sorted(problems: list[Problem]) -> tuple[Problem, ...]:
    return KnowledgeErrors(problems).problems
