"""Where an amount lies in a range: no figure beside the asked one, the facts and shown sums; and it is not kept."""

import re
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_numbers import allowed, numbers, told

from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.rendering.plain import plain

ANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
ROLES = st.sampled_from(["sre", "mle", "data scientist", "ai researcher", "devops engineer", "em", "cloud architect"])
ASKED = st.sampled_from([
    "i make {amount} as {role}", "am i underpaid as a {role} at {amount}", "is {amount} good for a {role}",
    "i earn {amount} as a {role}, is that good", "where am i in the range with {amount}", "my salary is {amount}",
    "i make {amount}", "i work as a {role} and earn {amount}",
])  # fmt: skip
AMOUNTS = st.integers(40_000, 400_000)


@ANY
@given(asked=ASKED, role=ROLES, amount=AMOUNTS)
def test_every_amount_is_asked_a_fact_or_a_shown_sum(asked: str, role: str, amount: int, adviser: Adviser) -> None:
    """Nothing else stands in the answer, and no percentage."""
    message = asked.format(role=role, amount=f"${amount:,}")
    answer, _ = adviser.respond(message, Memory())

    assert [query.intent for query in answer.queries] == ["pay_position"]
    assert not numbers(told(answer)) - allowed(answer, message, adviser)
    assert "%" not in plain(answer)


@ANY
@given(asked=ASKED, role=ROLES, amount=st.integers(40_001, 399_999), follow=st.sampled_from(
    ["and as an sre?", "remember that", "thanks", "why is that paid well", "what pays more", "say that again"]
))  # fmt: skip
def test_the_amount_is_not_kept_unasked(asked: str, role: str, amount: int, follow: str, adviser: Adviser) -> None:
    """Neither the profile nor anything else that is remembered has it, right away or after the next message."""
    memory = Memory()
    for message in (asked.format(role=role, amount=f"${amount}"), follow):
        _, memory = adviser.respond(message, memory)
        kept = re.findall(r"\d+", memory.to_json())
        assert str(amount) not in kept
        assert memory.profile.pay is None


@ANY
@given(amount=AMOUNTS)
def test_it_is_kept_when_that_is_asked_for(amount: int, adviser: Adviser) -> None:
    """Typed or by the button, the amount is remembered; later answers use it and say so."""
    answer, memory = adviser.respond(f"i make ${amount:,} as an sre", Memory())
    offer = next(offer for offer in answer.suggestions if offer.decision.startswith("remember_pay:"))
    for kept in (adviser.decide(offer.decision, memory)[1], adviser.respond(offer.text, memory)[1]):
        assert kept.profile.pay == amount
        again, _ = adviser.respond("where am i in the band for mle", Memory.from_json(kept.to_json()))
        assert f"because you told me that you make ${amount:,}" in plain(again)


def test_a_bound_is_exact(adviser: Adviser) -> None:
    """One dollar to either side of a bound is no longer at it; above the open one the range goes on."""
    places = {
        139_999: "is below", 140_000: "is exactly the low end", 140_001: "lies inside", 184_999: "lies inside",
        185_000: "is exactly the high end", 185_001: "is above the listed range",
    }  # fmt: skip
    for amount, place in places.items():
        answer, _ = adviser.respond(f"i make ${amount:,} as an sre", Memory())
        assert plain(answer).startswith(f"${amount:,} {place}")
    answer, _ = adviser.respond("i make $240,001 as an ai research scientist", Memory())
    assert plain(answer).startswith("$240,001 is above the listed bound of AI Research Scientist")
    assert "where the range stays open" in plain(answer)


def test_a_title_that_is_not_covered_gets_no_figure_of_a_neighbor(adviser: Adviser) -> None:
    """Also when the amount is remembered and the person's own role is known."""
    _, memory = adviser.respond("i work as an sre", Memory())
    memory = replace(memory, profile=replace(memory.profile, pay=150_000))
    answer, _ = adviser.respond("am i underpaid as a data engineer", memory)

    assert answer.outcome == "not_covered"
    assert "$150,000 is" not in plain(answer)
