"""An explanation as a tree in the terminal. The same without colors is `Explanation.lines`."""

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from careerbot.bot.explanation import Node
from careerbot.bot.rendering.clean import clean

STYLES = {"message": "bold", "clause": "cyan", "memory": "magenta", "asked": "green", "answered": "bold green"}


def draw(root: Node, console: Console) -> None:
    console.print(_tree(root, Tree(_label(root), guide_style="dim")))


def _tree(node: Node, tree: Tree) -> Tree:
    for child in node.children:
        _tree(child, tree.add(_label(child)))
    return tree


def _label(node: Node) -> Text:
    """What a person typed stands in it: no markup is read, and nothing commands the terminal."""
    return Text(clean(node.label), style=STYLES.get(node.kind, ""))
