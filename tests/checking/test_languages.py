"""Everything that is checked in English is checked in each other language, and what a language lacks is told."""

from collections.abc import Callable
from pathlib import Path

import pytest
from checking_small import Write, edit, lost_in, quick

DUTIES = "data_scientist.duty.models: auf Deutsch\n"


def test_two_languages_are_fine(german: Write) -> None:
    """Nothing is found where nothing is wrong."""
    german()
    assert quick() == []


def test_claimed_twice(german: Write) -> None:
    """In German as in English."""
    german(other=["ein witz bitte", "{role} gehalt"])
    assert quick() == [
        (
            'intents/other/de.yaml:4:5: warning: phrases: "{role} gehalt" is also claimed by of_pay '
            "(intents/of_pay/de.yaml, line 6). Decide which is meant, and take it out of the other: other or of_pay."
        )
    ]


def test_claimed_alike(german: Write) -> None:
    """Articles count as little in German as in English."""
    german(other=["ein witz bitte", "gehalt von einem {role}"])
    assert quick() == [
        (
            'intents/other/de.yaml:4:5: warning: phrases: "gehalt von einem {role}" is as good as "gehalt von '
            '{role}", which of_pay claims (intents/of_pay/de.yaml, line 5). Decide which is meant, and take it out of '
            "the other: other or of_pay."
        )
    ]


def test_one_slip_apart(german: Write) -> None:
    folder = german()
    edit(folder / "knowledge" / "vocabulary" / "de.yaml", "[devops ingenieur]", "[datenwissenschafter]")
    assert quick() == [
        (
            'knowledge/vocabulary/de.yaml:3:27: warning: roles.data_scientist.safe: "datenwissenschaftler" is one slip '
            'away from "datenwissenschafter" of the role devops_engineer (knowledge/vocabulary/de.yaml, line 4). A '
            "typing error turns one into the other: leave this name out, or use a longer one."
        )
    ]


def test_unknown_value(german: Write) -> None:
    folder = german()
    edit(folder / "intents" / "of_pay" / "de.yaml", "It is so.", '"Im {{ monat }}."')
    assert quick() == [
        (
            'intents/of_pay/de.yaml:9:3: replies.reply: the reply "reply" mentions {{ monat }}, which it is not given. '
            "Values here are: none."
        )
    ]


def test_replies_side_by_side(german: Write) -> None:
    folder = german()
    edit(folder / "intents" / "de.yaml", "replies: {}", "replies: {nahe: Fast.}")
    edit(folder / "intents" / "en.yaml", "replies: {}", "replies: {near: Nearly.}")
    lines = [line for line in quick() if line.startswith("intents/de.yaml")]
    assert lines == [
        (
            'intents/de.yaml:4:1: replies: the reply "near" is missing, which intents/en.yaml has. '
            "Add near: and what is said, under replies:."
        ),
        'intents/de.yaml:4:11: replies.nahe: intents/en.yaml has no reply "nahe". Remove it, or correct its name.',
    ]


def test_phrases_that_cannot_be_read(german: Write) -> None:
    """What is wrong by itself ends the check, as in English."""
    german(other=["ein (witz bitte"])
    assert quick() == [
        (
            'intents/other/de.yaml:3:5: phrases: the phrase "ein (witz bitte": brackets do not match. '
            "Write (one|of these), [optional] and {slot}."
        )
    ]


def test_left_out(german: Write) -> None:
    """What other question types would win is told as the author wrote it, small words and all."""
    folder = german(other=["erzähl mir einen witz", "bring mich zum lachen"])
    own = folder / "own" / "other" / "de.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("phrases:\n  - wie viel gehalt verdient ein {role}\n", encoding="utf-8")
    assert lost_in(folder, "de") == [
        (
            'own/other/de.yaml:2:5: warning: phrases: "wie viel gehalt verdient ein {role}" would be taken for of_pay '
            "if it were not listed here. Move it to of_pay if that is meant; otherwise list more ways of asking like "
            "it under other."
        )
    ]


Lacking = Callable[[Path], None]


def _fact(folder: Path) -> None:
    edit(folder / "knowledge" / "texts" / "de.yaml", f"  {DUTIES}", "")


def _facts(folder: Path) -> None:
    _fact(folder)
    edit(folder / "knowledge" / "texts" / "de.yaml", "  data_scientist.reason.forecasts: auf Deutsch\n", "")


def _fact_of_all(folder: Path) -> None:
    edit(folder / "knowledge" / "texts" / "de.yaml", "  general.advice.rare: auf Deutsch\n", "")


def _strange_fact(folder: Path) -> None:
    edit(folder / "knowledge" / "texts" / "de.yaml", f"  {DUTIES}", f"  {DUTIES}  data_scientist.duty.model: neu\n")


