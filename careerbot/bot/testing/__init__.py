"""Conversations that authors write down, and whether the bot still holds them: `careerbot test`."""
