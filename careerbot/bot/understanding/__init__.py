"""What a message says: from text to the questions it asks. Imports as little as it can: `ask` must start fast."""

import os

# Tables are small here: threads that shared one would mostly wait for each other. Read when numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
