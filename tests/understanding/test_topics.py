"""Facts found by their words: common words alone lead to none, so those that have no other are not looked at."""

from hypothesis import given
from hypothesis import strategies as st

from careerbot.bot.understanding import topics
from careerbot.bot.understanding.topics import TopicIndex

WORDS_OF_FACTS = ["anchor", "bridge", "cable", "delta", "engine", "fabric", "gravel", "harbor"]
WORDS = st.lists(st.sampled_from(WORDS_OF_FACTS), max_size=5)


class LooksAtAll(TopicIndex):
    """Counts every word, however common."""

    def _split(self, content: list[int], stems: list[str], least: float) -> tuple[list[int], list[int]]:  # noqa: ARG002
        return [place for place in content if self.knows(stems[place])], []


def test_a_fact_is_found_by_its_words() -> None:
    """By a rare word of its own, not by one that all facts have."""
    facts = {f"fact{number}": f"checking part {number}" for number in range(40)} | {"bridges": "checking bridges"}
    index = TopicIndex(topics.collect(facts, {}, frozenset()), ())

    assert [topic.fact for topic in index.find(["checking", "bridges"], set(), set())] == ["bridges"]
    assert index.find(["checking"], set(), set()) == []


@given(texts=st.lists(WORDS, min_size=1, max_size=60), asked=WORDS, phrase=WORDS.filter(bool))
def test_what_is_not_looked_at_would_not_be_found(texts: list[list[str]], asked: list[str], phrase: list[str]) -> None:
    """The same facts, scores and places as looking at all."""
    facts = {f"fact{number}": " ".join(words) for number, words in enumerate(texts)}
    data = topics.collect(facts, {"fact0": [" ".join(phrase)]}, frozenset())

    assert TopicIndex(data, ()).find(asked, set(), set()) == LooksAtAll(data, ()).find(asked, set(), set())
