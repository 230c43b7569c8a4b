"""What was asked and not understood, kept where the operator wants it: for authors to learn from."""