def _names(folder: Path) -> None:
    edit(folder / "knowledge" / "vocabulary" / "de.yaml", "  devops_engineer: {safe: [devops ingenieur]}\n", "")


def _type(folder: Path) -> None:
    (folder / "intents" / "of_pay" / "de.yaml").unlink()


def _usual_type(folder: Path) -> None:
    (folder / "intents" / "of_pay" / "en.yaml").unlink()


@pytest.mark.parametrize(
    ("lacking", "line"),
    [
        (
            _fact,
            (
                "knowledge/roles.yaml:2:5: roles.data_scientist: the fact data_scientist.duty.models has no German "
                "text. Whoever asks in German is told what stands here. Add what is missing to "
                "knowledge/texts/de.yaml, under texts:, such as data_scientist.duty.models: and its text."
            ),
        ),
        (
            _facts,
            (
                "knowledge/roles.yaml:2:5: roles.data_scientist: 2 facts of the role data_scientist have no German "
                "text: duty.models, reason.forecasts. Whoever asks in German is told what stands here. Add what is "
                "missing to knowledge/texts/de.yaml, under texts:, such as data_scientist.duty.models: and its text."
            ),
        ),
        (
            _fact_of_all,
            (
                "knowledge/roles.yaml:27:1: general: the fact general.advice.rare has no German text. Whoever asks in "
                "German is told what stands here. Add what is missing to knowledge/texts/de.yaml, under texts:, such "
                "as general.advice.rare: and its text."
            ),
        ),
        (
            _strange_fact,
            (
                "knowledge/texts/de.yaml:8:3: texts.data_scientist.duty.model: there is no fact "
                'data_scientist.duty.model. Did you mean "data_scientist.duty.models"? Correct the id, or remove the '
                "line."
            ),
        ),
        (
            _names,
            (
                "knowledge/roles.yaml:14:5: warning: roles.devops_engineer: the role devops_engineer has no German "
                "names. Whoever asks in German is understood by those of English only. Add some to "
                "knowledge/vocabulary/de.yaml, under roles:, as devops_engineer: {safe: [...]}."
            ),
        ),
        (
            _type,
            (
                "intents/of_pay/en.yaml:2:1: warning: phrases: the question type of_pay is not there in German. "
                "Whoever asks in German is not understood. Write intents/of_pay/de.yaml like this file."
            ),
        ),
        (
            _usual_type,
            (
                "intents/of_pay/de.yaml:2:1: warning: phrases: the question type of_pay is not there in English. "
                "Whoever asks in English is not understood. Write intents/of_pay/en.yaml like this file."
            ),
        ),
    ],
)
def test_what_a_language_lacks(german: Write, lacking: Lacking, line: str) -> None:
    lacking(german())
    assert quick() == [line]


def test_an_own_role_in_english_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever lays a role over the program may do without German, and is told what that means."""
    mine = tmp_path / "mine"
    (mine / "vocabulary").mkdir(parents=True)
    (mine / "roles.yaml").write_text(
        "roles:\n  - id: data_engineer\n    title: Data Engineer\n    source: own\n"
        "    pay: {low: 120000, high: 165000, currency: USD}\n"
        "    duties: [{id: pipelines, text: building pipelines}]\n"
        "    skills: [{id: sql, text: SQL, requirement: all, skills: [sql]}]\n"
        "    reasons: [{id: foundation, text: Nothing is learnt without data.}]\n",
        encoding="utf-8",
    )
    source = "{id: own, title: A survey, kind: survey, as_of: '2026', leaves_open: []}"
    (mine / "sources.yaml").write_text(f"sources: [{source}]\n", encoding="utf-8")
    (mine / "vocabulary" / "en.yaml").write_text(
        "roles: {data_engineer: {safe: [data engineer]}}\ntitles: {data engineer: null}\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    facts, names = quick(mine, None)
    assert facts.startswith(
        "mine/roles.yaml:2:5: warning: roles.data_engineer: 3 facts of the role data_engineer have no German text: "
        "duty.pipelines, skill.sql, reason.foundation. Whoever asks in German is told what stands here."
    )
    assert names.startswith("mine/roles.yaml:2:5: warning: roles.data_engineer: the role data_engineer has no German ")


@pytest.mark.parametrize("file", ["knowledge/vocabulary/de.yaml", "knowledge/texts/de.yaml", "intents/de.yaml"])
def test_a_file_in_another_language_than_its_name(german: Write, file: str) -> None:
    edit(german() / file, "language: de", "language: en")
    assert quick() == [
        (
            f'{file}:1:1: language: the language is "en", and the file is called de.yaml. '
            "Write language: de, or rename the file."
        )
    ]
