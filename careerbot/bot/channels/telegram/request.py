"""Calls to Telegram. The library's default client gets slower with every call in flight."""

import json
from typing import Any
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import JSONDict, ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from careerbot import __version__
from careerbot.bot.channels.telegram.posting import BrokenError, Posting, UnreachableError

LOOKED_AT = ("message_id", "date", "chat", "photo")
"""Of a message that we sent."""


class NotSentError(NetworkError):
    """The call never reached Telegram: making it again cannot do anything twice."""


class AiohttpRequest(BaseRequest):
    """Calls with files or through a proxy go over aiohttp, all others the short way (posting.py).

    Errors never name the URL, because the token is part of it.
    """

    def __init__(self, connections: int = 256, connect: float = 5.0, read: float = 20.0) -> None:
        self._connections = connections
        self._connect = connect
        self._read = read
        self._session: aiohttp.ClientSession | None = None
        self._posting: Posting | None = None
        self._proxies: dict[str, str | None] = {}
        """Scheme and host -> the proxy that the environment names for it."""

    @property
    def read_timeout(self) -> float | None:
        return self._read

    @staticmethod
    def parse_json_payload(payload: bytes) -> JSONDict:
        """Without what nobody looks at: to make objects of our own text and buttons again takes long."""
        data = BaseRequest.parse_json_payload(payload)
        result = data.get("result")
        if isinstance(result, dict) and "message_id" in result:
            data["result"] = {name: result[name] for name in LOOKED_AT if name in result}
        return data

    async def initialize(self) -> None:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=30)
            agent = f"careerbot/{__version__} {self.USER_AGENT}"
            # aiohttp's own trust_env reads the environment and ~/.netrc anew for every call, in a thread.
            self._session = aiohttp.ClientSession(connector=connector, headers={"User-Agent": agent})
            self._posting = Posting(self._connections, agent)

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None
        if self._posting is not None:
            self._posting.close()
            self._posting = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  aiohttp has one for the whole call
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        if self._session is None or self._posting is None:
            raise NotSentError("The request is not initialized")
        read = self._read if isinstance(read_timeout, DefaultValue) else read_timeout
        connect = self._connect if isinstance(connect_timeout, DefaultValue) else connect_timeout
        proxy = self._proxy(url)
        try:
            if method == "POST" and proxy is None and not (request_data and request_data.multipart_data):
                body = json.dumps(request_data.parameters).encode() if request_data else b"{}"
                return await self._posting.post(url, body, connect, read)
            patience = aiohttp.ClientTimeout(total=None, sock_connect=connect, sock_read=read)
            call = self._session.request(method, url, timeout=patience, proxy=proxy, **_body(request_data))
            async with call as response:
                return response.status, await response.read()
        except UnreachableError as error:
            raise NotSentError(f"Telegram cannot be reached: {error}") from None
        except BrokenError:
            raise NetworkError("The connection to Telegram broke") from None
        except aiohttp.ClientConnectorError as error:
            reason = error.os_error.strerror or type(error.os_error).__name__
            raise NotSentError(f"Telegram cannot be reached: {reason}") from None
        except aiohttp.ConnectionTimeoutError:
            raise NotSentError("Telegram cannot be reached: no connection in time") from None
        except TimeoutError:
            raise TimedOut from None
        except aiohttp.ClientError as error:
            raise NetworkError(f"The connection to Telegram broke: {type(error).__name__}") from None

    def _proxy(self, url: str) -> str | None:
        scheme, _, rest = url.partition("://")
        host = rest.partition("/")[0]
        place = f"{scheme}://{host}"
        if place not in self._proxies:
            self._proxies[place] = None if proxy_bypass(host) else getproxies().get(scheme)
        return self._proxies[place]


def _body(data: RequestData | None) -> dict[str, Any]:
    """JSON, or with files a form of several parts."""
    if data is None:
        return {}
    files = data.multipart_data
    if not files:
        return {"json": data.parameters}
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in files.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return {"data": form}
