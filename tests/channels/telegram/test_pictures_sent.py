"""Pictures beside those of pay: a comparison on demand, in the person's theme."""

from io import BytesIO

from PIL import Image
from telegram_server.world import Json
from town import Town

from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.picturing import Picturing
from careerbot.bot.rendering.pictures import drawing
from careerbot.bot.rendering.pictures.style import THEMES

CAPTION = 1024


def picture(town: Town, message: Json) -> Image.Image:
    return Image.open(BytesIO(town.telegram.file(message["photo"]["file_id"])))


def test_comparison_as_a_picture(town: Town) -> None:
    """A comparison is read first; a button below draws it, with as much in words as a caption has room for."""
    ann = town.person()
    compared = ann.ask("sre vs devops")
    assert compared["kind"] == "text"
    ann.press(compared, "🖼 Show as a picture")
    (sent,) = ann.wait(after=compared)

    assert sent["kind"] == "photo"
    assert sent["text"].startswith("Side by side\nSite Reliability Engineer: $140,000 to $185,000")
    assert "defining service level objectives" in sent["text"]
    assert len(sent["text"]) <= CAPTION
    assert picture(town, sent).height > picture(town, sent).width


def test_comparison_of_four(town: Town) -> None:
    """Four roles, whose words a caption has no room for: cut at the end of a line."""
    ann = town.person()
    compared = ann.ask("compare ai research scientist, cybersecurity architect, engineering manager and mle")
    ann.press(compared, "🖼 Show as a picture")
    (sent,) = ann.wait(after=compared)

    assert sent["text"].count("Machine Learning Engineer: $150,000 to $210,000") == 1
    assert len(sent["text"]) <= CAPTION
    assert sent["text"].splitlines()[-1] in compared["text"]


def test_comparison_in_dark(town: Town) -> None:
    """The theme of a comparison changes in its place, and its words stay."""
    ann = town.person()
    compared = ann.ask("compare sre, devops and data scientist")
    ann.press(compared, "🖼 Show as a picture")
    (light,) = ann.wait(after=compared)
    ann.press(light, "🌙 In dark")
    dark = ann.wait_edit(light)

    assert picture(town, dark).size == picture(town, light).size
    assert picture(town, dark).convert("L").getpixel((5, 5)) < 60  # type: ignore[operator]
    assert dark["text"] == light["text"]
    assert dark["buttons"] == [["☀️ In light"]]


def test_order_stays_in_dark(town: Town, adviser: Adviser) -> None:
    """Ranked roles have their numbers in the other theme as well: the picture is the same but for its colors."""
    ann = town.person()
    light = ann.ask("rank all roles by pay")
    ann.press(light, "🌙 In dark")
    dark = ann.wait_edit(light)
    answer, after = adviser.respond("rank all roles by pay", Memory())
    ranked = Picturing(adviser).of(answer, after)
    assert ranked is not None

    for message, theme in ((light, THEMES["light"]), (dark, THEMES["dark"])):
        meant = drawing.draw(ranked.content, theme, Picturing(adviser).source)
        assert town.telegram.file(message["photo"]["file_id"]) == meant


def test_button_that_leads_nowhere(town: Town) -> None:
    """A picture that nothing leads to any more is said to be of an earlier version."""
    ann = town.person()
    reply = ann.ask("sre vs devops")
    for data in ("1|.chart:all", "1|.chart:", "1|=.dark:skills,data_scientist", "1|.chart:nonsense,x"):
        press = ann.press(reply, data=data, force=True)
        assert "earlier version" in (town.telegram.wait_answer(press["query_id"]).get("text") or "")
