"""The terminal: a read-eval-print loop over the conversation core."""
