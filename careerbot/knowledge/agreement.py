"""Where the files have to agree with each other: ids that must exist, that must be unique, and places 1 to n.

The checks read plain data rather than models, so they still work when one entry of a file breaks the schema:
an author sees all problems at once. A list that is missing altogether is complained about once, not at every use.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from careerbot.knowledge.fact_ids import fact_ids
from careerbot.knowledge.problems import Problem, did_you_mean
from careerbot.knowledge.yaml_nodes import Document, Place
from careerbot.knowledge.yaml_text import in_line

RESERVED = ("skip", "stop")
"""What can be done in the quiz beside answering."""


@dataclass(frozen=True, slots=True)
class Files:
    roles: Document
    sources: Document
    vocabulary: Document
    texts: Document | None = None
    """The facts in another language than that of roles.yaml."""


def disagreements(files: Files) -> Iterator[Problem]:
    """Every problem that shows only between entries or between files."""
    yield from _unique_ids(files)
    yield from _positions(files.roles)
    yield from _own_duties(files.roles)
    yield from _references(files)
    yield from _quiz(files)
    yield from _unnamed_roles(files)
    yield from _unused_skills(files)


def _unique_ids(files: Files) -> Iterator[Problem]:
    for document, pattern in (
        (files.roles, "roles.*.id"),
        (files.roles, "roles.*.*.*.id"),
        (files.roles, "general.*.*.id"),
        (files.roles, "judgement.quiz.*.id"),
        (files.sources, "sources.*.id"),
    ):
        first: dict[tuple[Place, str], Place] = {}
        for place, id in document.each(pattern):
            # Ids are unique within their list: the same skill line may be called "scripting" under two roles.
            earlier = first.setdefault((place[:-2], str(id)), place)
            if earlier != place:
                what = f'the id "{id}" is used twice, first {document.after(place, earlier)}'
                yield document.problem(place, what, "Give it another id.")


def _positions(roles: Document) -> Iterator[Problem]:
    count = sum(1 for _ in roles.each("roles.*.position"))
    fix = f"Number the {count} roles from 1 to {count}, each once."
    first: dict[int, Place] = {}
    for place, position in roles.each("roles.*.position"):
        if not isinstance(position, int):
            continue
        earlier = first.setdefault(position, place)
        if earlier != place:
            what = f"position {position} is given twice, first {roles.after(place, earlier)}"
            yield roles.problem(place, what, fix)
        elif position > count:
            yield roles.problem(place, f"position {position} leaves a gap", fix)


def _own_duties(roles: Document) -> Iterator[Problem]:
    for place, duty in roles.each("judgement.skill_is_duty.*.duty"):
        skill = roles.at((*place[:-1], "skill"))
        if isinstance(duty, str) and isinstance(skill, str) and duty.split(".")[0] == skill.split(".")[0]:
            fix = "Name a duty of another role: the entry says how two roles touch."
            yield roles.problem(place, f'"{skill}" and "{duty}" are of the same role', fix)


def _references(files: Files) -> Iterator[Problem]:
    roles, sources, vocabulary = files.roles, files.sources, files.vocabulary
    language = vocabulary.file
    role_ids = _values(roles, "roles.*.id")
    skills = _keys(vocabulary, "skills.*")
    yield from _unknown(roles, "roles.*.source", "source", _values(sources, "sources.*.id"), sources.file)
    yield from _unknown(roles, "general.source", "source", _values(sources, "sources.*.id"), sources.file)
    for pattern in ("roles.*.skills.*.skills.*", "roles.*.skills.*.examples.*"):
        yield from _unlisted(files, pattern)
        yield from _unknown(roles, pattern, "skill", [*skills, *_keys(vocabulary, "unlisted_skills.*")], language)
    yield from _unknown(roles, "judgement.similar_skills.*.*", "skill", skills, language)
    for key, kind in (("skill", "skill line"), ("duty", "duty")):
        facts = [id for id in fact_ids(roles) if id.split(".")[1:2] == [key]]
        yield from _unknown(roles, f"judgement.skill_is_duty.*.{key}", kind, facts, roles.file)
    notes = [id for id in fact_ids(roles) if id.split(".")[1:2] == ["note"]]
    yield from _unknown(roles, "judgement.lifts_pay.*", "note", notes, roles.file)
    yield from _unknown(roles, "judgement.clusters.*.*", "role", role_ids, roles.file)
    yield from _unknown(roles, "judgement.patterns.*.*", "role", role_ids, roles.file)
    facts = list(fact_ids(roles))
    yield from _unknown(roles, "judgement.quiz.*.answers.*.facts.*", "fact", facts, roles.file)
    for group in ("cluster", "pattern"):
        groups = _values(roles, f"general.{group}s.*.id")
        yield from _unknown_keys(roles, f"judgement.{group}s.*", group, groups, roles.file)
    yield from _unknown_keys(vocabulary, "roles.*", "role", role_ids, roles.file)
    yield from _unknown(vocabulary, "titles.*.nearest.*", "role", role_ids, roles.file)
    yield from _unknown(vocabulary, "ambiguous.*.roles.*", "role", role_ids, roles.file)
    yield from _unknown(vocabulary, "ambiguous.*.titles.*", "title", _keys(vocabulary, "titles.*"), language)
    yield from _unknown(vocabulary, "ambiguous.*.skills.*", "skill", skills, language)
    yield from _unknown(vocabulary, "programming.*", "skill", skills, language)
    yield from _unknown_keys(vocabulary, "topics.*", "fact", facts, roles.file)


def _unlisted(files: Files, pattern: str) -> Iterator[Problem]:
    """Skills that a role lists, and that are known as such that no role lists."""
    vocabulary = files.vocabulary
    listed = _keys(vocabulary, "skills.*")
    for place, skill in files.roles.each(pattern):
        known = ("unlisted_skills", str(skill))
        if skill in listed or vocabulary.at(known) is None:
            continue
        what = f'"{skill}" is known as a skill that no role lists ({vocabulary.where(known)})'
        fix = "Move it there from unlisted_skills: to skills:."
        if vocabulary.is_below(known):
            fix = (
                f"Write {skill}: {in_line(vocabulary.at(known))} under skills: in {vocabulary.file}, and {skill}: null "
                "under unlisted_skills:."
            )
        yield files.roles.problem(place, what, fix)


def _values(document: Document, pattern: str) -> list[str]:
    return [value for _, value in document.each(pattern) if isinstance(value, str)]


def _keys(document: Document, pattern: str) -> list[str]:
    return [str(place[-1]) for place, _ in document.each(pattern)]


def _unknown(document: Document, pattern: str, kind: str, known: Collection[str], home: str) -> Iterator[Problem]:
    """Problems with values at `pattern` that name no known thing; `home` is the file where such things are listed."""
    for place, value in document.each(pattern):
        if isinstance(value, str):
            yield from _checked(document, place, value, kind, known, home)


def _unknown_keys(document: Document, pattern: str, kind: str, known: Collection[str], home: str) -> Iterator[Problem]:
    for place, _ in document.each(pattern):
        yield from _checked(document, place, str(place[-1]), kind, known, home)


def _checked(
    document: Document, place: Place, value: str, kind: str, known: Collection[str], home: str
) -> Iterator[Problem]:
    if known and value not in known and place not in document.doubtful:
        fix = f"{did_you_mean(value, known)}Each {kind} is listed in {home}; correct the name here or add it there."
        yield document.problem(place, f'there is no {kind} "{value}"', fix)


def _quiz(files: Files) -> Iterator[Problem]:
    """An answer is known by its id alone, so no other answer has it, and no role or skill."""
    taken = {*_values(files.roles, "roles.*.id"), *_keys(files.vocabulary, "skills.*"), *RESERVED}
    first: dict[str, Place] = {}
    for place, id in files.roles.each("judgement.quiz.*.answers.*.id"):
        earlier = first.setdefault(str(id), place)
        if earlier != place:
            what = f'the answer "{id}" is given twice, first on line {files.roles.position(earlier)[0]}'
            yield files.roles.problem(place, what, "Give it another id.")
        elif id in taken:
            yield files.roles.problem(
                place, f'an answer cannot be called "{id}"', "Another thing is; give it another id."
            )


def _unnamed_roles(files: Files) -> Iterator[Problem]:
    roles, named = _values(files.roles, "roles.*.id"), _keys(files.vocabulary, "roles.*")
    if not named or not set(named) <= set(roles):
        return  # A misspelt id here is a problem already, and would only make its role look unnamed.
    for id in roles:
        if id not in named:
            what = f"the role {id} of {files.roles.file} has no names"
            yield files.vocabulary.addition(("roles",), what, f"Add the entry {id}: {{safe: [...]}} here.")


def _unused_skills(files: Files) -> Iterator[Problem]:
    used = {*_values(files.roles, "roles.*.skills.*.skills.*"), *_values(files.roles, "roles.*.skills.*.examples.*")}
    if not used or not used <= set(_keys(files.vocabulary, "skills.*")):
        return  # A misspelt skill is a problem already, and would only make the right one look unused.
    for place, _ in files.vocabulary.each("skills.*"):
        if place[-1] not in used:
            fix = f"Move it to unlisted_skills, or list it under a role in {files.roles.file}."
            yield files.vocabulary.problem(place, f'no role lists the skill "{place[-1]}"', fix)
