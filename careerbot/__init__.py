"""careerbot: a conversational career adviser for technology roles."""

__version__ = "0.1.0"
