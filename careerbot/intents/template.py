"""Templates of the language files, read when the knowledge is compiled.

A template is Jinja2. Most are only text with names in it (`{{ role.pay|range }}`): these are kept as parts that need
nothing to be rendered, so that a first answer does not wait for Jinja2 to be imported. The others are kept as written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerbot.intents.filters import FILTERS

if TYPE_CHECKING:
    from jinja2 import nodes
    from jinja2.sandbox import ImmutableSandboxedEnvironment

Value = tuple[tuple[str, ...], tuple[str, ...]]
"""A name with its attributes, and the filters that its value goes through."""
Parts = tuple["str | Value", ...]
Compiled = Parts | str
"""Parts where a template is only text and values, else the template itself."""


def compile_template(source: str) -> Compiled:
    """What is kept of a template. Raises jinja2.TemplateSyntaxError, also for a filter that does not exist."""
    environment = sandbox()
    tree = environment.parse(source)
    nodes = [node for statement in tree.body for node in getattr(statement, "nodes", [None])]
    parts = [_part(node) for node in nodes]
    environment.compile(tree)
    kept = tuple(part for part in parts if part is not None)
    return kept if len(kept) == len(parts) else source


def sandbox() -> ImmutableSandboxedEnvironment:
    """Where templates run: no way out to Python, and a name that does not exist is an error."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False, cache_size=0)
    environment.filters.update(dict.fromkeys(FILTERS, str))
    return environment


def _part(node: nodes.Node | None) -> str | Value | None:
    from jinja2 import nodes

    if isinstance(node, nodes.TemplateData):
        return node.data
    filters: list[str] = []
    while isinstance(node, nodes.Filter):
        if node.name not in FILTERS or node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
            return None
        filters.insert(0, node.name)
        node = node.node
    path: list[str] = []
    while isinstance(node, nodes.Getattr):
        if node.attr.startswith("_"):
            return None
        path.insert(0, node.attr)
        node = node.node
    if not isinstance(node, nodes.Name):
        return None
    return (node.name, *path), tuple(filters)
