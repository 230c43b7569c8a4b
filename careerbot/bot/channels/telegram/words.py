"""The channel's own words."""

from pathlib import Path

from careerbot.bot.rendering.spoken import Words

WORDS = Words(Path(__file__).parent)
