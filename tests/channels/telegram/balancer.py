"""A load balancer in front of two replicas: each new connection to the next one that is there."""

import socket
import threading
from contextlib import suppress
from typing import Self

from serving_bot import ServingBot


class Balancer:
    def __init__(self) -> None:
        self._ear = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.url = f"http://127.0.0.1:{self._ear.getsockname()[1]}"
        self.replicas: list[ServingBot] = []
        self._next = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                visitor, _ = self._ear.accept()
                threading.Thread(target=self._serve, args=(visitor,), daemon=True).start()

    def _serve(self, visitor: socket.socket) -> None:
        with visitor:
            for _ in self.replicas:
                self._next += 1
                port = self.replicas[self._next % len(self.replicas)].port
                with suppress(OSError), socket.create_connection(("127.0.0.1", port), 5) as replica:
                    replica.settimeout(None)
                    back = threading.Thread(target=_pump, args=(replica, visitor), daemon=True)
                    back.start()
                    _pump(visitor, replica)
                    back.join()
                    return

    def close(self) -> None:
        with suppress(OSError):
            self._ear.shutdown(socket.SHUT_RDWR)
        self._ear.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


def _pump(come: socket.socket, go: socket.socket) -> None:
    with suppress(OSError):
        while data := come.recv(65_536):
            go.sendall(data)
    with suppress(OSError):
        go.shutdown(socket.SHUT_WR)
