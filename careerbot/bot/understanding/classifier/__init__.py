"""The router as a part of its own: learns intents from phrases of any field and names the intent of a message.

Nothing of careers is in it. Answering about careers does not import it, and so needs no numpy.

    classifier = Classifier.fit(["what is my balance", "send money to ann"], ["balance", "transfer"])
    classifier.predict("my blance pls")        # Prediction(intent='balance', confidence=…)
"""

from careerbot.bot.understanding.classifier.classifier import Classifier, Prediction

__all__ = ["Classifier", "Prediction"]
