"""Word pieces, weights, spelling and the linear model of the semantic classifier."""

import json
from pathlib import Path

import numpy as np
import pytest

from careerbot.bot.understanding.semantic.dictionary import Dictionary
from careerbot.bot.understanding.semantic.head import fitted
from careerbot.bot.understanding.semantic.weights import tensors
from careerbot.bot.understanding.semantic.wordpiece import WordPieces

PIECES = ["[UNK]", "[CLS]", "[SEP]", "pay", "##roll", "##s", "cafe", "!", "中"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Payrolls!", ["pay", "##roll", "##s", "!"]),
        ("café", ["cafe"]),
        ("pay中pay", ["pay", "中", "pay"]),
        ("paz", ["[UNK]"]),
        ("pay" * 50, ["[UNK]"]),
        ("", []),
    ],
)
def test_words_are_cut_greedily(text: str, pieces: list[str]) -> None:
    """The longest piece that a word begins with comes first; what cannot be cut is unknown as a whole."""
    expected = [PIECES.index(piece) for piece in ["[CLS]", *pieces, "[SEP]"]]

    assert WordPieces(PIECES).numbers(text, 100) == expected


def test_a_long_message_is_cut_off() -> None:
    """Start and end are marked however long the message is."""
    numbers = WordPieces(PIECES).numbers("pay " * 50, 8)

    assert numbers == [1, *[3] * 6, 2]


def test_weights_are_read(tmp_path: Path) -> None:
    """Numbers come out of a safetensors file as they went in, in their shape."""
    values = np.arange(6, dtype="<f4").reshape(2, 3)
    header = json.dumps({"matrix": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}, "__metadata__": {}})
    path = tmp_path / "model.safetensors"
    path.write_bytes(len(header).to_bytes(8, "little") + header.encode() + values.tobytes())

    assert {name: value.tolist() for name, value in tensors(path)} == {"matrix": values.tolist()}


@pytest.mark.parametrize(
    ("word", "meant"),
    [("slaary", "salary"), ("salary", "salary"), ("celery", "celery"), ("a", "a"), ("k8s", "k8s"), ("qqqq", "qqqq")],
)
def test_only_unknown_words_are_corrected(word: str, meant: str) -> None:
    """A word of the phrases or of English stays; one within a few typing errors of one is corrected; others stay."""
    assert Dictionary({"salary": 3, "pay": 5}, ["celery"], []).readings([word])[0].words == (meant,)


def test_what_is_likely_twice_is_read_twice() -> None:
    """Readings of a word between two others: both, the likelier first, with shares that are one in all."""
    readings = Dictionary({"cost": 5, "most": 1}, [], []).readings(["pay", "nost"])

    assert [reading.words for reading in readings] == [("pay", "cost"), ("pay", "most")]
    assert sum(reading.share for reading in readings) == pytest.approx(1)


def test_the_linear_model_separates_what_can_be_separated() -> None:
    """Fitted on groups of points that lie apart, it names each point's group; twice the same to the last bit."""
    random = np.random.default_rng(0)
    targets = np.repeat(np.arange(3), 20)
    rows = (np.eye(3)[targets] + random.normal(0, 0.1, (60, 3))).astype(np.float32)
    weights = fitted(rows, targets, 3, 1e-4)

    assert ((rows @ weights[:-1] + weights[-1]).argmax(1) == targets).all()
    assert (weights == fitted(rows, targets, 3, 1e-4)).all()
