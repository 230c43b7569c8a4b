"""What is remembered of the person: all of it, and the way to have it forgotten."""

from careerbot.intents.base import Answer, Query
from careerbot.intents.quiz.questions import BOTH
from careerbot.intents.turn import Turn


def answer(query: Query, turn: Turn) -> Answer:
    lines = told(turn)
    if not lines:
        return turn.answer(
            turn.say("nothing"),
            outcome="small_talk",
            follow_ups=[turn.suggest("recommend"), turn.suggest("quiz"), turn.suggest("list_roles")],
        )
    return turn.answer(
        turn.bullets(lines, (), turn.word("head")),
        turn.say("change"),
        outcome="small_talk",
        follow_ups=[turn.suggest("recommend"), turn.suggest("forget_me")],
    )


def told(turn: Turn) -> list[str]:
    """One line for each thing that is remembered."""
    profile = turn.profile
    titles = {role.id: role.title for role in turn.knowledge.roles}
    values: dict[str, object] = {
        "skills": turn.names(profile.skills),
        "unlisted": profile.unlisted_skills,
        "role": profile.role and titles[profile.role],
        "title": profile.title and (profile.title_words or profile.title),
        "goal": profile.goal and titles[profile.goal],
        "plan": profile.plan and titles[profile.plan],
        "shortlist": [titles[role] for role in profile.shortlist],
        "pay": profile.pay,
    }
    lines = [turn.word(name, value=value) for name, value in values.items() if value]
    quiz = profile.quiz
    return lines if quiz is None else [*lines, turn.word("quiz", value=quiz_answers(quiz, turn))]


def quiz_answers(given: tuple[str, ...], turn: Turn) -> list[str]:
    """The answers so far, as the quiz words them."""
    known = {answer.id for question in turn.knowledge.quiz for answer in question.answers}
    return [
        turn.wording.render("quiz", f"answer_{id}", {}) for entry in given for id in entry.split(BOTH) if id in known
    ]
