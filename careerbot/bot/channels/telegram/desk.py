"""One turn in Telegram: work out the reply, deliver it, and remember both at once."""

from dataclasses import replace

from careerbot.bot.channels.telegram.delivery import Delivery
from careerbot.bot.channels.telegram.events import this_turn
from careerbot.bot.channels.telegram.exchanges import Asked, Exchange, Sent
from careerbot.bot.channels.telegram.keeping import Keeping
from careerbot.bot.channels.telegram.operating import Operating
from careerbot.bot.channels.telegram.pickers import Pickers
from careerbot.bot.channels.telegram.places import Place
from careerbot.bot.channels.telegram.replies import Replies, Reply
from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.misses.miss import Told
from careerbot.bot.rendering.spoken import speaking
from careerbot.bot.stores.records import DAY, Record

LATEST_DAYS = 7


class Desk:
    def __init__(
        self,
        adviser: Adviser,
        keeping: Keeping,
        delivery: Delivery,
        replies: Replies,
        pickers: Pickers,
        operating: Operating | None = None,
    ) -> None:
        self.keeping = keeping
        self.delivery = delivery
        self._adviser = adviser
        self._replies = replies
        self._pickers = pickers
        self._operating = operating or Operating()

    def work_out(self, asked: Asked, before: Memory, page: int = 0) -> tuple[Reply, Memory]:
        """The reply and the memory after it: the same for the same question, memory and language, always."""
        if before.language is None and speaking.get() in self._adviser.languages[1:]:
            before = replace(before, language=speaking.get())  # as their Telegram is set, until they write otherwise
        speaking.set(self._adviser.language(before))
        if asked.decision.startswith("."):
            own = self._pickers.reply(asked.decision, before)
            if own:
                this_turn().outcome = "choice"
                return own
        if asked.decision:
            answer, after = self._adviser.decide(asked.decision, before)
        else:
            answer, after = self._adviser.respond(asked.text, before)
        this_turn().heard(answer)
        speaking.set(self._adviser.language(after))
        reply = self._replies.of(answer, asked.heading, page, after)
        if self._operating.notebook and answer.outcome != "small_talk":
            reply = self._replies.with_thumbs(reply)
        return reply, after

    def known(self, asked: Asked) -> bool:
        """Whether there is a reply of this channel's own with that name."""
        return self._pickers.reply(asked.decision, Memory()) is not None

    async def answer(
        self, update: int, place: Place, asked: Asked, message: int | None = None, context: Exchange | None = None
    ) -> None:
        """Answer below. `message`: the person's own. `context`: the exchange that the message replies to."""
        conversation = await self.keeping.conversation(place)
        before = await self.keeping.memory(conversation)
        if context:
            before = self._taken_up(context, before)
        reply, after = self.work_out(asked, before)
        heard = self._told(asked, after)
        sent = await self.delivery.send(place, reply, None if place.private else message)
        exchange = Exchange(asked, before, place.person, conversation, sent)
        more = [*self._missed(heard, place, message), *self._latest(exchange)]
        await self.keeping.finish(update, place, exchange, after, message, more)

    async def answer_in_place(self, update: int, place: Place, asked: Asked, message: int, photo: bool) -> None:
        """Answer by changing a message of ours: the choice that was offered becomes the answer. `photo`: see Sent."""
        conversation = await self.keeping.conversation(place)
        before = await self.keeping.memory(conversation)
        reply, after = self.work_out(asked, before)
        sent = await self.delivery.change(place, (Sent(message, photo),), reply)
        exchange = Exchange(asked, before, place.person, conversation, sent)
        await self.keeping.finish(update, place, exchange, after, None)

    async def answer_again(self, update: int, place: Place, earlier: Exchange, asked: Asked, message: int) -> None:
        """The person edited a message: the reply to it is edited, and what follows from it is remembered."""
        _, after_earlier = self.work_out(earlier.asked, earlier.before)
        reply, after = self.work_out(asked, earlier.before)
        sent = await self.delivery.change(place, earlier.sent, reply, None if place.private else message)
        missed = self._missed(self._told(asked, after), place, message)
        is_latest = await self.keeping.memory(earlier.conversation) == after_earlier
        exchange = replace(earlier, asked=asked, sent=sent)
        more = [*missed, *(self._latest(exchange) if is_latest else ())]
        await self.keeping.finish(update, place, exchange, after if is_latest else None, message, more)
        if self._operating.notebook and not missed:  # as it was written before, it may have been one
            gone = Told(asked.text, "clarify", (), 0.0)
            for record in self._missed(gone, place, message):
                await self.keeping.drop_record(record)

    async def judge(self, place: Place, exchange: Exchange, message: int, good: bool) -> bool:
        """Keep what somebody thinks of an answer; False where that is not kept. `message`: the one with the thumbs."""
        if self._operating.notebook is None:
            return False
        asked = exchange.asked
        answer, after = (
            self._adviser.decide(asked.decision, exchange.before)
            if asked.decision
            else self._adviser.respond(asked.text, exchange.before)
        )
        said = asked.text or asked.heading or asked.decision
        told = Told.of(said, answer, self._adviser.heard_in(after))
        name = f"telegram:{place.key(message)}"
        await self.keeping.keep(
            self._operating.notebook.judged(self._adviser, told, good, name, place.person), place.person
        )
        return True

    async def picture_of(self, place: Place, decision: str) -> Reply | None:
        """The picture that a decision leads to in this conversation; None when there is nothing to draw."""
        memory = await self.keeping.memory(await self.keeping.conversation(place))
        return self._replies.picture(decision, memory)

    async def turn_page(self, place: Place, exchange: Exchange, message: int, page: int) -> None:
        reply, _ = self.work_out(exchange.asked, exchange.before, page)
        await self.delivery.change(place, (Sent(message),), replace(reply, picture=None, file=None))

    def _missed(self, told: Told, place: Place, message: int | None) -> tuple[Record, ...]:
        """The record of a message that was not understood well, where the operator wants it."""
        notebook = self._operating.notebook
        if notebook is None or message is None:
            return ()
        return notebook.missed(self._adviser, told, f"telegram:{place.key(message)}", place.person)

    def _latest(self, exchange: Exchange) -> tuple[Record, ...]:
        """For /explain of an operator."""
        if not self._operating.operates(exchange.person):
            return ()
        return (Record("latest", exchange.conversation, exchange.to_json(), exchange.person, LATEST_DAYS * DAY),)

    def _taken_up(self, context: Exchange, own: Memory) -> Memory:
        """The talk as it stood after that message. What a person said about themselves stays their own."""
        _, after = self.work_out(context.asked, context.before)
        return replace(after, profile=own.profile)

    def _told(self, asked: Asked, after: Memory) -> Told:
        """How what was just worked out went, for a message in words."""
        turn = this_turn()
        language = self._adviser.heard_in(after)
        return Told(asked.text, turn.outcome, turn.intents, turn.confidence or 0.0, language)
