"""A card to share: of one role, or of the roles that somebody keeps."""

from careerbot.bot.rendering.pictures import style
from careerbot.bot.rendering.pictures.bars import draw_bars
from careerbot.bot.rendering.pictures.paper import Paper
from careerbot.bot.rendering.pictures.words import WORDS
from careerbot.intents.base import Card

STRIPE = 14
AFTER = 22


def fill(paper: Paper, card: Card) -> None:
    paper.bar(0, 0, style.WIDTH, STRIPE, paper.colors.bar)
    paper.y += STRIPE
    paper.y = paper.write(card.title, style.EDGE, paper.y, size=style.TITLE, bold=True)
    says_pay = len(card.pay) == 1 and card.pay[0].text in card.subtitle
    if card.subtitle and not says_pay:
        paper.y = paper.write(card.subtitle, style.EDGE, paper.y + 2, color=paper.colors.faint)
    if card.pay:
        paper.y += AFTER
        paper.y = paper.write(WORDS["pay"], style.EDGE, paper.y, size=style.SMALL, color=paper.colors.faint) + 12
        _pay(paper, card, card.subtitle if says_pay else "")
    for section in card.sections:
        paper.y += AFTER
        paper.line((style.EDGE, style.WIDTH - style.EDGE), (paper.y, paper.y), paper.colors.grid)
        paper.y += AFTER * 0.6
        if section.title:
            paper.heading(section.title)
        paper.y = paper.items(section.lines, style.EDGE, paper.y, style.INSIDE)


def _pay(paper: Paper, card: Card, said: str) -> None:
    """`said`: the only range in words of the card's own."""
    if len(card.pay) > 1:
        draw_bars(paper, card.pay)
        return
    only = card.pay[0]  # a bar on a scale of its own says nothing
    text = said or (only.text if only.label == card.title else f"{only.label}: {only.text}")
    paper.y = paper.write(text, style.EDGE, paper.y - 6, size=style.TITLE, bold=True)
