"""Which of several answers on offer a typed message means: by its number, its words, or nearly its words.

"2"  "the first"  "both"  "bulding"  "i like people"  "1 and 3"  "skip"
"""

from collections.abc import Iterable, Sequence

from careerbot.bot.understanding.canonical import brought
from careerbot.bot.understanding.edits import edits
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.references import COUNTED
from careerbot.bot.understanding.text import sentences

LONGEST = 8
"""Words of a message that may be an answer."""
LONG = 4
"""Letters from which a word may have a slip, and twice that for two."""

Offer = tuple[str, Sequence[str]]
"""An id, and the words and phrases that mean it."""


def meant(
    text: str,
    answers: Sequence[Offer],
    others: Sequence[Offer],
    around: Iterable[str],
    grammar: Grammar,
    counts: bool,
    asks_otherwise: bool = False,
) -> tuple[str, ...]:
    """Ids of the answers meant, or of one of the others; empty when the message is none of them.

    `others`: what can be said instead of an answer, only ever as a whole. `around`: words that mean nothing here.
    `counts`: numbers and "both" point to the answers, as they were the last thing shown.
    `asks_otherwise`: it is a question of its own, so a word that an answer happens to have does not make it one.
    """
    found = sentences(text, grammar.rewrites, grammar.canonical)
    answers = [(id, brought(tuple(said), grammar.canonical)) for id, said in answers]
    others = [(id, brought(tuple(said), grammar.canonical)) for id, said in others]
    words = [token.text for sentence in found for token in sentence.tokens if not token.is_break]
    if not words or len(words) > LONGEST or len(found) > 1:
        return ()
    small = grammar.function_words | frozenset(brought(tuple(around), grammar.canonical))
    whole, content = " ".join(words), " ".join(word for word in words if word not in small)
    exact = [id for id, said in (*answers, *others) if any(_is_nearly(whole, phrase) for phrase in said)]
    exact += [id for id, said in others if content in said and not asks_otherwise]
    if exact:
        return tuple(exact[:1])
    numbered = _numbered(words, [id for id, _ in answers], grammar) if counts else ()
    if numbered:
        return numbered
    if asks_otherwise or found[0].asks or words[0] in grammar.question_words:
        return ()
    return _by_words(words, answers, small)


def _numbered(words: list[str], ids: list[str], grammar: Grammar) -> tuple[str, ...]:
    """By nothing but numbers and small words: "the second one", "1 and 3", "both"."""
    together = (phrase for kind in ("all", *COUNTED) for phrase in grammar.references[kind])
    if any(phrase == " ".join(words) for phrase in together):
        return tuple(ids)
    places: list[int] = []
    for word in words:
        number = int(word) if word.isdigit() else grammar.ordinals.get(word, grammar.numbers.get(word, 0))
        counted = word in ("one", "ones") and places
        if number and not counted:
            places.append(number - 1 if number > 0 else len(ids) + number)
        elif word not in grammar.fragment_words and word not in grammar.ordinal_before and not counted:
            return ()
    return (
        tuple(dict.fromkeys(ids[place] for place in places)) if all(0 <= place < len(ids) for place in places) else ()
    )


def _by_words(words: list[str], answers: Sequence[Offer], small: frozenset[str]) -> tuple[str, ...]:
    """The answers that most of the words belong to; none when the message has much that belongs to no answer."""
    single = {word for _, said in answers for word in said if " " not in word}
    small = small - single
    own = {id: {word for phrase in said for word in phrase.split() if word not in small} for id, said in answers}
    explained = dict.fromkeys(own, 0)
    left = f" {' '.join(words)} "
    for phrase, id in sorted(((phrase, id) for id, said in answers for phrase in said if " " in phrase), reverse=True):
        if f" {phrase} " in left:
            left = left.replace(f" {phrase} ", " ", 1)
            explained[id] += len(phrase.split())
    if "not" in left.split():
        return ()
    strange = 0
    for word in left.split():
        meaning = [id for id, theirs in own.items() if any(_is_nearly(word, other) for other in theirs)]
        for id in meaning:
            explained[id] += 1
        strange += not meaning and not any(_is_nearly(word, other) for other in small)
    most = max(explained.values(), default=0)
    return tuple(id for id, count in explained.items() if count == most) if most > strange else ()


def _is_nearly(typed: str, meant: str) -> bool:
    slips = min(2, len(meant) // LONG)
    return typed == meant or (slips > 0 and len(typed) >= LONG and edits(typed, [meant], slips)[0] <= slips)
