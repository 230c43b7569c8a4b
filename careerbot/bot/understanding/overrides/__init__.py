"""Where the entities of a clause know better than its words which question is asked.

Each rule is for a kind of message, none for a sentence; the first that applies decides. The files are the subjects of
the rules, the order is here.
"""

from careerbot.bot.understanding.overrides import of_a_plan, of_a_role, of_oneself, of_several, of_small_talk
from careerbot.bot.understanding.overrides.asked import Asked, Rule

__all__ = ["RULES", "Asked", "Rule", "override"]

RULES: tuple[Rule, ...] = (
    of_a_role.what_it_is,
    of_oneself.knows_something,
    of_small_talk.more_than_a_reaction,
    of_oneself.avoids,
    of_oneself.whether_it_counts,
    of_oneself.takes_back,
    of_oneself.only_supposed,
    of_a_plan.not_done,
    of_a_plan.asked_whether_it_counts,
    of_oneself.known_of_the_list,
    of_a_plan.on_with_the_plan,
    of_oneself.next_from_here,
    of_a_plan.nothing_is_dropped,
    of_a_plan.another_plan,
    of_a_plan.it_is_the_plan,
    of_several.coding_of_each,
    of_several.of_a_field,
    of_a_role.which_role,
    of_a_role.asked_of_the_role_in_talk,
    of_a_role.of_this_role,
    of_a_role.no_condition,
    of_a_role.pay_of_this_role,
    of_a_role.skill_of_this_role,
    of_a_role.learning_of_this_role,
    of_a_role.at_a_place,
    of_a_role.skill_in_question,
    of_oneself.become_what,
    of_oneself.told_in_addition,
    of_oneself.nearest_to_what_is_known,
    of_a_role.of_a_duty,
    of_a_role.is_it_missing,
    of_oneself.told_with_a_goal,
    of_oneself.own_pay_against,
    of_small_talk.the_role_itself,
    of_small_talk.doubted,
    of_several.side_by_side,
    of_several.of_those_kept,
    of_several.closer_of_several,
    of_several.in_the_comparison,
    of_several.compared_with_nothing,
)


def override(asked: Asked) -> tuple[str, Rule | None]:
    """The question type that is really asked, and the rule that says so; the one given where no rule applies."""
    for rule in RULES:
        if intent := rule(asked):
            return intent, rule
    return asked.intent, None
