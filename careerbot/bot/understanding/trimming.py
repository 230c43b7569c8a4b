"""A sentence without what is no part of its question: a reaction before it, what it rules out, a tag behind it.

"ok and which pays more"  "not duties, skills"  "i know docker, does that count?"
"""

from careerbot.bot import policy
from careerbot.bot.understanding.delexicalise import delexicalise
from careerbot.bot.understanding.entities import EntityFinder
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.router import Router
from careerbot.bot.understanding.text import Sentence, Token

JOINTS = frozenset({"and", "plus", "also", "then"})
_TURNS = frozenset({"but", "so"})
"""Words that begin a question after what it reacts to."""


class Trimmer:
    def __init__(self, finder: EntityFinder, router: Router, grammar: Grammar) -> None:
        self._finder = finder
        self._router = router
        self._grammar = grammar

    def trimmed(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """The sentence, or what is told in it and the question behind that."""
        return self._without_tag(self._without_what_is_not_meant(self._without_lead(sentence)))

    def _without_lead(self, sentence: Sentence) -> Sentence:
        """Without the reaction that a question begins with: "ok and which pays more", "thanks, where is that from"."""
        tokens = sentence.tokens
        texts = [token.text for token in tokens]
        start = 0
        while start < len(tokens):
            lead = next(
                (
                    lead
                    for lead in self._grammar.leads.get(texts[start], ())
                    if tuple(texts[start:][: len(lead)]) == lead
                ),
                (),
            )
            end = start + len(lead)
            following = tokens[end : end + 1]
            if not lead or not following:
                break
            asks = following[0].text in JOINTS | _TURNS or following[0].text in self._grammar.question_words
            if not (following[0].is_break or asks or self._asks_surely(tokens[start:], tokens[end:])):
                break
            start = end
            while start < len(tokens) and tokens[start].is_break:
                start += 1
        return Sentence(tokens[start:], sentence.asks) if 0 < start < len(tokens) else sentence

    def _asks_surely(self, whole: tuple[Token, ...], rest: tuple[Token, ...]) -> bool:
        """A question by itself, behind a reaction without a comma: "alright plan please", "nice what do i miss"."""
        if len(rest) < 2:
            return False
        (said, sure), (intent, confidence) = map(self._likeliest, (whole, rest))
        if said in policy.SMALL_TALK and sure >= policy.SURE:  # "thank you for helping me"
            return False
        return intent not in policy.SMALL_TALK | {"out_of_scope", "profile"} and confidence >= policy.SURE

    def _likeliest(self, tokens: tuple[Token, ...]) -> tuple[str, float]:
        words = delexicalise(self._finder.find(Sentence(tokens, asks=False)), self._grammar.fillers)
        return self._router.rank(words)[0]

    def _without_what_is_not_meant(self, sentence: Sentence) -> Sentence:
        """Without a question that is ruled out: "not duties, skills", "what do they do, not how to become one"."""
        ends = [place for place, token in enumerate(sentence.tokens) if token.is_break]
        if not ends:
            return sentence
        starts = [0, *(place + 1 for place in ends)]
        parts = [sentence.tokens[start:end] for start, end in zip(starts, [*ends, None], strict=True)]
        kept = [part for part in parts if not self._rules_out(part)]
        if not kept or len(kept) == len(parts):
            return sentence
        joined = [token for part in kept for token in (*part, sentence.tokens[ends[0]])][:-1]
        return Sentence(tuple(joined), sentence.asks)

    def _rules_out(self, part: tuple[Token, ...]) -> bool:
        """It begins with "not", and what follows asks something of a role without naming one."""
        words = [token.text for token in part]
        first = next((place for place, word in enumerate(words) if word not in self._grammar.no), len(words))
        if words[first : first + 1] != ["not"] or first + 1 == len(words):
            return False
        entities = self._finder.find(Sentence(part[first + 1 :], asks=False))
        intent, confidence = self._router.rank(delexicalise(entities, self._grammar.fillers))[0]
        return not entities.mentions and intent in policy.ATTRIBUTES and confidence >= policy.SURE

    def _without_tag(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """What is told, and the question behind it: "i know docker, does that count?"."""
        ends = [place for place, token in enumerate(sentence.tokens) if token.is_break]
        if not ends or ends[-1] == 0:
            return (sentence,)
        told, tag = sentence.tokens[: ends[-1]], sentence.tokens[ends[-1] + 1 :]
        said = " ".join(token.text for token in tag)
        return (Sentence(told, False), Sentence(tag, True)) if said in self._grammar.cues["tags"] else (sentence,)
