"""How well and how fast, in figures; none of it is a test. RESULTS.md has what was measured, and when."""
