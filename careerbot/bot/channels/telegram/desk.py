"""One turn in Telegram: work out the reply, deliver it, and remember both at once."""

from dataclasses import replace

from careerbot.bot.channels.telegram.delivery import Delivery
from careerbot.bot.channels.telegram.events import this_turn
from careerbot.bot.channels.telegram.exchanges import Asked, Exchange, Sent
from careerbot.bot.channels.telegram.keeping import Keeping
from careerbot.bot.channels.telegram.pickers import Pickers
from careerbot.bot.channels.telegram.places import Place
from careerbot.bot.channels.telegram.replies import Replies, Reply
from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory


class Desk:
    def __init__(
        self, adviser: Adviser, keeping: Keeping, delivery: Delivery, replies: Replies, pickers: Pickers
    ) -> None:
        self.keeping = keeping
        self.delivery = delivery
        self._adviser = adviser
        self._replies = replies
        self._pickers = pickers

    def work_out(self, asked: Asked, before: Memory, page: int = 0) -> tuple[Reply, Memory]:
        """The reply and the memory after it: the same for the same question and memory, always."""
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
        return self._replies.of(answer, asked.heading, page, after), after

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
        sent = await self.delivery.send(place, reply, None if place.private else message)
        exchange = Exchange(asked, before, place.person, conversation, sent)
        await self.keeping.finish(update, place, exchange, after, message)

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
        is_latest = await self.keeping.memory(earlier.conversation) == after_earlier
        exchange = replace(earlier, asked=asked, sent=sent)
        await self.keeping.finish(update, place, exchange, after if is_latest else None, message)

    async def picture_of(self, place: Place, decision: str) -> Reply | None:
        """The picture that a decision leads to in this conversation; None when there is nothing to draw."""
        memory = await self.keeping.memory(await self.keeping.conversation(place))
        return self._replies.picture(decision, memory)

    async def turn_page(self, place: Place, exchange: Exchange, message: int, page: int) -> None:
        reply, _ = self.work_out(exchange.asked, exchange.before, page)
        await self.delivery.change(place, (Sent(message),), replace(reply, picture=None, file=None))

    def _taken_up(self, context: Exchange, own: Memory) -> Memory:
        """The talk as it stood after that message. What a person said about themselves stays their own."""
        _, after = self.work_out(context.asked, context.before)
        return replace(after, profile=own.profile)
