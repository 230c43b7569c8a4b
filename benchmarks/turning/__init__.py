"""One turn and one process, taken apart."""
