"""The contract an author's edit is checked against: what the YAML files of this folder may say.

These models describe one file at a time. What only shows when files are held against each other is in `agreement.py`.
Imported when the files are compiled, never while answering.
"""

import re
from typing import Annotated, Any, Literal, TypeAlias, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    Strict,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError

Guard = Literal["frame", "caps", "exact", "near_monitoring", "digits", "not_algo"]
"""When a name counts only under a condition. The conditions themselves are code of the bot's understanding."""
GUARDS: tuple[str, ...] = get_args(Guard)

Open = Literal["country", "level", "currency_name", "period", "base_or_total", "method", "collection_date"]
"""What a source may leave unsaid."""

T = TypeVar("T")
Some: TypeAlias = Annotated[tuple[T, ...], Strict(False), Field(min_length=1)]
"""A YAML list with at least one item. Only the list is taken leniently (as a tuple); its items stay strict."""
Listed: TypeAlias = Annotated[tuple[T, ...], Strict(False)]
"""A YAML list that may be empty."""


def refusal(what: str, fix: str) -> PydanticCustomError:
    """An error that already says what is wrong and what to do, in the words of a `Problem`."""
    return PydanticCustomError("refused", "{what}. {fix}", {"what": what, "fix": fix})


def _id(value: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", value):
        raise refusal(f'"{value}" cannot be an id', "Use lower-case letters, digits and underscores, a letter first.")
    return value


def _said(value: str) -> str:
    if not value.strip():
        raise refusal("there is no text here", "Write it, or remove the entry.")
    if value != value.strip():
        raise refusal("the text starts or ends with a space", "Remove the space.")
    return value


def _phrase(value: str) -> str:
    if value.endswith((".", "!", "?")):
        raise refusal("a phrase ends without a full stop", "Remove it: the phrase is put into sentences.")
    return value


def _gerund(value: str) -> str:
    if not re.match(r"[a-z-]+ing\b", value):
        raise refusal(
            f'a duty starts with a verb in -ing, lower case, and this one starts with "{value.split()[0]}"',
            'Write it like "designing model architectures".',
        )
    return value


def _sentence(value: str) -> str:
    if not value.endswith((".", "!", "?")):
        raise refusal("a full sentence ends with a full stop", "Add it: the sentence is shown as it stands.")
    return value


Id = Annotated[str, AfterValidator(_id), WithJsonSchema({"type": "string", "pattern": "^[a-z][a-z0-9_]*$"})]
Said = Annotated[str, AfterValidator(_said)]
Phrase = Annotated[Said, AfterValidator(_phrase)]
Gerund = Annotated[
    Phrase, AfterValidator(_gerund), WithJsonSchema({"type": "string", "pattern": r"^[a-z-]+ing\b.*[^.!?]$"})
]
Sentence = Annotated[Said, AfterValidator(_sentence), WithJsonSchema({"type": "string", "pattern": "[.!?]$"})]


class Entry(BaseModel):
    """Nothing unknown, nothing converted, nothing changed afterwards."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, use_attribute_docstrings=True)


# --- roles.yaml


SMALLEST_YEARLY = 1_000
"""US dollars: less is no pay of a year but thousands of it."""


class PayEntry(Entry):
    low: Annotated[int, Field(gt=0)]
    high: Annotated[int, Field(gt=0)]
    open_ended: bool = False
    currency: Literal["USD"]
    """Amounts are compared with each other, so they are all of one currency."""

    @model_validator(mode="after")
    def _in_order(self) -> "PayEntry":
        if self.low > self.high:
            raise refusal(f"low ({self.low}) is above high ({self.high})", "Swap them, or correct the figures.")
        if self.high < SMALLEST_YEARLY:
            fix = "Write it in whole dollars a year: 120000, not 120."
            raise refusal(f"{self.low} to {self.high} dollars a year is too little to be meant", fix)
        return self


class DutyEntry(Entry):
    id: Id
    text: Gerund


class PhraseEntry(Entry):
    id: Id
    text: Phrase


class SentenceEntry(Entry):
    id: Id
    text: Sentence


class SkillLine(Entry):
    """One line of a role's skill list."""

    id: Id
    text: Phrase
    requirement: Literal["all", "any", "example"]
    skills: Some[str]
    examples: Some[str] = ()

    @model_validator(mode="after")
    def _examples_where_meant(self) -> "SkillLine":
        if self.requirement == "example" and not self.examples:
            raise refusal("requirement: example names no examples", "Add the line examples: [...].")
        if self.requirement != "example" and self.examples:
            raise refusal(
                f"examples do not go with requirement: {self.requirement}",
                "Write requirement: example, or move the examples to skills.",
            )
        if self.requirement == "any" and len(self.skills) < 2:
            raise refusal("requirement: any offers no choice", "List two skills or more, or write requirement: all.")
        return self


class RoleEntry(Entry):
    id: Id
    title: Said
    source: str
    position: Annotated[int, Field(gt=0)] | None = None
    """Place in the listing; left out, after all that have one."""
    pay: PayEntry
    duties: Some[DutyEntry]
    skills: Some[SkillLine]
    reasons: Some[SentenceEntry]
    notes: Some[SentenceEntry] = ()


class GeneralEntry(Entry):
    """What is said of all roles."""

    source: str
    themes: Some[SentenceEntry]
    meta_skills: Some[PhraseEntry]
    meta_notes: Some[SentenceEntry]
    patterns: Some[PhraseEntry]
    clusters: Some[PhraseEntry]
    advice: Some[SentenceEntry]


Pair = Annotated[tuple[str, str], Strict(False)]


class QuizAnswerEntry(Entry):
    id: Id
    facts: Some[str]
    """Fact ids, of whatever kind belongs to a role or is grouped with roles."""


class QuizEntry(Entry):
    """A question for somebody who knows nothing yet."""

    id: Id
    answers: Some[QuizAnswerEntry]

    @model_validator(mode="after")
    def _offers_a_choice(self) -> "QuizEntry":
        if len(self.answers) < 2:
            raise refusal(f'the question "{self.id}" offers no choice', "Give it two answers or more.")
        return self


LONGEST_QUIZ = 5
"""Questions. Before any answer nobody likes to be asked for long."""


class SkillIsDuty(Entry):
    """A skill line of one role that is what a duty of another takes. Ids of facts."""

    skill: Said
    duty: Said


class JudgementEntry(Entry):
    """What is ours and not the source's."""

    clusters: dict[str, Some[str]]
    """Cluster id -> role ids."""
    patterns: dict[str, Some[str]]
    """Pattern id -> role ids."""
    similar_skills: Some[Pair]
    skill_is_duty: Listed[SkillIsDuty] = ()
    lifts_pay: Listed[str] = ()
    """Ids of notes that say what the best-paid people of a role have."""
    quiz: Some[QuizEntry] = ()

    @model_validator(mode="after")
    def _short_quiz(self) -> "JudgementEntry":
        if len(self.quiz) > LONGEST_QUIZ:
            raise refusal(
                f"the quiz has {len(self.quiz)} questions", f"Leave at most {LONGEST_QUIZ}: nobody likes more."
            )
        return self


class RolesFile(Entry):
    roles: Some[RoleEntry]
    general: GeneralEntry
    judgement: JudgementEntry


# --- sources.yaml


class SourceEntry(Entry):
    id: Said
    title: Said
    kind: Said
    as_of: Said
    leaves_open: Listed[Open]


class SourcesFile(Entry):
    sources: Some[SourceEntry]


# --- vocabulary/<language>.yaml


class Name(Entry):
    """What people call something: `em`, or `{name: em, guard: caps}` in the file."""

    name: Said
    guard: Guard | None = None

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, value: object) -> object:
        if not isinstance(value, str | dict):
            raise refusal("a name is expected here", "Write text, in quotes if need be, or {name: text, guard: caps}.")
        return {"name": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Either form, for editors; the mapping first, as what is wrong is told by it."""
        return {"anyOf": [handler.resolve_ref_schema(handler(core)), {"type": "string"}]}


class RoleNames(Entry):
    safe: Some[Name]
    """Map silently."""
    fields: Some[Name] = ()
    """The field stands for its role, and the reply says so."""
    ask: Some[Name] = ()
    """Near, not the same: answered with a caveat."""


class TitleEntry(Entry):
    """A title that the knowledge does not cover."""

    nearest: Listed[str]
    """Role ids; empty where nothing is near."""
    also: Listed[Name] = ()


class UnlistedSkill(Entry):
    """A skill that no role lists."""

    name: Said
    also: Listed[Name] = ()
    guard: Guard | None = None


class SkillEntry(UnlistedSkill):
    """A skill that some role lists."""

    like: Some[Name] = ()
    """Similar tools: each is a partial match, and the reply says so."""
    caveat: Said | None = None


class AmbiguousEntry(Entry):
    """Words with several meanings: the bot asks which."""

    words: Some[Name]
    roles: Some[str] = ()
    titles: Some[str] = ()
    skills: Some[str] = ()

    @model_validator(mode="after")
    def _has_meanings(self) -> "AmbiguousEntry":
        if not self.roles + self.titles + self.skills:
            raise refusal("these words offer no meanings", "Add roles:, titles: or skills: with what they may mean.")
        return self


class Vocabulary(Entry):
    """What people call things, in one language."""

    language: Said
    roles: dict[str, RoleNames]
    titles: dict[str, TitleEntry]
    """By the name that is shown."""
    title_heads: Some[Said]
    title_modifiers: Some[Said] = ()
    skills: dict[str, SkillEntry]
    programming: Some[str] = ()
    """Skills that mean writing code: "jobs without coding" lists the roles that name none of these."""
    unlisted_skills: dict[str, UnlistedSkill]
    ambiguous: dict[str, AmbiguousEntry]
    aspects: dict[str, Some[Said]]
    topics: dict[str, Some[Said]] = {}
    """Fact id -> phrases that people use for it."""
