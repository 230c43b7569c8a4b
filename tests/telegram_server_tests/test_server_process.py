"""The server as a process of its own."""

import pytest
from telegram_server import ControlError, TelegramProcess

from telegram_server_tests.calling import Api


def test_process() -> None:
    """It tells where it is, serves both sides, and stops when told."""
    with TelegramProcess("--username", "another_bot", "--token", "42:abc") as telegram:
        api = Api(telegram.url, "42:abc")
        ann = telegram.user("Ann")
        said = ann.say("hi")
        sent = api("sendMessage", chat_id=ann.id, text="yes")
        telegram.go_down()
        telegram.go_up()

        assert api("getMe")["username"] == "another_bot"
        assert [said["update_id"]] == [update["update_id"] for update in api("getUpdates")]
        assert [sent["message_id"]] == [message["message_id"] for message in ann.wait(after=said)]
        with pytest.raises(ControlError, match="has no button"):
            ann.press(sent, "More")
