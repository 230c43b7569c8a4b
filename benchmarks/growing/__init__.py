"""Catalogues of any size, and what they cost."""
