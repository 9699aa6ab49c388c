"""A real server in a process of its own, as a user starts it."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests
import websocket

TOKEN = re.compile(r'name="csrf-token" content="([^"]+)"')
STARTS_IN_S = 60


@dataclass(frozen=True)
class Served:
    """A running demo: what it told, and its process."""

    told: dict[str, str]
    process: subprocess.Popen[str]

    @property
    def address(self) -> str:
        """Its origin."""
        return self.told["address"]

    @property
    def rss(self) -> int:
        """Memory it holds now, in bytes."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        assert found
        return int(found.group(1)) * 1024

    @property
    def descriptors(self) -> int:
        """Files and sockets it has open."""
        return sum(1 for _ in Path(f"/proc/{self.process.pid}/fd").iterdir())


@contextmanager
def demo(data: Path, *flags: str, port: int = 0) -> Iterator[Served]:
    """``samspill demo`` with the small scenario, on a free port, until the block ends."""
    command = [sys.executable, "-m", "webapp", "demo", "--json", "--scenario", "small"]
    process = subprocess.Popen(
        [*command, "--data", str(data), "--port", str(port), *flags],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        yield Served(json.loads(process.stdout.readline()), process)
    finally:
        process.kill()
        process.wait(timeout=STARTS_IN_S)
        process.stdout.close()


class Phone:
    """A participant's phone: plain HTTP with cookies, and a socket if one likes."""

    def __init__(self, served: Served) -> None:
        self.served = served
        self.http = requests.Session()
        self.http.headers["Origin"] = served.address
        self._raw: list[socket.socket] = []

    def post(self, path: str, **form: str) -> requests.Response:
        """Send a form with the page's token."""
        shown = self.http.get(f"{self.served.address}/login", timeout=20).text
        found = TOKEN.search(shown)
        assert found, shown
        data = {"csrf_token": found.group(1), **form}
        return self.http.post(f"{self.served.address}{path}", data=data, timeout=20)

    def join(self) -> Phone:
        """Come in and take a role."""
        self.post("/join", pin=self.served.told["pin"])
        self.post("/join/name", name="")
        self.post("/lobby/role")
        return self

    def socket(self, *, connect: bool = True) -> websocket.WebSocket:
        """A raw WebSocket, over which Socket.IO has been opened if ``connect``."""
        cookies = "; ".join(f"{each.name}={each.value}" for each in self.http.cookies)
        made = websocket.create_connection(
            self.served.address.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket",
            cookie=cookies,
            origin=self.served.address,
            timeout=20,
        )
        assert made.sock is not None
        self._raw.append(made.sock)
        made.recv()
        if connect:
            made.send('40{"as":"seat"}')
            assert str(made.recv()).startswith("40{")
        return made

    def close(self) -> None:
        """Put it away."""
        self.http.close()
        for each in self._raw:
            each.close()
