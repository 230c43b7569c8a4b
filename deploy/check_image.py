"""Looks at a built image from inside, and says what is not as promised. Exits with 1 if anything is not.

docker run --rm -i --read-only --tmpfs /tmp --cap-drop ALL --entrypoint python3 careerbot - <deploy/check_image.py
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from time import perf_counter, sleep

APP = Path("/app")
COMPILERS = ("cc", "gcc", "g++", "c++", "clang", "ld", "as", "make", "cargo", "go")
FAST = 3.0
"""Seconds for a first start; compiling the knowledge takes longer."""
PATIENCE = 20.0
"""Seconds for a service to start, and to end."""
NOWHERE = {
    "CAREERBOT_TELEGRAM_TOKEN": "123456789:AAE-of-nobody-of-nobody-of-nobody-1",
    "CAREERBOT_TELEGRAM_API": "http://127.0.0.1:9",
    "CAREERBOT_WEBHOOK_URL": "https://bot.example.org",
}
DRAW = """
from pathlib import Path
from careerbot.bot.rendering.pictures.drawing import can_draw
from matplotlib.figure import Figure
figure = Figure()
figure.text(0.1, 0.5, "$130,000 to $175,000")
figure.savefig("/tmp/chart.png")
assert can_draw() and Path("/tmp/chart.png").read_bytes()[1:4] == b"PNG"
"""


def main() -> int:
    wrong = 0
    for check in CHECKS:
        began = perf_counter()
        problem = check()
        wrong += bool(problem)
        print(f"{'no' if problem else 'ok':3} {check.__name__:34} {problem or f'{perf_counter() - began:.2f} s'}")
    return bool(wrong)


def runs_without_root() -> str:
    return "" if os.getuid() and os.getgid() else f"user {os.getuid()}, group {os.getgid()}"


def image_is_not_writable() -> str:
    """Not by this user; with --read-only, not at all."""
    folders = [Path("/"), *(path for path in (APP, *APP.rglob("*")) if path.is_dir())]
    return ", ".join(str(folder) for folder in folders if os.access(folder, os.W_OK))[:200]


def root_is_read_only() -> str:
    """As it was started; and it is all that the checks below need."""
    return "" if os.statvfs("/").f_flag & os.ST_RDONLY else "--read-only was not said"


def nothing_that_compiles_or_installs() -> str:
    found = [name for name in COMPILERS if shutil.which(name)]
    return ", ".join(found + [name for name in ("pip", "setuptools") if _in_environment(name)])


def first_start_is_fast() -> str:
    """With the knowledge that was compiled into the image, and nothing of its own."""
    began = perf_counter()
    answer = _run("careerbot", "ask", "SRE salary")
    took = perf_counter() - began
    if "$140,000" not in answer:
        return answer
    return f"{took:.1f} s, so the knowledge was compiled anew" if took > FAST else ""


def knowledge_is_whole() -> str:
    answer = _run("careerbot", "check", "--quick")
    return "" if any(said in answer for said in ("all fine", "no error")) else answer


def charts_can_be_drawn() -> str:
    return _run("/app/venv/bin/python", "-W", "error", "-c", DRAW)


def commands_are_there() -> str:
    """The commands that deployments name."""
    answers = {command: _run("careerbot", command, "--help") for command in ("telegram", "serve")}
    return "; ".join(
        f"{command}: {answer[-80:]}"
        for command, answer in answers.items()
        if f"Usage: careerbot {command}" not in answer
    )


def health_is_bad_without_a_bot() -> str:
    answer = _health()
    return "" if answer == "careerbot is not running" else answer or "exit code 0"


def service_lives_without_telegram() -> str:
    """Out of reach of Telegram it listens, is healthy, is not ready, and ends when it is told to."""
    with subprocess.Popen(["careerbot", "serve"], env=os.environ | NOWHERE, stderr=subprocess.PIPE, text=True) as bot:  # noqa: S607
        try:
            ends = perf_counter() + PATIENCE
            while _status("/healthz") != 200 and bot.poll() is None and perf_counter() < ends:
                sleep(0.1)
            found = _status("/healthz"), _status("/readyz"), _health()
        finally:
            bot.terminate()
        log = bot.communicate(timeout=PATIENCE)[1]
    return "" if (*found, bot.returncode) == (200, 503, "", 0) else f"{found}, exit code {bot.returncode}: {log[-300:]}"


CHECKS: tuple[Callable[[], str], ...] = (
    runs_without_root,
    image_is_not_writable,
    root_is_read_only,
    nothing_that_compiles_or_installs,
    first_start_is_fast,
    knowledge_is_whole,
    charts_can_be_drawn,
    commands_are_there,
    health_is_bad_without_a_bot,
    service_lives_without_telegram,
)


def _in_environment(name: str) -> bool:
    return any(APP.glob(f"venv/lib/python*/site-packages/{name}"))


def _health() -> str:
    return _run("python3", "-IS", "/app/healthcheck.py")


def _status(page: str) -> int:
    """0 while nobody listens."""
    connection = HTTPConnection("127.0.0.1", 8080, timeout=PATIENCE)
    try:
        connection.request("GET", page)
        return connection.getresponse().status
    except OSError:
        return 0
    finally:
        connection.close()


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)  # noqa: S603  named above
    return (done.stdout + done.stderr).strip()


if __name__ == "__main__":
    sys.exit(main())
