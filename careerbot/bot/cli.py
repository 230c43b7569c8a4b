"""The command line. Everything beyond click is imported by the command that needs it: `ask` must start fast."""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from careerbot import __version__
from careerbot.bot.rendering.clean import whole
from careerbot.bot.settings import Settings

if TYPE_CHECKING:
    from careerbot.bot.conversation import Adviser

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
WORDING = Path(__file__).parent / "channels" / "command_line.en.yaml"


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="careerbot")
@click.pass_context
def cli(context: click.Context) -> None:
    """A career adviser for technology roles: pay, skills, work, comparisons.

    Without a command it opens a conversation, the same as `careerbot chat`.
    """
    if context.invoked_subcommand is None:
        context.invoke(chat)


@cli.command()
@click.argument("text", nargs=-1)
@click.option("--conversation", is_flag=True, help="The lines are turns of one conversation.")
@click.option("--json", "in_json", is_flag=True, help="Answer with one JSON object for each line.")
def ask(text: tuple[str, ...], conversation: bool, in_json: bool) -> None:
    """Answer TEXT, or without it every line of standard input, each on its own."""
    gc.disable()  # it ends before a collection could pay: a tenth of the time to start
    from careerbot.bot.channels.terminal.lines import messages, take_any_text
    from careerbot.bot.memory import Memory
    from careerbot.bot.rendering.plain import plain

    take_any_text()
    adviser = _adviser()
    memory = Memory()
    for n, message in enumerate([_joined(text)] if text else messages()):
        answer, after = adviser.respond(message, memory)
        if conversation:
            memory = after
        if in_json:
            from careerbot.bot.rendering.as_json import as_json, json_line

            _print(json_line(as_json(message, answer)))
        else:
            _print(("\n" if n else "") + plain(answer))


@cli.command()
@click.argument("text", nargs=-1)
@click.option(
    "--conversation", is_flag=True, help="Lines of standard input are turns before TEXT, or the last is TEXT."
)
@click.option("--json", "in_json", is_flag=True, help="One JSON object.")
def explain(text: tuple[str, ...], conversation: bool, in_json: bool) -> None:
    """Show how TEXT is understood: spelling, entities, question types, memory, rules, the facts behind the answer."""
    from careerbot.bot.channels.terminal.explaining import explain as show

    if not text and not conversation:
        from careerbot.bot.rendering.wording import wording

        words = wording(WORDING)
        raise click.UsageError(words["nothing_to_explain"])
    show(_adviser(), _joined(text), conversation, in_json)


