"""Pay ranges: one bar for each role."""

from careerbot.bot.rendering.pictures.bars import draw_bars
from careerbot.bot.rendering.pictures.paper import Paper
from careerbot.bot.rendering.pictures.words import WORDS
from careerbot.intents.base import PayRanges


def fill(paper: Paper, pay: PayRanges) -> None:
    paper.title(WORDS["title_pay"])
    draw_bars(paper, pay.ranges, pay.ordered)
