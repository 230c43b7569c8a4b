"""Public intent sets: the same messages to careerbot's classifier and to what one would take instead.

    python -m benchmarks.intents.run SETS --environments VENVS --results RESULTS.jsonl
    python -m benchmarks.intents.table RESULTS.jsonl
    python -m benchmarks.intents.calibration SETS

SETS is a folder with the public sets (`sets.py` says where they come from), VENVS one that the peers are installed
into.
"""