@cli.command()
@click.argument(
    "folder", metavar="[DIR]", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
def check(folder: Path | None) -> None:
    """Check the knowledge and the phrases, of this program or in DIR. Exits with 1 if anything is wrong."""
    from careerbot.bot import compiled
    from careerbot.bot.channels.terminal.lines import take_any_text
    from careerbot.bot.folders import folders_in
    from careerbot.bot.rendering.wording import wording
    from careerbot.intents import catalogue
    from careerbot.knowledge.load import load

    take_any_text()
    words = wording(WORDING)
    knowledge, intents = folders_in(folder)
    if folder and not knowledge and not intents:
        raise click.UsageError(words["nothing_to_check"].format(folder=folder))
    problems = compiled.check(knowledge, intents)
    for problem in problems:
        _print(str(problem))
    if problems:
        _print(words["problems"].format(count=len(problems)))
        sys.exit(1)
    base = load(knowledge or compiled.KNOWLEDGE).knowledge
    asked = catalogue.read(intents or compiled.INTENTS)["intents"]
    phrases = sum(len(entry["phrases"]) for entry in asked.values())
    _print(words["fine"].format(roles=len(base.roles), facts=len(base.facts), intents=len(asked), phrases=phrases))


@cli.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--junit", type=click.Path(dir_okay=False, path_type=Path), help="Write the results as JUnit XML, too.")
@click.option("-x", "stop", is_flag=True, help="Stop at the first turn that is not as expected.")
@click.option("--knowledge", "folder", type=FOLDER, help="A folder with knowledge/ and intents/ or one of them.")
def test(files: tuple[Path, ...], junit: Path | None, stop: bool, folder: Path | None) -> None:
    """Hold the conversations in FILES (YAML files or folders) and show where an answer is not as its author wrote.

    Exits with 1 if one is not. Without FILES: tests/conversations, tests/intents and conversations, as far as they are
    here.
    """
    from careerbot.bot.channels.terminal.lines import take_any_text
    from careerbot.bot.testing.command import test as hold_all

    take_any_text()
    sys.exit(hold_all(_adviser(folder), files, junit, stop))


@cli.command()
@click.option("--state", help="Folder or address of Redis where misses are kept. Default: CAREERBOT_STATE.")
@click.option("--since", help="Only from this day on: 2026-11-24, or 7d for the last seven days.")
@click.option("--json", "in_json", is_flag=True, help="One JSON list.")
def unanswered(state: str | None, since: str | None, in_json: bool) -> None:
    """Show what people asked and did not get, alike messages together, the commonest first.

    Kept is only what CAREERBOT_KEEP_MISSES=on keeps.
    """
    from careerbot.bot.channels.terminal.lines import take_any_text
    from careerbot.bot.misses.unanswered_command import unanswered as show

    take_any_text()
    show(_adviser(), state, since, in_json)


@cli.command()
@click.option("--state", help="Folder or address of Redis where misses are kept. Default: CAREERBOT_STATE.")
@click.option("--since", help="Only from this day on: 2026-11-24, or 7d for the last seven days.")
@click.option("--tests", multiple=True, type=click.Path(exists=True, path_type=Path), help="As for `careerbot test`.")
@click.option("--knowledge", "folder", type=FOLDER, help="A folder with knowledge/ and intents/ or one of them.")
def review(state: str | None, since: str | None, tests: tuple[Path, ...], folder: Path | None) -> None:
    """Go through what was not understood, and teach it: a phrase for a question type, or for what is out of scope.

    Each phrase is tried on the conversation tests before it is kept.
    """
    from careerbot.bot.channels.terminal.lines import take_any_text
    from careerbot.bot.compiled import INTENTS, load_adviser
    from careerbot.bot.folders import folders_in
    from careerbot.bot.misses.review_command import review as go_through

    take_any_text()
    folders = folders_in(folder)
    cache = Settings.read().cache
    go_through(_adviser(folder), lambda: load_adviser(*folders, cache), folders[1] or INTENTS, tests, state, since)


@cli.command()
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
def record(file: Path | None) -> None:
    """Open a conversation that becomes a test in FILE, which expects what came. Without FILE it is printed."""
    from careerbot.bot.testing.record_command import record as listen

    listen(_adviser(), file)


@cli.command()
@click.option("--state", type=click.Path(file_okay=False, path_type=Path), help="Folder to remember in.")
@click.option("--no-state", is_flag=True, help="Remember nothing after the end.")
def chat(state: Path | None, no_state: bool) -> None:
    """Open a conversation. It is taken up again the next time."""
    from careerbot.bot.channels.terminal.repl import chat as talk
    from careerbot.bot.channels.terminal.said import WORDS
    from careerbot.bot.stores.in_process import InProcessStore

    settings = Settings.read()
    folder = None if no_state else state or settings.state
    adviser = _adviser()
    if folder is None:
        if not no_state:
            click.echo(WORDS["nowhere_to_remember"], err=True)
        with InProcessStore() as nothing_kept:
            talk(adviser, nothing_kept)
        return
    from careerbot.bot.channels.terminal.misses import Misses
    from careerbot.bot.misses.notebook import Notebook
    from careerbot.bot.stores.sqlite_records import SqliteRecordStore

    notebook = Notebook(settings.misses_days) if settings.keep_misses else None
    with SqliteRecordStore(folder / "memory.sqlite3") as kept:
        talk(adviser, kept, typed_lines=folder / "typed_lines", misses=Misses(adviser, kept, notebook))


@cli.command()
@click.option("--state", type=click.Path(file_okay=False, path_type=Path), help="Folder to remember in.")
@click.option("--no-state", is_flag=True, help="Remember nothing after the end.")
@click.option("--drop-pending", is_flag=True, help="Drop what people wrote while the bot was down.")
def telegram(state: Path | None, no_state: bool, drop_pending: bool) -> None:
    """Run the Telegram bot by polling. Its token is in CAREERBOT_TELEGRAM_TOKEN, or in the file that
    CAREERBOT_TELEGRAM_TOKEN_FILE names.
    """
    from careerbot.bot.channels.telegram.command import poll

    poll(_adviser, state, no_state, drop_pending)


@cli.command()
def serve() -> None:
    """Run the Telegram bot as a webhook service, for many people. Its settings are in the environment, or in the file
    that CAREERBOT_SETTINGS names: see docs/operators.md.
    """
    from careerbot.bot.channels.telegram.command import serve as run

    run(_adviser)


def _adviser(folder: Path | None = None, cache: Path | None = None) -> "Adviser":
    """The core; what is wrong with the knowledge ends the program, with every problem told."""
    from careerbot.bot.compiled import load_adviser
    from careerbot.bot.folders import folders_in

    try:
        return load_adviser(*folders_in(folder), cache or Settings.read().cache, before_compiling=_tell_first_start)
    except Exception as error:
        from careerbot.knowledge.problems import KnowledgeErrors

        if isinstance(error, KnowledgeErrors):
            raise click.ClickException(str(error)) from error
        raise


def _tell_first_start() -> None:
    """Compiling takes seconds: whoever watches is told why, in a terminal or in the log of a service."""
    from careerbot.bot.rendering.wording import wording

    if sys.stderr.isatty():
        click.echo(wording(WORDING)["first_start"], err=True)
    else:
        import logging

        logging.getLogger(__name__).info("%s", wording(WORDING)["first_start"])


def _joined(words: tuple[str, ...]) -> str:
    """The words of the command line as one message; bytes that are no UTF-8 become U+FFFD, as on standard input."""
    return whole(" ".join(words))


def _print(text: str) -> None:
    print(text, flush=True)


def main() -> None:
    """The program. Ctrl-C ends it in silence, with the exit code that shells expect."""
    try:
        sys.exit(cli.main(prog_name="careerbot", standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
