"""`careerbot test`: run, tell, and say by the exit code how it went."""

from collections.abc import Sequence
from pathlib import Path

import click

from careerbot.bot.conversation import Adviser
from careerbot.bot.testing.files import USUAL, files_in, read_scripts
from careerbot.bot.testing.junit import Told, write_junit
from careerbot.bot.testing.report import WORDS, told
from careerbot.bot.testing.trial import hold, known_of

COLORS = {"place": {"bold": True}, "expected": {"fg": "green"}, "came": {"fg": "red"}, "": {}}


SHOWN = 3
"""Files that are passed over which are named."""


def test(adviser: Adviser, named: Sequence[Path], junit: Path | None, stop: bool, own: Sequence[Path]) -> int:
    """0 when every turn is as expected, 1 when not or when a file has to be mended. `stop` at the first.

    `own`: folders that are looked at beside the usual ones when nothing is named.
    """
    read = read_scripts(files_in(named, own), known_of(adviser), named=named)
    if read.passed_over:
        click.echo(_passed_over(read.passed_over))
    if not read.scripts and not read.problems:
        usual = dict.fromkeys((*map(str, own), *USUAL))
        raise click.UsageError(WORDS["nothing_to_test"].format(usual=", ".join(usual)))
    for problem in read.problems:
        click.secho(str(problem), fg="red")
    turns: list[Told] = []
    failures = 0
    stopped = stop and bool(read.problems)
    for held in () if stopped else hold(read.scripts, adviser):
        lines = list(told(held, adviser)) if held.wrong else []
        turns.append((held, "\n".join(line for line, _ in lines)))
        for line, kind in lines:
            click.secho(line, **COLORS[kind])  # type: ignore[arg-type]
        if lines:
            click.echo()
            failures += 1
            stopped = stop
        if stopped:
            break
    if junit:
        try:
            write_junit(junit, turns, read.problems)
        except OSError as error:
            raise click.ClickException(
                WORDS["not_written"].format(file=junit, reason=error.strerror or error)
            ) from None
    _sum_up(len(turns), len({id(held.script) for held, _ in turns}), failures, len(read.problems), stopped)
    return 1 if failures or read.problems else 0


def _passed_over(files: Sequence[Path]) -> str:
    more = WORDS["and_more"].format(count=len(files) - SHOWN) if len(files) > SHOWN else ""
    return WORDS["passed_over"].format(files=", ".join(map(str, files[:SHOWN])), more=more)


def _sum_up(turns: int, scripts: int, failures: int, problems: int, stopped: bool) -> None:
    if problems:
        click.echo(WORDS["broken"].format(count=problems))
    if failures:
        click.echo(WORDS["some_wrong"].format(wrong=failures, turns=turns))
    if stopped:
        click.echo(WORDS["stopped"])
    elif not failures and not problems:
        click.echo(WORDS["fine"].format(turns=turns, scripts=scripts))
