"""/explain, for operators in their private chat with the bot: how a message was understood."""

from collections.abc import Iterable, Iterator

from telegram import Message

from careerbot.bot.channels.telegram.exchanges import Exchange
from careerbot.bot.channels.telegram.keeping import Keeping
from careerbot.bot.channels.telegram.operating import Operating
from careerbot.bot.channels.telegram.places import Place
from careerbot.bot.channels.telegram.replies import Reply
from careerbot.bot.channels.telegram.words import WORDS
from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.rendering import telegram as html

COMMAND = "explain"
LONGEST_PART = 3_500


class Explaining:
    def __init__(self, adviser: Adviser, keeping: Keeping, operating: Operating) -> None:
        self._adviser = adviser
        self._keeping = keeping
        self._operating = operating

    def may(self, place: Place) -> bool:
        """Whether the command exists here. In a group it would show others what somebody told the bot."""
        return place.private and self._operating.operates(place.person)

    async def reply(self, place: Place, message: Message, text: str) -> Reply:
        """Of the text; without one, of the message that this one replies to, or of the last one."""
        conversation = await self._keeping.conversation(place)
        if text:
            return self._explained(text, await self._keeping.memory(conversation))
        replied = message.reply_to_message
        if replied:
            exchange = await self._keeping.exchange(place.key(replied.message_id))
            text = replied.text or replied.caption or ""
            if exchange is None and text and not (replied.from_user and replied.from_user.is_bot):
                return self._explained(text, await self._keeping.memory(conversation))
        else:
            exchange = await self._keeping.latest(conversation)
        return self._of(exchange)

    def _of(self, exchange: Exchange | None) -> Reply:
        if exchange is None:
            return Reply((html.text(WORDS["nothing_to_explain"]),))
        if exchange.asked.decision:
            return Reply((html.text(WORDS["explain_decision"].format(decision=exchange.asked.decision)),))
        return self._explained(exchange.asked.text, exchange.before)

    def _explained(self, text: str, memory: Memory) -> Reply:
        lines = self._adviser.explain(text, memory).lines()
        return Reply(tuple(f"<pre>{part}</pre>" for part in _parts(map(html.text, lines))))


def _parts(lines: Iterable[str]) -> Iterator[str]:
    """As few as possible, each fit for one message; a line that is not is cut."""
    now = ""
    for line in lines:
        line = line if html.length(line) <= LONGEST_PART else html.text(line[: LONGEST_PART // 2]) + "…"  # noqa: PLW2901
        joined = f"{now}\n{line}" if now else line
        if html.length(joined) > LONGEST_PART:
            yield now
            joined = line
        now = joined
    if now:
        yield now
