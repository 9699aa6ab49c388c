"""The floor: the same socket server with nothing on it.

Flask-SocketIO on gevent with the product's own WebSocket class. It broadcasts one fixed string to
one room at set times, and acknowledges an ``act`` after a bare commit of one row in SQLite (WAL,
synced), which is the least that can be called stored. ``python -m benchmarks._floor FILE``: prints
its port; then each line read, ``{"times", "every_s", "size"}``, is a round of broadcasts.
"""

from gevent import monkey

monkey.patch_all()

# ruff: noqa: E402 - patching comes first

import json
import sqlite3
import sys
import time
from typing import Any

from flask import Flask
from flask_socketio import SocketIO, join_room
from gevent.fileobject import FileObject
from gevent.pywsgi import WSGIServer

from webapp.serving import freeze, raise_descriptor_limit
from webapp.websocket import install

ROOM = "hall"
AHEAD_S = 0.5
"""Between being asked for a round and its first broadcast."""


def committing(file: str) -> sqlite3.Connection:
    """A database as the product keeps it: write-ahead log, every commit on disk."""
    db = sqlite3.connect(file, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE line (seq INTEGER PRIMARY KEY, body TEXT NOT NULL)")
    return db


def listening(socketio: SocketIO, db: sqlite3.Connection) -> None:
    """The two things this server knows."""

    def connect(_auth: object = None) -> None:
        join_room(ROOM)

    def act(sent: dict[str, Any]) -> dict[str, Any]:
        db.execute("BEGIN IMMEDIATE")
        db.execute("INSERT INTO line (body) VALUES (?)", (json.dumps(sent),))
        db.execute("COMMIT")
        return {"ok": True}

    socketio.on_event("connect", connect)
    socketio.on_event("act", act)


def broadcasting(socketio: SocketIO) -> None:
    """Rounds of broadcasts, as they are asked for; each says when it was due (wall ms)."""
    for line in FileObject(sys.stdin.buffer):
        asked = json.loads(line)
        text, begins = "x" * asked["size"], time.time() + AHEAD_S
        for number in range(asked["times"]):
            due = begins + number * asked["every_s"]
            socketio.sleep(max(0.0, due - time.time()))
            socketio.emit("regions", {"due": due * 1_000, "text": text}, to=ROOM)


def main() -> None:
    """Serve until killed."""
    raise_descriptor_limit()
    install("gevent")
    app = Flask("floor")
    socketio = SocketIO(
        app,
        async_mode="gevent",
        async_handlers=False,
        manage_session=False,
        cors_allowed_origins="*",
        ping_interval=10,
        ping_timeout=8,
    )
    listening(socketio, committing(sys.argv[1]))
    server = WSGIServer(("127.0.0.1", 0), app, log=None)
    server.start()
    socketio.start_background_task(broadcasting, socketio)
    freeze()
    print(json.dumps({"address": f"http://127.0.0.1:{server.server_port}"}), flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
