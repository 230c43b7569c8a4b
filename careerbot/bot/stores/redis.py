"""Memory and records in Redis, for several processes that answer for one bot.

    <prefix>m:<conversation>     a memory, as JSON
    <prefix>r:<kind>:<key>       a record: value, ends, index, first
    <prefix>p:<person>           what belongs to a person, or to them without a name: key -> when it ends
    <prefix>hold:<name>          who holds it
    <prefix>bucket:<person>      see redis_scripts.DRAW
    <prefix>forgotten:<digest>   the moment at which somebody was forgotten
    <prefix>sequence             counts these moments and the records

All but the last ends by itself. Calls wait for the network, so they are no calls for an event loop (`far`).
"""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar
from urllib.parse import urlsplit

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from careerbot.bot.arenas import READ_AT_ONCE
from careerbot.bot.memory import Memory
from careerbot.bot.stores import redis_scripts as scripts
from careerbot.bot.stores.errors import Reason, StoreError
from careerbot.bot.stores.records import DAY, FORGETTING, Kept, Opening, Record, RecordStore, Since, without_name
from careerbot.bot.stores.sharing import Bucket, Draw, Entry, Hold, Sharing
from careerbot.bot.stores.sqlite import storable

T = TypeVar("T")

PREFIX = "careerbot:"
RETENTION = 180 * DAY
PATIENCE = 2.0
"""Seconds to wait for Redis."""
CONNECTIONS = 64
FOUND_AT_ONCE = 1_000
SCHEMES = ("redis://", "rediss://", "unix://")


