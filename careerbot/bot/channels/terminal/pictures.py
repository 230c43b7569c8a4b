"""`/picture FILE.png [dark]`: the picture of the last answer as a file."""

from pathlib import Path

from careerbot.bot.channels.terminal.new_file import new_file
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
    if path.suffix.lower() != ENDING:
        wanted = path.with_suffix("") if path.suffix else path
        return Notice(WORDS["picture_ending"].format(path=wanted), problem=True)
    if not drawing.can_draw():
        return Notice(WORDS["cannot_draw"], problem=True)
    return new_file(path, lambda: drawing.draw(picture.content, theme or "light", source))


def named(words: str) -> str:
    """The name of the file, without the theme that may stand behind it."""
    name, _, last = words.rpartition(" ")
    return (name if name and last.lower() in THEMES else words).strip().strip("\"'")
