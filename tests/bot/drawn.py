"""What is drawn in the tests: pictures of the real roles, and the longest of each kind."""

from collections.abc import Callable
from typing import Literal, TypeVar

from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.picturing import Picturing
from careerbot.bot.rendering.pictures.picture import Drawable
from careerbot.intents.base import Answer, Block, Card, Move, PayRanges, Query, RoleMap, Section

SOURCE = "Highest paying tech jobs in 2026"
Found = TypeVar("Found", bound=Block)


def block_of(adviser: Adviser, decision: str, kind: type[Found]) -> Found:
    answer, _ = adviser.decide(decision, Memory())
    return next(block for block in answer.blocks if isinstance(block, kind))


def beside(*roles: str) -> Callable[[Adviser], Drawable]:
    def made(adviser: Adviser) -> Drawable:
        answer, after = adviser.decide("compare:" + ",".join(roles), Memory())
        picture = Picturing(adviser).of(answer, after)
        assert picture is not None
        return picture.content

    return made


def role_map(adviser: Adviser) -> RoleMap:
    """Every role, all kinds, two kinds between the same two roles."""
    title = adviser.choices.roles

    def move(start: str, end: str, kind: Literal["same", "similar", "duty"], reason: str) -> Move:
        return Move(title[start], title[end], kind, reason)

    return RoleMap(
        (
            move("data_scientist", "machine_learning_engineer", "same", "Python"),
            move("devops_engineer", "site_reliability_engineer", "same", "scripting and observability"),
            move("software_engineering_manager", "ai_product_manager", "same", "communication"),
            move("cloud_solutions_architect", "devops_engineer", "similar", "Infrastructure as Code"),
            move("machine_learning_engineer", "devops_engineer", "similar", "CI/CD"),
            move("ai_research_scientist", "data_scientist", "similar", "probability and statistics"),
            move("ai_research_scientist", "site_reliability_engineer", "similar", "distributed systems"),
            move("software_engineering_manager", "site_reliability_engineer", "similar", "system design"),
            move("cloud_solutions_architect", "cybersecurity_architect", "similar", "security architecture"),
            move("blockchain_developer", "cybersecurity_architect", "similar", "security audits"),
            move("machine_learning_engineer", "devops_engineer", "duty", "CI/CD pipelines"),
            move("ai_product_manager", "data_scientist", "duty", "communicating findings"),
        )
    )


def few_moves(adviser: Adviser) -> RoleMap:
    return RoleMap(role_map(adviser).moves[:4])


def card(adviser: Adviser) -> Card:
    role = adviser.knowledge.role("software_engineering_manager")
    pay = block_of(adviser, "pay:software_engineering_manager,data_scientist", PayRanges).ranges[:1]
    sections = (
        Section("Work", tuple(fact.text for fact in role.duties)),
        Section("Why it pays", tuple(fact.text for fact in role.reasons)),
    )
    return Card(role.title, "what I keep of it", sections, pay)


def card_that_says_its_pay(adviser: Adviser) -> Card:
    return card(adviser)._replace(subtitle="$170,000 to $230,000 a year")


def shortlist(adviser: Adviser) -> Card:
    kept = ("ai_research_scientist", "cybersecurity_architect", "data_scientist")
    sections = tuple(
        Section(
            adviser.choices.roles[id],
            ("; ".join(group.text for group in adviser.knowledge.role(id).skills) + " & <b>",),
        )
        for id in kept
    )
    return Card("My shortlist", "", sections, block_of(adviser, "pay:" + ",".join(kept), PayRanges).ranges)


ALL: dict[str, Callable[[Adviser], Drawable]] = {
    "all ten": lambda adviser: block_of(adviser, "pay:", PayRanges)._replace(ordered=True),
    "two": beside("devops_engineer", "site_reliability_engineer"),
    "the two longest": beside("cybersecurity_architect", "ai_research_scientist"),
    "three": beside("devops_engineer", "site_reliability_engineer", "data_scientist"),
    "the four longest": beside(
        "ai_research_scientist", "cybersecurity_architect", "software_engineering_manager", "machine_learning_engineer"
    ),
    "map": role_map,
    "few moves": few_moves,
    "card": card,
    "card that says its pay": card_that_says_its_pay,
    "shortlist": shortlist,
}


def answer_with(*blocks: Block, intent: str = "help") -> Answer:
    return Answer(blocks, queries=(Query(intent),))
