"""`careerbot review`: group by group, from what was not understood to a phrase that has been tried."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import click
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import WordCompleter

from careerbot.bot.conversation import Adviser
from careerbot.bot.folders import called
from careerbot.bot.memory import Memory
from careerbot.bot.misses.changes import Changes, Pair, changes
from careerbot.bot.misses.grouping import Group, grouped
from careerbot.bot.misses.phrase_file import OnTrial, on_trial
from careerbot.bot.misses.reading import store_at
from careerbot.bot.misses.said import words_of
from careerbot.bot.misses.unanswered_command import WORDS, group_lines, kept_in
from careerbot.bot.rendering.clean import clean
from careerbot.bot.stores.errors import StoreError
from careerbot.bot.testing.expectations import Came
from careerbot.bot.testing.files import Script, read_scripts
from careerbot.bot.testing.trial import Held, hold
from careerbot.intents.base import Answer
from careerbot.intents.catalogue import SLOTS
from careerbot.intents.phrase_lines import PhraseNotAddedError
from careerbot.knowledge.problems import KnowledgeErrors, did_you_mean

OUT = "out_of_scope"
SHOWN = 8
"""Turns of a kind that are shown one by one."""


def review(
    adviser: Adviser,
    load: Callable[[], Adviser],
    intents: Path,
    tests: Sequence[Path],
    state: str | None,
    since: str | None,
) -> None:
    """`load` makes the adviser anew, from files that have changed. `intents`: the folder that phrases go into.
    `tests`: the files of conversation tests.
    """
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.ClickException(WORDS["not_at_a_terminal"])
    groups = grouped(kept_in(state, since), adviser)
    scripts = read_scripts(tests).scripts
    if not groups:
        click.echo(WORDS["nothing"])
        return
    _Review(adviser, load, intents, scripts, state).go_through(groups)


class _Review:
    def __init__(
        self,
        adviser: Adviser,
        load: Callable[[], Adviser],
        intents: Path,
        scripts: Sequence[Script],
        state: str | None,
    ) -> None:
        self._adviser = adviser
        self._load = load
        self._intents = intents
        self._scripts = scripts
        self._state = state
        self._held: list[Held] | None = None
        """The conversation tests with the adviser as it is, held once."""
        self._session: PromptSession[str] = PromptSession()

    def go_through(self, groups: Sequence[Group]) -> None:
        for number, group in enumerate(groups, start=1):
            click.echo()
            click.secho(WORDS["place"].format(number=number, groups=len(groups)), bold=True)
            for line in group_lines(group):
                click.echo(line)
            if not self._settled(group):
                return
        click.echo(WORDS["done"])

    def _settled(self, group: Group) -> bool:
        """False when the person wants to leave. What is refused comes up again."""
        while True:
            click.echo(WORDS["keys"].format(last=len(group.nearest)))
            match self._ask(WORDS["choose"]).strip().lower():
                case "q":
                    return False
                case "s" | "":
                    click.echo(WORDS["skipped"])
                    return True
                case "d":
                    self._drop(group)
                    return True
                case "o":
                    intent: str | None = OUT
                case "i":
                    intent = self._intent()
                case choice if choice in map(str, range(1, len(group.nearest) + 1)):
                    intent = group.nearest[int(choice) - 1].intent
                case _:
                    continue
            if intent and self._taught(group, intent):
                return True

    def _intent(self) -> str | None:
        name = self._ask(WORDS["which"], completer=WordCompleter(list(self._adviser.intents))).strip()
        if name in self._adviser.intents:
            return name
        if name:
            click.echo(WORDS["no_intent"].format(name=name, near=did_you_mean(name, self._adviser.intents)).rstrip())
        return None

    def _taught(self, group: Group, intent: str) -> bool:
        """Whether a phrase was kept."""
        click.echo(WORDS["phrase_help"].format(slots=", ".join(f"{{{slot}}}" for slot in sorted(SLOTS))))
        words = WORDS["phrase"].format(intent=_called([intent]), language=group.language)
        phrase = " ".join(self._ask(words, default=suggested(group.seen)).split())
        if not phrase:
            return False
        file = self._intents / intent / f"{group.language}.yaml"
        try:
            with on_trial(file, phrase) as trial:
                click.echo(WORDS["learning"])
                try:
                    after = self._load()
                    after.mind(group.language)
                except KnowledgeErrors as error:
                    click.secho(WORDS["refused"].format(file=called(file), problem=error), fg="red")
                    return False
                held = self._show(group, intent, after)
                for line, color in _to_be_written(file, trial):
                    click.secho(line, fg=color)
                trial.kept = self._ask(WORDS["keep"]).strip().lower() in ("y", "yes")
        except (PhraseNotAddedError, OSError) as error:
            click.secho(WORDS["refused"].format(file=called(file), problem=error), fg="red")
            return False
        if not trial.kept:
            click.echo(WORDS["put_back"].format(file=called(file)))
            return False
        click.secho(WORDS["kept"].format(file=called(file), line=trial.line), fg="green")
        self._adviser, self._held = after, held
        self._drop(group)
        return True

    def _show(self, group: Group, intent: str, after: Adviser) -> list[Held]:
        """What the phrase changes; the conversation tests as they are with it."""
        for text in group.examples:
            click.echo(of_example(words_of(text), group.language, intent, self._adviser, after))
        if not self._scripts:
            click.echo(WORDS["no_tests"])
            return []
        click.echo(WORDS["before"].format(turns=sum(len(script.turns) for script in self._scripts)))
        if self._held is None:
            self._held = list(hold(self._scripts, self._adviser))
        held = list(hold(self._scripts, after))
        for line, color in _told(changes(self._held, held)):
            click.secho(line, fg=color)
        return held

    def _drop(self, group: Group) -> None:
        """The messages have done their work."""
        try:
            with store_at(self._state) as store:
                for kept in group.misses:
                    store.drop("miss", kept.key)
        except StoreError as error:
            raise click.ClickException(str(error)) from None
        click.echo(WORDS["deleted"].format(count=len(group.misses)))

    def _ask(self, words: str, default: str = "", completer: WordCompleter | None = None) -> str:
        """What the person types; leaving with Ctrl-D is as q."""
        try:
            return self._session.prompt(words, default=default, completer=completer)
        except EOFError:
            return "q"


def suggested(seen: str) -> str:
    """What the router saw, as far as a phrase may have it."""
    return " ".join(word for word in seen.split() if not word.startswith("{") or re.sub(r"[{}]", "", word) in SLOTS)


def _to_be_written(file: Path, trial: OnTrial) -> Iterator[tuple[str, str | None]]:
    yield WORDS["writes_new" if trial.is_new else "writes"].format(file=called(file), line=trial.line), None
    yield from ((WORDS["line_after"].format(line=line), "green") for line in trial.written)


def of_example(text: str, language: str, wanted: str, before: Adviser, after: Adviser) -> str:
    """What becomes of a message of the group."""
    answers = [adviser.respond(text, Memory(language=language))[0] for adviser in (before, after)]
    was, now = map(Came.of, answers)
    sure, surer = map(_confidence, answers)
    stays = "surer" if round(surer, 2) > round(sure, 2) else "no_surer"
    name = "now" if was != now else stays if wanted in now.intents else "too_unlike"
    return WORDS[name].format(
        text=clean(text),
        intents=_called(now.intents),
        outcome=now.outcome,
        before=_called(was.intents),
        wanted=_called([wanted]),
        sure=sure,
        surer=surer,
    )


def _called(intents: Iterable[str]) -> str:
    return ", ".join(WORDS["out_of_scope"] if intent == OUT else intent for intent in intents)


def _confidence(answer: Answer) -> float:
    return min((query.confidence for query in answer.queries), default=0.0)


def _told(found: Changes) -> Iterator[tuple[str, str | None]]:
    for pair in found.broken[:SHOWN]:
        yield _turn("broken", pair), "red"
        for each in pair.after.wrong:
            yield WORDS["broken_detail"].format(key=each.key, expected=each.expected, came=each.came or "-"), "red"
    yield from _rest(found.broken)
    for pair in found.mended[:SHOWN]:
        yield _turn("mended", pair), "green"
    yield from _rest(found.mended)
    for pair in found.differing[:SHOWN]:
        names = [", ".join(held.came.intents) + f", {held.came.outcome}" for held in pair]
        yield WORDS["differs"].format(said=clean(pair.after.turn.said), before=names[0], after=names[1]), None
        yield from ((line, None) for line in _in_words(*(held.came.text.split("\n") for held in pair)))
    yield from _rest(found.differing)
    if not any(found):
        yield WORDS["nothing_changes"], None


def _in_words(before: list[str], after: list[str]) -> Iterator[str]:
    """The first line of each that the other does not have."""
    for name, lines, others in (("line_before", before, after), ("line_after", after, before)):
        own = next((line for line in lines if line not in others), None)
        if own is not None:
            yield WORDS[name].format(line=own)


def _turn(name: str, pair: Pair) -> str:
    held = pair.after
    return WORDS[name].format(file=held.script.file, line=held.turn.line, said=clean(held.turn.said))


def _rest(pairs: Sequence[Pair]) -> Iterator[tuple[str, None]]:
    if len(pairs) > SHOWN:
        yield WORDS["more"].format(count=len(pairs) - SHOWN), None
