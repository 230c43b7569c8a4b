"""People, groups and topics come to be."""

from telegram_server.backend import Backend
from telegram_server.posting import deliver, post
from telegram_server.world import Chat, Json, Membership, Person

from .membership import bot_becomes
from .registry import command


@command
def new_user(
    backend: Backend,
    first_name: str = "Ann",
    username: str | None = None,
    language_code: str | None = "en",
    started: bool = True,
    user_id: int | None = None,
) -> Json:
    """A person with a private chat, whose id is the person's. Not started: the bot may not write first."""
    person = Person(user_id or backend.world.new_person_id(), first_name, username, language_code)
    backend.world.people[person.id] = person
    backend.world.chats[person.id] = Chat(person.id, "private", started=started, members=[person.id])
    return {"user_id": person.id}


@command
def new_group(
    backend: Backend,
    title: str = "Team",
    members: list[int] | None = None,
    supergroup: bool = False,
    forum: bool = False,
    bot_is: Membership = "member",
    username: str | None = None,
    announce: bool = True,
) -> Json:
    """A group with the bot in it; announced to the bot by my_chat_member, as it happens when it is added."""
    supergroup = supergroup or forum
    chat = Chat(
        id=backend.world.new_group_id(supergroup),
        type="supergroup" if supergroup else "group",
        title=title,
        username=username,
        is_forum=forum,
        members=list(members or []),
        bot_is="left",
    )
    backend.world.chats[chat.id] = chat
    if announce and chat.members:
        bot_becomes(backend, chat.id, bot_is, chat.members[0])
    chat.bot_is = bot_is
    return {"chat_id": chat.id}


@command
def new_topic(backend: Backend, chat_id: int, user_id: int, name: str = "Careers") -> Json:
    """A topic of a forum; its id is that of the message that opens it."""
    chat = backend.world.chats[chat_id]
    content = {"forum_topic_created": {"name": name, "icon_color": 7322096}}
    message = post(backend, chat, user_id, content)
    message.thread_id = message.id
    chat.topics[message.id] = name
    return {"thread_id": message.id, "update_id": deliver(backend, message)}


@command
def join(backend: Backend, chat_id: int, user_id: int) -> Json:
    """A person joins."""
    chat = backend.world.chats[chat_id]
    chat.members.append(user_id)
    message = post(backend, chat, user_id, {"new_chat_members": [backend.world.people[user_id].as_json()]})
    return {"message_id": message.id, "update_id": deliver(backend, message)}


@command
def migrate(backend: Backend, chat_id: int, user_id: int) -> Json:
    """A group becomes a supergroup with another id."""
    old = backend.world.chats[chat_id]
    new = Chat(backend.world.new_group_id(supergroup=True), "supergroup", old.title, members=list(old.members))
    backend.world.chats[new.id] = new
    old.migrated_to = new.id
    leaving = post(backend, old, user_id, {"migrate_to_chat_id": new.id})
    arriving = post(backend, new, user_id, {"migrate_from_chat_id": old.id})
    return {"chat_id": new.id, "update_ids": [deliver(backend, leaving), deliver(backend, arriving)]}
