"""What a message that was not understood says, as the mind of its language reads it."""

from typing import TYPE_CHECKING, NamedTuple

from careerbot.bot.memory import Memory
from careerbot.bot.misses.likeness import Content
from careerbot.bot.misses.stripping import PLACEHOLDER
from careerbot.bot.understanding.delexicalise import delexicalise
from careerbot.bot.understanding.line import Entities
from careerbot.bot.understanding.stemming import stem

if TYPE_CHECKING:
    from careerbot.bot.mind import Mind


class Said(NamedTuple):
    phrase: str
    """As it was written, with slots for names: "how do i become {title}". What a phrase could be made of."""
    content: Content
    """Stems of all but the small words, each with its rarity."""


def said_in(text: str, mind: "Mind") -> Said:
    entities = [clause.entities for clause in mind.reader.read(words_of(text), Memory()).clauses]
    phrase = [word for each in entities for word in delexicalise(_written(each, mind), mind.grammar.fillers)]
    small = mind.grammar.function_words | mind.grammar.question_words
    words = [word for each in entities for word in delexicalise(each, mind.grammar.fillers) if word not in small]
    content = {word if word.startswith("{") else stem(word): mind.rarity(word) for word in words}
    return Said(" ".join(phrase), content or {" ".join(phrase): 1.0})


def words_of(text: str) -> str:
    """Without what was taken out: nobody said "number"."""
    return PLACEHOLDER.sub(" ", text)


def _written(entities: Entities, mind: "Mind") -> Entities:
    """With the words of the person, where the language has others brought to canonical ones for rules to find."""
    if not mind.grammar.canonical:
        return entities
    words = (word._replace(text=word.original.lower().removesuffix("'s")) for word in entities.words)
    return entities._replace(words=tuple(words))
