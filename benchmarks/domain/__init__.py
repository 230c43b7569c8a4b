"""How well messages about careers are understood: as they were typed, and mistyped."""
