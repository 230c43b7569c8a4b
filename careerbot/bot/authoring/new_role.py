"""`careerbot new role`: a role to be filled in, with the names that follow from its title."""

import json
import re
from pathlib import Path
from typing import Any

from careerbot.bot.authoring.aliases import aliases
from careerbot.bot.authoring.insertion import InsertionError, inserted
from careerbot.bot.authoring.words import WORDS, stub
from careerbot.bot.built_in import KNOWLEDGE, LANGUAGE
from careerbot.bot.folders import called
from careerbot.bot.schemas import own_schema
from careerbot.knowledge.claims import Claim, folded, names_of_all
from careerbot.knowledge.load import read_files
from careerbot.knowledge.yaml_nodes import Document

VOCABULARY = f"vocabulary/{LANGUAGE}.yaml"
SOURCE = "own"


class NotWrittenError(Exception):
    """Nothing was written; the message says why."""


def new_role(title: str, folder: Path, option: str) -> list[str]:
    """Write the stub into the own knowledge in `folder`. What was done, a line each. Raises NotWrittenError.

    `option`: how the folder is named on the command line.
    """
    title = " ".join(title.split())
    id = re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_")
    if not re.match(r"[a-z]", id):
        raise NotWrittenError(WORDS["no_title"])
    files = read_files(folder, LANGUAGE, KNOWLEDGE, called)
    for place, known in files.roles.each("roles.*.id"):
        if known == id:
            raise NotWrittenError(WORDS["exists"].format(id=id, place=files.roles.where(place)))
    claims: dict[str, Claim] = {}
    for claim in names_of_all(files):
        claims.setdefault(folded(claim.name), claim)
    owner = claims.get(folded(title))
    if owner and owner.place[0] == "roles":
        raise NotWrittenError(WORDS["is_a_role"].format(title=title, owner=owner.owner))
    told: list[str] = []
    own_sources = [str(id) for place, id in files.sources.each("sources.*.id") if not files.sources.is_below(place)]
    source = _source(own_sources, alone=not files.sources.elsewhere)
    role = stub("role").substitute(id=id, title=_quoted(title), source=source)
    entries = {("roles.yaml", "roles"): role}
    was = _title(files.vocabulary, claims.get(folded(title)))
    entries[VOCABULARY, "roles"] = _names(id, title, claims, was, files.vocabulary, told)
    if was and not files.vocabulary.elsewhere:
        told.append(WORDS["is_a_title"].format(title=was, place=files.vocabulary.where(("titles", was))))
    elif was:
        entries[VOCABULARY, "titles"] = f"  {_quoted(was)}: null    # covered from now on: see roles: {id}"
        told.append(WORDS["was_a_title"].format(title=was, file=called(folder / VOCABULARY)))
    if not own_sources:
        entries["sources.yaml", "sources"] = stub("source").substitute(source=source)
    _write(folder, entries)
    said = {"roles.yaml": WORDS["a_role"].format(id=id, count=role.count("TODO") - 1), VOCABULARY: WORDS["names"]}
    said |= {} if own_sources else {"sources.yaml": WORDS["a_source"]}
    lines = [WORDS["written"].format(file=called(folder / file), what=what) for file, what in said.items()]
    return [*lines, *told, WORDS["next"].format(option=option)]


def _source(own: list[str], *, alone: bool) -> str:
    """The one that own facts come from so far. In complete knowledge nothing is taken for granted."""
    if own and alone:
        return "TODO"
    return own[0] if own else SOURCE


def _title(vocabulary: Document, claim: Claim | None) -> str | None:
    """The entry under `titles` that the new role was, by its own name or one of its others."""
    if claim is None or claim.place[0] != "titles" or claim.document is not vocabulary:
        return None
    return str(claim.place[1])


def _names(
    id: str, title: str, claims: dict[str, Claim], was: str | None, vocabulary: Document, told: list[str]
) -> str:
    derived = aliases(title, WORDS["short"], WORDS["field"])
    free: dict[str, list[Any]] = {"safe": [], "fields": []}
    for kind, names in derived._asdict().items():
        for name in names:
            claim = claims.get(folded(name))
            if claim and claim.place[:2] != ("titles", was):
                told.append(WORDS["taken"].format(name=name, owner=claim.owner))
            else:
                free[kind].append(name)
    listed = vocabulary.at(("titles", was, "also")) if was else None
    taken = {folded(name) for names in derived for name in names}
    others = [was, *(listed if isinstance(listed, list) else [])] if was else []
    ask = [name for name in others if folded(str(name["name"] if isinstance(name, dict) else name)) not in taken]
    return stub("names").substitute(
        title=title,
        id=id,
        safe=_list(free["safe"]) or "TODO",
        fields=f"    fields: [{_list(free['fields'])}]    # the field stands for its role, and the reply says so\n"
        if free["fields"]
        else "",
        ask=f"    ask: [{_list(ask)}]    # near, not the same: answered with a caveat"
        if ask
        else "    # ask: [...]    # near, not the same: answered with a caveat",
    )


def _list(names: list[Any]) -> str:
    return ", ".join(
        f"{{name: {_quoted(str(name['name']))}, guard: {name['guard']}}}"
        if isinstance(name, dict)
        else _quoted(str(name))
        for name in names
    )


def _quoted(text: str) -> str:
    """As YAML takes it for text."""
    plain = re.fullmatch(r"[A-Za-z][A-Za-z0-9 /&().+-]*", text) and text.lower() not in {
        *("y", "n", "yes", "no", "on", "off", "true", "false", "null"),
    }
    return text if plain else json.dumps(text, ensure_ascii=False)


def _write(folder: Path, entries: dict[tuple[str, str], str]) -> None:
    """All of the entries or none: what cannot be inserted is found before anything is written."""
    texts: dict[str, str] = {}
    for (file, key), entry in entries.items():
        path = folder / file
        text = texts.get(file) or (path.read_text(encoding="utf-8") if path.exists() else _head(file))
        try:
            texts[file] = inserted(text, key, entry)
        except InsertionError:
            raise NotWrittenError(WORDS["flow"].format(file=called(path), key=key)) from None
    for file, text in texts.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            write_schema(folder, Path(file).parts[0].removesuffix(".yaml"))
        path.write_text(text, encoding="utf-8")


def _head(file: str) -> str:
    name = Path(file).parts[0].removesuffix(".yaml")
    up = "../" * (len(Path(file).parts) - 1)
    return f"# yaml-language-server: $schema={up}.schemas/{name}.json\n{WORDS[f'head_{name}']}\n"


def write_schema(folder: Path, name: str) -> None:
    """For editors, which complete and check by it while typing."""
    path = folder / ".schemas" / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(own_schema(name), encoding="utf-8")
