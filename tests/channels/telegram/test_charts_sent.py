"""Pictures of pay ranges."""

from io import BytesIO

from PIL import Image
from telegram_server.world import Json
from town import Town

LOOKED_AT = 380
"""Pixels across a phone."""


def picture(town: Town, message: Json) -> Image.Image:
    return Image.open(BytesIO(town.telegram.file(message["photo"]["file_id"])))


def uploads(town: Town) -> int:
    return sum(
        1 for method in ("sendPhoto", "editMessageMedia") for call in town.telegram.calls(method) if call["files"]
    )


def test_pay_of_all_is_a_picture(town: Town) -> None:
    """The pay of all roles comes as a picture, with the same figures in words below it."""
    ann = town.person()
    picker = ann.ask("/pay")
    ann.press(picker, "📊 All ten in one picture")
    (sent,) = ann.wait(after=picker)

    assert sent["kind"] == "photo"
    assert "AI Research Scientist: $160,000 to $240,000 and up" in sent["text"]
    assert picture(town, sent).width >= 2 * LOOKED_AT


def test_chart_on_demand(town: Town) -> None:
    """Where a text has several ranges, a button draws them."""
    ann = town.person()
    listed = ann.ask("/roles")
    ann.press(listed, "📊 Show as a chart")
    (sent,) = ann.wait(after=listed)

    assert sent["kind"] == "photo"
    assert "Site Reliability Engineer: $140,000 to $185,000" in sent["text"]


def test_uploaded_once(own_town: Town) -> None:
    """The same chart is uploaded once, for everybody and for every run, and sent by its file_id after that."""
    ann, bob = own_town.person("Ann"), own_town.person("Bob")
    first = ann.ask("rank all roles by pay")
    second = bob.ask("rank all roles by pay")
    own_town.bot.stop()
    own_town.bot.ready()
    third = bob.ask("rank all roles by pay")

    assert [message["kind"] for message in (first, second, third)] == ["photo"] * 3
    assert uploads(own_town) == 1


def test_forgotten_file_is_uploaded_again(own_town: Town) -> None:
    """When Telegram no longer knows the file_id, the chart is uploaded anew."""
    ann = own_town.person()
    ann.ask("rank all roles by pay")
    text = "Bad Request: wrong file identifier/HTTP URL specified"
    own_town.telegram.fault("error", method="sendPhoto", status=400, text=text)

    assert ann.ask("rank all roles by pay")["kind"] == "photo"
    assert uploads(own_town) == 2


def test_dark_and_light(town: Town) -> None:
    """A button shows the chart in the other theme, in its place; the choice lasts for that person."""
    ann = town.person()
    light = ann.ask("rank all roles by pay")
    ann.press(light, "🌙 In dark")
    dark = ann.wait_edit(light)

    assert picture(town, light).convert("L").getpixel((5, 5)) > 200  # type: ignore[operator]
    assert picture(town, dark).convert("L").getpixel((5, 5)) < 60  # type: ignore[operator]
    assert dark["text"] == light["text"]
    assert ["☀️ In light"] in dark["buttons"]
    assert ["☀️ In light"] in ann.ask("rank all roles by pay")["buttons"]
    assert ["🌙 In dark"] in town.person("Bob").ask("rank all roles by pay")["buttons"]


def test_buttons_stay_below_a_chart(town: Town) -> None:
    """Changing the theme keeps the suggestions."""
    ann = town.person()
    light = ann.ask("rank all roles by pay")
    ann.press(light, "🌙 In dark")

    assert ann.wait_edit(light)["buttons"][:-1] == light["buttons"][:-1]


def test_uploading_shows_when_slow(own_town: Town) -> None:
    """A picture that takes noticeable time shows that something is coming."""
    ann = own_town.person()
    own_town.telegram.fault("slow", method="sendPhoto", seconds=1.2)
    ann.ask("rank all roles by pay", timeout=10)

    assert [action["action"] for action in ann.actions()][:1] == ["upload_photo"]
