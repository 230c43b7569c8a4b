"""The words of the pictures."""

from pathlib import Path

from careerbot.bot.rendering.wording import wording

WORDS = wording(Path(__file__).with_name("en.yaml"))
