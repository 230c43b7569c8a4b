"""A run of conversations as JUnit XML, which build servers show: a suite for each file, a case for each turn."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from careerbot.bot.rendering.clean import clean
from careerbot.bot.testing.trial import Held
from careerbot.knowledge.problems import Problem

Told = tuple[Held, str]
"""A turn, and the report of what is wrong with it; empty where nothing is."""


def write_junit(file: Path, turns: Iterable[Told], problems: Iterable[Problem]) -> None:
    """Raises OSError when the file cannot be written."""
    root = Element("testsuites", name="careerbot test")
    for name, group in groupby(turns, key=lambda told: told[0].script.file):
        _suite(root, name, list(group))
    for name, found in groupby(problems, key=lambda problem: problem.file):
        suite = SubElement(root, "testsuite", name=name)
        for problem in found:
            case = SubElement(suite, "testcase", classname=name, name=problem.key or name, line=str(problem.line))
            SubElement(case, "error", message=clean(str(problem)))
        suite.set("tests", str(len(suite)))
        suite.set("errors", str(len(suite)))
    indent(root)
    ElementTree(root).write(file, encoding="utf-8", xml_declaration=True)


def _suite(root: Element, name: str, turns: list[Told]) -> None:
    failures = sum(1 for _, report in turns if report)
    suite = SubElement(root, "testsuite", name=name, tests=str(len(turns)), failures=str(failures), errors="0")
    for held, report in turns:
        title = f"{held.number}: {held.turn.said}"
        case = SubElement(
            suite, "testcase", classname=clean(held.script.name), name=clean(title), file=name, line=str(held.turn.line)
        )
        if report:
            message = ", ".join(each.key for each in held.wrong)
            SubElement(case, "failure", message=message).text = clean(report)
