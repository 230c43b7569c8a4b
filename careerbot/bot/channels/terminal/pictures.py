"""`/picture FILE.png [dark]`: the picture of the last answer as a file."""

from pathlib import Path

from careerbot.bot.channels.terminal.said import WORDS, Notice
from careerbot.bot.rendering.pictures import drawing
from careerbot.bot.rendering.pictures.picture import Picture, file_name
from careerbot.bot.rendering.pictures.style import THEMES

ENDING = ".png"


def save_picture(picture: Picture | None, source: str, words: str) -> Notice:
    """Save it where the words say. `source`: the title of where the figures come from.

    Nothing is written over; what keeps it from being saved is told with what to do.
    """
    if picture is None:
        return Notice(WORDS["no_picture"])
    given = named(words)
    theme = THEMES.get(words.rpartition(" ")[2].lower()) if given != words else None
    if not given:
        return Notice(WORDS["picture_usage"].format(example=file_name(picture.content)))
    path = Path(given)
    try:
        path = path.expanduser()
        problem = _problem(path)
        if problem:
            return problem
        png = drawing.draw(picture.content, theme or "light", source)
        with path.open("xb") as file:
            file.write(png)
    except FileExistsError:
        return _told(WORDS["picture_exists"], path)
    except (OSError, RuntimeError, ValueError) as error:  # no home folder; a name that no file can have
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Notice(WORDS["picture_failed"].format(path=path, reason=reason), problem=True)
    return Notice(WORDS["picture_saved"].format(path=path))


def named(words: str) -> str:
    """The name of the file, without the theme that may stand behind it."""
    name, _, last = words.rpartition(" ")
    return (name if name and last.lower() in THEMES else words).strip().strip("\"'")


def _problem(path: Path) -> Notice | None:
    """What can be told before anything is drawn."""
    if path.suffix.lower() != ENDING:
        return _told(WORDS["picture_ending"], path.with_suffix("") if path.suffix else path)
    if path.exists():
        return _told(WORDS["picture_exists"], path)
    if not path.parent.is_dir():
        return Notice(WORDS["picture_folder"].format(folder=path.parent), problem=True)
    if not drawing.can_draw():
        return Notice(WORDS["cannot_draw"], problem=True)
    return None


def _told(words: str, path: Path) -> Notice:
    return Notice(words.format(path=path), problem=True)
