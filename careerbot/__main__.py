"""`python -m careerbot` is the same as `careerbot`."""

from careerbot.bot.cli import main

main()
