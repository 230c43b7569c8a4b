"""compose.yaml: what starts, and that nothing in it is more than it must be."""

from typing import Any

import pytest
from deployment import ROOT, filled, instruction, settings_named

OURS = ("polling", "serve")
WITHOUT_PROFILE = {"polling"}
OPEN_TO_THE_WORLD = {"balancer"}


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    return filled(ROOT / "compose.yaml")["services"]  # type: ignore[no-any-return]


def test_one_polling_node_by_default(services: dict[str, Any]) -> None:
    """Without a profile one node polls, and nothing else starts."""
    assert {name for name, service in services.items() if not service.get("profiles")} == WITHOUT_PROFILE
    assert services["polling"]["command"] == ["telegram"]
    assert services["polling"]["deploy"]["replicas"] == 1


def test_profile_scale() -> None:
    """deploy/scale.env starts several replicas on Redis, and no poller: it would take their webhook away."""
    env = dict(line.split("=", 1) for line in (ROOT / "deploy/scale.env").read_text().splitlines() if line[0] != "#")
    services = filled(ROOT / "compose.yaml", env)["services"]

    started = {name for name, service in services.items() if env["COMPOSE_PROFILES"] in service.get("profiles", ())}
    assert started == {"serve", "redis", "balancer"}
    assert services["polling"]["deploy"]["replicas"] == 0
    assert services["serve"]["command"] == ["serve"]
    assert services["serve"]["deploy"]["replicas"] > 1
    assert services["serve"]["environment"]["CAREERBOT_STATE"].startswith("redis://redis:")
    assert services["serve"]["environment"]["CAREERBOT_WEBHOOK_URL"].startswith(f"https://{env['BOT_DOMAIN']}")


def test_locked_down(services: dict[str, Any]) -> None:
    """Each file system is read-only, no service has more capabilities than named here or can gain any."""
    for name, service in services.items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert service.get("cap_add", []) == (["NET_BIND_SERVICE"] if name == "balancer" else []), name
        assert "no-new-privileges:true" in service["security_opt"], name
        assert not service.get("privileged"), name


def test_only_the_balancer_has_a_port(services: dict[str, Any]) -> None:
    """Redis and the replicas are not reachable from outside; Redis not even from where the balancer is."""
    assert {name for name, service in services.items() if service.get("ports")} == OPEN_TO_THE_WORLD
    assert services["redis"]["networks"] == ["inside"]
    assert "inside" not in services["balancer"]["networks"]
    assert filled(ROOT / "compose.yaml")["networks"]["inside"]["internal"] is True


def test_secrets_are_files(services: dict[str, Any]) -> None:
    """Tokens come from files that are declared, never from the environment."""
    declared = filled(ROOT / "compose.yaml")["secrets"]
    for name in OURS:
        for variable, value in services[name]["environment"].items():
            if variable.endswith("_FILE"):
                secret = value.removeprefix("/run/secrets/")
                assert secret in services[name]["secrets"], variable
                assert secret in declared, variable
            else:
                assert not variable.endswith(("TOKEN", "SECRET")), variable


def test_settings_exist(services: dict[str, Any]) -> None:
    """A variable that careerbot is started with is one that it knows."""
    given = {variable for name in OURS for variable in services[name]["environment"]}
    assert given <= settings_named()


def test_balancer_goes_where_serve_listens(services: dict[str, Any]) -> None:
    """The load balancer's upstream is the replicas' name and port, and only Telegram's path is let through."""
    caddyfile = (ROOT / "deploy/Caddyfile").read_text()
    assert "name serve\n" in caddyfile
    assert f"port {instruction('EXPOSE')}\n" in caddyfile
    assert "path /telegram/*" in caddyfile
    assert "./deploy/Caddyfile:/etc/caddy/Caddyfile:ro" in services["balancer"]["volumes"]
