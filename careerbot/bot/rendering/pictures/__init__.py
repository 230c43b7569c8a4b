"""Blocks of an answer as pictures, drawn by matplotlib: the `charts` extra, imported when something is drawn."""
