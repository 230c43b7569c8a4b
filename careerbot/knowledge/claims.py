"""A name stands for one thing: no role, title or skill may claim what another already claims."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from careerbot.knowledge.agreement import Files
from careerbot.knowledge.overlay import said_in
from careerbot.knowledge.problems import Problem
from careerbot.knowledge.yaml_nodes import Document, Place, Plain
from careerbot.knowledge.yaml_text import quoted_if_needed


@dataclass(frozen=True, slots=True)
class Claim:
    """`name` is said to stand for `owner` at a place of a file."""

    name: str
    owner: str
    """Such as `the role data_scientist`."""
    document: Document
    place: Place
    shown: bool = False
    """The name that is shown for the owner: it may come again among its other names."""

    @property
    def is_below(self) -> bool:
        """It stands in the file that another is laid over."""
        return self.document.is_below(self.place)

    def lies_under(self, other: "Claim") -> bool:
        """It stands in a file that the other's is laid over: the other is the one to mend."""
        if self.document is other.document:
            return self.document.layer(self.place) < other.document.layer(other.place)
        return self.is_below and not other.is_below


def contested_names(files: Files) -> Iterator[Problem]:
    """Names claimed by two owners, or twice by one."""
    words = files.vocabulary
    yield from _contested([*_role_claims(files), *_title_claims(words), *_ambiguous_claims(words)])
    yield from _contested([*_skill_claims(words), *_ambiguous_claims(words, quiet=True)])


def names_of_roles(files: Files) -> Iterator[Claim]:
    """What roles, and titles that are not covered, are called."""
    yield from _role_claims(files)
    yield from _title_claims(files.vocabulary)


def names_of_all(files: Files) -> Iterator[Claim]:
    """What anything is called."""
    yield from names_of_roles(files)
    yield from _skill_claims(files.vocabulary)
    yield from _ambiguous_claims(files.vocabulary)


def _contested(claims: Iterable[Claim]) -> Iterator[Problem]:
    first: dict[str, Claim] = {}
    for claim in claims:
        earlier = first.setdefault(folded(claim.name), claim)
        if earlier is claim:
            continue
        document = earlier.document
        if earlier.owner != claim.owner:
            yield _two_owners(*((earlier, claim) if claim.lies_under(earlier) else (claim, earlier)))
        elif earlier.shown:
            # From here on a repetition is one of the other names.
            first[folded(claim.name)] = claim
        else:
            what = (
                f'"{claim.name}" is given twice for {claim.owner}, first {document.after(claim.place, earlier.place)}'
            )
            yield claim.document.problem(claim.place, what, "Keep one of them.")


def _two_owners(claim: Claim, other: Claim) -> Problem:
    where = other.document.where(other.place)
    what = f'"{claim.name}" already stands for {other.owner} ({where})'
    fix = "Keep it in one place, or list it only under ambiguous, where the bot asks which is meant."
    if other.lies_under(claim):
        fix = _out_of_below(claim, other) or fix
    return claim.document.problem(claim.place, what, fix)


def _out_of_below(claim: Claim, other: Claim) -> str:
    """How the file above takes a name out of the one below; empty where only that one can."""
    document, place = other.document, other.place
    here = claim.document is document and claim.document.file_of(claim.place) == document.file
    where = f"under {place[0]}: {'here' if here else f'in {document.file}'}"
    entry = quoted_if_needed(str(place[1]))
    if len(place) > 3:
        line = f"{entry}: {{{place[2]}: {{not: [{quoted_if_needed(other.name)}]}}}}"
        return f"If it means something else from now on, take it out of there: write {line} {where}."
    if place[0] not in ("titles", "unlisted_skills"):
        return ""
    others = [name for value in _others(document, place[:2]) if (name := said_in(value)) and name != claim.name]
    too = f" That takes out its other names as well: {', '.join(others)}." if others else ""
    return f'To cover it from now on, take that entry out: write "{entry}: null" {where}.{too}'


def _others(document: Document, place: Place) -> list[Plain]:
    names = document.at((*place, "also"))
    return names if isinstance(names, list) else []


def folded(name: str) -> str:
    """Names that differ only in capitals, hyphens or slashes are one name to the reader of a message."""
    return " ".join(name.casefold().replace("-", " ").replace("/", " ").split())


def _claims(document: Document, pattern: str, owner: str, shown: bool = False) -> Iterator[Claim]:
    """`owner` is completed with the second key of each place: the id of the role or skill, the title."""
    for place, value in document.each(pattern):
        name = said_in(value)
        if name is not None:
            yield Claim(name, f"{owner} {place[1]}", document, place, shown)


def _role_claims(files: Files) -> Iterator[Claim]:
    for place, title in files.roles.each("roles.*.title"):
        owner = f"the role {files.roles.at((*place[:-1], 'id'))}"
        yield Claim(str(title), owner, files.roles, place, shown=True)
    known = {id for _, id in files.roles.each("roles.*.id") if isinstance(id, str)}
    for key in ("safe", "fields", "ask"):
        for claim in _claims(files.vocabulary, f"roles.*.{key}.*", "the role"):
            # A role that does not exist is a problem of its own; it takes no names away.
            if claim.place[1] in known:
                yield claim


def _title_claims(vocabulary: Document) -> Iterator[Claim]:
    for place, _ in vocabulary.each("titles.*"):
        yield Claim(str(place[-1]), f"the title {place[-1]}", vocabulary, place, shown=True)
    yield from _claims(vocabulary, "titles.*.also.*", "the title")


def _skill_claims(vocabulary: Document) -> Iterator[Claim]:
    for section, owner in (("skills", "the skill"), ("unlisted_skills", "the unlisted skill")):
        yield from _claims(vocabulary, f"{section}.*.name", owner, shown=True)
        yield from _claims(vocabulary, f"{section}.*.also.*", owner)
        yield from _claims(vocabulary, f"{section}.*.like.*", owner)


def _ambiguous_claims(vocabulary: Document, quiet: bool = False) -> Iterator[Claim]:
    """With `quiet` they do not quarrel among themselves: that was said already."""
    seen: set[str] = set()
    for claim in _claims(vocabulary, "ambiguous.*.words.*", "the ambiguous entry"):
        if not quiet or folded(claim.name) not in seen:
            yield claim
        seen.add(folded(claim.name))
