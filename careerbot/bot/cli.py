"""The command line. Everything beyond click is imported by the command that needs it: `ask` must start fast."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from careerbot import __version__
from careerbot.bot.folders import NONE_OF_ONES_OWN, OwnFolders, is_knowledge
from careerbot.bot.rendering.clean import whole
from careerbot.bot.settings import Settings
from careerbot.knowledge.problems import KnowledgeErrors

if TYPE_CHECKING:
    from careerbot.bot.conversation import Adviser

WORDING = Path(__file__).parent / "channels" / "command_line.en.yaml"


FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def own_folders(command: Callable[..., None]) -> Callable[..., None]:
    """Adds the options that lay own folders over what the program has; they come as `knowledge` and `intents`."""
    told = "Folder of own roles and names (see docs/authors.md). Default: CAREERBOT_KNOWLEDGE."
    command = click.option("--intents", type=FOLDER, help="The same of question types. Default: CAREERBOT_INTENTS.")(
        command
    )
    return click.option("--knowledge", type=FOLDER, help=told)(command)


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
@own_folders
def ask(text: tuple[str, ...], conversation: bool, in_json: bool, knowledge: Path | None, intents: Path | None) -> None:
    """Answer TEXT, or without it every line of standard input, each on its own."""
    gc.disable()  # it ends before a collection could pay: a tenth of the time to start
    from careerbot.bot.channels.terminal.lines import messages, take_any_text
    from careerbot.bot.memory import Memory
    from careerbot.bot.rendering.plain import plain

    take_any_text()
    adviser = _adviser(OwnFolders(knowledge, intents))
    memory = Memory()
    for n, message in enumerate([_joined(text)] if text else messages()):
        answer, after = adviser.respond(message, memory)
        if conversation:
            memory = after
        if in_json:
            from careerbot.bot.rendering.as_json import as_json, json_line

            _print(json_line(as_json(message, answer)))
        else:
            _print(("\n" if n else "") + plain(answer, offers=True))


@cli.command()
@click.argument("text", nargs=-1)
@click.option(
    "--conversation", is_flag=True, help="Lines of standard input are turns before TEXT, or the last is TEXT."
)
@click.option("--json", "in_json", is_flag=True, help="One JSON object.")
@own_folders
def explain(
    text: tuple[str, ...], conversation: bool, in_json: bool, knowledge: Path | None, intents: Path | None
) -> None:
    """Show how TEXT is understood: spelling, entities, question types, memory, rules, the facts behind the answer."""
    from careerbot.bot.channels.terminal.explaining import explain as show

    if not text and not conversation:
        from careerbot.bot.rendering.wording import wording

        words = wording(WORDING)
        raise click.UsageError(words["nothing_to_explain"])
    show(_adviser(OwnFolders(knowledge, intents)), _joined(text), conversation, in_json)


@cli.command()
@click.argument("folder", metavar="[DIR]", required=False, type=FOLDER)
@own_folders
@click.option("--quick", is_flag=True, help="Only what takes a second: nothing is learnt and asked.")
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings too.")
@click.option("--all", "every", is_flag=True, help="Show every warning, however many there are of a kind.")
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="For a person, a program, or a workflow on GitHub.",
)
def check(
    folder: Path | None,
    knowledge: Path | None,
    intents: Path | None,
    quick: bool,
    strict: bool,
    every: bool,
    style: str,
) -> None:
    """Check the knowledge and the phrases, of this program or in DIR. Exits with 1 on any error.

    Each finding has its file and line, what is wrong and what to do.
    """
    from careerbot.bot.channels.terminal.lines import take_any_text
    from careerbot.bot.checking import report
    from careerbot.bot.checking.check import check as find

    take_any_text()
    checked = find(*_folders(OwnFolders(folder or knowledge, intents)), quick=quick, cache=Settings.read().cache)
    if style == "json":
        _print(report.as_json(checked))
    else:
        for line in report.as_github(checked) if style == "github" else report.as_text(checked, every=every):
            _print(line)
    sys.exit(int(bool(report.count(checked, "error") or (strict and checked.problems))))


@cli.group()
def new() -> None:
    """Write a stub to be filled in: a role or a question type of your own."""


@new.command("role")
@click.argument("title")
@click.option("--knowledge", type=click.Path(file_okay=False, path_type=Path), help="Folder of own knowledge.")
def new_role(title: str, knowledge: Path | None) -> None:
    """Add the role TITLE, with every field explained, to own knowledge: here, or in the folder that is named."""
    from careerbot.bot.authoring.new_role import new_role as write

    folder = knowledge or Settings.read().knowledge or Path()
    inside = folder if is_knowledge(folder) or not (folder / "knowledge").is_dir() else folder / "knowledge"
    _written(lambda: write(title, inside, _told("knowledge", knowledge, Settings.read().knowledge)))


@new.command("intent")
@click.argument("name")
@click.option("--intents", type=click.Path(file_okay=False, path_type=Path), help="Folder of own question types.")
def new_intent(name: str, intents: Path | None) -> None:
    """Add the question type NAME with a fixed reply, and a conversation that fails until it is filled in."""
    from careerbot.bot.authoring.new_intent import new_intent as write

    folder = intents or Settings.read().intents or Settings.read().knowledge or Path()
    holds_types = folder.name == "intents" or (any(folder.glob("*/en.yaml")) and not is_knowledge(folder))
    inside = folder if holds_types else folder / "intents"
    _written(lambda: write(name, inside, _told("intents", intents, Settings.read().intents)))


def _told(name: str, given: Path | None, set_: Path | None) -> str:
    """The option by which other commands find the folder; nothing where a setting names it already."""
    return "" if given is None and set_ else f" --{name} {given or '.'}"


def _written(write: "Callable[[], list[str]]") -> None:
    from careerbot.bot.authoring.new_role import NotWrittenError

    try:
        lines = write()
    except NotWrittenError as error:
        raise click.ClickException(str(error)) from None
    for line in lines:
        _print(line)


@cli.command()
@click.argument("name", required=False, type=click.Choice(["roles", "sources", "vocabulary", "intent", "common"]))
@click.option("--own", is_flag=True, help="Of files in an own folder, which have only what is added.")
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), help="Write all of them into this folder.")
def schema(name: str | None, own: bool, into: Path | None) -> None:
    """Print the JSON Schema of a file that authors write, for completion in an editor."""
    from careerbot.bot import schemas

    if into:
        for path in schemas.write_all(into):
            _print(str(path))
    elif name:
        print((schemas.own_schema if own else schemas.schema)(name), end="")
    else:
        for each, (_, file) in schemas.FILES.items():
            _print(f"{each:12}{file}")


@cli.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--junit", type=click.Path(dir_okay=False, path_type=Path), help="Write the results as JUnit XML, too.")
@click.option("-x", "stop", is_flag=True, help="Stop at the first turn that is not as expected.")
@own_folders
def test(files: tuple[Path, ...], junit: Path | None, stop: bool, knowledge: Path | None, intents: Path | None) -> None:
    """Hold the conversations in FILES (YAML files or folders) and show where an answer is not as its author wrote.

    Exits with 1 if one is not. Without FILES: conversations in own folders, and tests/conversations, tests/intents and
    conversations, as far as they are here.
    """
    from careerbot.bot.channels.terminal.lines import take_any_text
    from careerbot.bot.testing.command import test as hold_all

    take_any_text()
    own = OwnFolders(knowledge, intents)
    sys.exit(hold_all(_adviser(own), files, junit, stop, _named(own).conversations()))


@cli.command()
@click.option("--state", help="Folder or address of Redis where misses are kept. Default: CAREERBOT_STATE.")
@click.option("--since", help="Only from this day on: 2026-11-24, or 7d for the last seven days.")
@click.option("--json", "in_json", is_flag=True, help="One JSON list.")
@own_folders
def unanswered(
    state: str | None, since: str | None, in_json: bool, knowledge: Path | None, intents: Path | None
) -> None:
    """Show what people asked and did not get, alike messages together, the commonest first.

    Kept is only what CAREERBOT_KEEP_MISSES=on keeps.
    """
    from careerbot.bot.channels.terminal.lines import take_any_text
    from careerbot.bot.misses.unanswered_command import unanswered as show

    take_any_text()
    show(_adviser(OwnFolders(knowledge, intents)), state, since, in_json)


@cli.command()
@click.option("--state", help="Folder or address of Redis where misses are kept. Default: CAREERBOT_STATE.")
@click.option("--since", help="Only from this day on: 2026-11-24, or 7d for the last seven days.")
@click.option("--tests", multiple=True, type=click.Path(exists=True, path_type=Path), help="As for `careerbot test`.")
@own_folders
def review(
    state: str | None, since: str | None, tests: tuple[Path, ...], knowledge: Path | None, intents: Path | None
) -> None:
    """Go through what was not understood, and teach it: a phrase for a question type, or for what is out of scope.

    Each phrase is tried on the conversation tests before it is kept.
    """
    from careerbot.bot.built_in import INTENTS
    from careerbot.bot.channels.terminal.lines import take_any_text
    from careerbot.bot.compiled import load_adviser
    from careerbot.bot.misses.review_command import review as go_through
    from careerbot.bot.testing.files import files_in

    take_any_text()
    own = OwnFolders(knowledge, intents)
    cache = Settings.read().cache
    named = _named(own)
    go_through(
        _adviser(own),
        lambda: load_adviser(*_folders(own), cache),
        named.intents_to_be() or INTENTS,
        files_in(tests, named.conversations()),
        state,
        since,
    )


@cli.command()
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@own_folders
def record(file: Path | None, knowledge: Path | None, intents: Path | None) -> None:
    """Open a conversation that becomes a test in FILE, which expects what came. Without FILE it is printed."""
    from careerbot.bot.testing.record_command import record as listen

    listen(_adviser(OwnFolders(knowledge, intents)), file)


@cli.command()
@click.option("--state", type=click.Path(file_okay=False, path_type=Path), help="Folder to remember in.")
@click.option("--no-state", is_flag=True, help="Remember nothing after the end.")
@own_folders
def chat(state: Path | None, no_state: bool, knowledge: Path | None, intents: Path | None) -> None:
    """Open a conversation. It is taken up again the next time."""
    from careerbot.bot.channels.terminal.repl import chat as talk
    from careerbot.bot.channels.terminal.said import WORDS
    from careerbot.bot.stores.in_process import InProcessStore

    settings = Settings.read()
    folder = None if no_state else state or settings.state
    adviser = _adviser(OwnFolders(knowledge, intents))
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
@own_folders
def telegram(
    state: Path | None, no_state: bool, drop_pending: bool, knowledge: Path | None, intents: Path | None
) -> None:
    """Run the Telegram bot by polling. Its token is in CAREERBOT_TELEGRAM_TOKEN, or in the file that
    CAREERBOT_TELEGRAM_TOKEN_FILE names.
    """
    from careerbot.bot.channels.telegram.command import poll

    poll(_adviser, state, no_state, drop_pending, OwnFolders(knowledge, intents))


@cli.command()
@own_folders
def serve(knowledge: Path | None, intents: Path | None) -> None:
    """Run the Telegram bot as a webhook service, for many people. Its settings are in the environment, or in the file
    that CAREERBOT_SETTINGS names: see docs/operators.md.
    """
    from careerbot.bot.channels.telegram.command import serve as run

    run(_adviser, OwnFolders(knowledge, intents))


def _adviser(own: OwnFolders = NONE_OF_ONES_OWN, cache: Path | None = None) -> "Adviser":
    """The core. Raises KnowledgeErrors, as it does again when a language is first used; `main` tells them."""
    from careerbot.bot.compiled import load_adviser

    return load_adviser(*_folders(own), cache or Settings.read().cache, before_compiling=_tell_first_start)


def _folders(own: OwnFolders) -> tuple[Path | None, Path | None]:
    """The folders that are named. One that holds nothing of ours is an error."""
    named = _named(own)
    found = named.found()
    if named.knowledge and found[0] is None and (found[1] is None or named.intents):
        from careerbot.bot.rendering.wording import wording

        words = wording(WORDING)
        raise click.UsageError(words["nothing_to_check"].format(folder=named.knowledge))
    return found


def _named(own: OwnFolders) -> OwnFolders:
    """By options first, and then by settings."""
    settings = Settings.read()
    return OwnFolders(own.knowledge or settings.knowledge, own.intents or settings.intents)


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
    """The program. Ctrl-C ends it in silence, with the exit code that shells expect.

    What is wrong with the knowledge ends it with every problem told, in whichever language it is noticed.
    """
    try:
        sys.exit(cli.main(prog_name="careerbot", standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except KnowledgeErrors as error:
        click.ClickException(str(error)).show()
        sys.exit(1)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
