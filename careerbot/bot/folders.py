"""Where knowledge and intents are, in a folder that somebody names."""

from pathlib import Path


def folders_in(folder: Path | None) -> tuple[Path | None, Path | None]:
    """The folders of knowledge and intents in this one; None for those of this program.

    It is laid out as this package, with knowledge/ and intents/ or one of them; or it is a knowledge folder.
    """
    if folder is None:
        return None, None
    if (folder / "roles.yaml").exists():
        return folder, None
    knowledge, intents = (path if path.is_dir() else None for path in (folder / "knowledge", folder / "intents"))
    return knowledge, intents