class RedisStore(RecordStore, Sharing):
    far = True

    def __init__(
        self, url: str, retention: int = RETENTION, prefix: str = PREFIX, clock: Callable[[], float] = time.time
    ) -> None:
        """`retention`: seconds that a memory is kept after its last change."""
        self.where = _without_password(url)
        self._retention = retention
        self._prefix = prefix
        self._clock = clock
        self._redis = redis.Redis.from_url(
            url,
            socket_connect_timeout=PATIENCE,
            socket_timeout=PATIENCE,
            max_connections=CONNECTIONS,
            socket_read_size=READ_AT_ONCE,
            retry=Retry(NoBackoff(), 1),  # a connection that Redis closed in the meantime is opened again
            decode_responses=True,
        )
        self._keep, self._forget, self._hold, self._let_go, self._draw, self._enter = (
            self._redis.register_script(script)
            for script in (scripts.KEEP, scripts.FORGET, scripts.HOLD, scripts.LET_GO, scripts.DRAW, scripts.ENTER)
        )

    # Memory ---------------------------------------------------------------------------------------------------

    def load(self, conversation: str) -> Memory:
        text = self._trying(lambda: self._redis.get(self._memory(conversation)))
        return Memory.from_json(text) if text else Memory()

    def save(self, conversation: str, memory: Memory) -> None:
        self.keep([], {conversation: memory})

    def forget(self, conversation: str) -> None:
        self._trying(lambda: self._redis.unlink(self._memory(conversation)))

    def close(self) -> None:
        self._redis.close()

    # Records --------------------------------------------------------------------------------------------------

    def recall(self, kind: str, key: str) -> str | None:
        value, ends = self._trying(lambda: self._redis.hmget(self._record(kind, key), "value", "ends"))
        return str(value) if value is not None and float(ends) > self._clock() else None

    def open(self, kind: str, key: str, conversation: str) -> Opening:
        def read() -> Any:
            with self._redis.pipeline() as pipeline:
                pipeline.hmget(self._record(kind, key), "value", "ends")
                pipeline.mget(self._memory(conversation), self._sequence)
                return pipeline.execute()

        return self._opening(*self._trying(read))

    def _opening(self, record: list[str | None], rest: list[str | None]) -> Opening:
        (value, ends), (text, moment) = record, rest
        live = value is not None and float(ends or 0) > self._clock()
        return Opening(
            value if live else None, Memory.from_json(text) if text else Memory(), int(moment) if moment else 0
        )

    def recall_all(self, kind: str) -> dict[str, str]:
        begin = self._record(kind, "")
        found = []
        for name in self._trying(lambda: self._found(f"{_literally(begin)}*")):
            fields = self._trying(lambda name=name: self._redis.hmget(name, "first", "value", "ends"))  # type: ignore[misc]
            if fields[1] is not None and float(fields[2]) > self._clock():
                found.append((int(fields[0]), name.removeprefix(begin), fields[1]))
        return {key: value for _, key, value in sorted(found)}

    def keep(
        self, records: Iterable[Record], memories: Mapping[str, Memory] | None = None, since: Since | None = None
    ) -> None:
        self.keep_all([Kept(list(records), memories or {}, since)])

    def keep_all(self, several: Sequence[Kept]) -> None:
        for each in several:
            self._keep_one(each)

    def _keep_one(self, kept: Kept) -> None:
        now, since = self._clock(), kept.since
        arguments: list[Any] = [now, self._sequence, len(kept.records), len(kept.memories)]
        arguments += [self._forgotten(since.person), since.moment] if since else ["", 0]
        arguments += [self._held(kept.lets_go[0]), kept.lets_go[1]] if kept.lets_go else ["", ""]
        for each in kept.records:
            index = self._index(each.person) if each.person else ""
            key = self._record(each.kind, each.key)
            arguments += [key, storable(each.value), now + each.seconds, each.seconds, index]
        for conversation, memory in kept.memories.items():
            index = self._index(_owner(conversation))
            text = storable(memory.to_json())
            arguments += [self._memory(conversation), text, now + self._retention, self._retention, index]
        self._trying(lambda: self._keep(args=arguments))

    def drop(self, kind: str, key: str) -> None:
        self._trying(lambda: self._redis.unlink(self._record(kind, key)))

    def forget_person(self, person: str) -> None:
        if not person:
            return
        indexes = [self._index(person), self._index(without_name(person))]
        keys = [*indexes, self._bucket(person), self._memory(person)]
        if _owner(f"{person}:") != person:  # conversations are listed under names of two parts only
            keys += self._trying(lambda: self._found(f"{_literally(self._memory(person))}:*"))
        told: list[Any] = [self._forgotten(person), self._sequence, FORGETTING]
        self._trying(lambda: self._forget(keys=keys, args=told))

    # Sharing --------------------------------------------------------------------------------------------------

    def hold(self, hold: Hold) -> bool:
        arguments: list[str | float] = [hold.holder, int(hold.seconds * 1000)]
        return bool(self._trying(lambda: self._hold(keys=[self._held(hold.name)], args=arguments)))

    def let_go(self, name: str, holder: str) -> None:
        self._trying(lambda: self._let_go(keys=[self._held(name)], args=[holder]))

    def draw(self, bucket: Bucket) -> Draw:
        return _drawn(*self._trying(lambda: self._draw(keys=[self._bucket(bucket.person)], args=_numbers(bucket))))

    def enter(self, bucket: Bucket, hold: Hold, kind: str, key: str) -> Entry:
        keys = [self._bucket(bucket.person), self._held(hold.name), self._record(kind, key), self._memory(hold.name)]
        arguments: list[str | float] = [*_numbers(bucket), hold.holder, int(hold.seconds * 1000)]
        wait, refused, notice, *found = self._trying(lambda: self._enter(keys=[*keys, self._sequence], args=arguments))
        return Entry(_drawn(wait, refused, notice), self._opening(*found) if found else None)

    # ----------------------------------------------------------------------------------------------------------

    def _held(self, name: str) -> str:
        return f"{self._prefix}hold:{storable(name)}"

    def _memory(self, conversation: str) -> str:
        return f"{self._prefix}m:{storable(conversation)}"

    def _record(self, kind: str, key: str) -> str:
        return f"{self._prefix}r:{kind}:{storable(key)}"

    def _index(self, person: str) -> str:
        return f"{self._prefix}p:{storable(person)}"

    @property
    def _sequence(self) -> str:
        return f"{self._prefix}sequence"

    def _forgotten(self, person: str) -> str:
        return f"{self._prefix}forgotten:{without_name(person)}"

    def _bucket(self, person: str) -> str:
        return f"{self._prefix}bucket:{storable(person)}"

    def _found(self, pattern: str) -> list[str]:
        return sorted(set(self._redis.scan_iter(pattern, count=FOUND_AT_ONCE)))

    def _trying(self, work: Callable[[], Any]) -> Any:
        try:
            return work()
        except redis.RedisError as error:
            raise StoreError(_reason(error), self.where, str(error) or type(error).__name__) from None


def _numbers(bucket: Bucket) -> list[float]:
    return [bucket.burst, bucket.rate, bucket.waiting]


def _drawn(wait: str, refused: int, notice: int) -> Draw:
    return Draw(0.0 if refused else float(wait), bool(refused), bool(notice))


def _reason(error: redis.RedisError) -> Reason:
    if isinstance(error, redis.AuthenticationError | redis.exceptions.NoPermissionError):
        return "redis_refuses"
    if isinstance(error, redis.exceptions.OutOfMemoryError):
        return "redis_full"
    if isinstance(error, redis.ConnectionError | redis.TimeoutError):
        return "redis_unreachable"
    return "redis_other"


def _owner(conversation: str) -> str:
    """Under whose name a conversation is listed: "telegram:42" for "telegram:42:7"."""
    return ":".join(conversation.split(":", 2)[:2])


def _literally(text: str) -> str:
    """The text as a pattern of Redis that matches nothing else."""
    return "".join(f"\\{char}" if char in "*?[]^\\" else char for char in text)


def _without_password(url: str) -> str:
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}{parts.path}"
