"""Stubs for authors: what to fill in, written beside what is there already."""
