"""What people say about themselves: "I know python", "I'm a devops engineer", "I don't know R"."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache

from careerbot.bot.understanding.clauses import SKILLS, Clause, is_fragment, is_own_experience
from careerbot.bot.understanding.grammar import Grammar, by_first_word
from careerbot.bot.understanding.line import BUT, Mention, covered
from careerbot.intents.base import Profile

MOST_SKILLS = 40
OWN_WORK_WORDS = 2
"""Words that name what somebody is today: "hotel receptionist"."""
_OWN_INTENTS = frozenset({"recommend", "profile"})
_REQUIRED = frozenset({"need", "should"})
_JOINTS = frozenset({"and", "but", "or", "because", "so"})
"""Words behind which a "not" is of something else."""
_ARTICLES = frozenset({"a", "an", "the"})
_ASKED_OF = frozenset({"for", "about", "of", "to", "in", "or"})


def learned(
    clauses: Sequence[Clause], profile: Profile, grammar: Grammar, own_lists: Collection[Clause] = ()
) -> Profile:
    """The profile with what these clauses add to it or take from it. `own_lists`: those that only list skills."""
    for clause in clauses:
        listed = clause in own_lists
        for mention in clause.entities.mentions:
            profile = _with(profile, mention, clause, grammar, listed)
    return profile


def is_list_of_skills(clause: Clause, grammar: Grammar) -> bool:
    """Such as "python and docker", when that is what we asked for; "and for docker" asks about it instead."""
    words = {word.text for word in clause.entities.words}
    return not clause.entities.asks and is_fragment(clause, grammar) and not words & _ASKED_OF


def _with(profile: Profile, mention: Mention, clause: Clause, grammar: Grammar, listed: bool) -> Profile:
    skill, unlisted, role, title = (mention.of(kind) for kind in ("skill", "unlisted", "role", "title"))
    if mention.name.kind in ("skill", "like", "unlisted") or (skill and says_own_skill(clause, mention, grammar)):
        if says_not_known(clause, mention, grammar) or mention.negated:
            without = tuple(known for known in profile.skills if not skill or known != skill.id)
            return replace(
                profile,
                skills=without,
                unlisted_skills=tuple(
                    known for known in profile.unlisted_skills if not unlisted or known != unlisted.id
                ),
            )
        own = listed or (says_own_skill(clause, mention, grammar) and not is_supposed(clause, mention, grammar))
        if not own:
            return profile
        if skill and skill.id not in profile.skills:
            return replace(profile, skills=(*profile.skills, skill.id)[-MOST_SKILLS:])
        if unlisted and unlisted.id not in profile.unlisted_skills:
            return replace(profile, unlisted_skills=(*profile.unlisted_skills, unlisted.id)[-MOST_SKILLS:])
        return profile
    if (role or title) and says_left(clause, mention, grammar):
        return replace(
            profile,
            role=None if role and role.id == profile.role else profile.role,
            title=None if title and title.id == profile.title else profile.title,
            title_words=None if title and title.id == profile.title else profile.title_words,
        )
    if role and says_wish(clause, mention, grammar):
        return replace(profile, goal=role.id)
    if role and (is_own_role(clause, mention, grammar) or is_own_experience(clause, mention, grammar)):
        return replace(profile, role=role.id, title=None, title_words=None)
    if title and is_own_role(clause, mention, grammar):
        return replace(profile, title=title.id, title_words=titled(mention, clause), role=None)
    return profile


def says_left(clause: Clause, mention: Mention, grammar: Grammar) -> bool:
    """What somebody is no more: "i am not a devops engineer any more", "i quit my job as an sre"."""
    return _in_first_person(clause) and follows("left_role", clause, mention, grammar)


def says_wish(clause: Clause, mention: Mention, grammar: Grammar) -> bool:
    """What somebody wants to be: "i want to become a data scientist"."""
    return not mention.negated and follows("wish", clause, mention, grammar)


def leads_to(clause: Clause, role: str, grammar: Grammar) -> bool:
    """The role is where a way ends: "move to sre", "a step toward security"."""
    mentions = [mention for mention in clause.entities.mentions if (name := mention.of("role")) and name.id == role]
    return any(follows("goal", clause, mention, grammar) for mention in mentions)


def follows(cue: str, clause: Clause, mention: Mention, grammar: Grammar) -> bool:
    """The words before the name end with the cue, an article left out."""
    return _ends_in(cue, [word.text for word in clause.entities.words[: mention.start]], grammar)


def _in_first_person(clause: Clause) -> bool:
    return any(word in ("i", "my", "me") for word in clause.text.split())


def says_disliked(clause: Clause, mention: Mention, grammar: Grammar) -> bool:
    """What somebody does not like, said right before it or right after: "i hate statistics", "java mag ich nicht"."""
    texts = [word.text for word in clause.entities.words]
    places = _places(grammar.cues["dislikes"], texts)
    small = grammar.told_beside | {"or", "to", "do", "doing", "with", "all"}
    passed = covered(each for each in clause.entities.mentions if each.name.kind in SKILLS)
    between = [place in passed or text in small for place, text in enumerate(texts)]
    return any(all(between[end : mention.start]) for _, end in places if end <= mention.start) or any(
        all(between[mention.end : start]) for start, _ in places if start >= mention.end and start - mention.end <= 1
    )


def _is_somebody_elses(clause: Clause, mention: Mention, grammar: Grammar) -> bool:
    """Told of another: "my son knows python"; "my son and i know python" is of oneself too."""
    before = [word.text for word in clause.entities.words[: mention.start]]
    others = max((end for _, end in _places(grammar.cues["somebody_else"], before)), default=0)
    return others > 0 and "i" not in before[others:]


def _is_denied_behind(clause: Clause, mention: Mention, grammar: Grammar) -> bool:
    """The "not" stands behind the name: "docker kann ich nicht", "sql i do not know", "ich kann python noch nicht"."""
    entities = clause.entities
    if entities.asks:
        return False
    texts = [word.text for word in entities.words]
    behind = []
    following = min((each.start for each in entities.mentions if each.start >= mention.end), default=len(texts))
    for place in range(mention.end, following):
        if texts[place] in _JOINTS or (place > 0 and entities.breaks[place - 1]):
            break
        behind.append(texts[place])
    of_the_next = behind[-1:] == ["not"] and following < len(texts)  # "python not docker"
    if "not" not in behind or of_the_next:
        return False
    before, after = " ".join(texts[: mention.start]), " ".join(behind)
    held = (*grammar.own_skills, *grammar.own_verbs, *grammar.own_after, *grammar.cues["unknown_skill"])
    return any(f" {phrase} " in f" {said} " for said in (before, after) for phrase in held)


def says_own_skill(clause: Clause, mention: Mention, grammar: Grammar) -> bool:
    if says_disliked(clause, mention, grammar) or _is_somebody_elses(clause, mention, grammar):
        return False
    before = [word.text for word in clause.entities.words[: mention.start]]
    since = max((end for _, end in _places(grammar.own_skills, before)), default=None)
    if clause.intent == "what_if":
        supposed = max((end for _, end in _places(grammar.supposed_in_what_if, before)), default=0)
        return since is not None and since > supposed
    told = clause.intent == "profile" or (clause.intent in _OWN_INTENTS and clause.confidence > 0.5)
    if told and not clause.entities.asks:
        return True
    if since is not None:
        return not _REQUIRED & set(before[since:])
    return is_told_in_short(clause, mention, grammar)


def is_told_in_short(clause: Clause, mention: Mention, grammar: Grammar) -> bool:
    """Said without "i know" before it: "…, know python and docker", "python and docker i have"."""
    entities = clause.entities
    if entities.asks:
        return False
    texts = [word.text for word in entities.words]
    passed = covered(each for each in entities.mentions if each.name.kind in SKILLS)
    small = [place in passed or text in grammar.told_beside for place, text in enumerate(texts)]
    begins = any(
        all(small[end : mention.start])
        for start, end in _places(grammar.own_verbs, texts[: mention.start])
        if start == 0 or entities.breaks[start - 1]
    )
    if begins or texts[0] in grammar.question_words:
        return begins
    start = next((place for place in range(mention.end, len(texts)) if not small[place]), len(texts))
    return any(
        start == first and all(text in grammar.told_beside for text in texts[end:])
        for first, end in _places(grammar.own_after, texts)
    )


def tells_pay(clause: Clause, grammar: Grammar) -> bool:
    """Somebody says what they make: "i make 120k", "compare my 96k"."""
    return grammar.has_cue("earns", clause.text) or grammar.has_cue("my_pay", clause.text)


def is_supposed(clause: Clause, mention: Mention, grammar: Grammar) -> bool:
    """Only thought of, intended or begun: "if i knew docker", "once i know docker", "docker is almost done".

    What is said of oneself after such words holds: "i want to be an mle and i know docker".
    """
    if grammar.has_cue("unfinished", clause.text):
        return True
    if is_told_in_short(clause, mention, grammar):
        return False
    before = [word.text for word in clause.entities.words[: mention.start]]
    supposed = max((end for _, end in _places(grammar.cues["supposed"], before)), default=0)
    return supposed > 0 and not any(start > supposed for start, _ in _places(grammar.own_skills, before))


def _places(phrases: tuple[str, ...], words: list[str]) -> list[tuple[int, int]]:
    """Where these phrases stand: first and one past the last word."""
    begun = _begun(phrases)
    return [
        (start, start + len(phrase))
        for start, word in enumerate(words)
        for phrase in begun.get(word, ())
        if tuple(words[start : start + len(phrase)]) == phrase
    ]


_begun = lru_cache(maxsize=16)(by_first_word)


def says_not_known(clause: Clause, mention: Mention, grammar: Grammar) -> bool:
    words = [word.text for word in clause.entities.words[max(0, mention.start - 5) : mention.start]]
    before = " ".join(words).rpartition(f" {BUT} ")[2]  # "python i do not know but i know docker"
    if grammar.has_cue("take_back", before) or _is_denied_behind(clause, mention, grammar):
        return True
    if grammar.has_cue("drop_skill", before) and clause.intent in (*_OWN_INTENTS, "out_of_scope", "become", "gap"):
        return True
    return " i " in f" {clause.text} " and grammar.has_cue("unknown_skill", before)


def is_own_role(clause: Clause, mention: Mention, grammar: Grammar) -> bool:
    """Such as "I am a devops engineer", "as a data scientist, how can I …"."""
    before = [word.text for word in clause.entities.words[max(0, mention.start - 5) : mention.start]]
    if grammar.has_cue("goal", " ".join(before)) or mention.negated or _is_of_anybody(clause, mention, grammar):
        return False
    whole = [word.text for word in clause.entities.words[: mention.start]]
    earns_as = any(_ends_in_as(before[: len(before) - more]) for more in range(OWN_WORK_WORDS))  # "as a senior mle"
    if earns_as and mention.of("role") and grammar.has_cue("earns", clause.text):  # "i make 150k as an sre"
        return not grammar.has_cue("imagined", " ".join(whole))
    return _in_first_person(clause) and is_said_of_oneself(before, grammar) and not _is_imagined(whole, grammar)


def _is_of_anybody(clause: Clause, mention: Mention, grammar: Grammar) -> bool:
    """Said of whoever does that work: "i heard that as an sre you earn well"."""
    after = " ".join(word.text for word in clause.entities.words[mention.end : mention.end + 2])
    return any(f"{after} ".startswith(f"{phrase} ") for phrase in grammar.cues["anybody"])


def _ends_in_as(words: list[str]) -> bool:
    return words[-1:] == ["as"] or words[-2:] in (["as", "a"], ["as", "an"])


def _is_imagined(before: list[str], grammar: Grammar) -> bool:
    """Only thought of: "what could i get working as an sre"; "if i left, i am an sre now" states it after all."""
    imagined = max((end for _, end in _places(grammar.cues["imagined"], before)), default=0)
    stating = tuple(cue for cue in grammar.cues["self"] if cue.split()[0] in ("i", "my"))
    return imagined > 0 and not any(start >= imagined for start, _ in _places(stating, before))


def is_said_of_oneself(before: list[str], grammar: Grammar) -> bool:
    """Whether what follows these words is what somebody is: "i work as a …", "i work as a hotel …"."""
    return any(_ends_in("self", before[: len(before) - more], grammar) for more in range(OWN_WORK_WORDS))


def is_told_of_oneself(before: list[str], grammar: Grammar) -> bool:
    """Whether what follows these words is what somebody is, studies or comes from."""
    return is_said_of_oneself(before, grammar) or _ends_in("origin", before, grammar)


def _ends_in(cue: str, words: list[str], grammar: Grammar) -> bool:
    """Whether the words end with the cue, an article left out."""
    said = " ".join(words[:-1] if words[-1:] and words[-1] in _ARTICLES else words)
    return any(f" {said}".endswith(f" {phrase}") for phrase in grammar.cues[cue])


def titled(mention: Mention, clause: Clause) -> str:
    """A title as it was typed, unless it was misspelt or shortened: then as the vocabulary has it."""
    words = clause.entities.words[mention.start : mention.end]
    corrected = {right for _, right in clause.entities.corrections}
    if mention.name.guard or mention.words == mention.name.id.lower() or corrected & {word.text for word in words}:
        return mention.name.id
    return " ".join(word.original for word in words)
