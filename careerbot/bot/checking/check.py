"""`careerbot check`: everything that can be found wrong with knowledge and question types before anybody asks.

files -> schema, ids, names (errors stop here) -> wording, claims, names -> [fit] -> phrases, suggestions, facts
"""

from pathlib import Path
from typing import NamedTuple

from careerbot.bot.built_in import INTENTS, KNOWLEDGE, LANGUAGE
from careerbot.bot.checking import languages, names, phrases, wording
from careerbot.bot.checking.left_out import LeftOut
from careerbot.bot.checking.reach import Reach
from careerbot.bot.checking.strays import strays, unfinished
from careerbot.bot.compiled import keep
from careerbot.bot.compiling import compile_sources, problems_in, read_sources
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


def check(
    knowledge: Path | None = None, intents: Path | None = None, *, quick: bool = False, cache: Path | None = None
) -> Checked:
    """What is wrong with the files of these folders. `quick`: without what takes a fit of the router.

    `cache`: where what was compiled for this is kept, so that the next command need not do it again.
    """
    folders = knowledge or KNOWLEDGE, intents or INTENTS
    sources = read_sources(*folders, LANGUAGE)
    found = [*problems_in(sources, LANGUAGE), *strays(knowledge, intents)]
    conversations = list(unfinished(knowledge, intents))
    if any(problem.level == "error" for problem in found):
        return Checked(_sorted([*found, *conversations]))
    found += conversations
    documents = sources.intents.intents
    found += wording.misfits(sources.intents.common, documents)
    usable = not any(problem.level == "error" for problem in found if problem not in conversations)
    found += phrases.claimed_twice(documents)
    found += names.too_close(sources.knowledge)
    kept_alone = None
    if usable and not quick:
        left_out = LeftOut()
        index = compile_sources(sources, LANGUAGE, left_out)
        keep(index, knowledge, intents, cache)
        adviser = Adviser(index)
        found += phrases.lost(documents, left_out)
        found += Reach(adviser, sources.knowledge, documents).problems()
        kept_alone = phrases.kept_alone(left_out, documents)
    for language in sources.languages[1:]:
        theirs = read_sources(*folders, language)
        found += [problem for problem in problems_in(theirs, language) if problem not in found]
        found += languages.untranslated(sources.intents.intents, theirs.intents.intents)
    told = loaded(sources.knowledge, LANGUAGE).knowledge
    own = [problem for problem in found if problem.level == "error" or _is_own(problem, knowledge, intents)]
    count = sum(len(list(document.each("phrases.*"))) for document in documents.values())
    return Checked(_sorted(own), len(told.roles), len(told.facts), len(documents), count, kept_alone)


def _is_own(problem: Problem, knowledge: Path | None, intents: Path | None) -> bool:
    """What is worth a look in this program's own files is nothing to whoever lays others over them."""
    if knowledge is None and intents is None:
        return True
    return any(folder and Path(problem.file).is_relative_to(called(folder)) for folder in (knowledge, intents))


def _sorted(problems: list[Problem]) -> tuple[Problem, ...]:
    return KnowledgeErrors(problems).problems
