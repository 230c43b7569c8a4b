"""Loading a folder of knowledge, and every way in which its files can disagree with what is expected of them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from careerbot.knowledge.load import load
from careerbot.knowledge.problems import KnowledgeErrors

Mistake = Callable[[str, str, str], list[str]]

CLAIMED = "Keep it in one place, or list it only under ambiguous, where the bot asks which is meant."


def test_a_folder_becomes_a_knowledge_base_and_a_vocabulary(small: Path) -> None:
    """The facts come with composed ids, the names as the file groups them."""
    loaded = load(small)
    role = loaded.knowledge.role("devops_engineer")
    assert (role.title, role.pay.low, role.pay.high, role.pay.open_ended) == ("DevOps Engineer", 120_000, 170_000, True)
    assert loaded.knowledge.facts["devops_engineer.duty.pipelines"].text == "maintaining pipelines"
    assert [name.name for name in loaded.vocabulary.roles["data_scientist"].safe] == ["data scientist", "data sci"]
    assert loaded.vocabulary.roles["devops_engineer"].safe[1].guard == "caps"


def test_pay_and_position_are_facts_too(small: Path) -> None:
    """Figures have ids and words like everything else, and an open range has one fact more."""
    facts = load(small).knowledge.facts
    assert facts["data_scientist.pay"].text == "average pay listed as $130,000 to $180,000"
    assert facts["devops_engineer.pay"].text == "average pay listed as $120,000 to $170,000 and up"
    assert facts["devops_engineer.pay_open"].text == "the range has no upper limit: $170,000 and up"
    assert facts["devops_engineer.position"].text == "listed at position 2 of 2"
    assert "data_scientist.pay_open" not in facts


def test_what_is_ours_is_kept_apart(small: Path) -> None:
    """Groupings refer to the cluster and pattern facts; similar skills are pairs that work both ways."""
    knowledge = load(small).knowledge
    assert knowledge.clusters == {"general.cluster.cloud": ("devops_engineer",)}
    assert knowledge.patterns == {"general.pattern.reduces_risk": ("devops_engineer",)}
    assert knowledge.are_similar("r", "python")


def test_sources_say_what_they_leave_open(small: Path) -> None:
    """A reply can name the source, its kind and its date, and what it does not state."""
    (source,) = load(small).knowledge.sources
    assert (source.title, source.kind, source.as_of, source.leaves_open) == (
        "A survey",
        "article",
        "2026",
        ("country", "level"),
    )


SLIPS = [
    # What is wrong in roles.yaml alone
    (
        "a key that is missing",
        ("roles.yaml", "low: 130000, ", ""),
        (
            'roles.yaml:6:5: roles.data_scientist.pay: the key "low" is missing. '
            "Add it. The keys here are low, high, open_ended, currency."
        ),
    ),
    (
        "a key that is not known",
        ("roles.yaml", "open_ended: true", "open_ender: true"),
        (
            'roles.yaml:18:38: roles.devops_engineer.pay.open_ender: the key "open_ender" is not known here. '
            'Did you mean "open_ended"? Allowed: low, high, open_ended, currency.'
        ),
    ),
    (
        "a comma that cuts a text in two",
        ("roles.yaml", "text: building statistical models", "text: building models, statistical ones"),
        (
            'roles.yaml:8:45: roles.data_scientist.duties.models.statistical ones: the key "statistical ones" is not '
            "known here. If it belongs to the text before it, put that text in quotes. Allowed: id, text."
        ),
    ),
    (
        "text for a number",
        ("roles.yaml", "low: 130000", 'low: "130000"'),
        (
            "roles.yaml:6:11: roles.data_scientist.pay.low: a whole number is expected here, and this is text. "
            "Write 130000."
        ),
    ),
    (
        "a sum as people write it",
        ("roles.yaml", "low: 130000", 'low: "$130,000"'),
        (
            "roles.yaml:6:11: roles.data_scientist.pay.low: a whole number is expected here, and this is text. "
            "Write 130000."
        ),
    ),
    (
        "words for a number",
        ("roles.yaml", "low: 130000", "low: a lot"),
        (
            "roles.yaml:6:11: roles.data_scientist.pay.low: a whole number is expected here, and this is text. "
            "Write digits only, without quotes."
        ),
    ),
    (
        "a key that is needed, misspelt",
        ("vocabulary/en.yaml", "data_scientist: {safe: [", "data_scientist: {saef: ["),
        (
            'vocabulary/en.yaml:3:20: roles.data_scientist.saef: the key "saef" is not known here. '
            'Did you mean "safe"? Allowed: safe, fields, ask.'
        ),
    ),
    (
        "a skill that no role listed so far",
        ("roles.yaml", "skills: [statistics]", "skills: [statistics, go]"),
        (
            'roles.yaml:11:92: roles.data_scientist.skills.statistics.skills: "go" is known as a skill that no role '
            "lists (vocabulary/en.yaml, line 16). Move it there from unlisted_skills: to skills:."
        ),
    ),
    (
        "a number for true or false",
        ("roles.yaml", "open_ended: true", "open_ended: 1"),
        (
            "roles.yaml:18:38: roles.devops_engineer.pay.open_ended: true or false is expected here, and this is a "
            "number. Write true or false, without quotes."
        ),
    ),
    (
        "nothing for text",
        ("roles.yaml", "title: Data Scientist", "title:"),
        (
            "roles.yaml:3:5: roles.data_scientist.title: text is expected here, and this is empty. "
            "Write text; put it in quotes if it looks like a number."
        ),
    ),
    (
        "text for a list",
        ("vocabulary/en.yaml", "title_heads: [engineer, analyst]", "title_heads: engineer, analyst"),
        (
            "vocabulary/en.yaml:8:1: title_heads: a list is expected here, and this is text. "
            "Write [one, two], or one item per line after a dash."
        ),
    ),
    (
        "text for a mapping",
        ("roles.yaml", "pay: {low: 130000, high: 180000, currency: USD}", "pay: 130000 to 180000"),
        (
            "roles.yaml:6:5: roles.data_scientist.pay: a mapping is expected here, and this is text. "
            "Write each entry as key: value."
        ),
    ),
    (
        "a word outside a choice",
        ("roles.yaml", "requirement: example", "requirement: exampl"),
        (
            'roles.yaml:22:56: roles.devops_engineer.skills.observability.requirement: "exampl" is not allowed here. '
            'Did you mean "example"? Allowed: all, any, example.'
        ),
    ),
    (
        "a required list that is empty",
        ("roles.yaml", "      - {id: models, text: building statistical models}", "      []"),
        "roles.yaml:7:5: roles.data_scientist.duties: the list is empty. Add at least one item.",
    ),
    (
        "an optional list that is empty",
        ("roles.yaml", "\n      - {id: stability, text: Stability counts as much as speed.}", " []"),
        "roles.yaml:25:5: roles.devops_engineer.notes: the list is empty. Add an item, or leave the key out.",
    ),
    (
        "low above high",
        ("roles.yaml", "low: 130000", "low: 190000"),
        (
            "roles.yaml:6:5: roles.data_scientist.pay: low (190000) is above high (180000). "
            "Swap them, or correct the figures."
        ),
    ),
    (
        "pay in thousands",
        ("roles.yaml", "pay: {low: 130000, high: 180000, currency: USD}", "pay: {low: 130, high: 180, currency: USD}"),
        (
            "roles.yaml:6:5: roles.data_scientist.pay: 130 to 180 dollars a year is too little to be meant. "
            "Write it in whole dollars a year: 120000, not 120."
        ),
    ),
    (
        "pay of nothing",
        ("roles.yaml", "low: 130000", "low: 0"),
        "roles.yaml:6:11: roles.data_scientist.pay.low: 0 is too small. Write a number above 0.",
    ),
    (
        "an id with capitals",
        ("roles.yaml", "id: models", "id: Models"),
        (
            'roles.yaml:8:10: roles.data_scientist.duties.Models.id: "Models" cannot be an id. '
            "Use lower-case letters, digits and underscores, a letter first."
        ),
    ),
    (
        "text with a space at its end",
        ("roles.yaml", "title: Data Scientist", 'title: "Data Scientist "'),
        "roles.yaml:3:5: roles.data_scientist.title: the text starts or ends with a space. Remove the space.",
    ),
    (
        "text of nothing",
        ("roles.yaml", "text: reduces risk", 'text: ""'),
        "roles.yaml:36:26: general.patterns.reduces_risk.text: there is no text here. Write it, or remove the entry.",
    ),
    (
        "a duty that is no gerund",
        ("roles.yaml", "text: building statistical models", "text: Builds statistical models"),
        (
            "roles.yaml:8:22: roles.data_scientist.duties.models.text: a duty starts with a verb in -ing, lower case, "
            'and this one starts with "Builds". Write it like "designing model architectures".'
        ),
    ),
    (
        "a phrase with a full stop",
        ("roles.yaml", "text: advanced statistics", "text: advanced statistics."),
        (
            "roles.yaml:11:26: roles.data_scientist.skills.statistics.text: a phrase ends without a full stop. "
            "Remove it: the phrase is put into sentences."
        ),
    ),
    (
        "a sentence without a full stop",
        ("roles.yaml", "text: Forecasts save money.", "text: Forecasts save money"),
        (
            "roles.yaml:13:25: roles.data_scientist.reasons.forecasts.text: a full sentence ends with a full stop. "
            "Add it: the sentence is shown as it stands."
        ),
    ),
    (
        "examples where none are meant",
        ("roles.yaml", "requirement: example", "requirement: all"),
        (
            "roles.yaml:22:9: roles.devops_engineer.skills.observability: examples do not go with requirement: all. "
            "Write requirement: example, or move the examples to skills."
        ),
    ),
    (
        "a pair of three",
        ("roles.yaml", "- [python, r]", "- [python, r, statistics]"),
        "roles.yaml:45:7: judgement.similar_skills: a pair is expected here. Give it exactly two items: [one, other].",
    ),
    (
        "a pair of one",
        ("roles.yaml", "- [python, r]", "- [python]"),
        "roles.yaml:45:7: judgement.similar_skills: a pair is expected here. Give it exactly two items: [one, other].",
    ),
    (
        "a key given twice",
        ("roles.yaml", "    position: 2\n", "    position: 2\n    position: 3\n"),
        (
            'roles.yaml:18:5: roles.devops_engineer.position: the key "position" is given twice, first on line 17. '
            "Keep one of them."
        ),
    ),
    (
        "a word that YAML would change",
        ("roles.yaml", "open_ended: true", "open_ended: yes"),
        (
            "roles.yaml:18:38: roles.devops_engineer.pay.open_ended: YAML reads yes as true or false. "
            'Write true or false if that is meant; otherwise put it in quotes: "yes".'
        ),
    ),
    # What is wrong in the other files alone
    (
        "a gap that no source can have",
        ("sources.yaml", "leaves_open: [country, level]", "leaves_open: [contry]"),
        (
            'sources.yaml:6:19: sources.survey.leaves_open: "contry" is not allowed here. Did you mean "country"? '
            "Allowed: country, level, currency_name, period, base_or_total, method, collection_date."
        ),
    ),
    (
        "a guard that does not exist",
        ("vocabulary/en.yaml", "guard: caps", "guard: cap"),
        (
            'vocabulary/en.yaml:4:56: roles.devops_engineer.safe.guard: "cap" is not allowed here. '
            'Did you mean "caps"? Allowed: frame, caps, exact, near_monitoring, digits, not_algo.'
        ),
    ),
    (
        "a name that is a number",
        ("vocabulary/en.yaml", "[stats]", "[stats, 3]"),
        (
            "vocabulary/en.yaml:12:48: skills.statistics.also: a name is expected here. "
            "Write text, in quotes if need be, or {name: text, guard: caps}."
        ),
    ),
    (
        "an ambiguous word without meanings",
        ("vocabulary/en.yaml", ", skills: [prometheus, observability]", ""),
        (
            "vocabulary/en.yaml:18:3: ambiguous.prom: these words offer no meanings. "
            "Add roles:, titles: or skills: with what they may mean."
        ),
    ),
    (
        "another language than the file's",
        ("vocabulary/en.yaml", "language: en", "language: de"),
        (
            'vocabulary/en.yaml:1:1: language: the language is "de", and the file is called en.yaml. '
            "Write language: en, or rename the file."
        ),
    ),
    # What has to be unique
    (
        "two duties under one id",
        ("roles.yaml", "{id: statistics, text", "{id: python_r, text"),
        (
            'roles.yaml:11:10: roles.data_scientist.skills.python_r.id: the id "python_r" is used twice, '
            "first on line 10. Give it another id."
        ),
    ),
    (
        "a position given twice",
        ("roles.yaml", "position: 2", "position: 1"),
        (
            "roles.yaml:17:5: roles.devops_engineer.position: position 1 is given twice, first on line 5. "
            "Number the 2 roles from 1 to 2, each once."
        ),
    ),
    (
        "a gap between positions",
        ("roles.yaml", "position: 2", "position: 3"),
        (
            "roles.yaml:17:5: roles.devops_engineer.position: position 3 leaves a gap. "
            "Number the 2 roles from 1 to 2, each once."
        ),
    ),
    (
        "a name claimed by two roles",
        ("vocabulary/en.yaml", "data sci]", "devops-Engineer]"),
        (
            'vocabulary/en.yaml:3:43: roles.data_scientist.safe: "devops-Engineer" already stands for the role '
            f"devops_engineer (roles.yaml, line 15). {CLAIMED}"
        ),
    ),
    (
        "a name claimed by a role and a title that is not covered",
        ("vocabulary/en.yaml", "[data analytics]", "[data science]"),
        (
            'vocabulary/en.yaml:6:52: titles.data analyst.also: "data science" already stands for the role '
            f"data_scientist (vocabulary/en.yaml, line 3). {CLAIMED}"
        ),
    ),
    (
        "a name claimed by two skills",
        ("vocabulary/en.yaml", "[golang]", "[stats]"),
        (
            'vocabulary/en.yaml:16:25: unlisted_skills.go.also: "stats" already stands for the skill statistics '
            f"(vocabulary/en.yaml, line 12). {CLAIMED}"
        ),
    ),
    (
        "an ambiguous word that stands for one thing elsewhere",
        ("vocabulary/en.yaml", "words: [prom]", "words: [py]"),
        (
            'vocabulary/en.yaml:18:18: ambiguous.prom.words: "py" already stands for the skill python '
            f"(vocabulary/en.yaml, line 10). {CLAIMED}"
        ),
    ),
    (
        "a name given twice for one role",
        ("vocabulary/en.yaml", "ask: [statistician]", "ask: [data sci]"),
        (
            'vocabulary/en.yaml:3:84: roles.data_scientist.ask: "data sci" is given twice for the role data_scientist, '
            "first on line 3. Keep one of them."
        ),
    ),
    # What has to exist
    (
        "a source that is not listed",
        ("roles.yaml", "source: survey\n    position: 1", "source: servey\n    position: 1"),
        (
            'roles.yaml:4:5: roles.data_scientist.source: there is no source "servey". Did you mean "survey"? '
            "Each source is listed in sources.yaml; correct the name here or add it there."
        ),
    ),
    (
        "a skill without a name",
        ("roles.yaml", "skills: [python, r]", "skills: [pyton, r]"),
        (
            'roles.yaml:10:70: roles.data_scientist.skills.python_r.skills: there is no skill "pyton". '
            'Did you mean "python"? Each skill is listed in vocabulary/en.yaml; correct the name here or add it there.'
        ),
    ),
    (
        "a cluster that the source does not name",
        ("roles.yaml", "cloud: [devops_engineer]", "clouds: [devops_engineer]"),
        (
            'roles.yaml:42:14: judgement.clusters.clouds: there is no cluster "clouds". Did you mean "cloud"? '
            "Each cluster is listed in roles.yaml; correct the name here or add it there."
        ),
    ),
    (
        "a group of a role that does not exist",
        ("roles.yaml", "reduces_risk: [devops_engineer]", "reduces_risk: [devop_engineer]"),
        (
            'roles.yaml:43:29: judgement.patterns.reduces_risk: there is no role "devop_engineer". '
            'Did you mean "devops_engineer"? Each role is listed in roles.yaml; correct the name here or add it there.'
        ),
    ),
    (
        "an answer of the quiz that points to no fact",
        ("roles.yaml", "facts: [devops_engineer.duty.pipelines]", "facts: [devops_engineer.duty.pipeline]"),
        (
            "roles.yaml:49:34: judgement.quiz.day.answers.building.facts: there is no fact "
            '"devops_engineer.duty.pipeline". Did you mean "devops_engineer.duty.pipelines"? '
            "Each fact is listed in roles.yaml; correct the name here or add it there."
        ),
    ),
    (
        "an answer of the quiz given twice",
        ("roles.yaml", "id: counting", "id: building"),
        (
            'roles.yaml:50:12: judgement.quiz.day.answers.building.id: the answer "building" is given twice, '
            "first on line 49. Give it another id."
        ),
    ),
    (
        "an answer called like a skill",
        ("roles.yaml", "id: counting", "id: python"),
        (
            'roles.yaml:50:12: judgement.quiz.day.answers.python.id: an answer cannot be called "python". '
            "Another thing is; give it another id."
        ),
    ),
    (
        "a question of the quiz with one answer",
        ("roles.yaml", "\n        - {id: counting, facts: [devops_engineer.reason.speed]}", ""),
        ('roles.yaml:47:7: judgement.quiz.day: the question "day" offers no choice. Give it two answers or more.'),
    ),
    (
        "a duty that does not exist",
        (
            "roles.yaml",
            "  similar_skills:\n",
            (
                "  skill_is_duty:\n"
                "    - {skill: data_scientist.skill.statistics, duty: devops_engineer.duty.pipeline}\n"
                "  similar_skills:\n"
            ),
        ),
        (
            'roles.yaml:45:48: judgement.skill_is_duty.duty: there is no duty "devops_engineer.duty.pipeline". '
            'Did you mean "devops_engineer.duty.pipelines"? Each duty is listed in roles.yaml; '
            "correct the name here or add it there."
        ),
    ),
    (
        "a skill and a duty of one role",
        (
            "roles.yaml",
            "  similar_skills:\n",
            (
                "  skill_is_duty:\n    - {skill: data_scientist.skill.statistics, duty: data_scientist.duty.models}\n"
                "  similar_skills:\n"
            ),
        ),
        (
            'roles.yaml:45:48: judgement.skill_is_duty.duty: "data_scientist.skill.statistics" and '
            '"data_scientist.duty.models" are of the same role. '
            "Name a duty of another role: the entry says how two roles touch."
        ),
    ),
    (
        "a note on pay that does not exist",
        ("roles.yaml", "  similar_skills:\n", "  lifts_pay: [devops_engineer.note.speed]\n  similar_skills:\n"),
        (
            'roles.yaml:44:15: judgement.lifts_pay: there is no note "devops_engineer.note.speed". '
            'Did you mean "devops_engineer.note.stability"? '
            "Each note is listed in roles.yaml; correct the name here or add it there."
        ),
    ),
    (
        "a nearest role that does not exist",
        ("vocabulary/en.yaml", "nearest: []", "nearest: [nobody]"),
        (
            'vocabulary/en.yaml:7:27: titles.UX designer.nearest: there is no role "nobody". '
            "Each role is listed in roles.yaml; correct the name here or add it there."
        ),
    ),
    (
        "names for a role that does not exist",
        ("vocabulary/en.yaml", "  devops_engineer: {safe", "  devop_engineer: {safe"),
        (
            'vocabulary/en.yaml:4:3: roles.devop_engineer: there is no role "devop_engineer". '
            'Did you mean "devops_engineer"? Each role is listed in roles.yaml; correct the name here or add it there.'
        ),
    ),
    (
        "a role without names",
        ("vocabulary/en.yaml", "  devops_engineer: {safe: [devops engineer, {name: do, guard: caps}]}\n", ""),
        (
            "vocabulary/en.yaml:2:1: roles: the role devops_engineer of roles.yaml has no names. "
            "Add the entry devops_engineer: {safe: [...]} here."
        ),
    ),
    (
        "a skill that no role lists",
        ("vocabulary/en.yaml", "unlisted_skills:", "  rust: {name: Rust}\nunlisted_skills:"),
        (
            'vocabulary/en.yaml:15:3: skills.rust: no role lists the skill "rust". '
            "Move it to unlisted_skills, or list it under a role in roles.yaml."
        ),
    ),
    (
        "a topic of no fact",
        ("vocabulary/en.yaml", "devops_engineer.duty.pipelines", "devops_engineer.duty.pipeline"),
        (
            "vocabulary/en.yaml:22:3: topics.devops_engineer.duty.pipeline: there is no fact "
            '"devops_engineer.duty.pipeline". Did you mean "devops_engineer.duty.pipelines"? '
            "Each fact is listed in roles.yaml; correct the name here or add it there."
        ),
    ),
]


@pytest.mark.parametrize(("slip", "line"), [pytest.param(slip, line, id=name) for name, slip, line in SLIPS])
def test_a_slip_is_told_once_with_place_and_remedy(mistake: Mistake, slip: tuple[str, str, str], line: str) -> None:
    """One slip makes one line: where it is, what is wrong, and what to do."""
    assert mistake(*slip) == [line]


def test_a_role_given_twice_is_told_with_all_that_follows(mistake: Mistake) -> None:
    """Where an id is overwritten by another, everything that still uses the lost one is named as well."""
    lines = mistake("roles.yaml", "id: devops_engineer\n", "id: data_scientist\n")
    assert lines[0] == (
        'roles.yaml:14:5: roles.data_scientist.id: the id "data_scientist" is used twice, first on line 2. '
        "Give it another id."
    )
    assert sum("there is no role" in line for line in lines) == 3


def test_all_problems_of_all_files_come_at_once_and_in_order(folder: Path) -> None:
    """An author mends everything in one go, from the top of the first file to the end of the last."""
    for file, right, wrong in [
        ("vocabulary/en.yaml", "[stats]", "[python]"),
        ("vocabulary/en.yaml", "nearest: []", "nearest: [nobody]"),
        ("sources.yaml", 'as_of: "2026"', "as_of: 2026"),
        ("roles.yaml", "low: 130000", "low: 190000"),
        ("roles.yaml", "position: 2", "position: 7"),
    ]:
        path = folder / file
        path.write_text(path.read_text(encoding="utf-8").replace(right, wrong), encoding="utf-8")
    with pytest.raises(KnowledgeErrors) as raised:
        load(folder)
    assert [(problem.file, problem.line) for problem in raised.value.problems] == [
        ("roles.yaml", 6),
        ("roles.yaml", 17),
        ("sources.yaml", 5),
        ("vocabulary/en.yaml", 7),
        ("vocabulary/en.yaml", 12),
    ]


@pytest.mark.parametrize("file", ["roles.yaml", "sources.yaml", "vocabulary/en.yaml"])
def test_a_missing_file_is_the_only_problem(folder: Path, file: str) -> None:
    """What cannot be found because its file is missing is not told as well."""
    (folder / file).unlink()
    with pytest.raises(KnowledgeErrors) as raised:
        load(folder)
    assert str(raised.value) == f"{file}:1:1: the file is missing. Create it, or restore it from the repository."
