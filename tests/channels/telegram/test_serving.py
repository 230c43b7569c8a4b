"""`careerbot serve` as those who run it see it: pages, registration, logs, start and stop."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving_bot import PATH, SECRET, ServingBot, ask, free_port
from telegram_server import TelegramServer
from waiting import until

from careerbot.bot.channels.telegram.intake import HANDLED
from careerbot.bot.conversation import Adviser


@pytest.fixture(scope="module")
def _shared_bot(adviser: Adviser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServingBot]:
    with TelegramServer() as telegram, ServingBot(telegram, tmp_path_factory.mktemp("serving")) as bot:
        yield bot


@pytest.fixture
def bot(_shared_bot: ServingBot) -> Iterator[ServingBot]:
    yield _shared_bot
    assert _shared_bot.telegram.violations() == []
    assert '"level": "error"' not in _shared_bot.log


def test_pages(bot: ServingBot) -> None:
    """Health, readiness and metrics have pages of their own; nothing else has."""
    assert bot.get("/healthz") == (200, "ok\n")
    status, checks = bot.get("/readyz")
    assert (status, set(json.loads(checks).values())) == (200, {True})
    assert bot.get("/metrics")[0] == 200
    assert bot.get("/")[0] == 404
    assert bot.post(b"{}", path="/healthz") == 405


def test_registered(bot: ServingBot) -> None:
    """The webhook is registered with its secret, for the kinds of update that are handled, and drops nothing."""
    params = bot.telegram.calls("setWebhook")[0]["params"]

    assert params["url"] == f"{bot.url}{PATH}"
    assert params["secret_token"] == SECRET
    assert params["max_connections"] in (100, "100")
    allowed = params["allowed_updates"]
    assert (json.loads(allowed) if isinstance(allowed, str) else allowed) == HANDLED
    assert not params.get("drop_pending_updates")


def test_turns_are_told(bot: ServingBot) -> None:
    """A turn is one line of log, with how it was understood and without what was said and by whom; it is counted."""
    before = len(bot.turns)
    counted = bot.metric("careerbot_turns_total", intent="pay", outcome="answered")
    ann = bot.telegram.user("Ann")
    said = ann.ask("what does an sre earn?")
    ann.press(said, "Site Reliability Engineer skills")
    bot.telegram.wait_settled()
    until(lambda: len(bot.turns) == before + 2)
    asked, pressed = bot.turns[before:]

    assert (asked["channel"], asked["kind"], asked["intent"]) == ("telegram", "message", "pay")
    assert (asked["outcome"], pressed["intent"]) == ("answered", "skills")
    assert 0 < asked["confidence"] <= 1
    assert asked["ms"] > 0
    assert asked["person"] == pressed["person"] != ""
    assert str(ann.id) not in bot.log
    assert "what does an sre" not in bot.log
    assert bot.metric("careerbot_turns_total", intent="pay", outcome="answered") == counted + 1
    assert bot.metric("careerbot_turn_seconds_count") >= 2
    assert bot.metric("careerbot_updates_in_flight") == 0


def test_slow_visitors(bot: ServingBot) -> None:
    """Visitors who never finish their request keep nobody from being answered."""
    visitors = [socket.create_connection(("127.0.0.1", bot.port)) for _ in range(100)]
    for n, visitor in enumerate(visitors):
        head = f"POST {PATH} HTTP/1.1\r\nHost: x\r\n"
        body = f"X-Telegram-Bot-Api-Secret-Token: {SECRET}\r\nContent-Length: 100\r\n\r\n{{"
        visitor.sendall((head + body if n % 2 else head).encode())
    assert bot.telegram.user("Ann").ask("hi")["text"]
    for visitor in visitors:
        visitor.close()
    until(lambda: bot.metric("careerbot_updates_in_flight") == 0)


def test_told_on_request(adviser: Adviser, telegram: TelegramServer, tmp_path: Path) -> None:
    """What people say and who they are is in the log when the operator turns it on."""
    with ServingBot(telegram, tmp_path, CAREERBOT_LOG_TEXT="true", CAREERBOT_LOG_IDS="plain") as bot:
        ann = telegram.user("Ann")
        ann.ask("what does an sre earn?")
        until(lambda: bot.turns)

        assert bot.turns[0]["text"] == "what does an sre earn?"
        assert bot.turns[0]["person"] == f"telegram:{ann.id}"


def test_stop(adviser: Adviser, telegram: TelegramServer, tmp_path: Path) -> None:
    """SIGTERM: what is being answered is finished, then the process ends with 0."""
    with ServingBot(telegram, tmp_path) as bot:
        telegram.fault("slow", method="sendMessage", seconds=1)
        ann = telegram.user("Ann")
        said = ann.say("what does an sre earn?")
        until(lambda: bot.metric("careerbot_updates_in_flight") == 1)

        assert bot.end() == 0
        assert len(ann.wait(after=said)) == 1
        assert "Traceback" not in bot.log
        assert "Unclosed" not in bot.log


def test_telegram_is_away(adviser: Adviser, telegram: TelegramServer, tmp_path: Path) -> None:
    """While Telegram is out of reach the process lives and is not ready; it registers by itself later."""
    telegram.go_down()
    bot = ServingBot(telegram, tmp_path).start()
    try:
        until(lambda: bot.get("/healthz")[0] == 200)
        status, checks = bot.get("/readyz")
        assert (status, json.loads(checks)["webhook"]) == (503, False)
        assert bot.post(b'{"update_id": 1}') == 503
        telegram.go_up()
        until(lambda: bot.get("/readyz")[0] == 200)
        assert telegram.user("Ann").ask("hi")["text"]
    finally:
        assert bot.end() == 0


def test_taken_away(adviser: Adviser, telegram: TelegramServer, tmp_path: Path) -> None:
    """Somebody else with the token sets a webhook: not ready and one line of log, without a fight for it."""

    def set_webhook(url: str) -> None:
        assert ask(f"{telegram.base_url}{telegram.token}/setWebhook?url={url}")[0] == 200

    def stands() -> bool:
        status, checks = serving.get("/readyz")
        assert (status == 200) is json.loads(checks)["webhook"]
        return status == 200

    with ServingBot(telegram, tmp_path, CAREERBOT_WEBHOOK_CHECK="1") as serving:
        set_webhook("https://elsewhere.example.org/")
        until(lambda: not stands())
        set_webhook(f"{serving.url}{PATH}")
        until(stands)
        telegram.go_down()
        until(lambda: serving.metric("careerbot_telegram_errors_total", method="getWebhookInfo", error="NotSentError"))
        assert stands()

        assert serving.log.count("set to another address") == 1
        assert "elsewhere" not in serving.log
        assert len(telegram.calls("setWebhook")) == 3


def run(telegram: TelegramServer, folder: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """`careerbot serve` until it gives up."""
    bot = ServingBot(telegram, folder, **environment)
    command = [sys.executable, "-m", "careerbot", "serve"]
    return subprocess.run(command, env=bot.environment, capture_output=True, text=True, timeout=60)


def test_refused_by_telegram(adviser: Adviser, telegram: TelegramServer, tmp_path: Path) -> None:
    """An address that Telegram refuses ends the start with one line that has Telegram's reason, exit code 2."""
    telegram.fault(
        "error", method="setWebhook", status=400, text="Bad Request: bad webhook: HTTPS url must be provided"
    )
    done = run(telegram, tmp_path)

    assert done.returncode == 2
    assert "https url must be provided" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"CAREERBOT_WEBHOOK_URL": ""}, "CAREERBOT_WEBHOOK_URL is not set"),
        ({"CAREERBOT_TELEGRAM_TOKEN": ""}, "CAREERBOT_TELEGRAM_TOKEN or CAREERBOT_TELEGRAM_TOKEN_FILE is not set"),
        ({"CAREERBOT_GRACE": "soon"}, "CAREERBOT_GRACE cannot be 'soon'"),
        ({"CAREERBOT_LISTEN": "127.0.0.1:99999"}, "CAREERBOT_LISTEN: 127.0.0.1:99999 cannot be listened on"),
        ({"CAREERBOT_STATE": "http://redis"}, "CAREERBOT_STATE cannot be"),
        ({"CAREERBOT_KNOWLEDGE": "/absent"}, "CAREERBOT_KNOWLEDGE"),
    ],
)
def test_not_started(telegram: TelegramServer, tmp_path: Path, environment: dict[str, str], said: str) -> None:
    """What cannot work ends the start with one line, exit code 2."""
    done = run(telegram, tmp_path, **environment)

    assert done.returncode == 2, done.stderr
    assert said in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


def test_address_in_use(telegram: TelegramServer, tmp_path: Path) -> None:
    """A port that is taken is told with its number, exit code 2."""
    port = free_port()
    with socket.create_server(("127.0.0.1", port)):
        done = run(telegram, tmp_path, CAREERBOT_LISTEN=f"127.0.0.1:{port}")

    assert done.returncode == 2
    assert f"127.0.0.1:{port} cannot be listened on" in done.stderr.splitlines()[-1]


def test_answers_do_without_pydantic() -> None:
    """`careerbot ask` imports nothing of the services: it must start fast."""
    program = "import sys; from careerbot.bot.cli import main\ntry: main()\nexcept SystemExit: pass\n"
    program += (
        "print([name for name in ('pydantic', 'structlog', 'uvicorn', 'redis', 'telegram') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program, "ask", "hi"], capture_output=True, text=True, env=os.environ)

    assert done.stdout.splitlines()[-1] == "[]"
