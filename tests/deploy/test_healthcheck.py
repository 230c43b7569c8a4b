"""The container's health check, against real processes, connections and servers."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from deployment import ROOT

SELF = Path("/proc/self")
pytestmark = pytest.mark.skipif(not (SELF / "net" / "tcp").exists(), reason="only Linux has /proc")


@pytest.fixture(scope="module")
def healthcheck() -> Any:
    spec = spec_from_file_location("healthcheck", ROOT / "deploy/healthcheck.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@contextmanager
def serving(status: int) -> Iterator[str]:
    """A server whose /healthz has this status; its address."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status if self.path == "/healthz" else 404)
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    with HTTPServer(("127.0.0.1", 0), Page) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"0.0.0.0:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(("status", "said"), [(200, ""), (503, "status 503")])
def test_serve_is_asked(healthcheck: Any, monkeypatch: pytest.MonkeyPatch, status: int, said: str) -> None:
    """`careerbot serve` is well when its /healthz says so, on the port that it is told to listen on."""
    with serving(status) as address:
        monkeypatch.setenv("CAREERBOT_LISTEN", address)
        assert healthcheck._served().endswith(said)
        assert bool(healthcheck._served()) == bool(said)


def test_serve_that_does_not_listen(healthcheck: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        monkeypatch.setenv("CAREERBOT_LISTEN", f"0.0.0.0:{unused.getsockname()[1]}")
        assert "refused" in healthcheck._served()


def test_polling_has_a_connection(healthcheck: Any) -> None:
    """A process is connected by a connection of its own: not by one that only listens, nor by another's."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
            assert healthcheck._connected(SELF)
            assert not healthcheck._connected(Path(f"/proc/{other.pid}"))
        other.communicate(b"\n")


@pytest.mark.parametrize(
    ("arguments", "words"), [(["careerbot", "telegram"], ["telegram"]), (["other", "careerbot", "telegram"], [])]
)
def test_careerbot_is_recognised(healthcheck: Any, tmp_path: Path, arguments: list[str], words: list[str]) -> None:
    """By its name as the program, not as an argument of another, such as the init process in front of it."""
    program = tmp_path / arguments[0]
    program.write_text("print(flush=True)\ninput()")
    command = [sys.executable, str(program), *arguments[1:]]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        assert [word for word in healthcheck._words(Path(f"/proc/{process.pid}")) if word] == words
        process.communicate(b"\n")
