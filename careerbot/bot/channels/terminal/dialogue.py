"""What a person at the terminal says and hears, without the terminal itself."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from careerbot.bot.channels.terminal.commands import command_in
from careerbot.bot.channels.terminal.said import WORDS, Notice, Said
from careerbot.bot.memory import Memory
from careerbot.bot.picturing import Picturing
from careerbot.bot.rendering.clean import whole
from careerbot.bot.rendering.pictures.picture import Picture
from careerbot.bot.rendering.spoken import speaking
from careerbot.bot.stores import Store
from careerbot.bot.stores.errors import StoreError
from careerbot.intents.base import Answer, Block, Document, Suggestion
from careerbot.knowledge.problems import KnowledgeErrors

if TYPE_CHECKING:
    from careerbot.bot.channels.terminal.misses import Misses
    from careerbot.bot.conversation import Adviser

CONVERSATION = "terminal"


class Dialogue:
    """One conversation. When the store fails it goes on without remembering, and says so once."""

    def __init__(
        self,
        adviser: "Adviser",
        store: Store,
        forget_typed: Callable[[], Iterable[Notice]] = tuple,
        numbered: bool = True,
        said: list[str] | None = None,
        misses: "Misses | None" = None,
    ) -> None:
        """`said`: where the messages are noted that were answered since the start, or since it was started over.
        `forget_typed` deletes the typed lines and tells what it could not delete.
        `numbered`: suggestions are shown with numbers, so a bare number picks one.
        """
        self.adviser = adviser
        self.memory = Memory()
        self.last: tuple[str, Memory] | None = None
        """The last message, with the memory as it was before."""
        self.said = [] if said is None else said
        self.misses = misses
        self.picture: Picture | None = None
        """That of the last answer, if it has one."""
        self.picturing = Picturing(adviser)
        self.over = False
        self._store = store
        self._remembering = True
        self._forget_typed = forget_typed
        self._numbered = numbered
        self._suggestions: tuple[Suggestion, ...] = ()

    def greet(self) -> Iterator[Notice]:
        """The greeting; of someone we know, with the conversation of the earlier run taken up."""
        try:
            self.memory = self._store.load(CONVERSATION)
        except StoreError as error:
            yield self._not_remembering(error)
        try:
            language = self.adviser.language(self.memory)
        except KnowledgeErrors as error:
            language = self.adviser.language(self.memory)  # the usual one from now on
            yield _not_spoken(error)
        speaking.set(language)
        yield Notice(WORDS["greeting"] if self.memory == Memory() else WORDS["welcome_back"])

    def hear(self, text: str) -> Iterator[Said]:
        """Everything to show for one message. `over` is true after the farewell."""
        text = whole(text).strip()
        if not text:
            return
        try:
            yield from self._answered(text)
        except KnowledgeErrors as error:
            yield _not_spoken(error)
            yield from self._answered(text)

    def _answered(self, text: str) -> Iterator[Said]:
        if command := command_in(text):
            run, rest = command
            yield from run(self, rest)
        elif text.lower() in WORDS["leaving_words"].split():
            yield from self.leave()
        elif suggestion := self._picked(text):
            turn = self.adviser.decide(suggestion.decision, self.memory)
            yield Notice(suggestion.text)
            self._hear(suggestion.text)
            yield from self._turn(turn)
            yield from self._noted(suggestion.text, turn[0])
        else:
            turn = self.adviser.respond(text, self.memory)
            self._hear(text)
            yield from self._turn(turn)
            yield from self._noted(text, turn[0])

    def decide(self, decision: str, after: tuple[Block, ...] = ()) -> Iterator[Said]:
        """The answer to a decision, with blocks of our own after it."""
        answer, memory = self.adviser.decide(decision, self.memory)
        yield from self._turn((replace(answer, blocks=(*answer.blocks, *after)), memory))

    def start_over(self) -> Iterator[Notice]:
        yield from self._deleted() or [Notice(WORDS["reset"])]

    def forget(self) -> Iterator[Notice]:
        yield from [*self._deleted(everything=True), *self._forget_typed()] or [Notice(WORDS["forgotten"])]

    @property
    def judges(self) -> bool:
        """What the person thinks of answers is kept."""
        return self.misses is not None and self.misses.kept

    def judge(self, good: bool) -> Iterator[Notice]:
        """Note what the person thinks of the last answer."""
        if self.misses is None or not self.judges:
            yield Notice(WORDS["not_judged_off"])
            return
        try:
            judged = self.misses.judged(good)
        except StoreError as error:
            yield self._not_remembering(error)
            return
        yield Notice(WORDS["judged"] if judged else WORDS["nothing_to_judge"])

    def record(self, path: str) -> Iterator[Notice]:
        """Write what was said so far as a conversation test."""
        from careerbot.bot.testing.recording import written  # late: few conversations are recorded

        text, problem = written(self.adviser, path, self.said)
        yield Notice(text, problem=problem)

    def leave(self) -> Iterator[Notice]:
        self.over = True
        yield Notice(WORDS["farewell"])

    def _hear(self, text: str) -> None:
        self.last = (text, self.memory)
        self.said.append(text)

    def _noted(self, text: str, answer: Answer) -> Iterator[Notice]:
        """Have it kept, where it was not understood and that is wanted."""
        if self.misses and self._remembering:
            try:
                self.misses.heard(text, answer, self.memory)
            except StoreError as error:
                yield self._not_remembering(error)

    def _picked(self, text: str) -> Suggestion | None:
        if self._numbered and text in map(str, range(1, len(self._suggestions) + 1)):
            return self._suggestions[int(text) - 1]
        return None

    def _turn(self, turn: tuple[Answer, Memory]) -> Iterator[Said]:
        answer, self.memory = turn
        speaking.set(self.adviser.language(self.memory))
        self._suggestions = answer.suggestions
        self.picture = self.picturing.of(answer, self.memory)
        yield answer
        if self._numbered and any(isinstance(block, Document) for block in answer.blocks):
            yield Notice(WORDS["how_to_export"])
        if self._remembering:
            try:
                self._store.save(CONVERSATION, self.memory)
            except StoreError as error:
                yield self._not_remembering(error)

    def _deleted(self, everything: bool = False) -> list[Notice]:
        """Forget the conversation here and in the store, even one that failed before; what went wrong."""
        self.memory, self.last, self.picture, self._suggestions = Memory(), None, None, ()
        self.said.clear()
        if self.misses:
            self.misses.start_over()
        try:
            self._store.forget(CONVERSATION)
            if everything and self.misses:
                self.misses.forget()
        except StoreError as error:
            return [Notice(WORDS["not_deleted"].format(problem=error), problem=True)]
        return []

    def _not_remembering(self, error: StoreError) -> Notice:
        self._remembering = False
        return Notice(WORDS["not_remembering"].format(problem=error), problem=True)


def _not_spoken(error: KnowledgeErrors) -> Notice:
    """Something is wrong in the files of a language that is first used now: the usual one stands in for it."""
    return Notice(WORDS["not_spoken"].format(problems=error), problem=True)
