"""The small words of a language (`<lang>.yaml` beside this file) as values that are quick to look up."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from careerbot.bot.understanding.canonical import Canonical, brought
from careerbot.bot.understanding.text import fold


class Grammar(NamedTuple):
    language: str
    rewrites: Mapping[str, str]
    canonical: Mapping[str, str]
    """Small word -> the one that rules look for: "oder" -> "or". Of English, where they are the same, it is empty."""
    fillers: Mapping[str, tuple[tuple[str, ...], ...]]
    """First word -> the fillers that begin with it, longest first."""
    leads: Mapping[str, tuple[tuple[str, ...], ...]]
    """The same of what somebody reacts with before they ask: "ok", "thanks a lot", "one more question"."""
    function_words: frozenset[str]
    frame_words: frozenset[str]
    skill_frame: frozenset[str]
    skill_frame_strong: frozenset[str]
    skill_heads: frozenset[str]
    monitoring: frozenset[str]
    domain_words: frozenset[str]
    algorithm_words: frozenset[str]
    pronoun_verbs: frozenset[str]
    before_are: frozenset[str]
    auxiliaries: frozenset[str]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_before: frozenset[str]
    not_counted: frozenset[str]
    thousand: frozenset[str]
    million: frozenset[str]
    foreign: frozenset[str]
    figures: Mapping[str, int]
    figure_starts: frozenset[str]
    by_the: tuple[str, ...]
    """After an amount: an hour, a month. It is not in thousands then."""
    comparisons: Mapping[str, tuple[str, ...]]
    """at_least, over, under, at_most, between, and, after_at_least, after_at_most -> phrases, longest first."""
    before_pay: tuple[str, ...]
    after_pay: frozenset[str]
    roughly: frozenset[str]
    """Around a plain number that is pay in thousands: "i make about 120 as an sre"."""
    cues: Mapping[str, tuple[str, ...]]
    yes: frozenset[str]
    no: frozenset[str]
    own_skills: tuple[str, ...]
    i_know: tuple[str, ...]
    """Those of them that are a whole statement: "i know", "i already have"."""
    own_verbs: tuple[str, ...]
    """The same at the beginning of a sentence or a part of it: "know python"."""
    own_after: tuple[str, ...]
    """The same after the skills: "python i know"."""
    supposed_in_what_if: tuple[str, ...]
    """Further ones, where the question is what more skills would change; with those above."""
    career_words: frozenset[str]
    other_languages: frozenset[str]
    yes_no: frozenset[str]
    fragment_words: frozenset[str]
    question_words: frozenset[str]
    part_starts: frozenset[str]
    narrowing: frozenset[str]
    """Words that begin what narrows the question before it, not another question: "…, just the pay"."""
    conditions: frozenset[str]
    """Words that begin a condition about oneself."""
    told_beside: frozenset[str]
    """Words that may stand beside skills or years where somebody only lists what they know."""
    year_words: frozenset[str]
    asked_after: frozenset[str]
    echoes: frozenset[str]
    references: Mapping[str, tuple[str, ...]]
    before_ordinal: frozenset[str]
    """Words before an ordinal that stands for something shown."""
    after_ordinal: frozenset[str]
    counted_nouns: frozenset[str]
    list_words: frozenset[str]
    rank_words: frozenset[str]
    """Those of the list words that may also be of an order by pay: "second place"."""
    step_words: frozenset[str]
    letters: str
    """Letters of the language beside those of English."""
    compared_sides: Mapping[str, frozenset[str]]
    """Side of a comparison -> words that wish for nothing else."""
    language_names: Mapping[str, tuple[str, ...]]
    """Language -> what it is called."""

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Grammar":
        canonical = {fold(word): other for word, other in data.get("canonical", {}).items()}
        data = _said_canonically(data, canonical)
        amounts = data["amounts"]
        kinds = ("at_least", "over", "under", "at_most", "between", "and", "after_at_least", "after_at_most")
        return cls(
            language=data["language"],
            rewrites=data["rewrites"],
            canonical=canonical,
            fillers=by_first_word(data["fillers"]),
            leads=by_first_word(data["leads"]),
            function_words=frozenset(data["function_words"]),
            frame_words=frozenset(data["frame_words"]),
            skill_frame=frozenset(data["skill_frame"]),
            skill_frame_strong=frozenset(data["skill_frame_strong"]),
            skill_heads=frozenset(data["skill_heads"]),
            monitoring=frozenset(data["monitoring"]),
            domain_words=frozenset(data["domain_words"]),
            algorithm_words=frozenset(data["algorithm_words"]),
            pronoun_verbs=frozenset(data["pronoun_verbs"]),
            auxiliaries=frozenset(data["auxiliaries"]),
            before_are=frozenset(data["before_are"]),
            numbers=data["numbers"],
            ordinals=data["ordinals"],
            ordinal_before=frozenset(data["ordinal_before"]),
            not_counted=frozenset(data["not_counted"]),
            thousand=frozenset(amounts["thousand"]),
            million=frozenset(amounts["million"]),
            foreign=frozenset(amounts["foreign"]),
            figures=amounts["figures"],
            by_the=_longest_first(amounts["by_the"]),
            figure_starts=frozenset(phrase.split()[0] for phrase in amounts["figures"]),
            comparisons={kind: _longest_first(amounts[kind]) for kind in kinds},
            before_pay=_longest_first(amounts["before_pay"]),
            after_pay=frozenset(amounts["after_pay"]),
            roughly=frozenset(amounts["roughly"]),
            cues={name: _longest_first(words) for name, words in data["cues"].items()},
            yes=frozenset(data["yes"]),
            no=frozenset(data["no"]),
            own_skills=_longest_first(data["own_skills"]),
            i_know=_longest_first(data["i_know"]),
            own_verbs=_longest_first(data["own_verbs"]),
            own_after=_longest_first(data["own_after"]),
            supposed_in_what_if=_longest_first([*data["cues"]["supposed"], *data["supposed_in_what_if"]]),
            career_words=frozenset(data["career_words"]),
            other_languages=frozenset(data["other_languages"]),
            yes_no=frozenset(data["yes_no"]),
            fragment_words=frozenset(data["fragment_words"]),
            part_starts=frozenset(data["part_starts"]),
            narrowing=frozenset(data["narrowing"]),
            conditions=frozenset(data["conditions"]),
            told_beside=frozenset(data["told_beside"]),
            year_words=frozenset(data["year_words"]),
            asked_after=frozenset(data["asked_after"]),
            echoes=frozenset(data["echoes"]),
            references={kind: _longest_first(phrases) for kind, phrases in data["references"].items()},
            before_ordinal=frozenset(data["before_ordinal"]),
            after_ordinal=frozenset(data["after_ordinal"]),
            counted_nouns=frozenset(data["counted_nouns"]),
            list_words=frozenset(data["list_words"]),
            rank_words=frozenset(data["rank_words"]),
            step_words=frozenset(data["step_words"]),
            letters=data.get("letters", ""),
            compared_sides={side: frozenset(words) for side, words in data["compared_sides"].items()},
            language_names={code: tuple(names) for code, names in data["language_names"].items()},
            question_words=frozenset(data["question_words"]) | frozenset(data["yes_no"]) - {"am"},
        )

    def words(self) -> frozenset[str]:
        """Every word that occurs in the grammar: all are known to the speller."""
        lists = (
            *self.comparisons.values(),
            *self.cues.values(),
            self.yes,
            self.no,
            self.figures,
            self.rewrites.keys(),
            self.rewrites.values(),
        )
        spoken = {word for phrases in lists for phrase in phrases for word in phrase.split()} if lists else set()
        return frozenset(
            spoken
            | {word for begun in self.fillers.values() for filler in begun for word in filler}
            | self.function_words | self.frame_words | self.skill_frame | self.monitoring | self.domain_words
            | self.algorithm_words | self.career_words | set(self.numbers) | set(self.ordinals) | self.foreign
            | set(self.canonical) | set(self.canonical.values())
        )  # fmt: skip

    def has_cue(self, name: str, words: str) -> bool:
        """Whether one of the cue's phrases stands in these folded words, on word borders."""
        padded = f" {words} "
        return any(f" {phrase} " in padded for phrase in self.cues[name])


_AS_WRITTEN = frozenset({"language", "letters", "rewrites", "canonical"})
_NAMED = frozenset({"cues", "amounts", "references", "language_names", "compared_sides"})
"""Their keys are names and no words."""


def _said_canonically(data: Mapping[str, Any], canonical: Canonical) -> Mapping[str, Any]:
    """All lists of the grammar in the words that messages are brought to."""

    def one(name: str, value: Any) -> Any:
        if name in _AS_WRITTEN:
            return value
        if name in _NAMED:
            return {key: brought(each, canonical) for key, each in value.items()}
        return brought(value, canonical)

    return {name: one(name, value) for name, value in data.items()} if canonical else data


def by_first_word(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word -> the phrases that begin with it, the longest first."""
    begun: dict[str, list[tuple[str, ...]]] = {}
    for phrase in _longest_first(phrases):
        words = tuple(phrase.split())
        begun.setdefault(words[0], []).append(words)
    return {word: tuple(found) for word, found in begun.items()}


def _longest_first(phrases: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase.split()), -len(phrase), phrase)))
