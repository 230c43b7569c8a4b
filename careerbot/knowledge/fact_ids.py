"""How the ids of facts are put together: `<role id>.<kind>.<id>`, `<role id>.pay`, `general.<kind>.<id>`."""

from collections.abc import Iterator

from careerbot.knowledge.yaml_nodes import Document

ROLE_KINDS = {"duties": "duty", "skills": "skill", "reasons": "reason", "notes": "note"}
"""Key of a role in roles.yaml -> kind of its facts."""
GENERAL_KINDS = {
    "themes": "theme",
    "meta_skills": "meta_skill",
    "meta_notes": "meta_note",
    "patterns": "pattern",
    "clusters": "cluster",
    "advice": "advice",
}


def fact_ids(roles: Document) -> Iterator[str]:
    """Ids of all facts in roles.yaml, as far as its entries can be read."""
    for place, role in roles.each("roles.*.id"):
        yield f"{role}.position"
        yield f"{role}.pay"
        if roles.at((*place[:-1], "pay", "open_ended")) is True:
            yield f"{role}.pay_open"
    for key, kind in ROLE_KINDS.items():
        for place, id in roles.each(f"roles.*.{key}.*.id"):
            yield f"{roles.at((*place[:2], 'id'))}.{kind}.{id}"
    for key, kind in GENERAL_KINDS.items():
        for _, id in roles.each(f"general.{key}.*.id"):
            yield f"general.{kind}.{id}"
