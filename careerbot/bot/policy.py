"""Every threshold of the conversation, in one place. Pure; names only."""

ANSWER = 0.50
"""Least probability of a question type that is answered at once."""
TOGETHER = 0.75
"""Least probability of the two likeliest together, at which one of them is answered though neither is likely alone."""
FOLLOWED = 0.30
"""The same for what plainly follows from a role talked about."""
MARGIN = 0.04
"""A runner-up closer than this makes a near-tie, when the best is not sure either."""
SURE = 0.60
"""From here on no runner-up matters, and nothing said beside it is needed as evidence."""
SURE_OF_SOURCE = 0.75
"""Least probability of a question about the source, when nothing was said before."""
FOLLOWING = 7
"""Words up to which a message without a word about careers may still follow from what came before."""
CERTAIN = 0.97
"""Small talk with a strange word in it must be as sure as this."""
CLEAR = 0.92
"""From here on some foreign words do not matter, where a question is not about something named."""
STRANGERS = 0.15
"""Largest share of content words foreign to every phrase in scope, where a message names nothing that is known."""
DECLINE = 0.45
"""Least probability of out of scope at which a message is declined though it names a role."""
DECLINE_OURS = 0.93
"""The same when every word of content is known from phrases in scope."""
DECLINE_PHRASE = 0.95
"""The same when a phrase that is listed for a fact stands in it."""
DECLINE_NAMED = 0.80
"""The same when the message names a skill or role and asks about it."""
TOPIC = 0.62
"""Least share of a message's content that a fact explains before the fact decides what is asked."""
MOST_MISSES = 2
"""Misses in a row that are counted; the second brings the menu. The count cannot grow further, so nothing loops."""
MOST_QUERIES = 3
"""Questions answered in one message."""

SMALL_TALK = frozenset({"greeting", "thanks", "goodbye", "acknowledge", "chitchat", "help", "repeat", "language"})
REACTIONS = frozenset({"acknowledge", "repeat"})
"""Small talk that names no role."""
NEEDS_ROLE = frozenset(
    {
        "pay",
        "skills",
        "responsibilities",
        "overview",
        "become",
        "gap",
        "why_pay",
        "compare",
        "list_position",
        "learning",
        "outlook",
        "not_stated",
        "keep",
        "unkeep",
        "export",
        "moves",
        "pay_position",
    }
)
"""Question types about a role: a follow-up without one takes it from memory, a title that is not covered is refused."""
KEEPS = frozenset({"keep", "unkeep", "export"})
"""What is done with single roles or the shortlist: "this one" is one role, and any number may be named."""
MUST_HAVE_ROLE = frozenset({"skills", "responsibilities", "overview"})
"""These ask back when no role can be found."""
ABOUT_NAMED = frozenset(
    {
        "pay",
        "skills",
        "responsibilities",
        "overview",
        "why_pay",
        "become",
        "gap",
        "plan",
        "compare",
        "list_position",
        "what_if",
        "moves",
    }
)
"""Asked without a name we know but with a strange word, these are about something else: "salary of a sommelier"."""
OF_ONESELF = frozenset({"become", "gap", "plan", "recommend", "moves", "what_if"})
"""Question types that people begin with what they are today, a stranger to us: "i am a barista, how do i start?"."""
OF_BEGINNERS = frozenset({"recommend", "quiz", "profile", "become"})
"""Question types that somebody without experience may mean, likely together though none is alone."""
OF_OWN_ROLE = frozenset({"moves", "pay_position"})
"""Question types that mean one's present role, where it is known and no other is named or pointed at."""
AGAINST_OWN = frozenset(
    {"pay", "rank", "filter", "compare", "moves", "pay_position", "overview", "outlook", "what_if", "not_stated"}
)
"""Question types as which a question may be read that sets pay against that of one's own role."""
AGAINST_OWN_SUM = AGAINST_OWN | {"why_pay", "profile", "gap", "become"}
"""The same where somebody says the sum itself beside a role."""
PRIVATE = frozenset({"pay_position", "remember_pay"})
"""Question types whose messages hold what somebody earns: the memory keeps neither their sums nor their words."""
DESPITE_TITLE = (
    frozenset({"profile", "filter", "source", "list_roles", "repeat", "quiz", "about_me", "forget_me", "remember_pay"})
    | SMALL_TALK
)
"""Question types that are answered though the message names only a title that is not covered."""
CARRIED = frozenset(
    {
        "pay",
        "skills",
        "responsibilities",
        "overview",
        "become",
        "gap",
        "plan",
        "why_pay",
        "list_position",
        "learning",
        "outlook",
        "not_stated",
        "moves",
        "pay_position",
    }
)
"""Question types that "and SRE?" carries over to another role."""
ATTRIBUTES = frozenset(
    {
        "pay",
        "skills",
        "responsibilities",
        "why_pay",
        "overview",
        "outlook",
        "become",
        "gap",
        "learning",
        "rank",
        "not_stated",
        "source",
        "meta_skills",
        "compare",
    }
)
"""Question types of which one sentence may ask several: "pay and skills"."""
ACTS = frozenset({"keep", "plan", "done"})
"""Question types that do something, after which the same message may ask."""
FINDING = frozenset({"rank", "filter", "recommend"})
"""Question types that find roles: what the same message asks next, it asks of those."""
OF_FOUND = frozenset({"pay", "skills", "responsibilities", "why_pay", "overview", "become", "gap"})
"""Question types that can be asked of roles just found."""
MOST_FOUND = 3
"""Roles just found that are still meant."""
OF_WHAT_ONE_KNOWS = frozenset({"recommend", "become", "gap", "profile"})
"""Question types after which "python and docker" says what somebody knows."""
LISTS_SKILLS = frozenset({"skills", "become", "gap", "learning", "profile"})
"""Question types after which a number may mean a line of the skill list shown: "i know the first two"."""
LISTS_ROLES = frozenset({"filter", "rank", "list_roles", "recommend"})
"""Question types that are answered with a list of roles."""
CHOOSES = frozenset({"filter", "rank"})
"""Question types that can choose from such a list: "which of those need python"."""
FIELD = "general.cluster."
"""How the ids of fields begin."""
TOWARD_A_ROLE = frozenset({"gap", "become", "plan"})
"""Question types about a way to a role: where one comes from is named beside it, and not meant."""
SHOWS_PAY = PRIVATE | {"pay", "overview", "outlook"}
"""Question types after which "is that good" means the pay."""
EXPLAINED = frozenset({"recommend", "moves", "quiz"})
"""Question types after which a plain "why" asks for their own reasons, not for those of the pay."""
TOLD_BESIDE = ("years", "no_coding")
"""Sides that a match takes from any sentence of the message."""
OF_A_PLAN = frozenset({"plan", "done", "undo", "drop_plan"})
"""Question types about the checklist that somebody follows."""
OF_WHAT_IS_KEPT = frozenset({"quiz", "about_me", "forget_me", "keep", "shortlist", "remember_pay"})
"""Question types about what is remembered of the person."""
WITHOUT_EVIDENCE = (
    SMALL_TALK
    | OF_A_PLAN
    | OF_WHAT_IS_KEPT
    | {"source", "list_roles", "profile", "gap", "what_if", "moves", "pay_position"}
)
"""Question types that may be asked without any word about careers."""

