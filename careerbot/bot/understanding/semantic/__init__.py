"""Meaning of whole sentences: a pretrained encoder behind spelling correction. An extra; nothing imports it."""
