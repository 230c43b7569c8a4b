"""Run the server until it is told to stop: prints where it is as one line of JSON."""

import argparse
import asyncio
import json
import signal

from .profile import DEFAULT_TOKEN
from .running import Running


async def serve(options: argparse.Namespace) -> None:
    """Until SIGINT or SIGTERM."""
    running = Running(options.token, options.username, options.speed)
    await running.start(options.port, options.control_port)
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    print(json.dumps(running.about()), flush=True)
    await stop.wait()
    await running.stop()


def main() -> None:
    """Read the options."""
    parser = argparse.ArgumentParser(prog="python -m telegram_server", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="of the Bot API; 0 takes a free one")
    parser.add_argument("--control-port", type=int, default=0, help="of the control API; 0 takes a free one")
    parser.add_argument("--token", default=DEFAULT_TOKEN)
    parser.add_argument("--username", default="career_test_bot")
    parser.add_argument("--speed", type=float, default=1.0, help="how much faster the server's clock runs")
    asyncio.run(serve(parser.parse_args()))


if __name__ == "__main__":
    main()
