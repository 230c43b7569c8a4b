"""What is true: facts, names of things, and look-ups over them. Knows nothing of chat."""