OF_WHAT_WAS_TOLD = frozenset({"about_me", "forget_me"})
"""Question types that are about nothing but what is remembered: never with a strange word."""
TOLD = frozenset({"my_all", "my_skills", "my_role", "my_goal", "my_plan", "shortlist", "my_pay", "my_quiz"})
"""Sides that name what somebody told about themselves, all of it or a part."""
FORGETS = frozenset({"forget_me"})
"""Question types after which nothing of the talk before is remembered: what was told stands in it too."""
PERSONAL = frozenset({"skills", "compare", "overview"})
"""Question types about roles whose answers end with what of it the person knows, where they told that earlier."""

NO_ANSWER = (
    OF_A_PLAN
    | OF_WHAT_IS_KEPT - {"quiz"}
    | {"pay", "gap", "rank", "compare", "what_if", "moves", "pay_position", "list_roles", "source", "help", "become"}
)
"""Question types that are no answer to a question of the quiz, though they may have a word of one: "make me a plan"."""

SIDES = frozenset(
    {"place", "level", "company", "currency", "total", "monthly", "hourly", "weekly", "median", "average", "middle"}
)
"""Sides that a fragment may name to ask the last question again: "in india?", "per month?"."""
OF_PLACES = frozenset({"pay", "outlook", "learning", "not_stated"})
"""Question types that a place may be about: after any other, "sre in india" asks for the pay."""
IN_GENERAL = frozenset({"meta_skills", "patterns"})
"""Question types that a few words, said of a role just talked about, do not mean: "and what skills?"."""
SHORT = 8
"""Words up to which a question about what a role is worth, or how to learn it, means the role just talked about."""
BARE = 2
"""Words up to which a message right after a question of the quiz is rather an answer than a question of its own."""
ELLIPTIC = 4
"""Words up to which a question may leave out what it is about."""
RESCUED = 0.3
"""Least probability of the runner-up to out of scope that is answered instead."""
SECOND = 0.05
"""Least probability of the runner-up that is taken instead."""
PAY_SIDES = frozenset({"currency", "total", "monthly", "hourly", "weekly", "median", "average", "middle"})
"""Those of them that are always about pay."""
OF_LEARNING = frozenset({"course", "degree", "certificate", "college"})
"""Sides that make a question about a role one of learning."""
TELLING = frozenset(
    {
        "order",
        "shortlist",
        "certificate",
        "remote",
        "hiring",
        "highest",
        "lowest",
        "low_bound",
        "high_bound",
        "money",
        "currency",
        "hourly",
    }
)
"""Sides whose words are about careers by themselves."""
PAY_CAVEATS = ("place", "level", "company", "currency", "total", "median", "average", "growth")
PATH_CAVEATS = ("course", "degree", "certificate", "college", "time", "age", "remote", "hours", "stress", "hiring")
MOST_CAVEATS = 3
CAVEATS = {
    "pay": PAY_CAVEATS,
    "rank": ("place", "level", "company", "remote", "hours", "growth", "degree", "time"),
    "filter": ("place", "level", "remote", "hours", "stress", "degree", "certificate", "course", "company"),
    "compare": ("place", "level", "stress", "degree", "certificate", "course", "time", "company"),
    "become": (*PATH_CAVEATS, "company", "level"),
    "gap": (*PATH_CAVEATS, "company", "level"),
    "plan": PATH_CAVEATS,
    "learning": PATH_CAVEATS,
    "outlook": ("age", "degree", "certificate", "course", "college", "place", "hiring", "time", "remote"),
    "skills": ("simpler", "degree", "certificate", "course", "college", "time", "company"),
    "why_pay": ("simpler",),
    "recommend": ("degree", "certificate", "course", "college", "age", "time"),
    "overview": ("simpler", "remote", "hours", "stress", "degree", "certificate", "company"),
    "responsibilities": ("simpler", "remote", "hours", "stress", "company"),
    "meta_skills": ("course", "certificate", "time", "degree"),
}
"""Sides that the source does not state, named in half a sentence by the question types where they matter."""
CAVEATS_FIRST = frozenset({"learning"})
"""Here what is not covered is the very thing asked, so it comes before the rest."""
