"""The Dockerfile's promises, as far as its text shows them; deploy/check_image.py looks at a built image."""

import re
import tomllib

from deployment import ROOT, instruction, instructions, settings_named

LOCKED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", re.MULTILINE)


def test_two_stages_on_one_base() -> None:
    """The base is a build argument, and both stages stand on it: the virtual environment points to its Python."""
    assert instructions("ARG")[0].startswith("BASE=")
    assert [line.split()[0] for line in instructions("FROM")] == ["${BASE}", "${BASE}"]


def test_not_root() -> None:
    """A number that is not 0, since Kubernetes cannot judge a name."""
    user, group = instruction("USER").split(":")
    assert int(user) > 0 < int(group)


def test_hash_locked_wheels_only() -> None:
    """Whatever comes from outside is a wheel with a known hash; our own package takes nothing along."""
    installs = [line for line in instructions("RUN") if " install --quiet --no-compile" in line]
    for line in installs:
        assert ("--require-hashes" in line and "--only-binary :all:" in line) or "--no-deps" in line, line
    assert len(installs) == 2


def test_lock_has_what_the_image_does() -> None:
    """The lock covers Telegram, charts, the webhook service and Redis, each entry with hashes, none from a file."""
    lock = (ROOT / "requirements-image.lock").read_text()
    names = {name for name, _ in LOCKED.findall(lock)}
    assert {"python-telegram-bot", "aiohttp", "matplotlib", "uvicorn", "redis"} <= names
    assert lock.count("==") == len(names)
    assert "://" not in lock


def test_lock_has_all_that_the_package_needs() -> None:
    """What pyproject.toml asks for, without extras and with those of the image, is in the lock."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    wanted = project["dependencies"] + [
        entry for extra in ("telegram", "charts", "serve", "redis") for entry in extras.get(extra, ())
    ]
    named = {re.split(r"[^A-Za-z0-9._-]", entry, maxsplit=1)[0].lower().replace("_", "-") for entry in wanted}
    locked = {name.replace("_", "-") for name, _ in LOCKED.findall((ROOT / "requirements-image.lock").read_text())}
    assert named - {"careerbot"} <= locked


def test_only_what_is_needed_goes_in() -> None:
    """What is copied in is on the list of what may be: no tests, no history, no secrets of whoever builds."""
    rules = (ROOT / ".dockerignore").read_text().split("\n")
    assert rules[1] == "*"
    allowed = {rule[1:] for rule in rules if rule.startswith("!")}
    copied = {source for line in instructions("COPY") if not line.startswith("--from") for source in line.split()[:-1]}
    assert copied == allowed
    assert all((ROOT / source).exists() for source in copied)


def test_settings_exist() -> None:
    """A variable that careerbot is started with is one that it knows."""
    given = set(re.findall(r"CAREERBOT_\w+(?==)", " ".join(instructions("ENV"))))
    assert given
    assert given <= settings_named()


def test_polls_unless_told_otherwise() -> None:
    """Signals reach careerbot itself: no shell stands between."""
    assert f"CAREERBOT_LISTEN=0.0.0.0:{instruction('EXPOSE')} " in instructions("ENV")[-1]
    assert instruction("ENTRYPOINT") == '["careerbot"]'
    assert instruction("CMD") == '["telegram"]'
    assert "healthcheck.py" in instruction("HEALTHCHECK")
