"""The bot itself: who it is and what it says of itself."""

from dataclasses import dataclass, field

from .world import Json, Person

DEFAULT_TOKEN = "7000000001:AAtest-token_of_the_test_server_0000"  # noqa: S105


@dataclass
class Profile:
    """Name, descriptions and commands, each by language; commands also by scope."""

    person: Person
    token: str = DEFAULT_TOKEN
    privacy: bool = True
    inline_feedback: bool = True
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    logged_out: bool = False

    def me(self) -> Json:
        """What getMe says."""
        return {
            **self.person.as_json(),
            "can_join_groups": True,
            "can_read_all_group_messages": not self.privacy,
            "supports_inline_queries": True,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
