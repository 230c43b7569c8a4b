"""Where knowledge and intents are, in folders that somebody names."""

from pathlib import Path
from typing import NamedTuple


class OwnFolders(NamedTuple):
    """The folders that somebody named, by an option or a setting; None where only this program's are used."""

    knowledge: Path | None = None
    intents: Path | None = None

    def found(self) -> tuple[Path | None, Path | None]:
        """The folders of knowledge and of intents in them."""
        return folders_in(self.knowledge, self.intents)

    def intents_to_be(self) -> Path | None:
        """The folder of own question types, there or not yet; None where only this program's are used."""
        return self.found()[1] or (self.knowledge / "intents" if self.knowledge else None)

    def conversations(self) -> tuple[Path, ...]:
        """Folders of conversations beside what is own, there or not yet."""
        intents = self.intents_to_be()
        beside = [*([self.knowledge] if self.knowledge else []), *([intents.parent] if intents else [])]
        return tuple(dict.fromkeys(folder / "conversations" for folder in beside))


NONE_OF_ONES_OWN = OwnFolders()


def folders_in(folder: Path | None, intents: Path | None = None) -> tuple[Path | None, Path | None]:
    """The own folders of knowledge and of intents; None where only this program's are used.

    `folder` is laid out as this package, with knowledge/ and intents/ or one of them; or it is itself a knowledge
    folder, with intents/ in it or without. `intents` has a folder for each question type, or intents/ with those.
    """
    knowledge, beside = _of_knowledge(folder) if folder else (None, None)
    return knowledge, of_intents(intents) if intents else beside


def of_intents(folder: Path) -> Path:
    return folder / "intents" if (folder / "intents").is_dir() else folder


def is_knowledge(folder: Path) -> bool:
    return any((folder / name).exists() for name in ("roles.yaml", "sources.yaml", "vocabulary"))


def called(path: Path) -> str:
    """A file as a person finds it: by its path from where they are, or from the root of the machine."""
    path = path.absolute()
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else path.as_posix()


def _of_knowledge(folder: Path) -> tuple[Path | None, Path | None]:
    beside = folder / "intents" if (folder / "intents").is_dir() else None
    if is_knowledge(folder):
        return folder, beside
    return folder / "knowledge" if (folder / "knowledge").is_dir() else None, beside
