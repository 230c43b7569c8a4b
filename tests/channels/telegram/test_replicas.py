"""Two replicas behind a load balancer, with a real Redis between them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
from balancer import Balancer
from redis_server import RedisServer
from serving_bot import SECRET, ServingBot, ask
from telegram_server import TelegramServer
from waiting import until

from careerbot.bot.conversation import Adviser


@pytest.fixture
def balancer(adviser: Adviser, telegram: TelegramServer, own_redis: RedisServer, tmp_path: Path) -> Iterator[Balancer]:
    """Two replicas, ready."""
    telegram.configure(speed=20)
    with Balancer() as balancer:
        options = {"CAREERBOT_STATE": own_redis.url}
        balancer.replicas = [ServingBot(telegram, tmp_path, balancer.url, **options) for _ in range(2)]
        for bot in balancer.replicas:
            bot.ready()
        yield balancer
        for bot in balancer.replicas:
            if bot.process and bot.process.poll() is None:
                bot.end()
            assert "Traceback" not in bot.log
        assert telegram.violations() == []


def test_one_talk(balancer: Balancer, telegram: TelegramServer) -> None:
    """One conversation goes on wherever its messages arrive, and both replicas work."""
    people = [telegram.user(f"Person {n}") for n in range(10)]
    for ann in people:
        first = ann.ask("what does an sre earn")
        assert "distributed systems" in ann.ask("and the skills?")["text"], first
        assert "$140,000" in ann.ask("and the pay?")["text"]
    assert all(bot.turns for bot in balancer.replicas)


def test_round_trips(balancer: Balancer, telegram: TelegramServer, own_redis: RedisServer) -> None:
    """A turn goes to Redis twice: to begin, and with all that it leaves behind."""
    ann = telegram.user("Ann")
    ann.ask("what does an sre earn")
    telegram.wait_settled()
    with redis.Redis.from_url(own_redis.url) as store:
        before = store.info("commandstats")["cmdstat_evalsha"]["calls"]
        ann.ask("and the skills?")
        telegram.wait_settled()
        assert store.info("commandstats")["cmdstat_evalsha"]["calls"] - before == 2


def test_delivered_twice(balancer: Balancer, telegram: TelegramServer) -> None:
    """An update that is brought again, to whichever replica, is answered once."""
    ann = telegram.user("Ann")
    said = ann.say("what does an sre earn")
    ann.wait(after=said)
    for _ in range(4):
        telegram.wait_settled()
        telegram.repeat(said["update_id"])
    telegram.wait_settled()

    assert len(ann.by_bot()) == 1


def test_at_the_same_time(balancer: Balancer, telegram: TelegramServer) -> None:
    """The same update at both replicas at the same moment is answered once: one waits for the other."""
    telegram.fault("slow", method="sendMessage", seconds=0.5)
    ann = telegram.user("Ann")
    said = ann.say("what does an sre earn")
    until(lambda: any(bot.metric("careerbot_updates_in_flight") for bot in balancer.replicas))
    telegram.repeat(said["update_id"])
    ann.wait(after=said)
    telegram.wait_settled(timeout=20)

    assert len(ann.by_bot()) == 1


def test_one_is_killed(balancer: Balancer, telegram: TelegramServer) -> None:
    """Kill -9 of one replica in a burst: everything is answered, and little of it twice."""
    people = [telegram.user(f"Person {n}") for n in range(60)]
    for ann in people:
        ann.say("what does an sre earn")
    until(lambda: len(telegram.calls("sendMessage")) > 5)
    doomed = balancer.replicas[0]
    assert doomed.process is not None
    doomed.process.kill()
    doomed.process.wait()
    for ann in people:
        ann.wait(timeout=30)
    telegram.wait_settled(timeout=30)

    answers = [len(ann.by_bot()) for ann in people]
    assert min(answers) == 1
    assert sum(answers) <= len(people) + 40


def test_store_is_down(balancer: Balancer, telegram: TelegramServer, own_redis: RedisServer) -> None:
    """While Redis is down, messages wait at Telegram and inline mode goes on; each is answered once when it is back."""
    bot = balancer.replicas[0]
    ann = telegram.user("Ann")
    ann.ask("what does an sre earn")
    telegram.wait_settled()
    own_redis.stop()
    said = ann.say("and the skills?")
    until(lambda: any(delivery["status"] == 503 for delivery in telegram.deliveries()))
    until(lambda: bot.get("/readyz")[0] == 503)
    assert bot.get("/healthz")[0] == 200
    assert ann.by_bot() == ann.by_bot()[:1]
    query = ann.inline("sre vs devops")
    assert telegram.wait_answer(query["query_id"])["results"]
    own_redis.start()

    assert "distributed systems" in ann.wait(after=said, timeout=20)[0]["text"]
    until(lambda: bot.get("/readyz")[0] == 200)
    telegram.wait_settled(timeout=20)
    assert len(ann.by_bot()) == 2
    assert sum(bot.metric("careerbot_store_errors_total", reason="redis_unreachable") for bot in balancer.replicas)


def test_store_ends_under_an_answer(balancer: Balancer, telegram: TelegramServer, own_redis: RedisServer) -> None:
    """Redis ends while an answer is on its way: it is given once, and what follows it is understood."""
    ann = telegram.user("Ann")
    telegram.fault("slow", method="sendMessage", seconds=1)
    first = ann.say("what does an sre earn")
    until(lambda: telegram.calls("sendMessage"))
    own_redis.stop()
    said = ann.say("and the skills?")
    ann.wait(after=first)
    until(lambda: any("does not answer" in bot.log for bot in balancer.replicas))
    own_redis.start()

    assert "distributed systems" in ann.wait(after=said, count=2, timeout=20)[1]["text"]
    telegram.wait_settled(timeout=20)
    assert len(ann.by_bot()) == 2
    assert all(bot.log.count("does not answer") <= 1 for bot in balancer.replicas)


def test_come_again(balancer: Balancer, own_redis: RedisServer) -> None:
    """With Redis down, Telegram is told when to come again."""
    own_redis.stop()
    update = b'{"update_id": 7, "message": {"message_id": 1, "date": 1, "text": "hi",'
    update += b'"chat": {"id": 5, "type": "private"}, "from": {"id": 5, "is_bot": false, "first_name": "Ann"}}}'

    assert balancer.replicas[0].post(update) == 503
    assert ask(f"{balancer.replicas[0].url}/telegram/updates", update)[0] == 403
    own_redis.start()
    assert SECRET not in balancer.replicas[0].log


def test_forgotten_everywhere(balancer: Balancer, telegram: TelegramServer, own_redis: RedisServer) -> None:
    """After /forget nothing in Redis names the person, whichever replica they talked to."""
    import redis

    ann = telegram.user("Ann")
    for text in ("what does an sre earn", "I know python", "rank all roles by pay"):
        ann.ask(text)
    telegram.wait_settled()
    with redis.Redis.from_url(own_redis.url, decode_responses=True) as kept:
        assert [key for key in kept.scan_iter() if str(ann.id) in key]
        ann.ask("/forget")
        telegram.wait_settled()
        assert [key for key in kept.scan_iter() if str(ann.id) in key] == []


def test_forgotten_while_the_other_answers(
    balancer: Balancer, telegram: TelegramServer, own_redis: RedisServer
) -> None:
    """An answer that another replica is giving the same person in another chat brings nothing back after /forget."""
    import redis

    ann = telegram.user("Ann")
    group = telegram.group(ann, bot_is="administrator")
    telegram.fault("slow", method="sendMessage", chat_id=group.id, seconds=2, times=-1)
    asked = ann.say(f"@{telegram.username} what does an sre earn", group)
    until(lambda: any(bot.metric("careerbot_updates_in_flight") for bot in balancer.replicas))
    assert "gone" in ann.ask("/forget")["text"]
    assert not group.messages()[-1]["by_bot"], "the answer in the group is to be the later one"
    group.wait(after=asked)
    telegram.wait_settled()

    with redis.Redis.from_url(own_redis.url, decode_responses=True) as kept:
        assert [
            key for key in kept.scan_iter() if str(ann.id) in key and "hold:" not in key and "bucket:" not in key
        ] == []
